"""The days that are in memory, and which of two readings of a row is the newer one. No I/O.

Rows come from day pages, from "what changed since" pages, and from writes. Pages may overtake each other,
so every request takes a mark when it leaves: what was learned after the mark is not overwritten by what it
brings, unless the row's own DateTStamp is newer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from msgspec import Struct, field

from app.core.text import Text, msg
from app.domain.schedule.visit import Problem
from app.store.changes import Touched
from app.wire.resources.appointments import Appointment, ApptStatus
from app.wire.resources.schedules import Schedule
from app.wire.rows import RowList

NO_TIME = datetime(1, 1, 1)
NOT_ON_SCHEDULE = frozenset({ApptStatus.UNSCHED_LIST, ApptStatus.PLANNED})
"""Statuses without a place on the schedule. A status that is new to us has one: a visit is never lost from sight."""

DROPPED_AT_ONCE = 5
"""Days that go at once: a few hundred appointments, well under a millisecond."""


class DayRows(Struct, frozen=True):
    """One day as it was read, and has been kept up to date."""

    date: date
    appointments: tuple[Appointment, ...]
    """What stands on the schedule, by time."""
    schedules: tuple[Schedule, ...] | None
    """None: not read yet."""
    read_at: float
    """When, in the clock's monotonic seconds."""
    problems: tuple[Problem, ...] = ()


class _Held(Struct):
    row: Appointment
    mark: int
    day: date | None
    """The loaded day whose page it stands on; None: kept only until older pages have come in."""


class _Day(Struct):
    read_at: float = 0.0
    known: bool = False
    """Whether the whole of it has been read."""
    readers: int = 0
    """Requests for the whole of it that are under way."""
    apt_nums: set[int] = field(default_factory=set)
    schedules: tuple[Schedule, ...] | None = None
    problems: tuple[Problem, ...] = ()
    rows: DayRows | None = None


class LoadedDays:
    """The loaded days, the least recently used first. At most `limit` stay, whatever is opened."""

    def __init__(self, limit: int = 40) -> None:
        self._limit = limit
        self._days: dict[date, _Day] = {}
        self._rows: dict[int, _Held] = {}
        self._mark = 0
        self._flying: dict[int, tuple[date, ...]] = {}
        self._gone: dict[int, int] = {}
        """When a row was deleted, for as long as pages that left earlier may still bring it."""
        self.confirmed_at: float | None = None
        """The clock's monotonic seconds when all loaded days were last known to be up to date."""
        self.hours_refused = False
        """The office has no method that tells the hours: days do without."""

    def __contains__(self, day: date) -> bool:
        return day in self._days

    def day(self, day: date) -> DayRows | None:
        """A loaded day, as one frozen value."""
        held = self._days.get(day)
        if held is None or not held.known:
            return None
        if held.rows is None:
            rows = [self._rows[apt_num].row for apt_num in held.apt_nums]
            rows.sort(key=lambda row: (row.AptDateTime or NO_TIME, row.AptNum))
            held.rows = DayRows(day, tuple(rows), held.schedules, held.read_at, held.problems)
        return held.rows

    def row(self, apt_num: int) -> Appointment | None:
        """A row of a loaded day."""
        held = self._rows.get(apt_num)
        return held.row if held is not None and held.day is not None else None

    def day_of(self, apt_num: int) -> date | None:
        """The loaded day that a row stands on."""
        held = self._rows.get(apt_num)
        return held.day if held is not None else None

    def of_patients(self, pat_nums: frozenset[int]) -> Touched:
        """Where these patients' appointments stand."""
        found = [held for held in self._rows.values() if held.day is not None and held.row.PatNum in pat_nums]
        return Touched(
            {held.row.AptNum for held in found}, {held.day for held in found if held.day is not None}
        )

    # --- requests ------------------------------------------------------------------------------------------

    def begin(self, days: Iterable[date] = ()) -> int:
        """Mark the start of a request, for the whole of these days or for changes. `end` it, come what may."""
        self._mark += 1
        self._flying[self._mark] = tuple(days)
        for day in self._flying[self._mark]:
            self._days.setdefault(day, _Day()).readers += 1
        return self._mark

    def end(self, mark: int) -> None:
        """A request is over. When none is under way, nothing older can come in any more."""
        for day in self._flying.pop(mark):
            self._days[day].readers -= 1
            if not self._days[day].readers and not self._days[day].known:
                _drop(day, self._days, self._rows)
        if not self._flying:
            for apt_num in [number for number, held in self._rows.items() if held.day is None]:
                del self._rows[apt_num]
            self._gone.clear()

    # --- what came in --------------------------------------------------------------------------------------

    def take_days(
        self,
        days: Iterable[date],
        here: set[int],
        mark: int,
        now: float,
        problems: tuple[Problem, ...] = (),
    ) -> Touched:
        """All rows of these days have been taken over: nothing but `here` stands on them."""
        touched = Touched()
        for day in days:
            held = self._days.pop(day)
            self._days[day] = held
            if not held.known or held.problems != problems:
                touched.days.add(day)
            held.read_at, held.known, held.rows = now, True, None
            held.problems, problems = problems, ()
            for apt_num in held.apt_nums - here:
                if self._rows[apt_num].mark <= mark:
                    self._remove(apt_num, touched)
        return touched

    def take_changes(self, rows: Iterable[Appointment], mark: int) -> Touched:
        """Take rows of any day over; those of days that are not in memory only make room where they stood."""
        touched = Touched()
        for row in rows:
            self._take(row, mark, touched)
        return touched

    def take_news(self, rows: Iterable[Appointment]) -> tuple[Touched, bool]:
        """Take over rows that the office sent by itself, where their stamp says that they are newer.

        The flag says whether all are known to be newer or the same. A row that differs without a later stamp may
        have been on its way while a write of ours was done: it is left, and has to be asked for.
        """
        self._mark += 1
        touched, sure = Touched(), True
        for row in rows:
            held = self._rows.get(row.AptNum)
            row.serverDateTime = None
            if held is None or _newer(row, held.row):
                self._take(row, self._mark, touched)
            else:
                sure = sure and row == held.row
        return touched, sure

    def apply(self, row: Appointment) -> Touched:
        """Take over a row that a write brought back."""
        self._mark += 1
        return self.take_changes((row,), self._mark)

    def remove(self, apt_num: int) -> Touched:
        """Forget a row that is no more."""
        touched = Touched()
        if self._flying:
            self._mark += 1
            self._gone[apt_num] = self._mark
        if self.day_of(apt_num) is not None:
            self._remove(apt_num, touched)
        return touched

    def set_schedules(self, by_day: Mapping[date, Iterable[Schedule]]) -> Touched:
        """Take the schedules of whole days over; days that are not loaded are passed over."""
        touched = Touched()
        for day, found in by_day.items():
            held, schedules = self._days.get(day), tuple(found)
            if held is not None and held.schedules != schedules:
                held.schedules, held.rows = schedules, None
                touched.days.add(day)
        return touched

    def trim(self, keep: Iterable[date], most: int | None = None) -> Iterator[None]:
        """Drop the days that were used longest ago, beyond `most` (None: the limit), but none of `keep`.

        A few at each step: whoever runs it gives the window a turn in between.
        """
        kept = frozenset(keep)
        idle = [each for each, held in self._days.items() if each not in kept and not held.readers]
        beyond = idle[: max(len(self._days) - (self._limit if most is None else most), 0)]
        for number, day in enumerate(beyond, 1):
            if day in self._days and not self._days[day].readers:
                _drop(day, self._days, self._rows)
            if number % DROPPED_AT_ONCE == 0:
                yield

    def busy(self, day: date) -> bool:
        """Whether a day is in memory and somebody stands on it."""
        return day in self._days and bool(self._days[day].apt_nums)

    def use(self, day: date) -> None:
        """Count a loaded day as just used."""
        if (held := self._days.pop(day, None)) is not None:
            self._days[day] = held

    # --- inside --------------------------------------------------------------------------------------------

    def _take(self, row: Appointment, mark: int, touched: Touched) -> None:
        row.serverDateTime = None  # it differs in every answer, and says nothing about the row
        held = self._rows.get(row.AptNum)
        if self._gone.get(row.AptNum, 0) > mark:
            return
        if held is not None and held.mark > mark and not _newer(row, held.row):
            return
        if held is None:
            held = self._rows[row.AptNum] = _Held(row, mark, None)
            self._place(held, touched)
        elif held.day is None or row != held.row:
            held.row = row
            self._place(held, touched)
        held.mark = max(held.mark, mark)
        if held.day is None and not self._flying:
            del self._rows[row.AptNum]

    def _place(self, held: _Held, touched: Touched) -> None:
        """Let a row stand on its day, if that is loaded and the row is on the schedule."""
        apt_num, before = held.row.AptNum, held.day
        at = held.row.AptDateTime
        after = at.date() if at is not None and held.row.AptStatus not in NOT_ON_SCHEDULE else None
        if after not in self._days:
            after = None
        if before is not None and before != after:
            self._days[before].apt_nums.discard(apt_num)
        held.day = after
        for day in {each for each in (before, after) if each is not None}:
            self._days[day].rows = None
            touched.days.add(day)
            touched.apt_nums.add(apt_num)
        if after is not None:
            self._days[after].apt_nums.add(apt_num)

    def _remove(self, apt_num: int, touched: Touched) -> None:
        held = self._rows.pop(apt_num)
        if held.day is not None:
            day = self._days[held.day]
            day.apt_nums.discard(apt_num)
            day.rows = None
            touched.days.add(held.day)
            touched.apt_nums.add(apt_num)


def problems_of(rows: RowList[Appointment]) -> tuple[Problem, ...]:
    """What of a page could not be read, or has no place on the schedule, in words."""
    found = [Problem(bad.key, _unreadable(bad.reason)) for bad in rows.unreadable]
    found += [
        Problem(row.AptNum, msg("An appointment has no date. Open it in Open Dental to give it one."))
        for row in rows
        if row.AptDateTime is None and row.AptStatus not in NOT_ON_SCHEDULE
    ]
    return tuple(found)


def _unreadable(reason: str) -> Text:
    return msg("An appointment couldn't be read: {reason}. Open it in Open Dental.", reason=reason)


def _drop(day: date, days: dict[date, _Day], rows: dict[int, _Held]) -> None:
    """Forget a day with its rows."""
    for apt_num in days.pop(day).apt_nums:
        del rows[apt_num]


def _newer(row: Appointment, held: Appointment) -> bool:
    """Whether a row's own time stamp says that it is newer, though it was asked for earlier."""
    return row.DateTStamp is not None and held.DateTStamp is not None and row.DateTStamp > held.DateTStamp
