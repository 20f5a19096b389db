"""Parses a birthdate in any common notation: 3/14/85, 3 14 1985, 19850314, 20.12.1935, Mar 14 '85, 14 March 1985."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_GAP = r"(?:\s*[/.,\-]\s*|\s+)"
_YEAR = r"'?(\d{4}|\d{2})(?!\d)"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_FLAGS = re.IGNORECASE | re.ASCII
_YEAR_FIRST = rf"(?<!\d)(\d{{4}}){_GAP}(\d{{1,2}}){_GAP}(\d{{1,2}})(?!\d)"
_YEAR_LAST = rf"(?<!\d)(\d{{1,2}}){_GAP}(\d{{1,2}}){_GAP}{_YEAR}"
_MONTH_FIRST = rf"\b{_MONTH}[\s.,/\-]*{_DAY}(?:{_GAP}|(?=')){_YEAR}"
_DAY_FIRST = rf"(?<!\d){_DAY}(?:\s+of\s|[\s.,/\-])*{_MONTH}[\s.,/\-]*{_YEAR}"
"""Compiled with the first search, and kept by `re`: a start parses nothing."""
OLDEST_AGE = 125
"""Maximum age in years: an earlier date is not a birthdate."""


def take_date(text: str, today: date) -> tuple[str, tuple[date, ...]]:
    """The text without its birthdate, and the possible dates, most likely first (empty without a date).

    The month is assumed to come before the day. A month's name alone may be a person's: April, May, June.
    """
    for pattern in (_YEAR_FIRST, _MONTH_FIRST, _DAY_FIRST, _YEAR_LAST):
        if (found := re.search(pattern, text, _FLAGS)) is not None:
            one, two, three = found.groups()
            if pattern is _YEAR_FIRST:
                tries = [(one, two, three), (one, three, two)]
            elif pattern is _MONTH_FIRST:
                tries = [(three, _month(one), two)]
            elif pattern is _DAY_FIRST:
                tries = [(three, _month(two), one)]
            else:
                tries = [(three, one, two), (three, two, one)]
            if dates := _dates(tries, today):
                return text[: found.start()] + " " + text[found.end() :], dates
    return text, ()


def dates_in_digits(digits: str, today: date) -> tuple[date, ...]:
    """Possible dates of six or eight digits without separators, most likely first: 031485, 03141985, 19850314."""
    if len(digits) not in (6, 8):
        return ()
    first, second, last = digits[:2], digits[2:4], digits[4:]
    year_last = [(last, first, second), (last, second, first)]
    year, month, day = digits[:-4], digits[-4:-2], digits[-2:]
    return _dates([*year_last, (year, month, day)], today)


def _dates(tries: Iterable[tuple[str, str, str]], today: date) -> tuple[date, ...]:
    """The candidates that are dates in the past.

    A two-digit year means the latest such year first, then the one before.
    """
    each = list(tries)
    return tuple(
        dict.fromkeys(
            found
            for century in (2000, 1900)
            for year, month, day in each
            if (found := _date(int(year) + (century if len(year) == 2 else 0), month, day)) is not None
            and today.year - OLDEST_AGE <= found.year
            and found <= today
        )
    )


def _date(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1)
