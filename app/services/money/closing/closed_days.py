"""The days that were closed on this PC, or at any desk of a hub, and what was counted: sealed, in the local store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

import msgspec
from msgspec import Struct, field

from app.core.clock import Clock
from app.core.stored import StoredOne, StoredRows
from app.domain.money.cents import ZERO
from app.domain.money.day_close import Counted
from app.domain.money.drawer import counted
from app.domain.money.pay_methods import Method
from app.sealed.documents import DocumentKeeper

DAYS, DRAWER = "closed days", "cash drawer"  # words: names in the local store
MOST_DAYS = 800
"""Closed days that are remembered: two years of working days of a clinic, and more."""


class Count(Struct, frozen=True):
    """What was counted. None: not counted."""

    pieces: Mapping[str, int] = field(default_factory=dict)
    """How many of each note and coin, by its value: "20", "0.25"."""
    starting: Decimal = ZERO
    checks: Decimal | None = None
    cards: Decimal | None = None
    here_only: bool = False
    no_cash: bool = False
    """The drawer was counted, and is empty."""

    @property
    def cash(self) -> Decimal | None:
        """All cash in the drawer; None: not counted."""
        if not self.pieces and not self.no_cash:
            return None
        return counted({Decimal(piece): number for piece, number in self.pieces.items()})

    @property
    def totals(self) -> Counted:
        """As the rules compare it."""
        return Counted(self.starting, self.cash, self.checks, self.cards, self.here_only)


class ClosedDay(Struct, frozen=True):
    """One day of one clinic (0: the whole office) as it was closed. Times are the office's."""

    day: date
    clinic: int
    by: str
    at: datetime
    count: Count
    taken: Decimal
    """The total of the day's payments then."""
    left: int = 0
    """Differences that were left."""
    uncounted: tuple[Method, ...] = ()
    """What was taken but not counted."""
    note: str = ""
    """Why it was closed with them."""
    reopened_by: str = ""
    """Who opened it again; empty: it is closed."""
    reopened_at: datetime | None = None

    @property
    def is_closed(self) -> bool:
        """Whether it is closed now."""
        return not self.reopened_by


class Drawer(Struct, frozen=True):
    """What this PC remembers of its drawer: the starting cash, and counts that were begun."""

    starting: Decimal = ZERO
    here_only: bool = False
    begun: Mapping[str, Count] = field(default_factory=dict)
    """By day and clinic."""
    clinic: int = 0
    """The clinic that was shown last; 0: the whole office."""


MOST_BEGUN = 20


class ClosedDays:
    """Read once with `load`; every change is on disk on return. All methods but the questions raise StoreFailed."""

    def __init__(self, documents: DocumentKeeper, clock: Clock) -> None:
        self._documents = documents
        self._clock = clock
        self._days: dict[tuple[date, int], ClosedDay] | None = None
        self._drawer = Drawer()
        self._stored_days, self._stored_drawer = _rows(b""), StoredOne(b"", Drawer)

    async def load(self) -> None:
        """Read what is remembered, the first time."""
        if self._days is not None:
            return
        days, drawer = await self._documents.get(DAYS), await self._documents.get(DRAWER)
        self._stored_days = _rows(days.data if days is not None else b"")
        self._stored_drawer = StoredOne(drawer.data if drawer is not None else b"", Drawer)
        self._drawer = self._stored_drawer.value or Drawer()
        self._days = {(each.day, each.clinic): each for each in self._stored_days.rows}

    async def reread(self) -> None:
        """Read again: another desk of the office has closed or reopened a day."""
        self._days = None
        await self.load()

    def get(self, day: date, clinic: int = 0) -> ClosedDay | None:
        """How a day was closed, also if it was reopened; None: it never was."""
        return (self._days or {}).get((day, clinic))

    def is_closed(self, day: date, clinic: int = 0) -> bool:
        """Whether a day is closed: for the whole office, or for this clinic. Nothing is closed before `load`."""
        found = (self.get(day), self.get(day, clinic))
        return any(each is not None and each.is_closed for each in found)

    def through(self, clinic: int | None = 0) -> date | None:
        """The last day that is closed for a clinic, by itself or with the whole office (0); None: none is.

        `clinic` None: it isn't known which, so a day counts once all clinics that are closed by themselves have it.
        """
        last: dict[int, date] = {}
        for (day, of), each in (self._days or {}).items():
            if each.is_closed:
                last[of] = max(last.get(of, day), day)
        office = [last.pop(0)] if 0 in last else []
        if clinic is None:
            return max([*office, *([min(last.values())] if last else [])], default=None)
        return max([*office, *([last[clinic]] if clinic in last else [])], default=None)

    def count_of(self, day: date, clinic: int = 0) -> Count:
        """What was counted so far; for a new day the drawer's usual starting cash."""
        begun = self._drawer.begun.get(_key(day, clinic))
        if begun is None and (closed := self.get(day, clinic)) is not None:
            return closed.count
        return begun or Count(starting=self._drawer.starting, here_only=self._drawer.here_only)

    def set_count(self, day: date, clinic: int, count: Count) -> None:
        """Remember a count that was begun, and its starting cash for the next days. `save` puts it on disk."""
        begun = {**self._drawer.begun, _key(day, clinic): count}
        latest = dict(list(begun.items())[-MOST_BEGUN:])
        self._drawer = Drawer(count.starting, count.here_only, latest, self._drawer.clinic)

    @property
    def clinic(self) -> int:
        """The clinic that was shown last; 0: the whole office."""
        return self._drawer.clinic

    def set_clinic(self, clinic: int) -> None:
        """Remember the clinic that is shown. `save` puts it on disk."""
        self._drawer = msgspec.structs.replace(self._drawer, clinic=clinic)

    async def save(self) -> None:
        """Put what was counted so far on disk."""
        await self._documents.put(DRAWER, self._stored_drawer.encode(self._drawer), self._clock.utc())

    async def close(self, closed: ClosedDay) -> None:
        """Remember that a day was closed."""
        await self._put(closed)
        begun = dict(self._drawer.begun)
        begun.pop(_key(closed.day, closed.clinic), None)
        self._drawer = msgspec.structs.replace(self._drawer, begun=begun)
        await self.save()

    async def reopen(self, day: date, clinic: int, by: str) -> None:
        """Open a closed day again; what was counted stays. KeyError: it never was closed."""
        before = (self._days or {})[day, clinic]
        at = self._clock.now().replace(microsecond=0)
        await self._put(msgspec.structs.replace(before, reopened_by=by, reopened_at=at))

    async def _put(self, closed: ClosedDay) -> None:
        days = {**(self._days or {}), (closed.day, closed.clinic): closed}
        kept = sorted(days.values(), key=lambda each: (each.day, each.clinic))[-MOST_DAYS:]
        await self._documents.put(DAYS, self._stored_days.encode(kept), self._clock.utc())
        self._days = {(each.day, each.clinic): each for each in kept}


def _key(day: date, clinic: int) -> str:
    return f"{day.isoformat()} {clinic}"


def _rows(data: bytes) -> StoredRows[ClosedDay]:
    return StoredRows(data, ClosedDay, lambda each: (each.day, each.clinic))
