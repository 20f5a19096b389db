"""The days in memory; decides which of two versions of a row is newer. No I/O.

Rows come from day pages, pages of changes, and writes. Pages may overtake each other, so every request takes
a mark when it is sent: what was learned after the mark is not overwritten by its answer, unless the row's own
DateTStamp is newer.
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
"""Statuses that are not on the schedule. An unknown status is shown, so that no visit gets lost."""

DROPPED_AT_ONCE = 5
"""Days dropped at once: a few hundred appointments, well under a millisecond."""


class DayRows(Struct, frozen=True):
    """One day, as read and kept up to date since."""

    date: date
    appointments: tuple[Appointment, ...]
    """The appointments on the schedule, by time."""
    schedules: tuple[Schedule, ...] | None
    """None: not read yet."""
    read_at: float
    """In the clock's monotonic seconds."""
    problems: tuple[Problem, ...] = ()


class _Held(Struct):
    row: Appointment
    mark: int
    day: date | None
    """The loaded day it is shown on; None: kept only until older pages have arrived."""


class _Day(Struct):
    read_at: float = 0.0
    known: bool = False
    """Whether it was read completely."""
    readers: int = 0
    """Requests for the whole day that are under way."""
    apt_nums: set[int] = field(default_factory=set)
    schedules: tuple[Schedule, ...] | None = None
    problems: tuple[Problem, ...] = ()
    rows: DayRows | None = None


class LoadedDays:
    """The loaded days, least recently used first; at most `limit` of them."""

    def __init__(self, limit: int = 40) -> None:
        self._limit = limit
        self._days: dict[date, _Day] = {}
        self._rows: dict[int, _Held] = {}
        self._mark = 0
        self._flying: dict[int, tuple[date, ...]] = {}
        self._gone: dict[int, int] = {}
        """When a row was deleted; kept while pages requested earlier may still contain it."""
        self.confirmed_at: float | None = None
        """The clock's monotonic seconds when all loaded days were last known to be up to date."""
        self.hours_refused = False
        """The office has no method to read the hours."""

    def __contains__(self, day: date) -> bool:
        return day in self._days

    def day(self, day: date) -> DayRows | None:
        """A loaded day, as an immutable value."""
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
        """The loaded day that a row is on."""
        held = self._rows.get(apt_num)
        return held.day if held is not None else None

    def of_patients(self, pat_nums: frozenset[int]) -> Touched:
        """The days of these patients' appointments."""
        found = [held for held in self._rows.values() if held.day is not None and held.row.PatNum in pat_nums]
        return Touched(
            {held.row.AptNum for held in found}, {held.day for held in found if held.day is not None}
        )

    # --- requests ------------------------------------------------------------------------------------------

    def begin(self, days: Iterable[date] = ()) -> int:
        """Mark the start of a request, for these whole days or for changes. `end` must be called in any case."""
        self._mark += 1
        self._flying[self._mark] = tuple(days)
        for day in self._flying[self._mark]:
            self._days.setdefault(day, _Day()).readers += 1
        return self._mark

    def end(self, mark: int) -> None:
        """A request is over. When none is under way, no older data can arrive."""
        for day in self._flying.pop(mark):
            self._days[day].readers -= 1
            if not self._days[day].readers and not self._days[day].known:
                _drop(day, self._days, self._rows)
        if not self._flying:
            for apt_num in [number for number, held in self._rows.items() if held.day is None]:
                del self._rows[apt_num]
            self._gone.clear()

    # --- answers -----------------------------------------------------------------------------------------

    def take_days(
        self,
        days: Iterable[date],
        here: set[int],
        mark: int,
        now: float,
        problems: tuple[Problem, ...] = (),
    ) -> Touched:
        """These days were read completely: only the rows in `here` are on them."""
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
        """Store rows of any day; rows on days that are not in memory are only removed from where they were."""
        touched = Touched()
        for row in rows:
            self._take(row, mark, touched)
        return touched

    def take_pushed(self, rows: Iterable[Appointment]) -> tuple[Touched, bool]:
        """Store rows that the office pushed if their time stamp says they are newer.

        Returns False if a row differs without a later stamp: it may have been sent while a write of ours was
        being done, so it is skipped and has to be read.
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
        """Store a row returned by a write."""
        self._mark += 1
        return self.take_changes((row,), self._mark)

    def remove(self, apt_num: int) -> Touched:
        """Remove a deleted row."""
        touched = Touched()
        if self._flying:
            self._mark += 1
            self._gone[apt_num] = self._mark
        if self.day_of(apt_num) is not None:
            self._remove(apt_num, touched)
        return touched

    def set_schedules(self, by_day: Mapping[date, Iterable[Schedule]]) -> Touched:
        """Store the schedules of whole days; days that are not loaded are skipped."""
        touched = Touched()
        for day, found in by_day.items():
            held, schedules = self._days.get(day), tuple(found)
            if held is not None and held.schedules != schedules:
                held.schedules, held.rows = schedules, None
                touched.days.add(day)
        return touched

    def trim(self, keep: Iterable[date], most: int | None = None) -> Iterator[None]:
        """Drop the least recently used days beyond `most` (None: the limit), except `keep`.

        A few per step, so that the caller can yield to the event loop in between.
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
        """Whether a day is in memory and has appointments."""
        return day in self._days and bool(self._days[day].apt_nums)

    def use(self, day: date) -> None:
        """Mark a loaded day as just used."""
        if (held := self._days.pop(day, None)) is not None:
            self._days[day] = held

    # --- inside --------------------------------------------------------------------------------------------

    def _take(self, row: Appointment, mark: int, touched: Touched) -> None:
        row.serverDateTime = None  # it differs in every answer and says nothing about the row
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
        """Put a row on its day, if that is loaded and the row is on the schedule."""
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
    """Rows of a page that could not be read, or can't be placed on the schedule, as sentences."""
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
    """Drop a day with its rows."""
    for apt_num in days.pop(day).apt_nums:
        del rows[apt_num]


def _newer(row: Appointment, held: Appointment) -> bool:
    """Whether a row's time stamp says it is newer, although it was requested earlier."""
    return row.DateTStamp is not None and held.DateTStamp is not None and row.DateTStamp > held.DateTStamp
