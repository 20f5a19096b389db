"""When providers and patients are busy on a day, for searches that compare thousands of times."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from app.domain.schedule.clashes import busy
from app.domain.schedule.hours import Span
from app.domain.schedule.layout import start_minute
from app.domain.schedule.pattern import provider_runs
from app.domain.schedule.visit import Stage, Visit


class BusyDay:
    """When providers and patients are busy on a day.

    Each is a set of minutes in one whole number, a bit a minute: with 2,000 candidates for a gap, or 60 days without
    an opening, comparing spans would take longer than a key may.
    """

    def __init__(self, day: date, visits: Iterable[Visit]) -> None:
        """`visits` are all of the day; broken ones and notes take nobody's time."""
        self._day = day
        self._visits = [each for each in visits if each.stage is not Stage.BROKEN and not each.is_note]
        self._numbers = {each.apt_num: each for each in self._visits}
        self._providers: dict[int, int] = {}
        self._patients: dict[int, int] = {}
        for each in self._visits:
            start, minutes = start_minute(each, day), each.minutes
            for prov_num, spans in busy(each).items():
                self._providers[prov_num] = self._providers.get(prov_num, 0) | _shifted(bits(spans), start)
            whole = _shifted(bits(((0, minutes),)), start)
            self._patients[each.pat_num] = self._patients.get(each.pat_num, 0) | whole

    def provider(self, prov_num: int, without: int = 0) -> int:
        """A provider's busy minutes. `without`: an appointment that will be moved away."""
        if (own := self._numbers.get(without)) is None or prov_num not in busy(own):
            return self._providers.get(prov_num, 0)
        found = 0
        for each in self._visits:
            if each.apt_num != without and prov_num in (spans := busy(each)):
                found |= _shifted(bits(spans[prov_num]), start_minute(each, self._day))
        return found

    def patient(self, pat_num: int, without: int = 0) -> int:
        """The minutes of a patient's appointments. `without`: one that will be moved away."""
        if without not in self._numbers:
            return self._patients.get(pat_num, 0)
        found = 0
        for each in self._visits:
            if each.apt_num != without and each.pat_num == pat_num:
                found |= _shifted(bits(((0, each.minutes),)), start_minute(each, self._day))
        return found


def bits(spans: Iterable[Span]) -> int:
    """Spans of minutes as a number with a bit for each minute."""
    found = 0
    for start, end in spans:
        found |= ((1 << (end - start)) - 1) << start
    return found


def minutes_between(midnight: datetime, start: datetime, end: datetime) -> int:
    """A time span as the bits of a day's minutes, from its midnight on."""
    first, last = (int((each - midnight).total_seconds() // 60) for each in (start, end))
    return bits(((max(first, 0), last),)) if last > max(first, 0) else 0


@lru_cache(maxsize=1024)
def provider_bits(pattern: str) -> int:
    """A pattern's provider time, a bit for each minute."""
    return bits(provider_runs(pattern))


def _shifted(minutes: int, start: int) -> int:
    return minutes << start if start >= 0 else minutes >> -start
