"""The tasks of an office in memory: read page by page, kept up to date by signals and by this PC's own writes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta

from app.api.client import OpenDental
from app.api.errors import ApiError, BadRequest, PermissionMissing
from app.api.need import Need
from app.core.clock import Clock
from app.core.observers import Observers
from app.core.text import NO_TEXT, Text
from app.store.tasks.changes import Standing, TaskChange
from app.store.tasks.named import NamedTasks
from app.store.tasks.notes import NoteRows
from app.store.tasks.older import OlderTasks
from app.store.tasks.patients import KnowsVisits, TaskPatients
from app.store.tasks.reading import BoardReading
from app.store.tasks.rows import TaskRows
from app.wire.permissions import Permission
from app.wire.resources.task_lists import TaskList
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import Task, TaskObjectType, Tasks


class TaskBoard:
    """Open tasks and those done lately, by TaskNum. Its methods that read raise the client's ApiErrors."""

    def __init__(self, client: OpenDental, clock: Clock, office: KnowsVisits | None = None) -> None:
        """`office`: knows whose the appointments in memory are."""
        self.client = client
        self._clock = clock
        self._read_at: float | None = None
        self.confirmed_at: Callable[[], float | None] = lambda: None
        """When the office said last that no other task has changed, in monotonic seconds; None: it can't be known."""
        self._observers = Observers[TaskChange]()
        self._rows = TaskRows()
        self._notes = NoteRows(client, self._tell)
        self.doubted = self._rows.doubted
        self.named = NamedTasks(client, self._rows, self._tell)
        self.reading = BoardReading(client, self._rows, self.named, self._tell)
        self.older = OlderTasks(client, clock, self._rows, self.reading)
        self.people = TaskPatients(client, self._rows, office, self._tell)
        self.standing = Standing.UNREAD
        self.why: ApiError | None = None
        """Why the last reading failed; None: it did not."""
        self.reason: Text = NO_TEXT
        """Why nothing can be read with this key or at this office, where that is known without asking."""
        self.written: dict[int, datetime] = {}
        """When the office stored this PC's own last write to a task, until its signal comes."""

    @property
    def age(self) -> timedelta | None:
        """Since when nothing is known of changes by others; None: the tasks have not all been read yet."""
        if self._read_at is None:
            return None
        at = max(self._read_at, self.confirmed_at() or 0.0)
        return timedelta(seconds=max(self._clock.monotonic() - at, 0.0))

    @property
    def lists(self) -> Mapping[int, TaskList]:
        """The office's lists in use, by TaskListNum."""
        return self.reading.lists

    @property
    def open_tasks(self) -> Collection[Task]:
        """All tasks that are new or viewed."""
        return self._rows.open.values()

    @property
    def done_tasks(self) -> Collection[Task]:
        """The tasks that are known to be done."""
        return self._rows.done.values()

    @property
    def tasks(self) -> Collection[Task]:
        """All tasks that are known: the open ones, and those done lately."""
        return self._rows.all.values()

    def task(self, task_num: int) -> Task | None:
        """A task; None: it isn't known."""
        return self._rows.all.get(task_num)

    def of_patient(self, pat_num: int) -> tuple[Task, ...]:
        """The open tasks attached to a patient, or to one of the patient's appointments."""
        return self.people.of(pat_num)

    def of_appointment(self, apt_num: int) -> tuple[Task, ...]:
        """The open tasks attached to an appointment."""
        return self._rows.of((TaskObjectType.APPOINTMENT, apt_num))

    def notes(self, task_num: int) -> tuple[TaskNote, ...] | None:
        """A task's notes, oldest first; None: they have not been read."""
        return self._notes.get(task_num)

    def watch(self, watcher: Callable[[TaskChange], object]) -> Callable[[], None]:
        """Call back for each change. Returns a function that unsubscribes."""
        return self._observers.add(watcher)

    async def read(self, need: Need = Need.PREFETCH, *, again: bool = False) -> None:
        """Read the tree, and then all open tasks, page by page: each page can be used at once.

        Whoever asks while it is being read waits for the same reading; `again`: for the one after it.
        """
        self._stand(Standing.READY if self.standing is Standing.READY else Standing.READING)
        try:
            self._refuse_what_is_known()
            await self.reading.read(need, again=again)
        except ApiError as error:
            self.why = error
            self._stand(Standing.READY if self._rows.all else Standing.REFUSED)
            raise
        self.why = None
        self._read_at = self._clock.monotonic()
        self._stand(Standing.READY)

    async def read_task(self, task_num: int, need: Need = Need.CLICK) -> Task:
        """Read one task again. Raises NotFound if it is gone."""
        return await self.named.read(task_num, need)

    async def read_notes(self, task_num: int, need: Need = Need.CLICK) -> tuple[TaskNote, ...]:
        """Read the notes of a task."""
        return await self._notes.read(task_num, need)

    def apply(self, *rows: Task, own: bool = True) -> None:
        """Store rows that this PC's own writes returned, unless somebody's later edit is known.

        `own` False: another user changed them before, so that nothing was written; their signal may still come.
        """
        changed = [row for row in rows if self._rows.put_written(row)]
        if own:
            self.written |= {row.TaskNum: row.SecDateTEdit for row in changed if row.SecDateTEdit is not None}
        if changed:
            self._tell(TaskChange(frozenset(row.TaskNum for row in changed)))

    def apply_note(self, row: TaskNote, *, own: bool = True) -> None:
        """Store a note that a write returned, if the notes of its task are known. `own` as for `apply`."""
        if own and row.DateTimeNote is not None:
            self.written[row.TaskNum] = row.DateTimeNote
        self._notes.apply(row)

    def _refuse_what_is_known(self) -> None:
        verdict = self.client.can(Tasks.list)
        self.reason = verdict.reason
        if not verdict:
            held = self.client.capabilities.permissions
            lacks = held is not None and Permission.READ_ALL not in held
            raise (
                PermissionMissing("Tasks.list", permission=Permission.READ_ALL)
                if lacks
                else BadRequest("Tasks.list")
            )

    def _tell(self, change: TaskChange) -> None:
        self._notes.drop(each for each in change.tasks if each not in self._rows.all)
        self._observers.notify(change)

    def _stand(self, standing: Standing) -> None:
        self.standing = standing
        self._observers.notify(TaskChange())
