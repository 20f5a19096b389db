"""The days of a week or a month."""

from __future__ import annotations

from datetime import date

from app.domain.huddle.spans import TimeSpan, days_of, next_to

MONDAY, SUNDAY = 1, 7
TUESDAY = date(2026, 11, 17)


def test_the_first_and_the_last_day() -> None:
    """A week begins as the locale has it; a month has its own length."""
    assert days_of(TimeSpan.DAY, TUESDAY, MONDAY) == (TUESDAY, TUESDAY)
    assert days_of(TimeSpan.WEEK, TUESDAY, MONDAY) == (date(2026, 11, 16), date(2026, 11, 22))
    assert days_of(TimeSpan.WEEK, TUESDAY, SUNDAY) == (date(2026, 11, 15), date(2026, 11, 21))
    assert days_of(TimeSpan.WEEK, date(2026, 11, 15), SUNDAY)[0] == date(2026, 11, 15)
    assert days_of(TimeSpan.MONTH, TUESDAY, MONDAY) == (date(2026, 11, 1), date(2026, 11, 30))
    assert days_of(TimeSpan.MONTH, date(2028, 2, 29), MONDAY)[1] == date(2028, 2, 29)


def test_the_next_one() -> None:
    """Forward and back, also over the end of a year."""
    assert next_to(TimeSpan.WEEK, TUESDAY, -1) == date(2026, 11, 10)
    assert next_to(TimeSpan.MONTH, date(2026, 12, 31), 1) == date(2027, 1, 1)
    assert next_to(TimeSpan.MONTH, date(2027, 1, 31), -1) == date(2026, 12, 1)
