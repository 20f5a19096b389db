"""Days that a schedule can show: no click, key or typed date leads beyond the calendar."""

from __future__ import annotations

from datetime import date, timedelta

FIRST_DAY = date(1900, 1, 1)
"""A Monday, so that every week is whole."""
LAST_DAY = date(2199, 12, 29)
"""A Sunday."""


def within(day: date) -> date:
    """The day itself, or the nearest that a schedule can show."""
    return min(max(day, FIRST_DAY), LAST_DAY)


def moved(day: date, days: int) -> date:
    """So many days later, or earlier for less than 0, as far as a schedule can show."""
    room = (LAST_DAY if days > 0 else FIRST_DAY) - within(day)
    step = min(days, room.days) if days > 0 else max(days, room.days)
    return within(day) + timedelta(days=step)
