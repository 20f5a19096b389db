"""Reads the office in few requests, most needed first, and changes instead of everything."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from app.api.need import Need
from app.core.clock import Clock
from app.domain.schedule.days import moved
from app.store.known_lists import KnownLists
from app.store.schedule.copies import DayCopies
from app.store.schedule.days import LoadedDays
from app.store.schedule.requests import DayRequests

OVERLAP = timedelta(seconds=2)
"""The office's time has whole seconds: changes in the last two are requested again."""
LISTS_OVERLAP = timedelta(minutes=1)
"""The same where only the lists told the office's time, because they are read concurrently with the days."""
TOO_LONG = timedelta(hours=2)
"""After this many seconds without an update the days in memory are read again instead of reading changes."""
READ_AGAIN = 60.0
"""Seconds. A day read longer ago is read again when it is opened, to find deleted appointments."""


class OfficeReader:
    """Reads days and lists into memory. All methods raise the client's ApiErrors and keep known data."""

    def __init__(
        self, clock: Clock, loaded: LoadedDays, copies: DayCopies, lists: KnownLists, requests: DayRequests
    ) -> None:
        self._clock = clock
        self._loaded = loaded
        self._copies = copies
        self._lists = lists
        self._requests = requests
        self._since: datetime | None = None

    # --- opening -------------------------------------------------------------------------------------------

    async def open_day(self, day: date, need: Need = Need.SCREEN) -> None:
        """As `open_days`, for one day."""
        await self.open_days((day,), need)

    async def open_days(self, days: Sequence[date], need: Need = Need.SCREEN, *, names: bool = True) -> None:
        """Read what is missing or old of some days: the appointments, then their names, then the hours.

        `names=False` leaves the names out, for days that are only searched: they are read once a day is shown.
        On a cold start the operatories come right after the appointments and the other lists after the names,
        so that the schedule can be read after two requests. A fresh day in memory costs no request.
        """
        for day in days:
            self._loaded.use(day)
        old = [day for day in days if self._is_old(day)]
        await self._read(days, old, need, names=names)

    async def complete(self, days: Sequence[date]) -> None:
        """Read what is missing of some days and of the lists, with low priority."""
        await self._read(days, [day for day in days if self._copies.lacks(day)], Need.REFRESH)

    async def prefetch(self, day: date) -> None:
        """Prefetch a day, unless it is in memory."""
        if self._copies.lacks(day):
            await self._read((day,), (day,), Need.PREFETCH)

    async def prefetch_around(self, days: Sequence[date]) -> None:
        """Prefetch the working days around a day, or the weeks around a week."""
        if len(days) == 1:
            for step in (1, -1):
                await self.prefetch(self._requests.working_days.near(days[0], step))
            return
        for step in (len(days), -len(days)):
            around = [moved(day, step) for day in days]
            await self._read(around, [day for day in around if self._copies.lacks(day)], Need.PREFETCH)

    def working_day_after(self, day: date) -> date:
        """The next day on which this office works, as far as known."""
        return self._requests.working_days.near(day, 1)

    def working_day_before(self, day: date) -> date:
        """The day before on which this office works, as far as known."""
        return self._requests.working_days.near(day, -1)

    # --- keeping up to date --------------------------------------------------------------------------------

    async def refresh(self, shown: Sequence[date]) -> None:
        """Bring all days in memory up to date in one request: the changes since the last time.

        Without a last time, or after a long gap, the shown days are read again instead.
        """
        confirmed_at = self._loaded.confirmed_at
        if confirmed_at is not None and self._clock.monotonic() - confirmed_at > TOO_LONG.total_seconds():
            for _ in self._loaded.trim(shown, most=0):
                await asyncio.sleep(0)
            self._since = None
        if self._since is None:
            await self.reread(shown)
            return
        self._since = await self._requests.changes_since(self._since - OVERLAP) or self._since

    async def reread(self, shown: Sequence[date], need: Need = Need.REFRESH) -> None:
        """Read the shown days again completely, in one request if they are consecutive.

        This finds deleted appointments, which reading changes can't show.
        """
        for run in _runs(shown):
            await self._read_visits(run, need)
        if shown:
            self._loaded.confirmed_at = self._clock.monotonic()

    async def reread_visit(self, apt_num: int) -> None:
        """Read one appointment again, such as one that was changed at a kiosk."""
        await self._requests.visit(apt_num, Need.SCREEN)

    def confirm(self) -> None:
        """What is in memory is up to date, without reading it: the office hub tells every change."""
        if self._loaded.confirmed_at is not None:
            self._loaded.confirmed_at = self._clock.monotonic()

    async def reread_hours(self, shown: Sequence[date]) -> None:
        """Read the schedules of the shown days again, with low priority: their changes are not reported otherwise."""
        for run in _runs(shown):
            await self._requests.hours(run, Need.PREFETCH)

    # --- inside --------------------------------------------------------------------------------------------

    async def _read(
        self, days: Sequence[date], unread: Sequence[date], need: Need, *, names: bool = True
    ) -> None:
        """Read the visits of `unread`, and everything else missing of `days`. The order sets the priorities."""
        work: list[Coroutine[Any, Any, None]] = [
            self._read_visits(run, need, names=names) for run in _runs(unread)
        ]
        if not unread and names:
            work.append(self._requests.names(days, need))
        work.append(self._lists.read_missing(need))
        lacking = [
            day
            for day in days
            if self._copies.lacks(day) or (known := self._loaded.day(day)) is None or known.schedules is None
        ]
        if not self._loaded.hours_refused:
            work += [self._requests.hours(run, max(need, Need.REFRESH)) for run in _runs(lacking)]
        for failure in await asyncio.gather(*work, return_exceptions=True):
            if isinstance(failure, BaseException):
                raise failure

    async def _read_visits(self, days: Sequence[date], need: Need, *, names: bool = True) -> None:
        server_time = await self._requests.visits(days, need)
        if self._since is None:
            self._since = server_time or self._lists_time()
        if names:
            await self._requests.names(days, need)

    def _is_old(self, day: date) -> bool:
        known = self._loaded.day(day)
        return known is None or self._clock.monotonic() - known.read_at > READ_AGAIN

    def _lists_time(self) -> datetime | None:
        known = self._lists.server_time
        return None if known is None else known - LISTS_OVERLAP


def _runs(days: Iterable[date]) -> list[list[date]]:
    """Sorted days, grouped into consecutive runs."""
    runs: list[list[date]] = []
    for day in sorted(set(days)):
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs
