"""What is said about days: one, several, until one, after one, the weekdays."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from app.domain.schedule.asking.asked import EVERY_DAY, DateRange
from app.domain.schedule.asking.dates import WEEK, DateReader, after, before, months_on
from app.domain.schedule.asking.tokens import NOT, WEEKDAYS

LETTERS = {"m": 0, "t": 1, "w": 2, "r": 3, "f": 4, "with": 2}
"""Weekdays in a list of letters: t/th, m-th; "with" is how w alone is spelled."""
SPACED = ("m", "t", "f")
"""Those with which a list of letters without signs begins."""
TOGETHER = {
    "mwf": (0, 2, 4),
    "mw": (0, 2),
    "mf": (0, 4),
    "tth": (1, 3),
    "tr": (1, 3),
    "tuth": (1, 3),
    "mtw": (0, 1, 2),
    "wf": (2, 4),
    "mtwth": (0, 1, 2, 3),
    "weekday": (0, 1, 2, 3, 4),
    "weekend": (5, 6),
}
WORK_WEEK = 5
TO = ("-", "thru", "to")
LIMITS = {
    ("on", "or", "after"): "from",
    ("on", "or", "before"): "by",
    ("not", "later", "than"): "by",
    ("not", "earlier", "than"): "from",
    ("not", "asap", "than"): "from",  # not sooner than
    ("later", "than"): "after",
    ("earlier", "than"): "before",
    ("not", "before"): "from",
    ("not", "until"): "from",
    ("not", "after"): "by",
    ("after",): "after",
    ("before",): "before",
    ("by",): "by",
    ("until",): "by",
    ("thru",): "by",
    ("from",): "from",
    ("starting",): "from",
}
"""What the words before a day make of it: the first or the last day, with it or without."""
LISTED = ("/", ",", "&", "and", "or", "+")
LEADS = ("in", "within", "next", "the", "about", "around", "after", "at", "least", "from")
"""Words before a number of days, weeks or months."""
MOST_DAYS, MOST_MONTHS = 730, 120
"""A larger number of days or weeks, or of months or years, is no date."""


class Days(Struct, frozen=True):
    """One statement about days."""

    range: DateRange | None = None
    weekdays: frozenset[int] | None = None
    excluded: bool = False


Found = tuple[Days, int]


class DayRules:
    """Reads statements about days. Impossible dates raise ValueError."""

    def __init__(self, words: list[str], today: date, together: frozenset[int] = frozenset()) -> None:
        self._words = words
        self._today = today
        self._dates = DateReader(words, today, together)

    def read(self, at: int) -> Found | None:
        """The longest statement that begins with this word."""
        rules = (
            self._ahead,
            self._limited,
            self._between,
            self._not,
            self._in_week,
            self._weekdays,
            self._plain,
        )
        found = [each for rule in rules if (each := rule(at)) is not None]
        return max(found, key=lambda each: each[1], default=None)

    def _word(self, at: int) -> str:
        return self._dates.word(at)

    def _plain(self, at: int) -> Found | None:
        """One day, a week, a month, or from one to another."""
        start = at + (self._word(at) in ("from", "starting") and self._is_range(at + 1))
        found = self._dates.days(start)
        return (Days(found[0]), found[1]) if found is not None else None

    def _is_range(self, at: int) -> bool:
        single, whole = self._dates.span(at), self._dates.days(at)
        return single is not None and whole is not None and whole[1] > single[1]

    def _between(self, at: int) -> Found | None:
        """Between December 7 and the 11th."""
        if self._word(at) != "between" or (first := self._dates.span(at + 1)) is None:
            return None
        (start, _), end = first
        if self._word(end) != "and" or (second := self._dates.span(end + 1)) is None:
            return None
        (_, last), end = second
        return Days((start, last if last >= start else months_on(last, 12))), end

    def _limited(self, at: int) -> Found | None:
        """After, before, from, until a day or a week."""
        leads = (each for each in LIMITS if tuple(self._words[at : at + len(each)]) == each)
        if (lead := next(leads, None)) is None:
            return None
        kind, start = LIMITS[lead], at + len(lead)
        start += self._word(start) in ("on", "from")
        start += self._word(start) == "the" and self._word(start + 1) == "end"
        end_of = self._word(start) == "end" and self._word(start + 1) == "of"
        limit = self._limit(start + 2 if end_of else start) or self._limit(start)
        if limit is None:
            return None
        span, end = limit
        if end_of and kind == "before":
            kind = "by"
        ranges: dict[str, DateRange] = {
            "after": after(span),
            "before": before(span),
            "by": (None, span[1]),
            "from": (span[0], None),
        }
        if end_of and kind == "from":
            return None
        following = self._word(end) in ("on", "onward", "onwards", "forward")
        return Days(ranges[kind]), end + following

    def _limit(self, at: int) -> tuple[tuple[date, date], int] | None:
        number_at = at + (self._word(at) == "the")
        word = self._word(number_at)
        found = self._dates.span(at) or self._dates.weekday(at)
        if found is not None or not word.isdigit() or not 12 < int(word) <= 31:
            return found or self._year_end(at)
        if self._word(number_at + 1) in ("min", "hour", "day", "week", "month", "unit"):
            return None
        return self._dates.number(number_at)

    def _year_end(self, at: int) -> tuple[tuple[date, date], int] | None:
        """The end of the year."""
        if self._word(at + (self._word(at) == "the")) != "year":
            return None
        last = date(self._today.year, 12, 31)
        return (last, last), at + 1 + (self._word(at) == "the") + (self._word(at + 1) == "end")

    def _ahead(self, at: int) -> Found | None:
        """In two weeks; 6 months; within 10 days; the next 3 weeks; a week from today or from Tuesday."""
        words = self._words[at : at + 4]
        within = (
            words[:1] == ["within"] or words[:1] == ["next"] or words[:2] in (["in", "next"], ["in", "the"])
        )
        start = at
        while self._word(start) in LEADS:
            start += 1
        if start - at > 3 or (words[:1] == ["the"] or words[:1] == ["from"]):
            return None
        number = "1" if self._word(start) == "a" else self._word(start)
        start += self._word(start + 1) == "-"
        start += self._word(start + 1) == "of"
        unit = self._word(start + 1)
        if number == "half" and unit == "year":
            number, unit = "6", "month"
        if not number.isdigit() or unit not in ("day", "week", "month", "year"):
            return None
        if (unit in ("day", "week") and int(number) > MOST_DAYS) or int(number) > MOST_MONTHS:
            return None
        if (found := self._from_day(start + 2)) is not None:
            base, end = found
            day = self._later(int(number), unit, base)
            return Days((day, day)), end
        day, end = self._later(int(number), unit, self._today), start + 2
        if (within and "next" in self._words[at:end]) or words[:1] == ["within"]:
            return Days((None, day)), end
        end += self._word(end) in ("out", "later", "ahead")
        if self._word(end) == "from" and self._word(end + 1) in ("now", "today"):
            end += 2
        return Days((day, None)), end

    def _from_day(self, at: int) -> tuple[date, int] | None:
        """Another day than today that is counted from: a week from Tuesday, 2 weeks after 12/15."""
        if self._word(at) not in ("from", "after") or self._word(at + 1) in ("now", "today"):
            return None
        found = self._dates.span(at + 1) or self._dates.weekday(at + 1)
        return (found[0][0], found[1]) if found is not None and found[0][0] == found[0][1] else None

    def _later(self, number: int, unit: str, base: date) -> date:
        if unit in ("month", "year"):
            return months_on(base, number * (12 if unit == "year" else 1))
        return base + timedelta(days=number * (WEEK if unit == "week" else 1))

    def _not(self, at: int) -> Found | None:
        """Not on Mondays; any day but Wednesday; not next week; except 12/10."""
        start = at
        while self._word(start) in ("any", "all") and self._word(start + 1) in ("day", "weekday"):
            start += 2
        if self._word(start) not in NOT:
            return None
        start += 1
        start += self._word(start) == "on"
        if (found := self._weekdays(start)) is not None:
            (days, end) = found
            return Days(weekdays=EVERY_DAY - (days.weekdays or frozenset()), excluded=True), end
        if (dates := self._dates.days(start)) is not None:
            return Days(dates[0], excluded=True), dates[1]
        return None

    def _in_week(self, at: int) -> Found | None:
        """Next Monday or Tuesday: both in that week."""
        word = self._word(at)
        found = self._weekdays(at + 1) if self._word(at + 1) in WEEKDAYS else None
        if word not in ("next", "this", "coming", "following") or found is None:
            return None
        days, end = found
        first = self._dates.sunday() + timedelta(days=WEEK if word in ("next", "following") else 0)
        several = len(days.weekdays or ()) > 1
        week = max(first, self._today), first + timedelta(days=WEEK - 1)
        return (Days(week, days.weekdays), end) if several else None

    def _weekdays(self, at: int) -> Found | None:
        """Monday; Mon, Tue and Thu; Monday to Thursday; mwf; t/th."""
        if (several := TOGETHER.get(self._word(at))) is not None:
            return Days(weekdays=frozenset(several)), at + 1
        first = self._weekday(at, alone=True)
        if first is None:
            return None
        days, end = {first}, at + 1
        while True:
            joint = self._word(end)
            if self._word(at) in SPACED and (letter := self._spaced(end)) is not None:
                days.add(letter)
                end += 1
                continue
            letters = joint in ("/", "-") or self._word(at) in LETTERS
            following = self._weekday(end + 1, alone=not letters)
            if following is None or (joint not in LISTED and joint not in TO):
                break
            if joint in TO:
                days |= {(first + each) % WEEK for each in range((following - first) % WEEK + 1)}
            days.add(following)
            first, end = following, end + 2
        if len(days) == 1 and self._word(at) not in WEEKDAYS:
            return None
        return Days(weekdays=frozenset(days)), end

    def _spaced(self, at: int) -> int | None:
        """A further weekday of "m w f"."""
        word = self._word(at)
        return LETTERS.get(word, WEEKDAYS.index(word) if word in WEEKDAYS else None)

    def _weekday(self, at: int, *, alone: bool) -> int | None:
        """A weekday; with a sign beside it also as a letter."""
        word = self._word(at)
        if word in WEEKDAYS:
            return WEEKDAYS.index(word)
        if word in SPACED and self._spaced(at + 1) is not None:
            return LETTERS[word]
        beside = self._word(at + 1) in ("/", "-") or self._word(at - 1 if at else len(self._words)) in (
            "/",
            "-",
        )
        return LETTERS.get(word) if not alone or beside else None
