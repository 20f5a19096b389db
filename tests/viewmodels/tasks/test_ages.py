"""Ages in a list."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.viewmodels.staff.tasks.ages import short_age

NOW = datetime(2026, 11, 23, 9, 0)


def test_how_long_ago(qapp: object) -> None:
    """Minutes, hours of today, yesterday, then the date, with another year's year; a time that is to come today."""
    cases = {
        timedelta(seconds=20): "now",
        timedelta(minutes=5): "5 min",
        timedelta(hours=2, minutes=50): "2 h",
        timedelta(hours=9, minutes=30): "Yesterday",
        timedelta(days=14): "Nov 9",
        timedelta(days=400): "Oct 19, 2025",
        timedelta(minutes=-90): "10:30 AM",
        timedelta(days=-2): "Nov 25",
    }
    assert {ago: short_age(NOW - ago, NOW) for ago in cases} == cases
    assert short_age(None, NOW) == ""


def test_shortly_after_midnight(qapp: object) -> None:
    """What was minutes ago is not from yesterday."""
    assert short_age(datetime(2026, 11, 22, 23, 50), datetime(2026, 11, 23, 0, 10)) == "20 min"
