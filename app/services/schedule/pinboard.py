"""The pinboard: appointments that are to be moved. They stay where they are until then.

Kept sealed on this PC; with a hub it is the office's, and every desk has the same one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import StrEnum

from app.api.client import OpenDental
from app.api.errors import ApiError, Gone, NotFound
from app.api.need import Need
from app.core.clock import Clock
from app.core.observers import Observers
from app.core.stored import StoredRows, merged_dicts
from app.core.tasks import TaskScope
from app.domain.schedule.pattern import clean, shown_minutes
from app.domain.schedule.pinned import PINBOARD, Pin
from app.domain.schedule.visit import Visit
from app.journal.entries import Entry, WriteState
from app.journal.journal import Journal
from app.sealed.documents import DocumentKeeper
from app.sealed.errors import LocalStoreError
from app.services.schedule.grids import visit_named
from app.services.writes.schedule.appointment import apt_num_of
from app.services.writes.schedule.move import MOVE
from app.store.office import Change, Office
from app.wire.resources.appointments import Appointment, ApptStatus

OFF_SCHEDULE = (ApptStatus.UNSCHED_LIST, ApptStatus.PLANNED)


class Standing(StrEnum):
    """What has become of a pinned appointment since."""

    UNKNOWN = "unknown"
    """It couldn't be read yet."""
    SAME = "same"
    MOVED = "moved"
    """It has another time, operatory or length."""
    BROKEN = "broken"
    OFF = "off"
    """It is on the Unscheduled List, or complete: it can't be moved from here."""
    GONE = "gone"
    """It was deleted."""


class Pinboard:
    """`await load()` once, then ask from memory. What is changed is on disk on return."""

    def __init__(
        self,
        documents: DocumentKeeper,
        client: OpenDental,
        office: Office,
        journal: Journal,
        author: Callable[[], str],
        clock: Clock,
        scope: TaskScope,
    ) -> None:
        """`author`: who is at the desk."""
        self._documents = documents
        self._client = client
        self._office = office
        self._author = author
        self._clock = clock
        self._scope = scope
        self._pins: dict[int, Pin] = {}
        self._stored = _rows(b"")
        self._rows: dict[int, Appointment | None] = {}
        """As the office had them when they were read last; None: deleted."""
        self._disk = asyncio.Lock()
        self._observers = Observers[None]()
        self._unwatch = (office.watch(self._follow_office), journal.watch(self._follow_journal))

    @property
    def pins(self) -> Sequence[Pin]:
        """The pinned appointments, first pinned first, whichever desk did."""
        return tuple(sorted(self._pins.values(), key=lambda pin: pin.pinned_at))

    def __contains__(self, apt_num: int) -> bool:
        return apt_num in self._pins

    def watch(self, watcher: Callable[[], object]) -> Callable[[], None]:
        """Call back after each change. Returns a function that unsubscribes."""
        return self._observers.add(lambda _: watcher())

    def close(self) -> None:
        """Stop following the office."""
        for unwatch in self._unwatch:
            unwatch()

    async def load(self) -> None:
        """Read what was pinned before, and look what has become of it. Raises StoreFailed.

        Again after another desk of the office has changed it: what was changed here meanwhile stays changed.
        """
        async with self._disk:
            stored = await self._documents.get(PINBOARD)
            before = {pin.apt_num: pin for pin in self._stored.rows}
            self._stored = _rows(stored.data if stored is not None else b"")
            there = {pin.apt_num: pin for pin in self._stored.rows}
            shown, self._pins = self._pins, merged_dicts(before, self._pins, there)
        same = {key for key, pin in self._pins.items() if shown.get(key) == pin}
        self._rows = {key: row for key, row in self._rows.items() if key in same}
        self._observers.notify(None)
        unread = [key for key in self._pins if key not in self._rows and self._office.visit_row(key) is None]
        if unread:
            await self.check(Need.PREFETCH, unread)

    async def pin(self, visit: Visit) -> None:
        """Pin an appointment as it is now. Raises StoreFailed."""
        self._pins.pop(visit.apt_num, None)
        self._pins[visit.apt_num] = Pin(
            visit.apt_num,
            visit.pat_num,
            visit.name,
            visit.start,
            visit.minutes,
            visit.op_num,
            self._clock.now(),
            visit.procedures,
            self._author(),
        )
        self._observers.notify(None)
        await self._save()

    async def unpin(self, apt_num: int) -> None:
        """Take it off the pinboard: it stays where it is. Raises StoreFailed."""
        if self._pins.pop(apt_num, None) is not None:
            self._rows.pop(apt_num, None)
            self._observers.notify(None)
            await self._save()

    async def check(self, need: Need, apt_nums: Sequence[int]) -> None:
        """Read pinned appointments again; what fails stays as it was."""
        for apt_num in apt_nums:
            try:
                self._rows[apt_num] = await self._client.at(need).appointments.get(apt_num)
            except (NotFound, Gone):
                self._rows[apt_num] = None
            except ApiError:
                continue
        self._observers.notify(None)

    def row(self, apt_num: int) -> Appointment | None:
        """A pinned appointment as it is now, as far as known."""
        return self._office.visit_row(apt_num) or self._rows.get(apt_num)

    def standing(self, pin: Pin) -> Standing:
        """What has become of it."""
        row = self.row(pin.apt_num)
        if row is None:
            return Standing.GONE if pin.apt_num in self._rows else Standing.UNKNOWN
        if row.AptStatus is ApptStatus.BROKEN:
            return Standing.BROKEN
        if row.AptStatus in OFF_SCHEDULE or row.AptStatus is ApptStatus.COMPLETE:
            return Standing.OFF
        now = row.AptDateTime, row.Op, shown_minutes(clean(row.Pattern))
        return Standing.SAME if now == (pin.start, pin.op_num, pin.minutes) else Standing.MOVED

    def visit(self, apt_num: int) -> Visit | None:
        """A pinned appointment as the schedule shows it now; None: it isn't known, or not on the schedule."""
        row, pin = self.row(apt_num), self._pins.get(apt_num)
        if row is None or pin is None or row.AptDateTime is None or row.AptStatus in OFF_SCHEDULE:
            return None
        return visit_named(self._office, row, pin.name)

    async def _save(self) -> None:
        async with self._disk:
            data = self._stored.encode(self._pins.values())
            await self._documents.put(PINBOARD, data, self._clock.utc())

    def _follow_office(self, change: Change) -> None:
        changed = self._pins.keys() & change.apt_nums
        if not changed:
            return
        self._rows = {key: row for key, row in self._rows.items() if key not in changed}
        lost = [each for each in changed if self._office.visit_row(each) is None]
        if lost:
            self._scope.start(self.check(Need.REFRESH, lost), "pinned appointments")
        self._observers.notify(None)

    def _follow_journal(self, entry: Entry) -> None:
        """What was moved from here is done."""
        moved = entry.intent.kind == MOVE.kind and entry.state is WriteState.DONE
        if moved and entry.intent.undo_of is None and (apt_num := apt_num_of(entry.intent)) in self._pins:
            self._scope.start(self._done(apt_num), "pinned appointments")

    async def _done(self, apt_num: int) -> None:
        """If the disk refuses, it is pinned again after the next start, with the note that it was moved."""
        with suppress(LocalStoreError):
            await self.unpin(apt_num)


def _rows(data: bytes) -> StoredRows[Pin]:
    return StoredRows(data, Pin, lambda pin: pin.apt_num)


MOVABLE = frozenset({Standing.SAME, Standing.MOVED, Standing.BROKEN})
"""What can be moved from the pinboard."""
