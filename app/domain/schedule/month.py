"""A month at a glance: how full each day is, and each provider on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from app.domain.schedule.hours import DayPlan, Span
from app.domain.schedule.type_rules import open_for
from app.domain.schedule.visit import Stage, Visit

WEEK = 7


class Booked(Struct, frozen=True):
    """The booked time of one provider in one operatory on one day."""

    day: date
    op_num: int
    prov_num: int
    minutes: int
    count: int


class Load(Struct, frozen=True):
    """How much of the open time is booked, in minutes of operatories."""

    booked: int
    open: int

    @property
    def percent(self) -> int | None:
        """Rounded down, so that a day with free time is never full; over 100 with double bookings. None: closed."""
        return self.booked * 100 // self.open if self.open else None

    @property
    def free(self) -> int:
        """The rest of the open time."""
        return max(self.open - self.booked, 0)


class DayLoad(Struct, frozen=True):
    """One day, and each provider who works or has appointments on it."""

    day: date
    whole: Load
    count: int
    """How many appointments there are."""
    providers: tuple[tuple[int, Load], ...] = ()


def month_weeks(month: date, first_weekday: int) -> list[list[date]]:
    """The weeks that a month touches, whole. `first_weekday`: 1 is Monday, 7 Sunday."""
    first = month.replace(day=1)
    start = first - timedelta(days=(first.isoweekday() - first_weekday) % WEEK)
    weeks: list[list[date]] = []
    while start.replace(day=1) <= first:
        weeks.append([start + timedelta(days=each) for each in range(WEEK)])
        start += timedelta(days=WEEK)
    return weeks


def month_after(month: date, step: int) -> date:
    """The first day of another month."""
    number = month.year * 12 + month.month - 1 + step
    return date(number // 12, number % 12 + 1, 1)


def booked_of(visits: Iterable[Visit], day: date, main: Sequence[int]) -> list[Booked]:
    """The booked time of appointments that start on a day; `main` are their main providers, in the same order."""
    return [
        Booked(day, visit.op_num, prov_num, visit.minutes, 1)
        for visit, prov_num in zip(visits, main, strict=True)
        if visit.start.date() == day and visit.stage is not Stage.BROKEN and not visit.is_note
    ]


def day_load(
    day: date,
    plan: DayPlan,
    booked: Iterable[Booked],
    op_nums: Collection[int],
    prov_nums: Collection[int] | None = None,
) -> DayLoad:
    """How full a day is, in the given operatories; with providers, how full their own time there is."""
    here = [
        each
        for each in booked
        if each.op_num in op_nums and (prov_nums is None or each.prov_num in prov_nums)
    ]
    busy: defaultdict[int, int] = defaultdict(int)
    for each in here:
        busy[each.prov_num] += each.minutes
    opened: defaultdict[int, int] = defaultdict(int)
    for op_num in op_nums:
        chair = plan.chair(op_num)
        for prov_num in chair.providers:
            if prov_nums is not None and prov_num not in prov_nums:
                continue
            opened[prov_num] += _minutes(open_for(chair, hours=chair.open_for(prov_num)))
    if prov_nums is None:
        open_minutes = sum(_minutes(open_for(plan.chair(each))) for each in op_nums)
    else:
        open_minutes = sum(opened.values())
    whole = Load(sum(busy.values()), open_minutes)
    providers = tuple((each, Load(busy[each], opened[each])) for each in [*opened, *(busy.keys() - opened)])
    return DayLoad(day, whole, sum(each.count for each in here), providers)


def _minutes(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)
