"""Months in words: "jan", "early february", "the first week of december", "last fri of jan"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from app.domain.schedule.asking.tokens import MONTHS, WEEKDAYS

_YEAR = re.compile(r"20\d\d")
PARTS = {"early": (1, 10), "beginning": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31)}
"""Parts of a month, by days."""
WEEKS = {"first": (1, 7), "#1": (1, 7), "#2": (8, 14), "#3": (15, 21), "#4": (22, 28), "last": (25, 31)}
"""The same, by weeks."""
WEEK = 7
Span = tuple[date, date]
Found = tuple[Span, int]
"""First and last day, and the index of the next word."""


class MonthReader:
    """Reads a month, or a part of one, from words. Parts that are over raise ValueError."""

    def __init__(self, words: list[str], today: date) -> None:
        self._words = words
        self._today = today

    def month(self, at: int) -> Found | None:
        """January, this month, next month."""
        word = self._word(at)
        if word in MONTHS:
            month, today = month_number(word), self._today
            year = today.year + (month < today.month)
            typed, end = self.year(at + 1)
            return _whole(date(int(typed) if typed else year, month, 1), self._today), end
        if word in ("this", "next") and self._word(at + 1) == "month":
            ahead = self._today.replace(day=1) + timedelta(days=32 if word == "next" else 0)
            return _whole(ahead, self._today), at + 2
        return None

    def year(self, at: int) -> tuple[str, int]:
        """A year, with or without a comma before it; else an empty text."""
        year_at = at + (self._word(at) == ",")
        found = _YEAR.fullmatch(self._word(year_at))
        return (found.group(), year_at + 1) if found is not None else ("", at)

    def part(self, at: int) -> Found | None:
        """Early January, the end of the month."""
        days = PARTS.get(self._word(at))
        month = self._of(at + 1) if days is not None else None
        return (_part_of(month[0], days), month[1]) if month is not None and days is not None else None

    def nth(self, at: int) -> Found | None:
        """The first week of January, the last Friday of the month."""
        word, after = self._word(at), self._word(at + 1)
        if word not in WEEKS or (after != "week" and after not in WEEKDAYS):
            return None
        month = self._of(at + 2, ("of", "in"))
        if month is None:
            return None
        if after in WEEKDAYS:
            return one(_nth(month[0][0].replace(day=1), WEEKS[word], WEEKDAYS.index(after))), month[1]
        return _part_of(month[0], WEEKS[word]), month[1]

    def _of(self, at: int, joints: tuple[str, ...] = ("of",)) -> Found | None:
        """The month after "of the"."""
        at += self._word(at) in joints
        at += self._word(at) == "the"
        bare = (_whole(self._today, self._today), at + 1) if self._word(at) == "month" else None
        return self.month(at) or bare

    def _word(self, at: int) -> str:
        return self._words[at] if at < len(self._words) else ""


def _whole(day: date, today: date) -> Span:
    """A month, without its days before today."""
    first, last = day.replace(day=1), day.replace(day=month_length(day))
    return (today if first <= today <= last else first), last


def _nth(first: date, days: tuple[int, int], weekday: int) -> date:
    """The first, second or last such weekday of a month."""
    if days == WEEKS["last"]:
        last = first.replace(day=month_length(first))
        return last - timedelta(days=(last.weekday() - weekday) % WEEK)
    return first + timedelta(days=(weekday - first.weekday()) % WEEK + days[0] - 1)


def _part_of(month: Span, days: tuple[int, int]) -> Span:
    """Some days of a month; ValueError if they are over."""
    first, last = month
    start, stop = first.replace(day=min(days[0], last.day)), first.replace(day=min(days[1], last.day))
    if stop < first:
        raise ValueError(stop)
    return max(start, first), stop


def one(day: date) -> Span:
    """A single day."""
    return day, day


def month_number(word: str) -> int:
    """1 for jan."""
    return MONTHS.index(word) + 1


def month_length(day: date) -> int:
    """The days of a day's month."""
    return calendar.monthrange(day.year, day.month)[1]
