"""The office in memory, and how it is read: in few requests, the most needed first."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct, field

from app.api import errors
from app.api.client import OpenDental
from app.api.need import Need
from app.core.clock import Clock
from app.domain.schedule.days import moved
from app.domain.schedule.visit import Problem
from app.store.changes import Change, ChangeKind, Touched
from app.store.lists import ListName, ListReader, OfficeLists
from app.store.memory import OfficeMemory
from app.store.schedule.days import DayRows, problems_of
from app.wire.resources.appointments import Appointment
from app.wire.resources.schedules import Schedule, ScheduleType
from app.wire.rows import RowList, Rows

__all__ = ["Change", "ChangeKind", "DayRows", "Office", "OfficeLists"]

OVERLAP = timedelta(seconds=2)
"""The office's clock counts whole seconds: what changed in the last two is asked for again."""
LISTS_OVERLAP = timedelta(minutes=1)
"""The same where only the lists told the office's time, which are read beside the days."""
TOO_LONG = timedelta(hours=2)
"""After so long without news the days in memory are read anew instead of asking what changed."""
ROWS_AT_ONCE = 60
"""Rows that are taken over without giving the window a turn: well under a millisecond."""
HOURS_AT_ONCE = 60
"""Days whose hours are taken over at once: their rows lie in order already."""
DAYS_AT_ONCE = 7
"""Days whose appointments are put in order without giving the window a turn: a week, as it is shown."""
READ_AGAIN = timedelta(minutes=1)
"""A day that was read longer ago than this is read again when it is opened, to find what was deleted."""


class Office(OfficeMemory):
    """One office. Every method that reads raises the client's ApiErrors, and keeps what was known."""

    def __init__(self, client: OpenDental, clock: Clock, *, day_limit: int = 40) -> None:
        super().__init__(client, clock, day_limit=day_limit)
        self._list_reader = ListReader(client, self._questions)
        self._one_reads_lists = asyncio.Lock()
        self._since: datetime | None = None
        self._working_days = {0, 1, 2, 3, 4}

    # --- opening -------------------------------------------------------------------------------------------

    async def open_lists(self, need: Need = Need.SCREEN) -> None:
        """Read the lists that are missing; nothing is sent when all are known, or for what another reader brings."""
        async with self._one_reads_lists:
            if self._lists.missing:
                await self._list_reader.read(self._lists.missing, self._take_list, need)

    async def open_day(self, day: date, need: Need = Need.SCREEN) -> None:
        """As `open_days`, for one day."""
        await self.open_days((day,), need)

    async def open_days(self, days: Sequence[date], need: Need = Need.SCREEN) -> None:
        """Read what is missing or old of some days: the appointments, then their names, the hours behind them.

        On a cold start the chairs come right after the appointments and the other lists after the names, so that
        the schedule can be read after two requests. A day that is in memory and fresh costs none.
        """
        for day in days:
            self._schedule.use(day)
        old = [day for day in days if self._is_old(day)]
        await self._read(days, old, need)

    async def complete(self, days: Sequence[date]) -> None:
        """Read what is missing of some days and of the lists, behind what people ask for."""
        await self._read(days, [day for day in days if day not in self._schedule], Need.REFRESH)

    async def prefetch(self, day: date) -> None:
        """Read a day that nobody asked for yet, unless it is in memory."""
        if day not in self._schedule:
            await self._read((day,), (day,), Need.PREFETCH)

    async def prefetch_around(self, days: Sequence[date]) -> None:
        """Read the working days after and before a day, or the weeks around a week."""
        if len(days) == 1:
            await self.prefetch(self._working_day(days[0], 1))
            await self.prefetch(self._working_day(days[0], -1))
            return
        for step in (len(days), -len(days)):
            around = [moved(day, step) for day in days]
            await self._read(around, [day for day in around if day not in self._schedule], Need.PREFETCH)

    # --- keeping up to date --------------------------------------------------------------------------------

    async def refresh(self, shown: Sequence[date]) -> None:
        """Bring every day in memory up to date, in one request: what changed since the last time.

        Without a last time, or after a long silence, the shown days are read anew instead.
        """
        if self._fresh_at is not None and self.clock.monotonic() - self._fresh_at > TOO_LONG.total_seconds():
            for _ in self._schedule.trim(shown, most=0):
                await asyncio.sleep(0)
            self._since = None
        if self._since is None:
            await self.reread(shown)
            return
        mark = self._schedule.begin()
        try:
            rows = self.client.at(Need.REFRESH).appointments.list(DateTStamp=self._since - OVERLAP)
            taken = await self._take(rows, mark)
        finally:
            self._schedule.end(mark)
        self._since = taken.server_time or self._since
        self._fresh_at = self.clock.monotonic()
        self._tell(ChangeKind.VISITS, taken.touched)

    async def reread(self, shown: Sequence[date]) -> None:
        """Read the whole of the shown days again, in one request where they follow each other.

        It finds what was deleted, of which "what changed" says nothing.
        """
        for run in _runs(shown):
            await self._read_visits(run, Need.REFRESH)
        if shown:
            self._fresh_at = self.clock.monotonic()

    async def reread_hours(self, shown: Sequence[date]) -> None:
        """Read the schedules of the shown days again, behind everything else: nothing tells when they change."""
        for run in _runs(shown):
            await self._read_hours(run, Need.PREFETCH)

    async def reread_lists(self) -> None:
        """Read every list again, behind everything else; the old ones stay until all have come."""
        fresh = OfficeLists()

        def take(name: ListName, found: dict[str, Any]) -> None:
            nonlocal fresh
            fresh = fresh.with_list(name, found)

        await self._list_reader.read(fresh.missing, take, Need.PREFETCH)
        self._take_lists(fresh)

    # --- inside --------------------------------------------------------------------------------------------

    async def _read(self, days: Sequence[date], unread: Sequence[date], need: Need) -> None:
        """Read the visits of `unread`, and all else that is missing of `days`. The order decides who goes first."""
        work: list[Coroutine[Any, Any, None]] = [self._read_visits(run, need) for run in _runs(unread)]
        if not unread:
            work.append(self._read_names(days, need))
        work.append(self.open_lists(need))
        lacking = [day for day in days if (known := self.day(day)) is None or known.schedules is None]
        if not self._hours_refused:
            work += [self._read_hours(run, max(need, Need.REFRESH)) for run in _runs(lacking)]
        for failure in await asyncio.gather(*work, return_exceptions=True):
            if isinstance(failure, BaseException):
                raise failure

    async def _read_visits(self, days: Sequence[date], need: Need) -> None:
        mark = self._schedule.begin(days)
        try:
            taken = await self._take(self._list_visits(days, need), mark)
            if self._since is None:
                self._since = taken.server_time or self._lists_time()
            found = self._schedule.take_days(
                days, taken.apt_nums, mark, self.clock.now(), tuple(taken.problems)
            )
            for _ in self._schedule.trim({*days, self.clock.now().date()}):
                await asyncio.sleep(0)
        finally:
            self._schedule.end(mark)
        await asyncio.sleep(0)
        taken.touched.add(found)
        self._working_days |= {day.weekday() for day in days if self._schedule.busy(day)}
        self._tell(ChangeKind.DAY, taken.touched)
        await self._read_names(days, need)

    def _list_visits(self, days: Sequence[date], need: Need) -> Rows[Appointment]:
        appointments = self.client.at(need).appointments
        if len(days) == 1:
            return appointments.list(date=days[0])
        return appointments.list(dateStart=days[0], dateEnd=days[-1])

    async def _take(self, rows: Rows[Appointment], mark: int) -> _Taken:
        """Take pages over as they come, a few rows at a time, so that the window can move in between."""
        taken = _Taken()
        async for page in rows.pages():
            await asyncio.sleep(0)  # reading the page has taken its turn
            taken.server_time = taken.server_time or _server_time(page)
            taken.problems += problems_of(page)
            taken.apt_nums |= {row.AptNum for row in page}
            for first in range(0, len(page), ROWS_AT_ONCE):
                await asyncio.sleep(0)
                taken.touched.add(self._schedule.take_changes(page[first : first + ROWS_AT_ONCE], mark))
        return taken

    async def _read_names(self, days: Iterable[date], need: Need) -> None:
        wanted = list(days)
        for first in range(0, len(wanted), DAYS_AT_ONCE):
            if first:
                await asyncio.sleep(0)
            known = [
                rows for day in wanted[first : first + DAYS_AT_ONCE] if (rows := self.day(day)) is not None
            ]
            await self.people.read([row.PatNum for rows in known for row in rows.appointments], need)

    async def _read_hours(self, days: Sequence[date], need: Need) -> None:
        schedules = self.client.at(need).schedules
        try:
            if len(days) == 1:
                rows = await schedules.list(date=days[0])
            else:
                rows = await schedules.list(dateStart=days[0], dateEnd=days[-1])
        except (errors.BadRequest, errors.NotFound, errors.PermissionMissing, errors.Gone):
            self._hours_refused = True  # an office from before 22.1: the schedule does without
            self._tell(ChangeKind.DAY, Touched(days=set(days)))
            return
        await asyncio.sleep(0)
        by_day: dict[date, list[Schedule]] = {day: [] for day in days}
        for row in rows:
            if row.SchedDate in by_day:
                by_day[row.SchedDate].append(row)
                if row.SchedType is ScheduleType.PROVIDER:
                    self._working_days.add(row.SchedDate.weekday())
        for first in range(0, len(days), HOURS_AT_ONCE):
            await asyncio.sleep(0)
            part = {day: by_day[day] for day in days[first : first + HOURS_AT_ONCE]}
            self._tell(ChangeKind.DAY, self._schedule.set_schedules(part))

    def _is_old(self, day: date) -> bool:
        known = self.day(day)
        return known is None or self.clock.now() - known.fetched_at > READ_AGAIN

    def _lists_time(self) -> datetime | None:
        known = self._lists.server_time
        return None if known is None else known - LISTS_OVERLAP

    def _working_day(self, day: date, step: int) -> date:
        """The next (1) or previous (-1) day on a weekday on which this office has been seen to work."""
        for _ in range(7):
            day = moved(day, step)
            if day.weekday() in self._working_days:
                break
        return day


class _Taken(Struct):
    """What the pages of one request brought."""

    touched: Touched = field(default_factory=Touched)
    apt_nums: set[int] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    server_time: datetime | None = None


def _server_time(rows: RowList[Appointment]) -> datetime | None:
    """The office's time when it answered a page."""
    return min((row.serverDateTime for row in rows if row.serverDateTime is not None), default=None)


def _runs(days: Iterable[date]) -> list[list[date]]:
    """Days in order, those that follow each other together."""
    runs: list[list[date]] = []
    for day in sorted(set(days)):
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs
