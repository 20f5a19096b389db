"""What is said about the time of day: "pm", "after 3", "9-11", "done by noon"."""

from __future__ import annotations

import itertools
import re

from app.domain.schedule.asking.asked import TimeSet

NOON = 12 * 60
HOUR = 60
FIRST_MORNING_HOUR = 7
"""Without AM or PM, 7 to 11 is the morning, 12 and 1 to 6 the afternoon."""
NEAR = 30
"""Around 10 is 9:30 to 10:30."""
_CLOCK = re.compile(r"(\d{1,2})(?::?(\d\d))?")
WORDS = {
    ("early", "am"): TimeSet(before=9 * 60),
    ("late", "am"): TimeSet(10 * 60, NOON),
    ("mid", "am"): TimeSet(9 * 60, 11 * 60),
    ("first", "thing"): TimeSet(before=9 * 60),
    ("#1", "thing"): TimeSet(before=9 * 60),
    ("early", "pm"): TimeSet(NOON, 15 * 60),
    ("late", "pm"): TimeSet(15 * 60),
    ("mid", "pm"): TimeSet(14 * 60, 16 * 60),
    ("after", "school"): TimeSet(15 * 60),
    ("before", "school"): TimeSet(before=8 * 60),
    ("after", "work"): TimeSet(17 * 60),
    ("before", "work"): TimeSet(before=8 * 60),
    ("after", "lunch"): TimeSet(13 * 60),
    ("before", "lunch"): TimeSet(before=NOON),
    ("end", "of", "day"): TimeSet(16 * 60),
    ("end", "of", "the", "day"): TimeSet(16 * 60),
    ("over", "lunch"): TimeSet(11 * 60, 13 * 60),
    ("done", "lunch"): TimeSet(11 * 60, 13 * 60),
    ("lunch", "time"): TimeSet(11 * 60, 13 * 60),
    ("lunch", "hour"): TimeSet(11 * 60, 13 * 60),
    ("am",): TimeSet(before=NOON),
    ("pm",): TimeSet(NOON),
    ("noon",): TimeSet(11 * 60, 13 * 60),
    ("lunch",): TimeSet(11 * 60, 13 * 60),
    ("evening",): TimeSet(17 * 60),
    ("early",): TimeSet(before=9 * 60),
    ("late",): TimeSet(15 * 60),
    ("eod",): TimeSet(16 * 60),
}
_VISIT = [
    (*words, *tail)
    for words in itertools.product(("#1", "first", "last"), ("appt", "appointment", "visit", "unit"))
    for tail in ((), ("of", "day"), ("of", "the", "day"))
    if tail or words[0] == "last"
]
WORDS |= {words: TimeSet(16 * 60) if words[0] == "last" else TimeSet(before=9 * 60) for words in _VISIT}
OPPOSITE = {"am": TimeSet(NOON), "pm": TimeSet(before=NOON), "evening": TimeSet(before=17 * 60)}
TO = ("-", "to", "until", "thru")
END_BY = ("by", "until", "before")
OPERATORS = {
    "after": "after",
    "before": "before",
    "by": "ends",
    "until": "ends",
    "at": "exactly",
    "@": "exactly",
    "around": "near",
    "from": "after",
    "starting": "after",
    ">": "after",
    "<": "before",
}
Found = tuple[TimeSet, int]


class TimeRules:
    """Reads statements about times."""

    def __init__(self, words: list[str]) -> None:
        self._words = words

    def read(self, at: int) -> Found | None:
        """The longest statement that begins with this word."""
        rules = (self._named, self._range, self._limited, self._exact)
        found = [each for rule in rules if (each := rule(at)) is not None]
        return max(found, key=lambda each: each[1], default=None)

    def bare(self, at: int) -> Found | None:
        """A number that can only be an hour, if it is no length: "tue 9"."""
        clock = self._clock(at, bare=True)
        return None if clock is None else (_at(clock[0]), clock[1])

    def _word(self, at: int) -> str:
        return self._words[at] if 0 <= at < len(self._words) else ""

    def _named(self, at: int) -> Found | None:
        if self._word(at) in ("not", "except"):
            start = at + 1 + (self._word(at + 1) in ("in", "on"))
            start += self._word(start) == "the"
            opposite = OPPOSITE.get(self._word(start))
            return (opposite, start + 1) if opposite is not None else None
        start = at + (self._word(at) in ("in", "at", "over") and self._word(at + 1) != "lunch")
        start += self._word(start) == "the" and start > at
        for length in (5, 4, 3, 2, 1):
            words = tuple(self._words[start : start + length])
            if len(words) == length and (found := WORDS.get(words)) is not None:
                return found, start + length
        return None

    def _range(self, at: int) -> Found | None:
        """9-11, between 1 and 3, from 8 to 10."""
        between = self._word(at) == "between"
        start = at + (between or self._word(at) in ("from", "at", "@"))
        start += self._word(start) == "the"
        first = self._clock(start, bare=True)
        if first is None:
            return None
        minute, end = first
        if self._word(end) not in (("and", *TO) if between else TO):
            return None
        second = self._clock(end + 1, bare=True)
        if second is None or self._is_other(second[1]):
            return None
        until, last = second
        said = (_half(self._word(end - 1)), _half(self._word(last - 1)))
        if said[1] and not said[0]:
            minute = _same_half(minute, until, said[1])
        elif until <= minute and not said[1]:
            until = (until + NOON) % (2 * NOON)
        if until <= minute:
            return None
        return TimeSet(minute, until), last

    def _is_other(self, at: int) -> bool:
        """Whether the number before this word is a length or a number of days: "9-60 min"."""
        return self._word(at) in ("min", "hour", "week", "month", "day", "unit")

    def _limited(self, at: int) -> Found | None:
        """After 3, before 10, done by 3, not before 10, around 2."""
        start, kind = at, OPERATORS.get(self._word(at), "")
        phrase = tuple(self._words[at : at + 4])
        if self._word(at) in ("done", "out") and self._word(at + 1) in END_BY:
            start, kind = at + 1, "ends"
        elif phrase[:1] == ("not",) and phrase[1:2] in (("before",), ("after",), ("until",)):
            start, kind = at + 1, "latest" if phrase[1] == "after" else "after"
        elif phrase[:3] == ("not", "earlier", "than") or phrase[:3] == ("not", "asap", "than"):
            start, kind = at + 2, "after"
        elif phrase[:3] == ("not", "later", "than"):
            start, kind = at + 2, "latest"
        elif phrase[:2] == ("later", "than"):
            start, kind = at + 1, "after"
        elif phrase[:2] == ("earlier", "than"):
            start, kind = at + 1, "before"
        if not kind:
            return None
        clock = self._clock(start + 1, bare=True)
        if clock is None or self._is_other(clock[1]) or self._word(clock[1]) == "%":
            return None
        minute, end = clock
        if self._word(end) == "ish":
            kind, end = "near", end + 1
        end += self._word(end) == "on" and kind == "after"
        return _limit(kind, minute), end

    def _exact(self, at: int) -> Found | None:
        """10am, 2:30, 10ish."""
        clock = self._clock(at, bare=True)
        if clock is not None and self._word(clock[1]) == "ish":
            return _limit("near", clock[0]), clock[1] + 1
        clock = self._clock(at, bare=False)
        if clock is None:
            return None
        if self._word(clock[1]) == "or" and self._word(clock[1] + 1) in ("later", "after"):
            return TimeSet(clock[0]), clock[1] + 2
        if self._word(clock[1]) == "or" and self._word(clock[1] + 1) in ("earlier", "before"):
            return TimeSet(before=clock[0] + 1), clock[1] + 2
        return _at(clock[0]), clock[1]

    def _clock(self, at: int, *, bare: bool) -> tuple[int, int] | None:
        """A time of day in minutes. `bare`: also a number without colon, AM or PM."""
        if self._word(at) in ("noon", "lunch"):
            return (NOON, at + 1) if bare else None
        found = _CLOCK.fullmatch(self._word(at))
        if found is None:
            return None
        hour, minute = int(found[1]), int(found[2] or 0)
        end = at + 1
        half_at = end + (self._word(end) in ("in", "on") and self._word(end + 1) == "the")
        half_at += half_at > end
        half = _half(self._word(half_at)) if half_at == end or self._word(half_at) in ("am", "pm") else ""
        if minute >= HOUR or hour > 23 or (hour > 12 and (half or found[2] is None)):
            return None
        if half:
            return (hour % 12 + (12 if half == "pm" else 0)) * HOUR + minute, half_at + 1
        if not bare and found[2] is None:
            return None
        if self._word(end) == "oclock":
            end += 1
        if 1 <= hour < FIRST_MORNING_HOUR:
            hour += 12
        return hour * HOUR + minute, end


def _half(word: str) -> str:
    return word if word in ("am", "pm") else ""


def _same_half(minute: int, until: int, half: str) -> int:
    """The start of 1-3pm and 9-11am; of 10-2pm it stays the morning."""
    moved = minute % NOON + (NOON if half == "pm" else 0)
    return moved if moved < until else minute % NOON


def _at(minute: int) -> TimeSet:
    return TimeSet(minute, minute + 1)


def _limit(kind: str, minute: int) -> TimeSet:
    sets = {
        "after": TimeSet(minute),
        "before": TimeSet(before=minute),
        "latest": TimeSet(before=minute + 1),
        "ends": TimeSet(ends=minute),
        "exactly": _at(minute),
        "near": TimeSet(max(minute - NEAR, 0), minute + NEAR + 1),
    }
    return sets[kind]
