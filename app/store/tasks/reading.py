"""Reads the board page by page, newest tasks first, so that each page can be used at once."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field

from app.api.client import OpenDental
from app.api.errors import ApiError, Refused, ServerFault, Unreadable
from app.api.need import Need
from app.store.tasks.changes import TaskChange
from app.store.tasks.named import NamedTasks
from app.store.tasks.rows import TaskRows
from app.wire.resources.task_lists import TaskList
from app.wire.resources.tasks import Task, TaskStatusEnum
from app.wire.rows import RowList, Rows

BEGINNING = datetime(1900, 1, 1)
"""Without a time the office returns the tasks of the last 14 days only."""
ROWS_AT_ONCE = 100
"""Rows stored before the event loop gets its turn."""
FEW = 5
"""So many that left the pages are read one by one: done and deleted are different things."""
MOST_STEPS_BACK = 20
"""Of half a page, in one part."""


class Part(StrEnum):
    """What is read one after the other."""

    LISTS = "lists"
    RECENT = "recent"
    """All statuses, as the office returns them without a time: also what was done lately."""
    NEW = "new"
    VIEWED = "viewed"


class _Run(Struct):
    """One reading, which can be resumed where it failed."""

    number: int
    asked: int
    """The moment of the rows when it began."""
    left: deque[Part] = field(default_factory=lambda: deque(Part))
    seen: set[int] = field(default_factory=set)
    """The tasks of all pages so far."""
    part: set[int] = field(default_factory=set)
    """Those of this part's pages."""
    offset: int = 0
    size: int = 0
    """Rows of the longest page."""
    steps_back: int = 0
    has_gaps: bool = False
    """Whether more moved up, again and again, than could be followed."""

    def begin_part(self) -> None:
        """Start the next part with its first page."""
        self.offset = self.steps_back = 0
        self.part.clear()

    def follows(self, keys: set[int]) -> bool:
        """Whether a page of this part has a row of those before; else one further up is to be read."""
        if not self.offset or not self.part.isdisjoint(keys):
            return True
        self.has_gaps |= self.steps_back >= MOST_STEPS_BACK
        if not self.has_gaps:
            self.steps_back += 1
            self.offset = max(self.offset - self.size // 2, 0)
        return self.has_gaps


class BoardReading:
    """One reading at a time: whoever asks while one is under way waits for the same one, and hurries it."""

    def __init__(
        self, client: OpenDental, rows: TaskRows, named: NamedTasks, notify: Callable[[TaskChange], None]
    ) -> None:
        self._client = client
        self._rows = rows
        self._named = named
        self._notify = notify
        self._lock = asyncio.Lock()
        self._needs: list[Need] = []
        self._run: _Run | None = None
        self._begun = self._last = self._finished = 0
        """The numbers of the last readings that began and ended, and how many ended."""
        self.lists: dict[int, TaskList] = {}
        self.lists_why: ApiError | None = None
        """Why the tree could not be read; None: it could, or was not read yet."""
        self.pages = 0
        """Requests of the last complete reading."""
        self._requests = 0

    @property
    def is_complete(self) -> bool:
        """Whether all open tasks have been read."""
        return self._finished > 0

    async def read(self, need: Need, *, again: bool = False) -> None:
        """Read everything, or the first time what a failed reading left over. Raises the client's errors.

        `again`: a reading that is under way already is not enough, because something has changed since.
        """
        begun, finished = self._begun, self._finished
        self._needs.append(need)
        try:
            async with self._lock:
                while self._last <= begun if again else self._finished == finished:
                    await self._read_all()
        finally:
            self._needs.remove(need)

    async def read_lists(self, need: Need) -> None:
        """Read the tree of lists. Raises the client's errors."""
        self._take_lists(await self._client.at(need).task_lists.list())

    async def _read_all(self) -> None:
        run = self._run
        if run is None or self.is_complete:  # what was read once is read again from its beginning
            self._begun += 1
            self._requests = 0
            run = _Run(self._begun, self._rows.moment())
        self._run = run
        while run.left:
            await self._read_part(run, run.left[0])
            run.left.popleft()
            run.begin_part()
        await self._settle_those_that_left(run)
        self._run = None
        self._finished += 1
        self._last = run.number
        self.pages = self._requests

    async def _read_part(self, run: _Run, part: Part) -> None:
        match part:
            case Part.LISTS:
                await self._try_lists()
            case Part.RECENT:
                await self._read_pages(run, None)
            case Part.NEW:
                await self._read_pages(run, TaskStatusEnum.NEW)
            case Part.VIEWED:
                await self._read_pages(run, TaskStatusEnum.VIEWED)

    async def _try_lists(self) -> None:
        """Without the tree the tasks can still be shown."""
        try:
            await self.read_lists(min(self._needs))
        except Refused as error:
            self.lists_why = error

    def _take_lists(self, rows: Sequence[TaskList]) -> None:
        lists = {row.TaskListNum: row for row in rows}
        self.lists_why = None
        if lists != self.lists:
            self.lists = lists
            self._notify(TaskChange(lists=True))

    async def _read_pages(self, run: _Run, status: TaskStatusEnum | None) -> None:
        """Each page begins with the last row of the one before: if it doesn't, tasks have left and others moved up."""
        more, stepped_back, surprised = True, False, False
        while more:
            asked = self._rows.moment()
            page, more = await self._asked(status).page(max(run.offset - 1, 0))
            self._requests += 1
            keys = {row.TaskNum for row in page} | {bad.key for bad in page.unreadable if bad.key is not None}
            rows = len(page) + len(page.unreadable)
            if not rows and not run.offset and not surprised and self._knows(status):
                more = surprised = True  # the answer may have been emptied on its way
                continue
            run.size = max(run.size, rows)
            if not run.follows(keys):
                more = stepped_back = True
                continue
            more = more and (stepped_back or not keys <= run.part)
            stepped_back = False
            run.offset = max(run.offset - 1, 0) + rows
            run.part |= keys
            run.seen |= keys
            await self.take(page, asked)

    def _knows(self, status: TaskStatusEnum | None) -> bool:
        """Whether so many open tasks are known that a page without any is strange."""
        return len(self._rows.open) > FEW and (
            status is None or any(row.TaskStatus is status for row in self._rows.open.values())
        )

    def _asked(self, status: TaskStatusEnum | None) -> Rows[Task]:
        tasks = self._client.at(min(self._needs)).tasks
        if status is None:
            return tasks.list()
        return tasks.list(TaskStatus=status, DateTimeOriginal=BEGINNING)

    async def take(self, page: RowList[Task], asked: int) -> None:
        """Store a page that was asked for at this moment, a few rows at a time."""
        for first in range(0, len(page), ROWS_AT_ONCE):
            self._named.take(page[first : first + ROWS_AT_ONCE], asked)
            await asyncio.sleep(0)

    async def _settle_those_that_left(self, run: _Run) -> None:
        """Open tasks that no page had any more were done or deleted by somebody else.

        One that can't be read stays as it is known.
        """
        if run.has_gaps:
            return
        gone = [
            task_num
            for task_num in self._rows.open
            if task_num not in run.seen and not self._rows.stored_since(task_num, run.asked)
        ]
        if len(gone) <= FEW and self._named.reads_one:
            for task_num in gone:
                with contextlib.suppress(Unreadable, ServerFault):
                    await self._named.settle(task_num, min(self._needs))
        else:
            self._named.drop(gone)
