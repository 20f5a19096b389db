"""The time whose production is summed: a day, its week, or its month."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

WEEK = timedelta(days=7)


class TimeSpan(StrEnum):
    """How much is summed."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def days_of(span: TimeSpan, day: date, first_weekday: int) -> tuple[date, date]:
    """The first and the last day of the span around a day. `first_weekday`: 1 is Monday, 7 Sunday."""
    if span is TimeSpan.WEEK:
        first = day - timedelta(days=(day.isoweekday() - first_weekday) % 7)
        return first, first + WEEK - timedelta(days=1)
    if span is TimeSpan.MONTH:
        first = day.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return day, day


def next_to(span: TimeSpan, day: date, direction: int) -> date:
    """A day in the next (1) or previous (-1) week or month, or the day beside it."""
    if span is TimeSpan.MONTH:
        first = day.replace(day=1)
        return (
            (first + timedelta(days=31)).replace(day=1)
            if direction > 0
            else (first - timedelta(days=1)).replace(day=1)
        )
    return day + direction * (WEEK if span is TimeSpan.WEEK else timedelta(days=1))
