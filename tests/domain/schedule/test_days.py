"""The schedule's range of dates."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.schedule.days import FIRST_DAY, LAST_DAY, moved, within


@given(st.dates(), st.integers(-1_000_000, 1_000_000))
def test_no_step_leaves_the_calendar(day: date, days: int) -> None:
    """From any date any step leads to a date in the range, and within the calendar it is the plain sum."""
    there = moved(day, days)
    assert FIRST_DAY <= there <= LAST_DAY
    if FIRST_DAY <= day <= LAST_DAY and 0 <= (day - FIRST_DAY).days + days <= (LAST_DAY - FIRST_DAY).days:
        assert there == day + timedelta(days=days)


def test_every_week_is_whole() -> None:
    """The range starts on a Monday and ends on a Sunday."""
    assert (FIRST_DAY.weekday(), LAST_DAY.weekday()) == (0, 6)
    assert within(date.min) == FIRST_DAY
    assert within(date.max) == LAST_DAY
