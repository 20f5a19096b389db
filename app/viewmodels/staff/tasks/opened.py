"""Which task is open beside the list, and which one comes next."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal

from app.viewmodels.staff.tasks.facts import TaskFacts
from app.viewmodels.staff.tasks.shown import ShownTasks
from app.wire.resources.tasks import TaskStatusEnum


class OpenedTask(QObject):
    """`changed` follows `task_num`. An open task stays in the list, whatever happens to it.

    `moved_on`: another one was opened without being chosen.
    """

    changed = Signal()
    moved_on = Signal()

    def __init__(self, facts: TaskFacts, shown: ShownTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts, self._shown = facts, shown
        self._finished = (0, 0)
        """The task that was marked done here last, and the one that was opened instead."""
        self._is_opening = False
        self._done_elsewhere = False
        """Whether the open one was done before it was opened, or by another."""
        self.is_entering: Callable[[], bool] = lambda: False
        """Whether something is being entered about the open task."""
        self.task_num = 0
        """0: none."""
        shown.changed.connect(self._drop_lost)

    def open(self, task_num: int) -> None:
        """Open a task; 0: none."""
        if task_num == self.task_num or self._is_opening:
            return
        self.task_num, self._done_elsewhere = task_num, self._is_done(task_num)
        # The one before may leave the list, whose cursor goes on to the next row then.
        self._is_opening = True
        self._shown.hold(task_num)
        self._is_opening = False
        self.changed.emit()

    def follow(self, changed: Collection[int]) -> None:
        """These tasks changed, and the list shows it.

        If this PC marked the open one done, the next one is opened; if that is undone, it is opened again. What
        others do to it doesn't close it, and nothing does while something is entered about it.
        """
        done, instead = self._finished
        if self.task_num in changed:
            written = self.task_num in self._facts.board.written
            self._done_elsewhere = self._is_done(self.task_num) and (self._done_elsewhere or not written)
        if self.task_num in changed and self._was_finished_here(self.task_num):
            if self.is_entering():
                return
            before = self.task_num
            self.open(self._next(before))
            self._finished = (before, self.task_num)
            self.moved_on.emit()
        elif done in changed and instead == self.task_num and self._shown.belongs(done):
            self._finished = (0, 0)
            self.open(done)

    def _drop_lost(self) -> None:
        """One that the list doesn't show any more is not open."""
        if self.task_num and self.task_num not in self._shown.model:
            self.open(0)

    def _was_finished_here(self, task_num: int) -> bool:
        here = self._is_done(task_num) and not self._done_elsewhere
        return here and not self._shown.belongs(task_num)

    def _is_done(self, task_num: int) -> bool:
        task = self._facts.board.task(task_num)
        return task is not None and task.TaskStatus is TaskStatusEnum.DONE

    def _next(self, task_num: int) -> int:
        """The task below, or the one above the last one."""
        model = self._shown.model
        at = model.place(task_num)
        return model.at(at + 1) or model.at(at - 1)
