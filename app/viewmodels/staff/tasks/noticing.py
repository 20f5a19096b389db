"""Notices new tasks, due reminders, and what two people did at once; told while the person here enters nothing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.core.tasks import LatestTask
from app.core.text import many
from app.journal.entries import Entry
from app.sealed.errors import LocalStoreError
from app.services.tasks.bell import ReminderBell
from app.services.tasks.lately import LOOKED_BACK
from app.services.tasks.mine import MyChange, is_complete
from app.services.tasks.own_writes import handed_on, written_task
from app.store.tasks.changes import TaskChange
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.doubles import TaskDoubles
from app.viewmodels.staff.tasks.showing import TASKS
from app.viewmodels.staff.tasks.toasts import TaskToasts
from app.viewmodels.translation import tr
from app.wire.resources.tasks import Task, TaskStatusEnum

CALM_SECONDS = 0.5
"""What arrives within so many seconds is told together."""
AGAIN_SECONDS = 1.0
"""Between two looks whether the user is still entering something, while there is something to tell."""
PATIENCE_SECONDS = 120.0
"""A half-written note delays it no longer; money and a locked window as long as it takes."""


class TaskNoticing(QObject):
    """`changed` when the number of unread tasks may be another; `noticed` when the user was told of something."""

    changed = Signal()
    noticed = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        parts = desk.parts
        self._clock = parts.clock
        self._board = parts.tasks()
        self._mine = parts.my_tasks()
        self._toasts = TaskToasts(desk)
        self._known: set[int] | None = None
        """All tasks that were ever on the board; None: it was not complete yet."""
        self._new: list[int] = []
        self._answered: list[int] = []
        """Her own tasks to which others added notes, and that she has not been told of."""
        self._unseen = set[int]()
        """Her own tasks with such notes that she has not seen."""
        self._telling = LatestTask(parts.scope)
        self._waits = False
        self._bell = ReminderBell(self._mine, self._board, self._clock, parts.scope, self._tell_soon)
        self._doubles = TaskDoubles(desk, self._toasts, self._tell_soon)
        self._mine.notebook.on_trouble = self._tell_trouble
        self._unwatch = (
            self._board.watch(self._follow),
            self._mine.watch(self._follow_mine),
            parts.journal.watch(self._follow_write),
        )
        desk.user.changed.connect(self._switch)

    @property
    def unread(self) -> int:
        """Unread tasks of the lists that she follows."""
        return self._mine.unread

    async def load(self) -> None:
        """Read what the person at the desk keeps."""
        await self._mine.load(self._desk.user.user_num)
        for entry in reversed(self._desk.parts.journal.recent(LOOKED_BACK)):
            self._pass_on(entry, late=True)
        self._follow(TaskChange())

    def close(self) -> None:
        """The desk was closed."""
        self._bell.close()
        self._doubles.close()
        self._telling.cancel()
        for unwatch in self._unwatch:
            unwatch()

    def _switch(self) -> None:
        """Another person: what was to be told to the one before is not told to her."""
        if self._desk.user.user_num != self._mine.notebook.user_num:
            self._new, self._answered, self._unseen = [], [], set()
            self._desk.parts.scope.start(self.load(), "tasks of a person")  # never canceled: it saves, too

    def _follow(self, change: TaskChange) -> None:
        self._toasts.close_what_is_over()
        if self._known is None:
            if is_complete(self._board):
                self._known = {each.TaskNum for each in self._board.tasks}
            return
        new = change.tasks - self._known
        self._known |= new
        found = [task_num for task_num in sorted(new) if self._is_news(task_num)]
        if found:
            self._new += found
            self._tell_soon()

    def _follow_mine(self, change: MyChange) -> None:
        unread = self.unread
        self._desk.screens.counts.show(TASKS, unread, tr(many("{n} unread", "{n} unread", unread)))
        self._toasts.close_what_is_over()
        self.changed.emit()
        answers = {each for each in change.tasks if self._is_answer(each)}
        found = answers - self._unseen
        self._unseen = (self._unseen - change.tasks) | answers
        if found and self._known is not None and self._desk.screens.current != TASKS:
            self._answered += found
            self._tell_soon()

    def _follow_write(self, entry: Entry) -> None:
        """What she writes herself, she has seen; what she hands on takes her reminder along."""
        self._pass_on(entry)
        task_num = written_task(entry)
        if task_num and entry.user_num == self._mine.notebook.user_num:
            self._mine.see(task_num, own=True)

    def _pass_on(self, entry: Entry, *, late: bool = False) -> None:
        """`late`: it may have ended before this began, or the old task may have been reopened since."""
        if entry.user_num != self._mine.notebook.user_num or (tasks := handed_on(entry)) is None:
            return
        before, after = tasks
        old, reminder = self._board.task(before), self._mine.notebook.kept.reminders.get(before)
        if reminder is None or (late and old is not None and old.TaskStatus is not TaskStatusEnum.DONE):
            return
        self._mine.remind(before, None)
        if self._mine.reminder(after) is None:
            self._mine.remind(after, reminder.at, rung=reminder.rung)

    def _is_news(self, task_num: int) -> bool:
        """Whether it is open, unread, and in a list that she follows."""
        task = self._board.task(task_num)
        return task is not None and self._mine.is_unread(task) and self._mine.follows(task.TaskListNum)

    def _is_answer(self, task_num: int) -> bool:
        """Whether it is hers, and somebody else has added a note: she may not follow the list that it is in."""
        task = self._board.task(task_num)
        return (
            task is not None
            and task.UserNum == self._mine.notebook.user_num != 0
            and self._mine.is_unread(task)
        )

    def _tell_soon(self) -> None:
        if not self._waits:
            self._waits = True
            self._telling.start(self._tell_when_free(), "tell of tasks")

    async def _tell_when_free(self) -> None:
        await self._clock.sleep(CALM_SECONDS)
        until = self._clock.monotonic() + PATIENCE_SECONDS
        while self._is_busy(patient=self._clock.monotonic() < until):
            await self._clock.sleep(AGAIN_SECONDS)
        self._waits = False
        self._tell()

    def _is_busy(self, *, patient: bool) -> bool:
        desk = self._desk
        return desk.parts.staff.locked or desk.money.entering or (patient and desk.patient.entering)

    def _tell(self) -> None:
        new = self._rows([each for each in self._new if self._is_news(each)])
        answered = self._rows([each for each in self._answered if self._is_answer(each)])
        self._new, self._answered = [], []
        if new:
            self._toasts.tell_new(new)
        if answered:
            self._toasts.tell_answered(answered)
        due = self._bell.due
        if due:
            self._bell.told(due)
            self._toasts.tell_due(due)
        self._doubles.tell()
        if new or answered or due:
            self.noticed.emit()

    def _rows(self, task_nums: Iterable[int]) -> list[Task]:
        return [task for each in task_nums if (task := self._board.task(each)) is not None]

    def _tell_trouble(self, _: LocalStoreError) -> None:
        self._desk.warn(
            tr("Front Desk can't save which tasks you have seen. It remembers them until you close it.")
        )
