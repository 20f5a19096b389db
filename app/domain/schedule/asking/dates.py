"""Days in words: "the 15th", "next week", "early jan", "after dec 7"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from app.domain.schedule.asking.asked import DateRange
from app.domain.schedule.asking.months import Found, MonthReader, Span, month_length, month_number, one
from app.domain.schedule.asking.tokens import MONTHS, WEEKDAYS

_DATE = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{2,4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_OF_MONTH = re.compile(r"#?(\d{1,2})")
LONGEST_MONTH = 31
COUNTED = ("min", "hour", "unit")
HOURS = 12
"""In "dec 30 min" and "jan 9am" the number belongs to a length or a time; "jan 9 am" is a morning."""
CENTURY = 2000
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


class DateReader:
    """Reads a day, a week, a month or a part of one from words. Impossible dates raise ValueError."""

    def __init__(self, words: list[str], today: date, together: frozenset[int] = frozenset()) -> None:
        """`together`: the words that were typed right after the one before, as the am of 9am."""
        self._words = words
        self._together = together
        self._today = today
        self._months = MonthReader(words, today)

    def word(self, at: int) -> str:
        """A word; empty after the last."""
        return self._words[at] if at < len(self._words) else ""

    def span(self, at: int) -> Found | None:
        """What is written here: a day, or several."""
        skip = at + (self.word(at) == "the")
        months = self._months
        readers = (
            self._named,
            self._numeric,
            self._month_day,
            months.part,
            self._part_of_week,
            months.nth,
            self._week,
        )
        for read in (*readers, months.month):
            if (found := read(skip)) is not None:
                return found
        return self._ordinal(skip, with_the=skip > at)

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
        following = self.word(last_at + 1)
        is_day = number is not None and not self._is_counted(last_at + 1, int(number[1]))
        if start == end and number is not None and is_day and following not in (*MONTHS, "of"):
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
        return one(self._today + timedelta(days=ahead)), at + 1

    def number(self, at: int) -> Found | None:
        """A day of the month without anything else: before or after the 15."""
        found = _DAY_OF_MONTH.fullmatch(self.word(at))
        return (one(self._next(int(found.group(1)))), at + 1) if found is not None else None

    def sunday(self) -> date:
        """The first day of this week."""
        return self._today - timedelta(days=(self._today.weekday() + 1) % WEEK)

    def _named(self, at: int) -> Found | None:
        """Tomorrow, next Tuesday, Christmas, the day after it."""
        today, word = self._today, self.word(at)
        step = {"after": 1, "before": -1}.get(self.word(at + 1), 0)
        if word == "day" and step and (found := self.span(at + 2)) is not None:
            (first, last), end = found
            return one((last if step > 0 else first) + timedelta(days=step)), end
        if (ahead := NEAR.get(word)) is not None:
            return one(today + timedelta(days=ahead)), at + 1
        if word == "this" and self.word(at + 1) in ("am", "pm", "evening"):
            return one(today), at + 1
        if word in ("next", "this", "coming") and self.word(at + 1) == "weekend":
            saturday = self.sunday() + timedelta(days=WEEK - 1 + (WEEK if word == "next" else 0))
            return (saturday, saturday + timedelta(days=1)), at + 2
        if word in ("next", "this", "coming", "following") and self.word(at + 1) in WEEKDAYS:
            week = self.sunday() + timedelta(days=WEEK if word in ("next", "following") else 0)
            return one(week + timedelta(days=(WEEKDAYS.index(self.word(at + 1)) + 1) % WEEK)), at + 2
        return self._holiday(at)

    def _holiday(self, at: int) -> Found | None:
        word, newyear = self.word(at), self._coming(1, 1)
        end = at + 1 + (word == "new" and self.word(at + 1) == "year")
        if end > at + 1:
            word = "newyear"
        if word in ("newyear", "christmas") and self.word(end) == "evening":
            return one(self._coming(12, 31 if word == "newyear" else 24)), end + 1
        spans = {
            "christmas": one(self._coming(12, 25)),
            "newyear": one(newyear),
            "thanksgiving": one(_thanksgiving(self._today)),
            "holidays": (max(date(newyear.year - 1, 12, 24), self._today), newyear),
        }
        return (spans[word], end) if word in spans else None

    def _numeric(self, at: int) -> Found | None:
        if (iso := _ISO.fullmatch(self.word(at))) is not None:
            return one(date(int(iso[1]), int(iso[2]), int(iso[3]))), at + 1
        if (found := _DATE.fullmatch(self.word(at))) is None:
            return self._dashed(at)
        month, day = int(found[1]), int(found[2])
        return one(self._dated(month, day, found[3] or "")), at + 1

    def _dashed(self, at: int) -> Found | None:
        """12-15, 12-7-26. Two numbers up to 12 without a year are times: 9-11."""
        month, day, year = (self.word(at + each) for each in (0, 2, 4))
        if not (month.isdigit() and day.isdigit()) or self.word(at + 1) != "-" or int(month) > len(MONTHS):
            return None
        end = at + 3
        if self.word(end) == "-" and year.isdigit() and len(year) in (2, 4):
            return one(self._dated(int(month), int(day), year)), at + 5
        if not HOURS < int(day) <= LONGEST_MONTH or self.word(end) in (
            *COUNTED,
            "am",
            "pm",
            ":",
            "day",
            "week",
        ):
            return None
        return one(self._dated(int(month), int(day), "")), end

    def _month_day(self, at: int) -> Found | None:
        """December 8, 8 Dec, the 8th of December; with a year or without."""
        for month_at, day_at in ((at, at + 1), (at + 1 + (self.word(at + 1) == "of"), at)):
            day = _DAY_OF_MONTH.fullmatch(self.word(day_at))
            end = max(month_at, day_at) + 1
            if self.word(month_at) not in MONTHS or day is None or int(day[1]) > LONGEST_MONTH:
                continue
            is_other = self._is_counted(end, int(day[1])) if day_at > month_at else self._is_day(end)
            if is_other:
                continue
            year, end = self._months.year(end)
            return one(self._dated(month_number(self.word(month_at)), int(day[1]), year)), end
        return None

    def _is_day(self, at: int) -> bool:
        """Whether this is the day of the month before it: in "30 dec 3rd" the 30 is a length."""
        day = _DAY_OF_MONTH.fullmatch(self.word(at))
        return day is not None and not self._is_counted(at + 1, int(day[1]))

    def _is_counted(self, at: int, number: int) -> bool:
        """Whether the number before this word belongs to a length or a time."""
        is_time = at in self._together and number <= HOURS and self.word(at) in ("am", "pm")
        return is_time or self.word(at) in COUNTED

    def _part_of_week(self, at: int) -> Found | None:
        """Early next week, the end of the week."""
        if (days := WEEK_PARTS.get(self.word(at))) is None:
            return None
        at += 1 + (self.word(at + 1) == "of")
        at += self.word(at) == "the"
        week = self._week(at)
        if week is None and self.word(at) == "week":
            week = (self.sunday(), self.sunday() + timedelta(days=WEEK - 1)), at + 1
        if week is None:
            return None
        (_, last), end = week
        sunday = last - timedelta(days=WEEK - 1)
        start, stop = (sunday + timedelta(days=each) for each in days)
        if stop < self._today:
            raise ValueError(stop)
        return (max(start, self._today), stop), end

    def _week(self, at: int) -> Found | None:
        """This week, next week, the week of December 14."""
        word, after = self.word(at), self.word(at + 1)
        if word in ("this", "next", "following", "coming") and after == "week":
            first = self.sunday() + timedelta(days=0 if word == "this" else WEEK)
            return (max(first, self._today), first + timedelta(days=WEEK - 1)), at + 2
        if [word, after, self.word(at + 2)] == ["week", "after", "next"]:
            first = self.sunday() + timedelta(days=2 * WEEK)
            return (first, first + timedelta(days=WEEK - 1)), at + 3
        if word == "week" and after in ("of", "after") and (day := self.span(at + 2)) is not None:
            (first, _), end = day
            if after == "after":
                first += timedelta(days=WEEK)
            first -= timedelta(days=(first.weekday() + 1) % WEEK)
            return (first, first + timedelta(days=WEEK - 1)), end
        return None

    def _ordinal(self, at: int, *, with_the: bool) -> Found | None:
        """The 15th, the 15, Tuesday the 8."""
        word = self.word(at)
        if word.startswith("#"):
            return one(self._next(int(word[1:]))), at + 1
        if with_the and word.isdigit() and not self._is_counted(at + 1, int(word)):
            follows = at > 1 and self.word(at - 2) in WEEKDAYS
            if HOURS < int(word) <= LONGEST_MONTH or (follows and int(word) <= HOURS):
                return one(self._next(int(word))), at + 1
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
            if day <= month_length(month) and month.replace(day=day) >= self._today:
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
    return first.replace(day=min(day.day, month_length(first)))


def _thanksgiving(today: date) -> date:
    """The fourth Thursday in November, today or later."""
    firsts = (date(year, 11, 1) for year in (today.year, today.year + 1))
    days = [first + timedelta(days=(3 - first.weekday()) % WEEK + 3 * WEEK) for first in firsts]
    return next(day for day in days if day >= today)
