"""Unsettled writes of appointments, and the resulting rows. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from msgspec import Struct

from app.core.text import Words
from app.domain.schedule.visit import Person
from app.store.schedule.days import NO_TIME
from app.wire.resources.appointments import Appointment

RowOf = Callable[[int], Appointment | None]
Change = Callable[[Appointment], Appointment]


class Pending(Struct, frozen=True):
    """The unsettled writes of one appointment."""

    words: Words
    """What they do and their state."""
    change: Change
    """Converts the office's row to the expected one."""
    new: Appointment | None = None
    """The row of a booking: it is not in the office yet and has a negative number of ours."""
    name: str = ""
    """The patient, if their name is not in memory."""


class _Cached(Struct, frozen=True):
    base: Appointment
    row: Appointment


class PendingRows:
    """Appointments with unsettled writes, by number. `row_of` returns the office's row if it is in memory."""

    def __init__(self, row_of: RowOf) -> None:
        self._row_of = row_of
        self._pending: dict[int, Pending] = {}
        self._cached: dict[int, _Cached] = {}

    def __contains__(self, apt_num: int) -> bool:
        return apt_num in self._pending

    def words(self, apt_num: int) -> Words:
        """What is being done to an appointment; empty: nothing."""
        found = self._pending.get(apt_num)
        return found.words if found is not None else ""

    def person(self, apt_num: int) -> Person | None:
        """The patient's name recorded with an appointment's write."""
        pending, row = self._pending.get(apt_num), self.row(apt_num)
        return Person(row.PatNum, pending.name, "") if pending and pending.name and row is not None else None

    def put(self, apt_num: int, pending: Pending | None) -> set[date]:
        """Set what is being done to an appointment; None: nothing. Returns the days that look different."""
        days = self._days(apt_num)
        self._pending.pop(apt_num, None)
        self._cached.pop(apt_num, None)
        if pending is not None:
            self._pending[apt_num] = pending
        return days | self._days(apt_num)

    def over(self, day: date, rows: Iterable[Appointment]) -> list[Appointment]:
        """A day's rows with pending writes applied, by time."""
        rows = list(rows)
        if not self._pending:
            return rows
        known = {(row.PatNum, row.AptDateTime, row.Op) for row in rows}
        staying = [row for row in rows if row.AptNum not in self._pending]
        for apt_num in self._pending:
            row = self.row(apt_num)
            if row is None or row.AptDateTime is None or row.AptDateTime.date() != day:
                continue
            if (
                apt_num > 0 or (row.PatNum, row.AptDateTime, row.Op) not in known
            ):  # it may have been read already
                staying.append(row)
        return sorted(staying, key=lambda row: (row.AptDateTime or NO_TIME, row.AptNum))

    def row(self, apt_num: int) -> Appointment | None:
        """A pending appointment's expected row; None if nothing is pending or its row is not in memory."""
        pending = self._pending.get(apt_num)
        base = pending.new or self._row_of(apt_num) if pending is not None else None
        if pending is None or base is None:
            return None
        cached = self._cached.get(apt_num)
        if cached is None or cached.base is not base:
            cached = self._cached[apt_num] = _Cached(base, pending.change(base))
        return cached.row

    def _days(self, apt_num: int) -> set[date]:
        found = (self._row_of(apt_num), self.row(apt_num))
        return {row.AptDateTime.date() for row in found if row is not None and row.AptDateTime is not None}
