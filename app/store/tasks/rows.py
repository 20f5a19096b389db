"""Tasks by number, with the indexes that screens ask; each is kept by change."""

from __future__ import annotations

from collections import defaultdict
from itertools import count

from app.core.observers import Observers
from app.wire.resources.tasks import Task, TaskObjectType, TaskStatusEnum

Attached = tuple[TaskObjectType, int]
"""What a task is attached to: a patient's or an appointment's number."""


class TaskRows:
    """The rows. Answers arrive late: one that was sent before a newer row was stored doesn't replace it."""

    def __init__(self) -> None:
        self.all: dict[int, Task] = {}
        self.open: dict[int, Task] = {}
        self.done: dict[int, Task] = {}
        self.apt_nums: set[int] = set()
        """The appointments that open tasks are attached to."""
        self._attached: defaultdict[Attached, dict[int, Task]] = defaultdict(dict)
        self._moments = count(1)
        self._now = 0
        self._stored: dict[int, int] = {}
        """When each row was stored or left."""
        self.doubted = Observers[int]()
        """Called with the TaskNums of which it can't be known which of two rows is the later one."""

    def moment(self) -> int:
        """Now, to be given to `put_read` with what is asked for now."""
        return self._now

    def of(self, attached: Attached) -> tuple[Task, ...]:
        """The open tasks attached to this."""
        return tuple(self._attached.get(attached, {}).values())

    def put(self, row: Task) -> bool:
        """Store a row. False: it is the same as before."""
        before = self.all.get(row.TaskNum)
        if before == row:
            return False
        if before is not None:
            self._take_out(before)
        self.all[row.TaskNum] = row
        self._stamp(row.TaskNum)
        if row.TaskStatus is TaskStatusEnum.DONE:
            self.done[row.TaskNum] = row
        else:
            self.open[row.TaskNum] = row
            if row.KeyNum:
                self._attached[_attached(row)][row.TaskNum] = row
                if row.ObjectType is TaskObjectType.APPOINTMENT:
                    self.apt_nums.add(row.KeyNum)
        return True

    def put_read(self, row: Task, asked: int) -> bool:
        """Store a row that was asked for at a moment. False: nothing changed."""
        known = self.all.get(row.TaskNum)
        if not self.stored_since(row.TaskNum, asked) or (known is not None and _is_later(row, known)):
            return self.put(row)
        if known is not None and known != row and not _is_later(known, row):
            self.doubted.notify(row.TaskNum)
        return False

    def put_written(self, row: Task) -> bool:
        """Store the result of an own write. False: nothing changed, because it or a later edit was read already."""
        known = self.all.get(row.TaskNum)
        if known is not None and _is_later(known, row):
            return False
        changed = self.put(row)
        if changed and known is not None and row.SecDateTEdit is not None and not _is_later(row, known):
            self.doubted.notify(row.TaskNum)  # both edited in the same second
        return changed

    def drop(self, task_num: int) -> bool:
        """Remove a task. False: it wasn't known."""
        row = self.all.pop(task_num, None)
        self._stamp(task_num)  # also of one that a late answer may still bring
        if row is not None:
            self._take_out(row)
        return row is not None

    def stored_since(self, task_num: int, moment: int) -> bool:
        """Whether a row was stored, or left, after this moment."""
        return self._stored.get(task_num, 0) > moment

    def _take_out(self, row: Task) -> None:
        self.open.pop(row.TaskNum, None)
        self.done.pop(row.TaskNum, None)
        if (others := self._attached.get(_attached(row))) is not None:
            others.pop(row.TaskNum, None)
            if not others:
                del self._attached[_attached(row)]
                if row.ObjectType is TaskObjectType.APPOINTMENT:
                    self.apt_nums.discard(row.KeyNum)

    def _stamp(self, task_num: int) -> None:
        self._now = self._stored[task_num] = next(self._moments)


def _is_later(row: Task, other: Task) -> bool:
    """Whether a row was edited later than another one, as far as whole seconds tell."""
    if row.SecDateTEdit is None:
        return False
    return other.SecDateTEdit is None or row.SecDateTEdit > other.SecDateTEdit


def _attached(row: Task) -> Attached:
    return row.ObjectType, row.KeyNum
