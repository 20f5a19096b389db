"""The search for openings on a day, and on one day after the other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from functools import cached_property

from app.domain.schedule.busy import BusyDay, bits, minutes_between
from app.domain.schedule.clashes import busy
from app.domain.schedule.hours import DAY, Chair, Span, clip, subtract
from app.domain.schedule.increment import step_from
from app.domain.schedule.openings import OpenDay, Opening, OpeningWish, proposal_for, suits
from app.domain.schedule.type_rules import open_for


def first_openings(
    wish: OpeningWish, days: Iterable[OpenDay], not_before: datetime, count: int = 3
) -> tuple[Opening, ...]:
    """The first `count` openings, earliest first, one per free span.

    A time is offered once, in the first operatory that fits.
    """
    found: list[Opening] = []
    for each in days:
        for opening in openings_of_day(wish, each, not_before):
            if all(opening.start != other.start for other in found):
                found.append(opening)
            if len(found) == count:
                return tuple(found)
    return tuple(found)


def openings_of_day(wish: OpeningWish, day: OpenDay, not_before: datetime) -> list[Opening]:
    """The first opening of every free span in every suitable operatory, by time.

    With several times asked for, the first one in each of them.
    """
    midnight = datetime.combine(day.day, time.min)
    earliest = max(int(-(-(not_before - midnight).total_seconds() // 60)), 0)
    starts, search = wish.starts_on(day.day), _DaySearch(wish, day)
    found = [
        opening
        for chair in day.chairs
        if starts and suits(chair, wish)
        for stretch in search.free(chair, earliest)
        for span in starts
        if (opening := search.first_fit(chair, stretch, span)) is not None
    ]
    order = {chair.op_num: place for place, chair in enumerate(day.chairs)}
    return sorted(found, key=lambda each: (each.start, order[each.op_num]))


class _DaySearch:
    """Tries the starts of one day. Who is busy is worked out once for all of them, as bits of minutes."""

    def __init__(self, wish: OpeningWish, day: OpenDay) -> None:
        self._wish = wish
        self._day = day
        self._midnight = datetime.combine(day.day, time.min)
        self._needs: dict[int, tuple[tuple[int, int], ...]] = {}

    def free(self, chair: Chair, earliest: int) -> tuple[Span, ...]:
        """The operatory's open time for the type, minus its appointments."""
        wish, day = self._wish, self._day
        open_ = open_for(day.plan.chair(chair.op_num), wish.rules, wish.type_num)
        return clip(subtract(open_, day.taken(chair.op_num)), earliest, DAY)

    def first_fit(self, chair: Chair, free: Span, starts: Span) -> Opening | None:
        """The first start in a free span and in the times asked for, with who sees the patient."""
        wish = self._wish
        first, last = max(free[0], starts[0]), min(free[1] - wish.minutes, starts[1] - 1)
        steps = range(step_from(first, wish.increment), last + 1, wish.increment)
        if not steps:
            return None
        whole, at_work = (1 << wish.minutes) - 1, self._at_work(chair)
        for start in steps:
            minutes = whole << start
            for who, open_ in at_work:
                if open_ & minutes == minutes and not any(
                    taken & (need << start) for need, taken in self._of(who)
                ):
                    return Opening(self._midnight + timedelta(minutes=start), chair.op_num, who)
        return None

    def _at_work(self, chair: Chair) -> list[tuple[int, int]]:
        """The wanted providers of an operatory, and when each works there; where nobody is scheduled, always."""
        plan, wish = self._day.plan.chair(chair.op_num), self._wish
        if not plan.staffed:
            return [(wish.prov_num or min(wish.providers, default=0), -1)]
        return [(each, bits(plan.open_for(each))) for each in plan.providers if wish.wants(each)]

    def _of(self, who: int) -> tuple[tuple[int, int], ...]:
        """What has to be free if this provider sees the patient: (minutes from the start, minutes already taken)."""
        if who not in self._needs:
            proposal = proposal_for(self._wish, Opening(self._midnight, 0, who))
            providers = (
                (bits(spans), self._busy.provider(each, proposal.apt_num))
                for each, spans in busy(proposal).items()
            )
            patient = (1 << proposal.minutes) - 1, self._patient(proposal.apt_num)
            self._needs[who] = tuple(each for each in (patient, *providers) if each[1])
        return self._needs[who]

    def _patient(self, own: int) -> int:
        """When the patient has other appointments."""
        found = self._busy.patient(self._wish.pat_num, own) if self._wish.pat_num else 0
        for start, end in self._wish.elsewhere:
            found |= minutes_between(self._midnight, start, end)
        return found

    @cached_property
    def _busy(self) -> BusyDay:
        return BusyDay(self._day.day, self._day.visits)
