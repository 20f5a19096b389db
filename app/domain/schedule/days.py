"""The range of dates that the schedule can show; clicks, keys and typed dates are limited to it."""

from __future__ import annotations

from datetime import date, timedelta

FIRST_DAY = date(1900, 1, 1)
"""A Monday, so that every week is complete."""
LAST_DAY = date(2199, 12, 29)
"""A Sunday."""


def within(day: date) -> date:
    """The date, limited to the range that the schedule can show."""
    return min(max(day, FIRST_DAY), LAST_DAY)


def moved(day: date, days: int) -> date:
    """The date `days` later (earlier if negative), limited to the range that the schedule can show."""
    room = (LAST_DAY if days > 0 else FIRST_DAY) - within(day)
    step = min(days, room.days) if days > 0 else max(days, room.days)
    return within(day) + timedelta(days=step)
