"""Which tasks are unread for a person, and how many in each list: counted by change, never as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace

from app.domain.tasks.tree import LOST
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import Task, TaskStatusEnum


def activity(task: Task, notes: Sequence[TaskNote] | None, apart_from: int = 0) -> datetime | None:
    """When something last happened to a task, by the office's clock: it was added, edited, or got a note.

    `apart_from`: a UserNum whose notes don't count; if the task is by this user, its edits don't either.
    None: nothing is known.
    """
    mine = bool(apart_from) and task.UserNum == apart_from
    times = [] if mine else [task.DateTimeOriginal, task.SecDateTEdit]
    times += [each.DateTimeNote for each in notes or () if not (apart_from and each.UserNum == apart_from)]
    return max((each for each in times if each is not None), default=None)


def is_unread(
    task: Task, notes: Sequence[TaskNote] | None, me: int, seen: datetime | None, since: datetime
) -> bool:
    """Whether a person has to look at a task.

    `seen`: up to when she has seen what happened to it; None: she never looked. `since`: her first start on this
    PC; what happened before is unread only if the task is still new. Her own tasks are unread once somebody
    else adds a note.
    """
    if task.TaskStatus is TaskStatusEnum.DONE:
        return False
    latest = activity(task, notes, me)
    if seen is not None:
        return latest is not None and latest > seen
    if me and task.UserNum == me:
        return latest is not None and latest > since
    return task.TaskStatus is TaskStatusEnum.NEW or (latest is not None and latest > since)


def only_viewed(before: Task, after: Task) -> bool:
    """Whether a task was marked as viewed and nothing else: that is no news for others."""
    if before.TaskStatus is not TaskStatusEnum.NEW or after.TaskStatus is not TaskStatusEnum.VIEWED:
        return False
    return replace(before, TaskStatus=after.TaskStatus, SecDateTEdit=after.SecDateTEdit) == after


def without_mark(task: Task, viewed: datetime | None) -> Task:
    """The task without the time of its last edit, if that marked it as viewed and nothing else."""
    return task if viewed is None or task.SecDateTEdit != viewed else replace(task, SecDateTEdit=None)


class UnreadCounts:
    """Unread tasks by list. A change costs as many steps as its list is deep."""

    def __init__(self) -> None:
        self._parents: Mapping[int, int] = {}
        self._where: dict[int, int] = {}
        self._own = Counter[int]()
        self._totals = Counter[int]()
        self._followed: Collection[int] = ()
        self._covered: dict[int, bool] = {}
        self.inbox = 0
        """Unread tasks in followed lists and the lists below them."""

    def __contains__(self, task_num: int) -> bool:
        return task_num in self._where

    def __iter__(self) -> Iterator[int]:
        return iter(self._where)

    def in_list(self, list_num: int) -> int:
        """Unread tasks in a list and those below it."""
        return self._totals[list_num]

    def covers(self, list_num: int) -> bool:
        """Whether a list is followed, by itself or with one above it."""
        known = self._covered.get(list_num)
        if known is None:
            known = any(each in self._followed for each in self._line(list_num))
            self._covered[list_num] = known
        return known

    def put(self, task_num: int, list_num: int | None) -> bool:
        """Count a task as unread in a list; None: it is not unread. Returns whether that is a change."""
        before = self._where.get(task_num)
        if before == list_num:
            return False
        if before is not None:
            del self._where[task_num]
            self._add(before, -1)
        if list_num is not None:
            self._where[task_num] = list_num
            self._add(list_num, 1)
        return True

    def clear(self) -> None:
        """Nothing is unread."""
        self._where.clear()
        self._own.clear()
        self._totals.clear()
        self.inbox = 0

    def arrange(self, parents: Mapping[int, int]) -> None:
        """The tree has changed. `parents`: each list's parent, 0 at the top; others are below `LOST`."""
        self._parents = parents
        self._sum_up()

    def follow(self, lists: Collection[int]) -> None:
        """Other lists are followed."""
        self._followed = lists
        self._sum_up()

    def _sum_up(self) -> None:
        """From the counts of the lists; the tasks themselves are not looked at."""
        self._covered.clear()
        self._totals.clear()
        self.inbox = 0
        own, self._own = self._own, Counter()
        for list_num, count in own.items():
            self._add(list_num, count)

    def _add(self, list_num: int, count: int) -> None:
        self._own[list_num] += count
        for each in self._line(list_num):
            self._totals[each] += count
        if self.covers(list_num):
            self.inbox += count

    def _line(self, list_num: int) -> list[int]:
        """A list and those above it, each once; a task without a list is among the lost ones."""
        line, list_num = list[int](), list_num or LOST
        while list_num and list_num not in line:
            line.append(list_num)
            list_num = self._parents.get(list_num, LOST)
        return line
