"""Tasks that were done longer ago: read from the office as far back as somebody wants to look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from app.api.client import OpenDental
from app.api.need import Need
from app.core.clock import Clock
from app.store.tasks.reading import BEGINNING, BoardReading
from app.store.tasks.rows import TaskRows
from app.wire.resources.tasks import Task, TaskStatusEnum

RECENT = timedelta(days=14)
"""As far back as the office goes by itself."""
MOST_PAGES = 10
"""Of one reading; the next one goes on where it ended."""
MOST_WINDOWS = 6
"""Empty stretches of time that one reading skips."""
FEW = 250
"""After fewer tasks than these the next stretch of time is twice as long; after none, four times."""


class OlderTasks:
    """The API returns what was made after a time, oldest first: each reading begins earlier than the last."""

    def __init__(self, client: OpenDental, clock: Clock, rows: TaskRows, reading: BoardReading) -> None:
        self._client = client
        self._clock = clock
        self._rows = rows
        self._reading = reading
        self._stretch = RECENT
        self._offset = 0
        self.since: datetime | None = None
        """All done tasks that were made since then are known; None: those of the last 14 days."""

    @property
    def more(self) -> bool:
        """Whether there may be older ones."""
        return self.since is None or self.since > BEGINNING

    async def read(self, need: Need = Need.CLICK) -> None:
        """Read some more. Raises the client's errors: what was read until then is kept."""
        found = windows = 0
        while self.more and not found and windows < MOST_WINDOWS:
            found = await self._read_stretch(need)
            windows += 1

    async def _read_stretch(self, need: Need) -> int:
        """One stretch of time, or its next pages; returns how many tasks are new."""
        until = self.since or self._clock.now() - RECENT
        since = until - self._stretch if until - BEGINNING > self._stretch else BEGINNING
        tasks = self._client.at(need).tasks.list(TaskStatus=TaskStatusEnum.DONE, DateTimeOriginal=since)
        before, more = len(self._rows.done), True
        for _ in range(MOST_PAGES):
            asked = self._rows.moment()
            page, more = await tasks.page(self._offset)
            self._offset += len(page) + len(page.unreadable)
            await self._reading.take(page, asked)
            more = more and not _reaches(page, until)
            if not more:
                break
        found = len(self._rows.done) - before
        if not more:
            self.since, self._offset = since, 0
            self._stretch *= 4 if not found else 2 if found < FEW else 1
        return found


def _reaches(page: Sequence[Task], until: datetime) -> bool:
    """Whether everything that follows this page is later: it must be in the order in which tasks were made."""
    made = [row.DateTimeOriginal for row in page if row.DateTimeOriginal is not None]
    in_order = all(one <= other for one, other in pairwise(made))
    return not made or min(made) >= until or (in_order and made[-1] >= until)
