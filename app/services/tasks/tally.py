"""Counts a person's unread tasks: each change of the board, or of what she has seen, changes only its own count."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from app.core.clock import Clock
from app.domain.tasks.reminders import due_at
from app.domain.tasks.tree import TaskTree
from app.domain.tasks.unread import UnreadCounts, activity, is_unread, only_viewed, without_mark
from app.services.tasks.notebook import Notebook
from app.store.tasks.changes import TaskChange
from app.wire.resources.task_lists import TaskList
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import Task, TaskStatusEnum

SECOND = timedelta(seconds=1)
OWN = timedelta(seconds=2)
"""The office records a write of this PC a little later than it is known here."""
NEVER = datetime(1, 1, 1)
"""Seen up to then: not at all."""


class KnownTasks(Protocol):
    """The part of the board that is counted."""

    @property
    def lists(self) -> Mapping[int, TaskList]:
        """The lists in use."""
        ...

    @property
    def tasks(self) -> Collection[Task]:
        """All tasks that are known."""
        ...

    def task(self, task_num: int) -> Task | None:
        """One of them."""
        ...

    def notes(self, task_num: int) -> tuple[TaskNote, ...] | None:
        """Its notes, if they have been read."""
        ...


class Tally:
    """`counts` and `dated` are up to date after each call."""

    def __init__(self, board: KnownTasks, notebook: Notebook, clock: Clock) -> None:
        self._board = board
        self._notebook = notebook
        self._clock = clock
        self._rows: dict[int, Task] = {}
        self._notes: dict[int, tuple[TaskNote, ...]] = {}
        self.counts = UnreadCounts()
        self.dated = set[int]()
        """The TaskNums of open tasks that the office gave a date or a reminder."""
        self._arrange()
        self.again()

    def again(self) -> None:
        """Count everything: another person is here."""
        self.counts.clear()
        self.counts.follow(self._notebook.kept.followed)
        self.recount(each.TaskNum for each in self._board.tasks)

    def follow(self, change: TaskChange) -> set[int]:
        """The board has changed. Returns the TaskNums of what is read or unread now and was not before."""
        if change.lists:
            self._arrange()
        for task_num in change.tasks:
            self._look_at(task_num)
        for task_num in change.notes:
            self._look_at_notes(task_num)
        return self.recount(change.tasks | change.notes)

    def see(self, task_nums: Iterable[int], *, own: bool = False) -> set[int]:
        """She sees these tasks. Returns as `follow`."""
        seen, changed = self._notebook.kept.seen, list[int]()
        for task_num in task_nums:
            now = self._up_to(task_num, own=own)
            if seen.get(task_num, NEVER) < now:
                seen[task_num] = now
                changed.append(task_num)
        if changed:
            self._notebook.changed(soon=True)
        return self.recount(changed)

    def recount(self, task_nums: Iterable[int]) -> set[int]:
        """Count these tasks again. Returns as `follow`."""
        return {task_num for task_num in task_nums if self.counts.put(task_num, self._where(task_num))}

    def _where(self, task_num: int) -> int | None:
        """The list in which a task is unread; None: it is not."""
        task, kept = self._board.task(task_num), self._notebook.kept
        self._keep_row(task_num, task)
        if task is None:
            return None
        notes, seen = self._board.notes(task_num), kept.seen.get(task_num)
        news = without_mark(task, kept.viewed.get(task_num))
        return task.TaskListNum if is_unread(news, notes, self._notebook.user_num, seen, kept.since) else None

    def _keep_row(self, task_num: int, task: Task | None) -> None:
        if task is None:
            self._notes.pop(task_num, None)
        if task is None or task.TaskStatus is TaskStatusEnum.DONE:
            self._rows.pop(task_num, None)
            self.dated.discard(task_num)
            return
        self._rows[task_num] = task
        (self.dated.discard if due_at(task, None) is None else self.dated.add)(task_num)

    def _look_at(self, task_num: int) -> None:
        """That a task was marked as viewed makes it neither unread for who has seen it, nor read for others."""
        before, after = self._rows.get(task_num), self._board.task(task_num)
        if before is None or after is None or not only_viewed(before, after):
            return
        if task_num in self.counts:
            self._notebook.kept.seen.setdefault(task_num, NEVER)
        elif after.SecDateTEdit is not None:
            self._notebook.kept.viewed[task_num] = after.SecDateTEdit
            self._notebook.changed(soon=True)

    def _look_at_notes(self, task_num: int) -> None:
        """A note that was not there when she looked is unread, also one of the same second."""
        before, after = self._notes.get(task_num), self._board.notes(task_num)
        if after is not None:
            self._notes[task_num] = after
        seen = self._notebook.kept.seen.get(task_num)
        if before is None or after is None or seen is None:
            return
        known = {each.TaskNoteNum for each in before}
        for each in after:
            new = each.TaskNoteNum not in known and each.UserNum != self._notebook.user_num
            if new and each.DateTimeNote is not None and each.DateTimeNote <= seen:
                seen = self._notebook.kept.seen[task_num] = each.DateTimeNote - SECOND

    def _up_to(self, task_num: int, *, own: bool) -> datetime:
        """Up to when she has seen a task now: up to the newest note, or up to the present if they are not known."""
        task, notes, now = self._board.task(task_num), self._board.notes(task_num), self._clock.now()
        latest = activity(task, notes) if task is not None else None
        if own:
            return max(now + OWN, latest or now)
        if notes is not None and latest is not None:
            return latest
        second = now.replace(microsecond=0) - SECOND  # a note of the present second may still come
        return max(second, latest or second)

    def _arrange(self) -> None:
        tree = TaskTree(self._board.lists)
        self.counts.arrange({list_num: tree.parent(list_num) for list_num in self._board.lists})
