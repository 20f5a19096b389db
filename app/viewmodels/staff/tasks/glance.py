"""A task is read once it has been on the screen for a moment: going through the list with a key reads nothing."""

from __future__ import annotations

from collections.abc import Callable

from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope

SECONDS = 0.8


class Glance:
    """`see` is called with the TaskNum of what was looked at."""

    def __init__(self, clock: Clock, scope: TaskScope, see: Callable[[int], object]) -> None:
        self._clock = clock
        self._see = see
        self._waiting = LatestTask(scope)
        self._task_num = 0
        self._was_long = False

    def look_at(self, task_num: int) -> None:
        """This task is on the screen now, or has changed there; 0: none is."""
        if task_num != self._task_num:
            self._task_num, self._was_long = task_num, False
            self._waiting.cancel()
            if task_num:
                self._waiting.start(self._look(task_num), "look at a task")
        elif self._was_long:
            self._see(task_num)

    async def _look(self, task_num: int) -> None:
        await self._clock.sleep(SECONDS)
        self._was_long = True
        self._see(task_num)
