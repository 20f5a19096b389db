"""Lengths in words: "60", "45 min", "1.5 hrs", "4 units"."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
HOUR = 60
HALF_HOUR = 30
LEAST, MOST = 5, 8 * HOUR
LEAST_BARE, MOST_BARE = 15, 180
"""A smaller number alone is an hour of the day, a larger one a time: 930."""
STEP = 5
FRACTIONS = {"1/4": 15, "1/2": HALF_HOUR, "3/4": 45}
"""Of an hour."""
Found = tuple[int, int]


def read_length(words: list[str], at: int, increment: int) -> Found | None:
    """The minutes, and the index of the next word."""
    found = _hours(words, at) or _counted(words, at, increment) or _bare(words, at)
    if found is None or not LEAST <= found[0] <= MOST or found[0] % STEP:
        return None
    return found


def _word(words: list[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _hours(words: list[str], at: int) -> Found | None:
    """An hour, an hour and a half, half an hour, 1/2 hour, 1 1/2 hours."""
    whole = _word(words, at).isdigit() and _word(words, at + 1) in FRACTIONS
    if (part := FRACTIONS.get(_word(words, at + whole))) and _word(words, at + whole + 1) == "hour":
        return part + HOUR * (int(words[at]) if whole else 0), at + whole + 2
    start = at + (_word(words, at) == "a")
    if _word(words, start) == "half":
        start += 1 + (_word(words, start + 1) == "a")
        return (HALF_HOUR, start + 1) if _word(words, start) == "hour" else None
    if words[start : start + 5] == ["1", "and", "a", "half", "hour"]:
        return HOUR * 3 // 2, start + 5
    if _word(words, start) != "hour":
        return None
    if words[start + 1 : start + 4] == ["and", "a", "half"]:
        return HOUR * 3 // 2, start + 4
    return HOUR, start + 1


def _counted(words: list[str], at: int, increment: int) -> Found | None:
    """45 min, 45-min, 1.5 hours, 1 hr 15, 4 units."""
    if not _NUMBER.fullmatch(_word(words, at)):
        return None
    number, unit_at = float(words[at]), at + 1
    unit_at += _word(words, unit_at) in ("-", "x")
    unit = _word(words, unit_at)
    each = {"min": 1, "hour": HOUR, "unit": increment}.get(unit)
    if each is None:
        return None
    minutes, end = round(number * each), unit_at + 1
    if unit == "hour":
        if words[end : end + 3] == ["and", "a", "half"]:
            return minutes + HALF_HOUR, end + 3
        more_at = end + (_word(words, end) == "and")
        more = _word(words, more_at)
        is_minutes = _word(words, more_at + 1) == "min"
        if more.isdigit() and int(more) < HOUR and (is_minutes or int(more) >= LEAST_BARE):
            return minutes + int(more), more_at + 1 + is_minutes
    return minutes, end


def _bare(words: list[str], at: int) -> Found | None:
    word = _word(words, at)
    return (int(word), at + 1) if word.isdigit() and LEAST_BARE <= int(word) <= MOST_BARE else None
