"""Recall intervals: text, number and date arithmetic."""

from __future__ import annotations

import datetime

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from app.practice.rules.intervals import Interval, interval_words

INTERVALS = st.builds(
    Interval, st.integers(0, 127), st.integers(0, 255), st.integers(0, 255), st.integers(0, 255)
)


@given(INTERVALS)
def test_number_and_text_lead_back(interval: Interval) -> None:
    """An interval survives conversion to its number, and to its text unless that is empty."""
    assert Interval.of(interval.number) == interval
    assert not any(interval) or Interval.parse(str(interval)) == interval


@given(INTERVALS)
def test_the_database_writes_the_same_text(interval: Interval) -> None:
    """The text computed by the database is the one that the program writes."""
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        number = sa.literal(interval.number, sa.Integer()).label("RecallInterval")
        column = sa.select(number).subquery().c.RecallInterval
        assert connection.execute(sa.select(interval_words(column))).scalar() == str(interval)
    engine.dispose()


@given(INTERVALS, st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 1, 1)))
def test_a_longer_interval_never_ends_earlier(interval: Interval, day: datetime.date) -> None:
    """A date plus an interval is never earlier, and one more day in the interval is one day later."""
    assert interval.after(day) >= day
    if interval.days < 255:
        longer = interval._replace(days=interval.days + 1)
        assert longer.after(day) - interval.after(day) == datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "normal", "day"),
    [
        ("6m1d", "6m1d", "2027-03-01"),
        ("0y6m0w1d", "6m1d", "2027-03-01"),
        ("1y6m20d", "1y6m20d", "2028-03-20"),
        ("6M", "6m", "2027-02-28"),
        ("2w", "2w", "2026-09-14"),
        ("0d", "", "2026-08-31"),
    ],
)
def test_texts(text: str, normal: str, day: str) -> None:
    """Zeros are left out, and a month without that day uses its last: August 31 plus six months is end of February."""
    interval = Interval.parse(text)
    assert str(interval) == normal
    assert interval.after(datetime.date(2026, 8, 31)).isoformat() == day


@pytest.mark.parametrize("text", ["", " ", "6", "m6", "6m6m", "6d1m", "-1d", "256d", "128y", "6 months"])
def test_no_intervals(text: str) -> None:
    """Invalid intervals are refused."""
    with pytest.raises(ValueError):
        Interval.parse(text)


def test_the_number_is_open_dentals() -> None:
    """One byte per part, days lowest: six months and a day is 393217."""
    assert Interval(months=6, days=1).number == 393217


def test_a_day_beyond_the_calendar() -> None:
    """A day after the year 9999 is an OverflowError, which the practice answers with 400."""
    with pytest.raises(OverflowError):
        Interval(years=127).after(datetime.date(9990, 1, 1))
