"""Dates and times in the PC's locale."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.core.text import At, Shape, Span
from app.viewmodels.moments import written

MOMENT = datetime(2026, 11, 24, 15, 40)


TOLD = [
    (
        "C",
        [
            "3:40 PM",
            "Tue, Nov 24",
            "Tue, Nov 24, 3:40 PM",
            "Tuesday, November 24, 2026",
            "Tue, Nov 24, 2026",
            "Nov 24",
            "Tue 24",
            "Nov 24, 2026",
        ],
    ),
    (
        "en_US",
        [
            "3:40 PM",
            "Tue, Nov 24",
            "Tue, Nov 24, 3:40 PM",
            "Tuesday, November 24, 2026",
            "Tue, Nov 24, 2026",
            "Nov 24",
            "Tue 24",
            "Nov 24, 2026",
        ],
    ),
    (
        "en_GB",
        [
            "15:40",
            "Tue, 24 Nov",
            "Tue, 24 Nov, 15:40",
            "Tuesday, 24 November 2026",
            "Tue, 24 Nov 2026",
            "24 Nov",
            "Tue 24",
            "24 Nov 2026",
        ],
    ),
    (
        "de_DE",
        [
            "15:40",
            "Di., 24. Nov.",
            "Di., 24. Nov., 15:40",
            "Dienstag, 24. November 2026",
            "Di., 24. Nov. 2026",
            "24. Nov.",
            "Di. 24",
            "24. Nov. 2026",
        ],
    ),
]


@pytest.mark.parametrize(("locale", "told"), TOLD, indirect=["locale"])
def test_a_moment_is_the_locales(locale: None, told: list[str]) -> None:
    """Time, day, both, a title's day and a date, in the locale's order and clock."""
    assert [written(At(MOMENT, shape)) for shape in Shape] == told


@pytest.mark.parametrize(
    ("locale", "morning", "noon"),
    [("en_US", "9:00 – 9:50 AM", "11:30 AM – 12:20 PM"), ("de_DE", "09:00 – 09:50", "11:30 – 12:20")],
    indirect=["locale"],
)
def test_a_span_says_am_or_pm_once(locale: None, morning: str, noon: str) -> None:
    """Both ends, and AM or PM only where needed."""
    nine, late = MOMENT.replace(hour=9, minute=0), MOMENT.replace(hour=11, minute=30)
    fifty = timedelta(minutes=50)
    assert [written(Span(start, start + fifty)) for start in (nine, late)] == [morning, noon]
    assert [str(Span(start, start + fifty)) for start in (nine, late)] == [
        "9:00 – 9:50 AM",
        "11:30 AM – 12:20 PM",
    ]
