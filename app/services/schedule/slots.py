"""The office's own slots, for days that are not in memory: fewer requests than the days themselves.

The office looks at one operatory's hours, appointments and no-schedule blockouts. What else decides is checked here:
other appointments in memory, and the blockouts that appointment types are limited to.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.core.clock import Clock
from app.domain.schedule.hours import DAY, ChairDay, DayPlan, covered
from app.domain.schedule.increment import step_from
from app.domain.schedule.openings import Opening, OpeningWish, patient_free, proposal_for, providers_free
from app.domain.schedule.type_rules import open_for
from app.domain.schedule.visit import Visit
from app.services.schedule.grids import all_visits, day_plan
from app.services.schedule.rows import own_providers, plan_of
from app.store.office import Office
from app.wire.resources.appointments import Slot
from app.wire.resources.operatories import Operatory
from app.wire.resources.schedules import ScheduleType

SLOTS_DAYS = 28
MOST_ASKED = 4
"""Maximum number of slots requests per search."""
MOST_READS = 2
"""How often blockouts are read in one search: for the days first offered, and for those offered in their place."""
FRESH_SECONDS = 5 * 60.0
"""How long blockouts that were read are used."""
Offer = tuple[Slot, int, int]
"""A slot with the provider and the operatory it was asked for."""


class OfficeSlots:
    """Asks the office for its slots."""

    def __init__(self, client: OpenDental, office: Office, clock: Clock) -> None:
        self._client = client
        self._office = office
        self._clock = clock
        self._blockouts: dict[date, tuple[float, DayPlan]] = {}
        """By day: when they were read, in the clock's monotonic seconds, and the blockouts."""

    async def ask(
        self, wish: OpeningWish, chairs: Sequence[Operatory], first: date, not_before: datetime, count: int
    ) -> list[Opening]:
        """The first start that fits in each slot of the four weeks from `first`, in these operatories.

        If the office limits types to blockouts, those of the days offered first are read. Where that fails, what
        `is_unchecked` tells is offered all the same.
        """
        pairs = asked_for(wish, chairs)
        answers = await asyncio.gather(
            *(self._slots(wish, first, *pair) for pair in pairs), return_exceptions=True
        )
        slots: list[Offer] = []
        for pair, answer in zip(pairs, answers, strict=True):
            if isinstance(answer, BaseException):
                raise answer
            slots += [(slot, *pair) for slot in answer]
        for _ in range(MOST_READS):
            found = self._found(wish, slots, not_before)
            days = [each.start.date() for each in found[:count] if self.is_unchecked(wish, each)]
            if not days or not await self._read_blockouts(min(days), max(days)):
                return found
        return self._found(wish, slots, not_before)

    def is_unchecked(self, wish: OpeningWish, opening: Opening) -> bool:
        """Whether the office limits types to blockouts, and those of its day are not known."""
        return bool(wish.rules.allowed) and self._plan(opening.start.date()) is None

    def _found(self, wish: OpeningWish, slots: Sequence[Offer], not_before: datetime) -> list[Opening]:
        offered = (self._first_free(wish, *slot, not_before) for slot in slots)
        return sorted((each for each in offered if each is not None), key=lambda each: each.start)

    def _first_free(
        self, wish: OpeningWish, slot: Slot, prov_num: int, op_num: int, not_before: datetime
    ) -> Opening | None:
        """The first start in a slot that is also free by what is in memory."""
        days: dict[date, tuple[Visit, ...]] = {}
        for start in starts_in(slot, wish, not_before):
            opening = Opening(start, op_num, prov_num)
            proposal, day = proposal_for(wish, opening), start.date()
            if day not in days:
                days[day] = all_visits(self._office, day)
            visits = days[day]
            if (
                wish.allows(start)
                and self._is_open(wish, opening)
                and providers_free(proposal, visits)
                and patient_free(wish, proposal, visits)
            ):
                return opening
        return None

    def _is_open(self, wish: OpeningWish, opening: Opening) -> bool:
        """Whether the blockouts there allow it, as far as they are known."""
        plan = self._plan(opening.start.date())
        if plan is None:
            return True
        start = opening.start.hour * 60 + opening.start.minute
        chair = ChairDay(((0, DAY),), (), plan.chair(opening.op_num).blockouts)
        return covered((start, start + wish.minutes), open_for(chair, wish.rules, wish.type_num))

    def _plan(self, day: date) -> DayPlan | None:
        """A day's blockouts: of the day in memory, else those that were read; None: not known."""
        if (known := day_plan(self._office, day)) is not None:
            return known
        read_at, plan = self._blockouts.get(day, (-FRESH_SECONDS, None))
        return plan if self._clock.monotonic() - read_at < FRESH_SECONDS else None

    async def _read_blockouts(self, first: date, last: date) -> bool:
        """Read those of some days in one list; False: they could not be read."""
        lists = self._office.lists
        if lists is None:
            return False
        wanted = self._client.schedules.list(dateStart=first, dateEnd=last, SchedType=ScheduleType.BLOCKOUT)
        try:
            rows = await wanted
        except ApiError:
            return False
        for ahead in range((last - first).days + 1):
            day = first + timedelta(days=ahead)
            plan = plan_of([row for row in rows if row.SchedDate == day], lists)
            self._blockouts[day] = self._clock.monotonic(), plan
        return True

    async def _slots(self, wish: OpeningWish, first: date, prov_num: int, op_num: int) -> Sequence[Slot]:
        return await self._client.appointments.slots(
            dateStart=first,
            dateEnd=first + timedelta(days=SLOTS_DAYS - 1),
            lengthMinutes=wish.minutes,
            ProvNum=prov_num,
            OpNum=op_num,
        ).first_page()


def asked_for(wish: OpeningWish, chairs: Sequence[Operatory]) -> list[tuple[int, int]]:
    """Providers with their operatories, for a few requests; different providers before second operatories.

    Without an operatory, the office returns a time only where all operatories of a provider are free.
    """
    if wish.prov_num is not None:
        theirs = [row for row in chairs if wish.prov_num in own_providers(row)]
        return [(wish.prov_num, row.OperatoryNum) for row in (theirs or chairs)[:MOST_ASKED]]
    own = [(provider_of(row), row.OperatoryNum) for row in chairs]
    pairs = [(prov_num, op_num) for prov_num, op_num in own if prov_num and wish.wants(prov_num)]
    seen: dict[int, int] = {}
    turns = []
    for prov_num, op_num in pairs:
        seen[prov_num] = seen.get(prov_num, 0) + 1
        turns.append((seen[prov_num], prov_num, op_num))
    turns.sort(key=lambda turn: turn[0])
    return [(prov_num, op_num) for _, prov_num, op_num in turns[:MOST_ASKED]]


def provider_of(row: Operatory) -> int:
    """An operatory's own provider; 0: none."""
    return next(iter(own_providers(row)), 0)


def starts_in(slot: Slot, wish: OpeningWish, not_before: datetime) -> Iterator[datetime]:
    """The starts in a slot at which the whole length fits."""
    if slot.DateTimeStart is None or slot.DateTimeEnd is None:
        return
    start = max(slot.DateTimeStart, not_before)
    midnight = datetime.combine(start.date(), time())
    minute = math.ceil((start - midnight).total_seconds() / 60)
    start = midnight + timedelta(minutes=step_from(minute, wish.increment))
    while start + timedelta(minutes=wish.minutes) <= slot.DateTimeEnd:
        yield start
        start += timedelta(minutes=wish.increment)
