"""Reads names and contacts for the rows in sight, where no query brings them for all rows."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence

from app.api.errors import ApiError, NotSent
from app.api.need import Need
from app.core.tasks import LatestTask
from app.domain.lists.contact import Contact
from app.domain.schedule.visit import Person
from app.services.lists.contacts import contact_of
from app.store.patients.people import known_of
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists.known import ListKnowledge
from app.viewmodels.staff.lists.rows import ListRow

AT_ONCE = 4
"""Patients read before the table is told, and before the next ones are asked for."""


class Sight:
    """Canceled when other rows come into sight, or the list is left."""

    def __init__(self, desk: DeskViewModel, known: ListKnowledge) -> None:
        self._desk = desk
        self._known = known
        self._reading = LatestTask(desk.parts.scope)
        self._asked: frozenset[int] = frozenset()
        self._done: set[int] = set()
        """Patients of whom there is no more to read, or whom the office refuses."""

    def see(self, rows: Iterable[ListRow]) -> None:
        """These rows are in sight now."""
        wanted = {row.pat_num: row for row in rows if self._lacks(row)}
        if wanted and wanted.keys() <= self._asked:  # those that are left: rows are shown as they come in
            return
        self.leave()
        if wanted:
            self._asked = frozenset(wanted)
            self._reading.start(self._read(list(wanted.values())), "rows in sight")

    def leave(self) -> None:
        """No rows are in sight."""
        self._reading.cancel()
        self._asked = frozenset()

    def _lacks(self, row: ListRow) -> bool:
        return (row.contact is None or is_short(row.person)) and row.pat_num not in self._done

    async def _read(self, rows: Sequence[ListRow]) -> None:
        for first in range(0, len(rows), AT_ONCE):
            batch = rows[first : first + AT_ONCE]
            found = await asyncio.gather(*(self._one(row) for row in batch))
            self._done |= {row.pat_num for row, each in zip(batch, found, strict=True) if each}
            self._known.learn_all({row.pat_num: each for row, each in zip(batch, found, strict=True) if each})
        self._asked = frozenset()

    async def _one(self, row: ListRow) -> Contact | None:
        client = self._desk.parts.client.at(Need.REFRESH)
        try:
            if is_short(row.person):
                self._desk.parts.office.people.learn([known_of(await client.patients.get(row.pat_num))])
            if row.contact is not None:
                return row.contact
            return contact_of(await client.commlogs.list(PatNum=row.pat_num), row.counted_since)
        except NotSent:
            return None
        except ApiError:
            self._done.add(row.pat_num)
            return None


def is_short(person: Person | None) -> bool:
    """Whether their own row wasn't read: Open Dental's recall list has only names, and a search no guarantor."""
    return person is None or not person.guarantor
