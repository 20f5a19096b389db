"""What is due today or was before, kept by change: only a new day, person or tree has all dates looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from app.core.clock import Clock
from app.domain.tasks.reminders import due_at, is_due
from app.services.tasks.notebook import Notebook
from app.services.tasks.tally import KnownTasks
from app.wire.resources.tasks import Task


class DueTasks:
    """`concerns` tells whether a task that the office gave a date is to be done by the person at the desk."""

    def __init__(
        self,
        board: KnownTasks,
        notebook: Notebook,
        clock: Clock,
        dated: set[int],
        concerns: Callable[[Task], bool],
    ) -> None:
        """`dated`: the TaskNums of all open tasks that the office gave a date or a reminder, as it changes."""
        self._board = board
        self._notebook = notebook
        self._clock = clock
        self._dated = dated
        self._concerns = concerns
        self._day: date | None = None
        """The day that the rest is of; None: all has to be looked at."""
        self._at: dict[int, datetime] = {}
        self._hers: set[int] = set()

    def again(self) -> None:
        """Another person, other followed lists, or another tree."""
        self._day = None

    def look_at(self, task_nums: Iterable[int]) -> None:
        """These tasks, or their reminders, have changed."""
        if self._day is not None:
            for task_num in task_nums:
                self._put(task_num, self._day)

    def numbers(self, *, hers: bool) -> tuple[int, ...]:
        """TaskNums, longest overdue first."""
        found = self._of_today(hers=hers)
        return tuple(sorted(found, key=lambda each: (self._at[each], each)))

    def count(self, *, hers: bool) -> int:
        """How many."""
        return len(self._of_today(hers=hers))

    def _of_today(self, *, hers: bool) -> set[int] | dict[int, datetime]:
        today = self._clock.now().date()
        if self._day != today:
            self._day = today
            self._at.clear()
            self._hers.clear()
            for task_num in self._dated | self._notebook.kept.reminders.keys():
                self._put(task_num, today)
        return self._hers if hers else self._at

    def _put(self, task_num: int, today: date) -> None:
        task, own = self._board.task(task_num), self._notebook.kept.reminders.get(task_num)
        self._at.pop(task_num, None)
        self._hers.discard(task_num)
        if task is not None and is_due(task, own, today) and (at := due_at(task, own)) is not None:
            self._at[task_num] = at
            if own is not None or self._concerns(task):
                self._hers.add(task_num)
