"""Rings when reminders fall due, also those that did while the program was closed, and tells when a day begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta

from msgspec.structs import replace

from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.services.tasks.mine import MyTasks, is_complete
from app.store.tasks.board import TaskBoard
from app.wire.resources.tasks import TaskStatusEnum

DAY = timedelta(days=1)
LONGEST_WAIT = 60.0
"""Seconds: a PC that was asleep, or a clock that was set, is noticed after so many at most."""


class ReminderBell:
    """`ring` is called when there is something new in `due`, which stays there until it is `told`."""

    def __init__(
        self, mine: MyTasks, board: TaskBoard, clock: Clock, scope: TaskScope, ring: Callable[[], object]
    ) -> None:
        self._mine = mine
        self._board = board
        self._clock = clock
        self._ring = ring
        self._waiting = LatestTask(scope)
        self._next: datetime | None = None
        self._rung: dict[int, datetime] = {}
        self._known = False
        """Whether all open tasks were known once: before, the first page of them would ring alone."""
        self._unwatch = (mine.watch(lambda _: self._look()), board.watch(lambda _: self._look_once()))

    @property
    def due(self) -> tuple[int, ...]:
        """The TaskNums of open tasks whose reminders are due and were not told, earliest first."""
        now = self._clock.now()
        found = [
            (each.at, task_num)
            for task_num, each in self._mine.notebook.kept.reminders.items()
            if not each.rung and each.at <= now and self._is_open(task_num)
        ]
        return tuple(task_num for _, task_num in sorted(found))

    def told(self, task_nums: Iterable[int]) -> None:
        """She has been told of these."""
        notebook = self._mine.notebook
        for task_num in task_nums:
            notebook.kept.reminders[task_num] = replace(notebook.kept.reminders[task_num], rung=True)
        notebook.changed()

    def close(self) -> None:
        """Ring no more."""
        self._waiting.cancel()
        for unwatch in self._unwatch:
            unwatch()

    def _is_open(self, task_num: int) -> bool:
        task = self._board.task(task_num)
        return task is not None and task.TaskStatus is not TaskStatusEnum.DONE

    def _look_once(self) -> None:
        if not self._known and is_complete(self._board):
            self._known = True
            self._look()

    def _look(self) -> None:
        """Ring what is due, and wait for what is not."""
        if not self._known:
            return
        reminders = self._mine.notebook.kept.reminders
        due = {task_num: reminders[task_num].at for task_num in self.due}
        news = {task_num for task_num, at in due.items() if self._rung.get(task_num) != at}
        self._rung = due
        if news:
            self._ring()
        now = self._clock.now()
        tomorrow = datetime.combine(now.date() + DAY, time())
        following = min((each.at for each in reminders.values() if each.at > now), default=tomorrow)
        if (following := min(following, tomorrow)) != self._next:
            self._next = following
            self._waiting.start(self._wait(following), "reminder")

    async def _wait(self, until: datetime) -> None:
        while (left := (until - self._clock.now()).total_seconds()) > 0:
            await self._clock.sleep(min(left, LONGEST_WAIT))
        self._next = None
        self._mine.time_passed(new_day=until.time() == time())
