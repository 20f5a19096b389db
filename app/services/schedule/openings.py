"""The next openings for an appointment: from the days in memory, then from the office."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from app.api.client import OpenDental
from app.api.errors import NotSent
from app.core.clock import Clock
from app.domain.schedule.opening_search import first_openings
from app.domain.schedule.openings import (
    OpenDay,
    Opening,
    OpeningWish,
    patient_free,
    proposal_for,
    provider_at,
    suits,
)
from app.services.schedule.grids import all_visits, day_plan
from app.services.schedule.rows import chair_of
from app.services.schedule.slots import OfficeSlots, provider_of
from app.store.office import Office
from app.wire.resources.operatories import Operatory

__all__ = ["Opening", "OpeningFinder", "OpeningWish"]

CHOICES = 3
MORE = 10
"""How many openings are added at a time where more are wanted."""
LOOK_AHEAD_DAYS = 62
READ_AHEAD_DAYS = 14
MOST_READS = 6
"""How often the schedules of two weeks are read in one search for days and times that are asked for, or for more."""
MOST_AHEAD_DAYS = 400
"""The date range of one slots request to the office."""


class OpeningFinder:
    """Finds the next openings for a wish."""

    def __init__(self, client: OpenDental, office: Office, clock: Clock) -> None:
        self._client = client
        self._office = office
        self._clock = clock
        self._slots = OfficeSlots(client, office, clock)

    def is_unchecked(self, wish: OpeningWish, opening: Opening) -> bool:
        """Whether it may be on a blockout that is kept for other types: its day's blockouts are not known."""
        return self._slots.is_unchecked(wish, opening)

    async def first(self, wish: OpeningWish, count: int = CHOICES) -> tuple[Opening, ...]:
        """Up to `count` openings, earliest first, starting at the clicked time; the clicked operatory comes first.

        A clicked time in the past is also offered, as the first one: Open Dental accepts it. All others are
        in the future.

        The days in memory cost no request. If they hold too few openings, the schedules of the next two weeks
        are read where requests are free, because only the schedule tells when a provider of two operatories
        is free; of more weeks, if certain days or more openings are asked for. Beyond that, and where requests
        are limited, the office is asked for its slots. Raises the client's ApiErrors, except that while the
        office is unreachable, openings from memory are returned if there are any.
        """
        if not wish.is_possible:
            return tuple(self._pointed_at(wish))
        found = await self._known_openings(wish, count)
        if len(_distinct(found)) < count and (self._client.status.connected or not found):
            try:
                found = await self._further(wish, found, count)
            except NotSent:
                if not found:
                    raise
        return tuple(_distinct(found)[:count])

    def _not_before(self, wish: OpeningWish) -> datetime:
        shown = wish.first_day if wish.at is None else wish.at[0].date()
        days = [datetime.combine(day, time()) for day in (shown, wish.earliest_day) if day is not None]
        pointed_at = [wish.at[0]] if wish.at is not None else []
        return max([self._clock.now(), *days, *pointed_at])

    async def _known_openings(self, wish: OpeningWish, count: int) -> tuple[Opening, ...]:
        """The openings of the days in memory, after the clicked one.

        Other work runs between two days: where little is free, all of them are searched.
        """
        not_before = self._not_before(wish)
        found: list[Opening] = []
        for day in self._known_days(wish, not_before.date()):
            found += first_openings(wish, [day], not_before, count - len(found))
            if len(found) == count:
                break
            await asyncio.sleep(0)
        return (*self._pointed_at(wish), *found)

    async def _further(
        self, wish: OpeningWish, found: tuple[Opening, ...], count: int
    ) -> tuple[Opening, ...]:
        """After the days in memory: the schedules of the next weeks, then the office's slots further ahead."""
        not_before = self._not_before(wish)
        beyond = self._unknown_from(wish, not_before.date())
        if not self._client.status.pace_text:
            for _ in range(MOST_READS if wish.windows or count > CHOICES else 1):
                ahead = [each for each in _ahead(beyond) if wish.last_day is None or each <= wish.last_day]
                if ahead:
                    await self._office.reader.open_days(ahead, names=False)
                    found = await self._known_openings(wish, count)
                beyond = self._unknown_from(wish, beyond)
                if not ahead or len(_distinct(found)) >= count:
                    break
        is_over = wish.last_day is not None and beyond > wish.last_day
        if len(_distinct(found)) < count and self._office.lists is not None and not is_over:
            chairs = [row for row in self._chairs() if suits(chair_of(row), wish)]
            found += tuple(await self._slots.ask(wish, chairs, beyond, not_before, count))
        return found

    def _pointed_at(self, wish: OpeningWish) -> list[Opening]:
        """The clicked time and operatory, offered even with clashes: they are shown before booking.

        It is not offered when the patient has another appointment at that time, or with a provider who is
        not one of several that are asked for.

        Without an operatory, only a past time is offered: the first free one on that day from there on.
        """
        if wish.at is None:
            return []
        start, op_num = wish.at
        if op_num is None:
            day = self._open_day(start.date()) if start < self._clock.now() else None
            return [] if day is None else list(first_openings(wish, [day], start, 1))
        plan = day_plan(self._office, start.date())
        minute = start.hour * 60 + start.minute
        prov_num = None
        if plan is not None:
            prov_num = provider_at(plan.chair(op_num), (minute, minute + wish.minutes), wish)
        opening = Opening(start, op_num, prov_num or wish.prov_num or self._usual_provider(op_num))
        if opening.prov_num and not wish.wants(opening.prov_num):
            return []
        visits = all_visits(self._office, start.date())
        return [opening] if patient_free(wish, proposal_for(wish, opening), visits) else []

    def _usual_provider(self, op_num: int) -> int:
        return next((provider_of(row) for row in self._chairs() if row.OperatoryNum == op_num), 0)

    def _chairs(self) -> list[Operatory]:
        lists = self._office.lists
        return [row for row in lists.operatories if not row.IsHidden] if lists is not None else []

    def _known_days(self, wish: OpeningWish, first: date) -> Iterator[OpenDay]:
        """The days in memory from `first` on that are asked for, up to the first that is not known."""
        for ahead in range(LOOK_AHEAD_DAYS):
            day = first + timedelta(days=ahead)
            if not wish.has_day(day):
                continue
            if (known := self._open_day(day)) is None:
                return
            yield known

    def _unknown_from(self, wish: OpeningWish, first: date) -> date:
        """The first day that is asked for and not in memory."""
        days = (first + timedelta(days=ahead) for ahead in range(MOST_AHEAD_DAYS))
        asked_for = (day for day in days if wish.has_day(day))
        return next(
            (day for day in asked_for if not self._is_known(day)), first + timedelta(days=MOST_AHEAD_DAYS)
        )

    def _is_known(self, day: date) -> bool:
        rows = self._office.day(day)
        return rows is not None and rows.schedules is not None

    def _open_day(self, day: date) -> OpenDay | None:
        plan = day_plan(self._office, day)
        if plan is None:
            return None
        return OpenDay(day, plan, [chair_of(row) for row in self._chairs()], all_visits(self._office, day))


def _ahead(first: date) -> list[date]:
    return [first + timedelta(days=ahead) for ahead in range(READ_AHEAD_DAYS)]


def _distinct(openings: Iterable[Opening]) -> list[Opening]:
    """Drop openings at a time that is already offered."""
    distinct: dict[datetime, Opening] = {}
    for opening in openings:
        distinct.setdefault(opening.start, opening)
    return list(distinct.values())
