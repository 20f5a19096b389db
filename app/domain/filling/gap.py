"""Free time in one operatory, and who is busy on its day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from msgspec import Struct

from app.domain.schedule.clashes import busy
from app.domain.schedule.hours import DAY, Chair, Span, merge, subtract
from app.domain.schedule.layout import start_minute
from app.domain.schedule.openings import OpenDay
from app.domain.schedule.pattern import provider_runs
from app.domain.schedule.visit import Stage, Visit

LUNCH = "lunch"
"""Many offices mark lunch with a blockout of this name."""


class Gap(Struct, frozen=True):
    """Free time in an operatory; times are minutes after midnight."""

    day: date
    chair: Chair
    start: int
    end: int

    @property
    def minutes(self) -> int:
        """Its length."""
        return self.end - self.start

    @property
    def begins(self) -> datetime:
        """Its start."""
        return self.at(self.start)

    @property
    def ends(self) -> datetime:
        """Its end."""
        return self.at(self.end)

    def at(self, minute: int) -> datetime:
        """A minute of its day as a moment."""
        return datetime.combine(self.day, time()) + timedelta(minutes=minute)


def gap_at(day: OpenDay, op_num: int, minute: int, not_before: datetime) -> Gap | None:
    """The free time around a minute in an operatory; None: the minute is taken, closed or in the past."""
    chair = next((each for each in day.chairs if each.op_num == op_num), None)
    if chair is None:
        return None
    earliest = int(-(-(not_before - datetime.combine(day.day, time())).total_seconds() // 60))
    for start, end in free_spans(day, op_num):
        begins = max(start, earliest)
        if start <= minute < end and begins < end:
            return Gap(day.day, chair, begins, end)
    return None


def free_spans(day: OpenDay, op_num: int) -> tuple[Span, ...]:
    """An operatory's open hours without its appointments, its notes, lunch and closed blockouts."""
    plan = day.plan.chair(op_num)
    taken = [_span(visit, day.day) for visit in day.visits if visit.op_num == op_num and _stands(visit)]
    taken += [(each.start, each.end) for each in plan.blockouts if each.no_schedule or _is_lunch(each.label)]
    return tuple(span for span in subtract(plan.open, merge(taken)) if span[1] <= DAY)


class BusyDay:
    """When providers and patients are busy on a day.

    Each is a set of minutes in one whole number, a bit a minute: with 2,000 candidates for a gap, comparing spans
    would take longer than the list may take to open.
    """

    def __init__(self, day: OpenDay) -> None:
        self._day = day.day
        self.visits = {each.apt_num: each for each in day.visits if _stands(each) and not each.is_note}
        self._providers: dict[int, int] = {}
        self._patients: dict[int, int] = {}
        for each in self.visits.values():
            start, minutes = start_minute(each, day.day), each.minutes
            for prov_num, spans in busy(each).items():
                self._providers[prov_num] = self._providers.get(prov_num, 0) | _shifted(bits(spans), start)
            whole = _shifted(bits(((0, minutes),)), start)
            self._patients[each.pat_num] = self._patients.get(each.pat_num, 0) | whole

    def provider(self, prov_num: int, without: int = 0) -> int:
        """A provider's busy minutes. `without`: an appointment that will be moved away."""
        if (own := self.visits.get(without)) is None or prov_num not in busy(own):
            return self._providers.get(prov_num, 0)
        found = 0
        for each in self.visits.values():
            if each.apt_num != without and prov_num in (spans := busy(each)):
                found |= _shifted(bits(spans[prov_num]), start_minute(each, self._day))
        return found

    def patient(self, pat_num: int, without: int = 0) -> int:
        """The minutes of a patient's appointments. `without`: one that will be moved away."""
        if without not in self.visits:
            return self._patients.get(pat_num, 0)
        found = 0
        for each in self.visits.values():
            if each.apt_num != without and each.pat_num == pat_num:
                found |= _shifted(bits(((0, each.minutes),)), start_minute(each, self._day))
        return found


def bits(spans: Iterable[Span]) -> int:
    """Spans of minutes as a number with a bit for each minute."""
    found = 0
    for start, end in spans:
        found |= ((1 << (end - start)) - 1) << start
    return found


@lru_cache(maxsize=1024)
def provider_bits(pattern: str) -> int:
    """A pattern's provider time, a bit for each minute."""
    return bits(provider_runs(pattern))


def _shifted(minutes: int, start: int) -> int:
    return minutes << start if start >= 0 else minutes >> -start


def _is_lunch(label: str) -> bool:
    return LUNCH in label.casefold()


def _stands(visit: Visit) -> bool:
    return visit.stage is not Stage.BROKEN


def _span(visit: Visit, day: date) -> Span:
    start = start_minute(visit, day)
    return start, start + visit.minutes
