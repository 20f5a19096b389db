"""Promises to pay, kept as the text of a commlog so that every desk can read them back."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from app.domain.money.cents import cents, total

BEGINNING = "Promised "  # words: English in every office, since any desk reads it back
"""How every such commlog begins."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TEXT = re.compile(
    r"Promised \$?(?P<amount>\d{1,3}(?:,\d{3})*\.\d\d|\d+\.\d\d) by"
    r" (?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}), (?P<year>\d{4})(?:\.|$)\s*(?P<note>.*)",
    re.ASCII | re.DOTALL,
)


class Standing(StrEnum):
    """How a promise stands. Declared in the order in which families are called."""

    BROKEN = "broken"
    DUE = "due"
    """Due today."""
    OPEN = "open"
    KEPT = "kept"


class Promise(Struct, frozen=True):
    """A promise to pay an amount by a day."""

    amount: Decimal
    by: datetime.date
    made: datetime.date
    note: str = ""


def promise_text(promise: Promise) -> str:
    """The commlog's text: "Promised 50.00 by Dec 5, 2026. After payday"."""
    day = f"{_MONTHS[promise.by.month - 1]} {promise.by.day}, {promise.by.year}"
    text = f"{BEGINNING}{promise.amount:.2f} by {day}."  # words: read back by any desk
    return f"{text} {promise.note.strip()}".strip()


def read_promise(text: str, made: datetime.date) -> Promise | None:
    """The promise in a commlog of a day; None: it has none."""
    found = _TEXT.match(text.strip())
    if found is None or found["month"] not in _MONTHS:
        return None
    try:
        by = datetime.date(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return None
    return Promise(cents(found["amount"].replace(",", "")), by, made, found["note"].strip())


def standing(
    promise: Promise, paid: Iterable[tuple[datetime.date, Decimal]], today: datetime.date
) -> Standing:
    """How a promise stands, given the family's payments by day: those since it was made count."""
    since = total(amount for day, amount in paid if day >= promise.made)
    if since >= promise.amount:
        return Standing.KEPT
    if promise.by < today:
        return Standing.BROKEN
    return Standing.DUE if promise.by == today else Standing.OPEN


_DAYS = re.compile(r"\+\s*(\d{1,3})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}|\d{2}))?")
_NAMED = re.compile(r"(?:([A-Za-z]{3,9})\.?\s*(\d{1,2})|(\d{1,2})\.?\s*([A-Za-z]{3,9})\.?)(?:,?\s*(\d{4}))?")
MOST_DAYS = 366
"""A promise for later than a year is a typing error."""


def read_due(text: str, today: datetime.date) -> datetime.date | None:
    """A day from today on, as it is typed: 12/5, 12/5/26, Dec 5, 5 Dec, +7. None: it is none within a year."""
    text = text.strip()
    if (found := _DAYS.fullmatch(text)) is not None:
        return _within(today + datetime.timedelta(days=int(found[1])), today)
    if (found := _NUMBERS.fullmatch(text)) is not None:
        return _next(int(found[1]), int(found[2]), found[3], today)
    if (found := _NAMED.fullmatch(text)) is not None:
        name, day = (found[1], found[2]) if found[1] else (found[4], found[3])
        month = next((at for at, each in enumerate(_MONTHS, 1) if name.title().startswith(each)), 0)
        return _next(month, int(day), found[5], today) if month else None
    return None


def _next(month: int, day: int, year: str | None, today: datetime.date) -> datetime.date | None:
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else [today.year, today.year + 1]
    for each in years:
        try:
            found = datetime.date(each, month, day)
        except ValueError:
            continue
        if found >= today:
            return _within(found, today)
    return None


def _within(day: datetime.date, today: datetime.date) -> datetime.date | None:
    return day if 0 <= (day - today).days <= MOST_DAYS else None
