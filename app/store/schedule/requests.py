"""Requests for days: appointments, patients' names and hours, stored as they arrive."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from msgspec import Struct, field

from app.api import errors
from app.api.client import OpenDental
from app.api.need import Need
from app.core.clock import Clock
from app.domain.schedule.days import moved
from app.domain.schedule.visit import Problem
from app.store.changes import ChangeKind, Changes, Touched
from app.store.patients.people import People
from app.store.schedule.days import LoadedDays, problems_of
from app.wire.resources.appointments import Appointment
from app.wire.resources.schedules import Schedule, ScheduleType
from app.wire.rows import RowList, Rows

ROWS_AT_ONCE = 60
"""Rows stored before yielding to the event loop: well under a millisecond."""
HOURS_AT_ONCE = 60
"""Days whose hours are stored at once: their rows are already sorted."""
DAYS_AT_ONCE = 7
"""Days whose appointments are sorted before yielding to the event loop: a week, as displayed."""


class WorkingDays:
    """The weekdays on which this office has been seen to work; initially Monday to Friday."""

    def __init__(self) -> None:
        self._weekdays = {0, 1, 2, 3, 4}

    def add(self, day: date) -> None:
        """Someone works, or has an appointment, on this day."""
        self._weekdays.add(day.weekday())

    def near(self, day: date, step: int) -> date:
        """The next (1) or previous (-1) working day."""
        for _ in range(7):
            day = moved(day, step)
            if day.weekday() in self._weekdays:
                break
        return day


class DayRequests:
    """Reads days into memory and notifies. Methods that read raise the client's ApiErrors.

    The days of one request are consecutive.
    """

    def __init__(
        self, client: OpenDental, clock: Clock, loaded: LoadedDays, people: People, changes: Changes
    ) -> None:
        self._client = client
        self._clock = clock
        self._loaded = loaded
        self._people = people
        self._changes = changes
        self.working_days = WorkingDays()

    async def changes_since(self, at: datetime) -> datetime | None:
        """Store the changes since then on all days in memory; returns the office's time of the answer."""
        mark = self._loaded.begin()
        try:
            rows = self._client.at(Need.REFRESH).appointments.list(DateTStamp=at)
            taken = await self._take(rows, mark)
        finally:
            self._loaded.end(mark)
        self._loaded.confirmed_at = self._clock.monotonic()
        self._changes.tell(ChangeKind.VISITS, taken.touched)
        return taken.server_time

    async def visit(self, apt_num: int, need: Need) -> None:
        """Read one appointment again. What was learned of it after this was sent stays."""
        mark = self._loaded.begin()
        try:
            row = await self._client.at(need).appointments.get(apt_num)
            touched = self._loaded.take_changes((row,), mark)
        finally:
            self._loaded.end(mark)
        self._changes.tell(ChangeKind.VISITS, touched)

    async def visits(self, days: Sequence[date], need: Need) -> datetime | None:
        """Read these days completely; returns the office's time of the answer. `names` has to follow.

        An answer that would empty a day that has appointments is trusted only the second time.
        """
        mark = self._loaded.begin(days)
        try:
            taken = await self._take(self._list_visits(days, need), mark)
            if self._would_empty(days, taken.apt_nums):
                taken = await self._take(self._list_visits(days, need), mark, taken.touched)
            found = self._loaded.take_days(
                days, taken.apt_nums, mark, self._clock.monotonic(), tuple(taken.problems)
            )
            for _ in self._loaded.trim({*days, self._clock.now().date()}):
                await asyncio.sleep(0)
        finally:
            self._loaded.end(mark)
        await asyncio.sleep(0)
        taken.touched.add(found)
        for day in days:
            if self._loaded.busy(day):
                self.working_days.add(day)
        self._changes.tell(ChangeKind.DAY, taken.touched)
        return taken.server_time

    async def names(self, days: Iterable[date], need: Need) -> None:
        """Read the missing names of these days."""
        wanted = list(days)
        for first in range(0, len(wanted), DAYS_AT_ONCE):
            if first:
                await asyncio.sleep(0)
            part = wanted[first : first + DAYS_AT_ONCE]
            known = [rows for day in part if (rows := self._loaded.day(day)) is not None]
            await self._people.read([row.PatNum for rows in known for row in rows.appointments], need)

    async def hours(self, days: Sequence[date], need: Need) -> None:
        """Read opening hours and blockouts. Offices before 22.1 refuse; the schedule works without."""
        try:
            by_day = await self._list_hours(days, need)
            if self._would_empty_hours(by_day):
                by_day = await self._list_hours(days, need)
        except (errors.BadRequest, errors.NotFound, errors.PermissionMissing, errors.Gone):
            self._loaded.hours_refused = True
            self._changes.tell(ChangeKind.DAY, Touched(days=set(days)))
            return
        for first in range(0, len(days), HOURS_AT_ONCE):
            await asyncio.sleep(0)
            part = {day: by_day[day] for day in days[first : first + HOURS_AT_ONCE]}
            self._changes.tell(ChangeKind.DAY, self._loaded.set_schedules(part))

    def _would_empty(self, days: Sequence[date], here: set[int]) -> bool:
        """Whether `here` would remove every appointment from one of these days."""
        held = [known.appointments for day in days if (known := self._loaded.day(day)) is not None]
        return any(rows and here.isdisjoint(row.AptNum for row in rows) for rows in held)

    def _would_empty_hours(self, by_day: dict[date, list[Schedule]]) -> bool:
        """Whether one of these days would lose all its hours and blockouts."""
        known = ((self._loaded.day(day), found) for day, found in by_day.items())
        return any(rows is not None and rows.schedules and not found for rows, found in known)

    async def _list_hours(self, days: Sequence[date], need: Need) -> dict[date, list[Schedule]]:
        schedules = self._client.at(need).schedules
        if len(days) == 1:
            rows = await schedules.list(date=days[0])
        else:
            rows = await schedules.list(dateStart=days[0], dateEnd=days[-1])
        await asyncio.sleep(0)
        by_day: dict[date, list[Schedule]] = {day: [] for day in days}
        for row in rows:
            if row.SchedDate in by_day:
                by_day[row.SchedDate].append(row)
                if row.SchedType is ScheduleType.PROVIDER:
                    self.working_days.add(row.SchedDate)
        return by_day

    def _list_visits(self, days: Sequence[date], need: Need) -> Rows[Appointment]:
        appointments = self._client.at(need).appointments
        if len(days) == 1:
            return appointments.list(date=days[0])
        return appointments.list(dateStart=days[0], dateEnd=days[-1])

    async def _take(
        self, rows: Rows[Appointment], mark: int, touched_before: Touched | None = None
    ) -> _Taken:
        """Store pages as they arrive, a few rows at a time, yielding to the event loop."""
        taken = _Taken(touched_before or Touched())
        async for page in rows.pages():
            await asyncio.sleep(0)  # reading the page has already yielded
            taken.server_time = taken.server_time or _server_time(page)
            taken.problems += problems_of(page)
            taken.apt_nums |= {row.AptNum for row in page}
            for first in range(0, len(page), ROWS_AT_ONCE):
                await asyncio.sleep(0)
                taken.touched.add(self._loaded.take_changes(page[first : first + ROWS_AT_ONCE], mark))
        return taken


class _Taken(Struct):
    """The contents of one request's pages."""

    touched: Touched = field(default_factory=Touched)
    apt_nums: set[int] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    server_time: datetime | None = None


def _server_time(rows: RowList[Appointment]) -> datetime | None:
    """The office's time when it answered a page."""
    return min((row.serverDateTime for row in rows if row.serverDateTime is not None), default=None)
