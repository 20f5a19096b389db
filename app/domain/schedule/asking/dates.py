"""Days in words: "the 15th", "next week", "early jan", "after dec 7"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from app.domain.schedule.asking.asked import DateRange
from app.domain.schedule.asking.tokens import MONTHS, WEEKDAYS

_DATE = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{2,4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_OF_MONTH = re.compile(r"#?(\d{1,2})")
_YEAR = re.compile(r"20\d\d")
LONGEST_MONTH = 31
NOT_AFTER_A_DAY = ("min", "hour", "am", "pm", "unit")
"""In "dec 30 min" and "jan 9 am" the number belongs to a length or a time."""
CENTURY = 2000
PARTS = {"early": (1, 10), "beginning": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31)}
"""Parts of a month, by days."""
WEEKS = {"first": (1, 7), "#1": (1, 7), "#2": (8, 14), "#3": (15, 21), "#4": (22, 28), "last": (25, 31)}
"""The same, by weeks."""
WEEK_PARTS = {
    "early": (1, 2),
    "beginning": (1, 2),
    "mid": (2, 4),
    "late": (4, 6),
    "later": (4, 6),
    "end": (4, 6),
}
"""Parts of a week, by days from its Sunday."""
NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
WEEK = 7
Span = tuple[date, date]
Found = tuple[Span, int]
"""First and last day, and the index of the next word."""


class DateReader:
    """Reads a day, a week, a month or a part of one from words. Impossible dates raise ValueError."""

    def __init__(self, words: list[str], today: date) -> None:
        self._words = words
        self._today = today

    def word(self, at: int) -> str:
        """A word; empty after the last."""
        return self._words[at] if at < len(self._words) else ""

    def span(self, at: int) -> Found | None:
        """What is written here: a day, or several."""
        skip = at + (self.word(at) == "the")
        for read in (self._named, self._numeric, self._month_day, self._part, self._week, self._month):
            if (found := read(skip)) is not None:
                return found
        return self._ordinal(skip)

    def days(self, at: int) -> Found | None:
        """As `span`, or a range of two, "dec 7-11"."""
        first = self.span(at)
        if first is None:
            return None
        (start, end), after = first
        if self.word(after) not in ("-", "to", "thru", "until"):
            return first
        last_at = after + 1 + (self.word(after + 1) == "the")
        number = _DAY_OF_MONTH.fullmatch(self.word(last_at))
        if (
            start == end
            and number is not None
            and self.word(last_at + 1) not in (*NOT_AFTER_A_DAY, *MONTHS, "of")
        ):
            return ((start, start.replace(day=int(number.group(1)))), last_at + 1)
        if (second := self.span(after + 1)) is not None and self.word(after + 1) not in WEEKDAYS:
            (_, last), end_at = second
            return ((start, last if last >= start else months_on(last, 12)), end_at)
        return first

    def weekday(self, at: int) -> Found | None:
        """The next such day after today; today is not one."""
        if (word := self.word(at)) not in WEEKDAYS:
            return None
        ahead = (WEEKDAYS.index(word) - self._today.weekday() - 1) % WEEK + 1
        return _one(self._today + timedelta(days=ahead)), at + 1

    def number(self, at: int) -> Found | None:
        """A day of the month without anything else: before or after the 15."""
        found = _DAY_OF_MONTH.fullmatch(self.word(at))
        return (_one(self._next(int(found.group(1)))), at + 1) if found is not None else None

    def sunday(self) -> date:
        """The first day of this week."""
        return self._today - timedelta(days=(self._today.weekday() + 1) % WEEK)

    def _named(self, at: int) -> Found | None:
        """Tomorrow, next Tuesday, Christmas."""
        today, word = self._today, self.word(at)
        if [word, self.word(at + 1), self.word(at + 2)] == ["day", "after", "tomorrow"]:
            return _one(today + timedelta(days=2)), at + 3
        if (ahead := NEAR.get(word)) is not None:
            return _one(today + timedelta(days=ahead)), at + 1
        if word == "this" and self.word(at + 1) in ("am", "pm", "evening"):
            return _one(today), at + 1
        if word in ("next", "this", "coming", "following") and self.word(at + 1) in WEEKDAYS:
            week = self.sunday() + timedelta(days=WEEK if word in ("next", "following") else 0)
            return _one(week + timedelta(days=(WEEKDAYS.index(self.word(at + 1)) + 1) % WEEK)), at + 2
        return self._holiday(at)

    def _holiday(self, at: int) -> Found | None:
        word, newyear = self.word(at), self._coming(1, 1)
        end = at + 1 + (word == "new" and self.word(at + 1) == "year")
        if end > at + 1:
            word = "newyear"
        if word in ("newyear", "christmas") and self.word(end) == "evening":
            return _one(self._coming(12, 31 if word == "newyear" else 24)), end + 1
        spans = {
            "christmas": _one(self._coming(12, 25)),
            "newyear": _one(newyear),
            "thanksgiving": _one(_thanksgiving(self._today)),
            "holidays": (max(date(newyear.year - 1, 12, 24), self._today), newyear),
        }
        return (spans[word], end) if word in spans else None

    def _numeric(self, at: int) -> Found | None:
        if (iso := _ISO.fullmatch(self.word(at))) is not None:
            return _one(date(int(iso[1]), int(iso[2]), int(iso[3]))), at + 1
        if (found := _DATE.fullmatch(self.word(at))) is None:
            return None
        month, day = int(found[1]), int(found[2])
        return _one(self._dated(month, day, found[3] or "")), at + 1

    def _month_day(self, at: int) -> Found | None:
        """December 8, 8 Dec, the 8th of December; with a year or without."""
        for month_at, day_at in ((at, at + 1), (at + 1 + (self.word(at + 1) == "of"), at)):
            day = _DAY_OF_MONTH.fullmatch(self.word(day_at))
            end = max(month_at, day_at) + 1
            if self.word(month_at) not in MONTHS or day is None or int(day[1]) > LONGEST_MONTH:
                continue
            is_other = self.word(end) in NOT_AFTER_A_DAY if day_at > month_at else self._is_day(end)
            if is_other:
                continue
            year, end = self._year(end)
            return _one(self._dated(_month(self.word(month_at)), int(day[1]), year)), end
        return None

    def _is_day(self, at: int) -> bool:
        """Whether this is the day of the month before it: in "30 dec 3rd" the 30 is a length."""
        day = _DAY_OF_MONTH.fullmatch(self.word(at))
        return day is not None and self.word(at + 1) not in NOT_AFTER_A_DAY

    def _year(self, at: int) -> tuple[str, int]:
        """A year, with or without a comma before it; else an empty text."""
        year_at = at + (self.word(at) == ",")
        found = _YEAR.fullmatch(self.word(year_at))
        return (found.group(), year_at + 1) if found is not None else ("", at)

    def _part(self, at: int) -> Found | None:
        """Early January, the end of the month, of the week."""
        days = PARTS.get(self.word(at))
        if days is None and self.word(at) not in WEEK_PARTS:
            return None
        month_at = at + 1 + (self.word(at + 1) == "of")
        month_at += self.word(month_at) == "the"
        month = self._month(month_at) or self._bare_month(month_at)
        if month is not None and days is not None:
            return _part_of(month[0], days), month[1]
        return self._part_of_week(self.word(at), month_at)

    def _part_of_week(self, part: str, at: int) -> Found | None:
        """Early next week, the end of the week."""
        week = self._week(at)
        if week is None and self.word(at) == "week":
            week = (self.sunday(), self.sunday() + timedelta(days=WEEK - 1)), at + 1
        if week is None:
            return None
        (_, last), end = week
        sunday = last - timedelta(days=WEEK - 1)
        start, stop = (sunday + timedelta(days=each) for each in WEEK_PARTS[part])
        if stop < self._today:
            raise ValueError(stop)
        return (max(start, self._today), stop), end

    def _bare_month(self, at: int) -> Found | None:
        return (_whole(self._today, self._today), at + 1) if self.word(at) == "month" else None

    def _week(self, at: int) -> Found | None:
        """This week, next week, the week of December 14, the first week of January."""
        word, after = self.word(at), self.word(at + 1)
        if word in WEEKS and (after == "week" or after in WEEKDAYS):
            month_at = at + 2 + (self.word(at + 2) in ("of", "in"))
            month_at += self.word(month_at) == "the"
            month = self._month(month_at) or self._bare_month(month_at)
            if month is None:
                return None
            first = month[0][0].replace(day=1)
            if after in WEEKDAYS:
                return _one(_nth(first, WEEKS[word], WEEKDAYS.index(after))), month[1]
            return _part_of(month[0], WEEKS[word]), month[1]
        if word in ("this", "next", "following", "coming") and after == "week":
            first = self.sunday() + timedelta(days=0 if word == "this" else WEEK)
            return (max(first, self._today), first + timedelta(days=WEEK - 1)), at + 2
        if word == "week" and after in ("of", "after") and (day := self.span(at + 2)) is not None:
            (first, _), end = day
            if after == "after":
                first += timedelta(days=WEEK)
            first -= timedelta(days=(first.weekday() + 1) % WEEK)
            return (first, first + timedelta(days=WEEK - 1)), end
        return None

    def _month(self, at: int) -> Found | None:
        """January, this month, next month."""
        word = self.word(at)
        if word in MONTHS:
            month, today = _month(word), self._today
            year = today.year + (month < today.month)
            typed, end = self._year(at + 1)
            return _whole(date(int(typed) if typed else year, month, 1), self._today), end
        if word in ("this", "next") and self.word(at + 1) == "month":
            ahead = self._today.replace(day=1) + timedelta(days=32 if word == "next" else 0)
            return _whole(ahead, self._today), at + 2
        return None

    def _ordinal(self, at: int) -> Found | None:
        """The 15th."""
        word = self.word(at)
        if word.startswith("#"):
            return _one(self._next(int(word[1:]))), at + 1
        return None

    def _dated(self, month: int, day: int, year: str) -> date:
        if year:
            return date(int(year) % CENTURY + CENTURY, month, day)
        return self._coming(month, day)

    def _coming(self, month: int, day: int) -> date:
        """The next such date, today included."""
        year = self._today.year
        if (month, day) < (self._today.month, self._today.day):
            year += 1
        if (month, day) == (2, 29):
            while not calendar.isleap(year):
                year += 1
        return date(year, month, day)

    def _next(self, day: int) -> date:
        """The next such day of a month, today included."""
        month = self._today.replace(day=1)
        for _ in range(3):
            if day <= _length(month) and month.replace(day=day) >= self._today:
                return month.replace(day=day)
            month = (month + timedelta(days=32)).replace(day=1)
        raise ValueError(day)


def after(span: Span) -> DateRange:
    """From the day after it."""
    return span[1] + timedelta(days=1), None


def before(span: Span) -> DateRange:
    """Until the day before it."""
    return None, span[0] - timedelta(days=1)


def months_on(day: date, months: int) -> date:
    """The same day of a later month, or its last one."""
    month = day.year * 12 + day.month - 1 + months
    first = date(month // 12, month % 12 + 1, 1)
    return first.replace(day=min(day.day, _length(first)))


def _whole(day: date, today: date) -> Span:
    """A month, without its days before today."""
    first, last = day.replace(day=1), day.replace(day=_length(day))
    return (today if first <= today <= last else first), last


def _nth(first: date, days: tuple[int, int], weekday: int) -> date:
    """The first, second or last such weekday of a month."""
    if days == WEEKS["last"]:
        last = first.replace(day=_length(first))
        return last - timedelta(days=(last.weekday() - weekday) % WEEK)
    return first + timedelta(days=(weekday - first.weekday()) % WEEK + days[0] - 1)


def _part_of(month: Span, days: tuple[int, int]) -> Span:
    """Some days of a month; ValueError if they are over."""
    first, last = month
    start, stop = first.replace(day=min(days[0], last.day)), first.replace(day=min(days[1], last.day))
    if stop < first:
        raise ValueError(stop)
    return max(start, first), stop


def _one(day: date) -> Span:
    return day, day


def _month(word: str) -> int:
    return MONTHS.index(word) + 1


def _length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _thanksgiving(today: date) -> date:
    """The fourth Thursday in November, today or later."""
    firsts = (date(year, 11, 1) for year in (today.year, today.year + 1))
    days = [first + timedelta(days=(3 - first.weekday()) % WEEK + 3 * WEEK) for first in firsts]
    return next(day for day in days if day >= today)
