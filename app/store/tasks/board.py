"""The tasks of an office in memory: read page by page, kept up to date by signals and by this PC's own writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.core.clock import Clock
from app.core.observers import Observers
from app.store.tasks.changes import Standing, TaskChange
from app.wire.resources.task_lists import TaskList
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import Task, TaskObjectType, TaskStatusEnum

BEGINNING = datetime(1900, 1, 1)
"""Without a time the office returns the tasks of the last 14 days only."""
OPEN = (TaskStatusEnum.NEW, TaskStatusEnum.VIEWED)

Attached = tuple[TaskObjectType, int]
"""What a task is attached to: a patient's or an appointment's number."""


class TaskBoard:
    """Open tasks and those done lately, by TaskNum. Its methods that read raise the client's ApiErrors."""

    def __init__(self, client: OpenDental, clock: Clock) -> None:
        self.client = client
        self._clock = clock
        self._tasks: dict[int, Task] = {}
        self._open: dict[int, Task] = {}
        self._attached: defaultdict[Attached, dict[int, Task]] = defaultdict(dict)
        self._notes: dict[int, tuple[TaskNote, ...]] = {}
        self._lists: dict[int, TaskList] = {}
        self._observers = Observers[TaskChange]()
        self.standing = Standing.UNREAD
        self.why: ApiError | None = None
        """Why the last reading failed; None: it did not."""

    @property
    def lists(self) -> Mapping[int, TaskList]:
        """The office's lists in use, by TaskListNum."""
        return self._lists

    @property
    def open_tasks(self) -> Collection[Task]:
        """All tasks that are new or viewed."""
        return self._open.values()

    @property
    def tasks(self) -> Collection[Task]:
        """All tasks that are known: the open ones, and those done lately."""
        return self._tasks.values()

    def task(self, task_num: int) -> Task | None:
        """A task; None: it isn't known."""
        return self._tasks.get(task_num)

    def of_patient(self, pat_num: int) -> tuple[Task, ...]:
        """The open tasks attached to a patient."""
        return self._of((TaskObjectType.PATIENT, pat_num))

    def of_appointment(self, apt_num: int) -> tuple[Task, ...]:
        """The open tasks attached to an appointment."""
        return self._of((TaskObjectType.APPOINTMENT, apt_num))

    def notes(self, task_num: int) -> tuple[TaskNote, ...] | None:
        """A task's notes, oldest first; None: they have not been read."""
        return self._notes.get(task_num)

    def watch(self, watcher: Callable[[TaskChange], object]) -> Callable[[], None]:
        """Call back for each change. Returns a function that unsubscribes."""
        return self._observers.add(watcher)

    async def read(self, need: Need = Need.PREFETCH) -> None:
        """Read the tree, and then all open tasks, page by page: each page can be used at once."""
        self._stand(Standing.READING if self.standing is not Standing.READY else Standing.READY)
        try:
            await self._read_all(need)
        except ApiError as error:
            self.why = error
            self._stand(Standing.READY if self._tasks else Standing.REFUSED)
            raise
        self.why = None
        self._stand(Standing.READY)

    async def read_task(self, task_num: int, need: Need = Need.CLICK) -> Task:
        """Read one task again. Raises NotFound if it is gone."""
        row = await self.client.at(need).tasks.get(task_num)
        self.apply(row)
        return row

    async def read_notes(self, task_num: int, need: Need = Need.CLICK) -> tuple[TaskNote, ...]:
        """Read the notes of a task."""
        rows = tuple(await self.client.at(need).task_notes.list(TaskNum=task_num))
        self._notes[task_num] = rows
        self._observers.notify(TaskChange(notes=frozenset({task_num})))
        return rows

    def apply(self, *rows: Task) -> None:
        """Store rows that were read, or that a write returned."""
        changed = [row for row in rows if self._tasks.get(row.TaskNum) != row]
        for row in changed:
            self._put(row)
        if changed:
            self._observers.notify(TaskChange(frozenset(row.TaskNum for row in changed)))

    def apply_note(self, row: TaskNote) -> None:
        """Store a note that a write returned, if the notes of its task are known."""
        known = self._notes.get(row.TaskNum)
        if known is not None:
            others = tuple(each for each in known if each.TaskNoteNum != row.TaskNoteNum)
            self._notes[row.TaskNum] = (*others, row)
            self._observers.notify(TaskChange(notes=frozenset({row.TaskNum})))

    async def _read_all(self, need: Need) -> None:
        at = self.client.at(need)
        self._lists = {row.TaskListNum: row for row in await at.task_lists.list()}
        self._observers.notify(TaskChange(lists=True))
        async for page in at.tasks.list().pages():
            self.apply(*page)
        for status in OPEN:
            async for page in at.tasks.list(TaskStatus=status, DateTimeOriginal=BEGINNING).pages():
                self.apply(*page)

    def _put(self, row: Task) -> None:
        before = self._tasks.get(row.TaskNum)
        if before is not None:
            self._attached[_attached(before)].pop(row.TaskNum, None)
        self._tasks[row.TaskNum] = row
        if row.TaskStatus is TaskStatusEnum.DONE:
            self._open.pop(row.TaskNum, None)
            return
        self._open[row.TaskNum] = row
        self._attached[_attached(row)][row.TaskNum] = row

    def _of(self, attached: Attached) -> tuple[Task, ...]:
        return tuple(self._attached.get(attached, {}).values())

    def _stand(self, standing: Standing) -> None:
        self.standing = standing
        self._observers.notify(TaskChange())


def _attached(row: Task) -> Attached:
    return row.ObjectType, row.KeyNum
