"""Times of day on the ruler and on the tiles."""

from __future__ import annotations

import pytest

from app.viewmodels.clock_face import clock, hour, time


@pytest.mark.parametrize(
    ("locale", "minute", "told"),
    [
        ("en_US", 5, ("12:05 AM", "12:05", "12 AM")),
        ("en_US", 540, ("9:00 AM", "9:00", "9 AM")),
        ("en_US", 720, ("12:00 PM", "12:00", "12 PM")),
        ("en_US", 940, ("3:40 PM", "3:40", "3 PM")),
        ("en_US", 1500, ("1:00 AM", "1:00", "1 AM")),
        ("C", 940, ("3:40 PM", "3:40", "3 PM")),
        ("de_DE", 540, ("09:00", "09:00", "09:00")),
        ("de_DE", 940, ("15:40", "15:40", "15:40")),
        ("es_MX", 940, ("3:40 p.m.", "3:40", "3 p.m.")),
    ],
    indirect=["locale"],
)
def test_times_of_day(locale: None, minute: int, told: tuple[str, str, str]) -> None:
    """In full, short where AM or PM is obvious, and as the ruler's hour; past midnight they start again."""
    assert (time(minute), clock(minute)) == told[:2]
    if minute % 60 == 0:
        assert hour(minute) == told[2]
