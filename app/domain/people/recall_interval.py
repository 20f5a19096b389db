"""The interval of a recall, as Open Dental writes it: 6m1d, 1y, 3w."""

from __future__ import annotations

import re

_PART = re.compile(r"(\d+)\s*(y|m|w|d)[a-z]*", re.IGNORECASE)
_WHOLE = re.compile(r"\s*(?:\d+\s*(?:y|m|w|d)[a-z]*[\s,]*)+", re.IGNORECASE)
UNITS = "ymwd"
MOST = 255
"""Open Dental keeps each part in one byte."""


def recall_interval(text: str) -> str | None:
    """A typed interval in the office's form: "6 months 1 day", "6M1D", "0y6m1d" are 6m1d. None if it is none."""
    if not _WHOLE.fullmatch(text):
        return None
    parts = dict.fromkeys(UNITS, 0)
    for number, unit in _PART.findall(text):
        parts[unit.lower()] += int(number)
    if not any(parts.values()) or max(parts.values()) > MOST:
        return None
    return "".join(f"{number}{unit}" for unit, number in parts.items() if number)


def interval_parts(interval: str) -> tuple[tuple[int, str], ...]:
    """The numbers and units of an interval in the office's form, years first: 6m1d is 6 m, 1 d. Empty if it is none."""
    whole = recall_interval(interval)
    return tuple((int(number), unit) for number, unit in _PART.findall(whole)) if whole is not None else ()
