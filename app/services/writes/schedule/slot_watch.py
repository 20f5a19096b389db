"""Checks again after a write that takes a slot: two desks acting within one response time both see it free.

The later one has lost the slot and is notified: of two new bookings the one with the later AptNum, else the
appointment changed later. Both desks compare the same two rows, so they reach the same result. If another
user moved our appointment at the same time, that is reported too, at once or when the change arrives.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from enum import Enum, auto
from typing import Protocol

from msgspec import Struct

from app.api.errors import ApiError, NotFound
from app.core.clock import Clock
from app.core.observers import Observers
from app.core.tasks import TaskScope
from app.journal.entries import Entry, Wire, WriteState
from app.journal.journal import Journal
from app.services.writes.own import known_bookings
from app.services.writes.reading import moment, shows
from app.services.writes.registry import Registry
from app.services.writes.schedule.appointment import PLACE, subject_of
from app.services.writes.schedule.slots import BESIDE, in_the_way, rows_beside
from app.store.changes import Change, ChangeKind
from app.wire.codec import wire_row
from app.wire.endpoint import Sender
from app.wire.resources.appointments import Appointment, Appointments

LOOKS = (0.0, 1.0, 3.0, 10.0, 30.0)
"""Delays in seconds before each check: the office may be busy, or unreachable in between."""
FOLLOWED_SECONDS = 120.0
"""Seconds after a write of ours during which its appointment's place is tracked."""
AT_ONCE_SECONDS = 10.0
"""A change within this many seconds after ours was made without seeing ours."""


SAME_MOMENT = timedelta(seconds=2)
"""An office stamps a new row twice, from two clocks."""


class Loss(Enum):
    """How a slot was lost."""

    TAKEN = auto()
    """Another appointment took it at the same time, and came first."""
    OVERWRITTEN = auto()
    """Another user moved the appointment at the same time, and came last."""
    MOVED_ON = auto()
    """Another user moved the appointment soon after."""


class LostSlot(Struct, frozen=True):
    """A done write of ours that did not keep its slot."""

    entry: Entry
    loss: Loss
    own: Appointment
    """The appointment's current row."""
    other: Appointment | None = None
    """The appointment that has the slot, if it was taken."""


class WatchedOffice(Protocol):
    """The part of the in-memory office that stores what is read."""

    def take_rows(self, rows: Sequence[Appointment]) -> bool:
        """Store rows if they are newer."""
        ...

    def visit_row(self, apt_num: int) -> Appointment | None:
        """A row in memory."""
        ...

    def watch(self, watcher: Callable[[Change], None]) -> Callable[[], None]:
        """Subscribe to all changes. Returns a function that unsubscribes."""
        ...


class _TakenSlot(Struct, frozen=True):
    """Where a write of ours put an appointment, and when (monotonic clock)."""

    entry: Entry
    place: Wire
    at: float


class SlotWatch:
    """Checks each write of this run that takes a slot, while it is open."""

    def __init__(
        self,
        journal: Journal,
        client: Sender,
        office: WatchedOffice,
        writes: Registry,
        scope: TaskScope,
        clock: Clock,
    ) -> None:
        self._journal = journal
        self._client = client
        self._office = office
        self._writes = writes
        self._scope = scope
        self._clock = clock
        self._taken: dict[int, _TakenSlot] = {}
        self._lost = Observers[LostSlot]()
        self._unwatch = (journal.watch(self._follow), office.watch(self._changed))

    def watch(self, callback: Callable[[LostSlot], None]) -> Callable[[], None]:
        """Subscribe to lost slots. Returns a function that unsubscribes."""
        return self._lost.add(callback)

    def close(self) -> None:
        """Stop following."""
        for unwatch in self._unwatch:
            unwatch()

    def _follow(self, entry: Entry) -> None:
        write = self._writes.get(entry.intent.kind)
        if write is None or entry.state is not WriteState.DONE or not write.takes_slot(entry):
            return
        row = entry.answer or {}
        place = {name: row[name] for name in PLACE}
        self._taken[row["AptNum"]] = _TakenSlot(entry, place, self._clock.monotonic())
        self._scope.start(self._look(entry, row), "look again")

    async def _look(self, entry: Entry, row: Wire) -> None:
        for pause in LOOKS:
            if pause:
                await self._clock.sleep(pause)
            try:
                rows = await rows_beside(self._client, moment(row["AptDateTime"]), row["Pattern"])
                own = next((each for each in rows if each.AptNum == row["AptNum"]), None)
                complete = own is not None
                own = own or await Appointments(self._client).get(row["AptNum"])
            except NotFound:
                return
            except ApiError:
                continue
            if not complete and shows(wire_row(own), {name: row[name] for name in PLACE}):
                continue  # the list lacks an appointment that is there: it was emptied on its way
            self._judge(entry, own, rows)
            self._office.take_rows(rows)
            return

    def _judge(self, entry: Entry, own: Appointment, rows: Sequence[Appointment]) -> None:
        taken = self._taken.get(own.AptNum)
        if taken is None or taken.entry.id != entry.id:
            return  # a later write of ours is checked separately
        if not shows(wire_row(own), taken.place):
            self._overwritten(own, taken)
            return
        seen = {own.AptNum, *known_bookings(entry.intent, self._journal.recent(99)).context.get(BESIDE, ())}
        start, pattern = moment(taken.place["AptDateTime"]), own.Pattern
        found = in_the_way([wire_row(each) for each in rows], own.Op, start, pattern)
        there = {each["AptNum"] for each in found} - seen - self._ours()
        for other in (each for each in rows if each.AptNum in there):
            if came_later(own, other):
                self._lost.notify(LostSlot(entry, Loss.TAKEN, own, other))
                return

    def _changed(self, change: Change) -> None:
        """Check whether another user has moved an appointment that we just placed."""
        if change.kind not in (ChangeKind.VISITS, ChangeKind.DAY):
            return
        for apt_num in change.apt_nums & self._taken.keys():
            taken, row = self._taken[apt_num], self._office.visit_row(apt_num)
            if self._clock.monotonic() - taken.at > FOLLOWED_SECONDS:
                del self._taken[apt_num]
            elif row is None:
                self._scope.start(self._look_for(apt_num, taken), "look for it")
            elif not shows(wire_row(row), taken.place):
                self._overwritten(row, taken)

    async def _look_for(self, apt_num: int, taken: _TakenSlot) -> None:
        """Read an appointment that is on none of the days in memory any more."""
        try:
            row = await Appointments(self._client).get(apt_num)
        except ApiError:
            return
        if self._taken.get(apt_num) is taken and not shows(wire_row(row), taken.place):
            self._overwritten(row, taken)

    def _overwritten(self, own: Appointment, taken: _TakenSlot) -> None:
        if self._taken.get(own.AptNum) is not taken or self._is_ours(own, taken):
            return
        del self._taken[own.AptNum]
        at_once = self._clock.monotonic() - taken.at <= AT_ONCE_SECONDS
        self._lost.notify(LostSlot(taken.entry, Loss.OVERWRITTEN if at_once else Loss.MOVED_ON, own))

    def _is_ours(self, own: Appointment, taken: _TakenSlot) -> bool:
        """Whether a later write of ours, done or in flight, has moved the appointment."""
        later = (
            each
            for each in self._journal.recent(99)
            if each.id > taken.entry.id and each.intent.subject == subject_of(own.AptNum)
        )
        return any(
            each.state is not WriteState.REFUSED
            and not each.intent.after.keys().isdisjoint((*PLACE, "AptStatus"))
            for each in later
        )

    def _ours(self) -> set[int]:
        """The appointments that our writes have just placed: the user knows about them."""
        now = self._clock.monotonic()
        return {number for number, taken in self._taken.items() if now - taken.at <= FOLLOWED_SECONDS}


def came_later(own: Appointment, other: Appointment) -> bool:
    """Whether the first of two appointments in one slot was placed later."""
    if _is_new(own) and _is_new(other):
        return own.AptNum > other.AptNum
    mine, theirs = own.DateTStamp, other.DateTStamp
    if mine is None or theirs is None or mine == theirs:
        return own.AptNum > other.AptNum
    return mine > theirs


def _is_new(row: Appointment) -> bool:
    """Whether an appointment is unchanged since it was booked."""
    made, changed = row.SecDateTEntry, row.DateTStamp
    return made is not None and changed is not None and changed - made <= SAME_MOMENT
