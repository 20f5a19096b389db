"""Lengths of time are whole hours and minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.viewmodels.durations import duration


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (timedelta(hours=11, seconds=6), "11 h 0 min"),
        (timedelta(hours=-10, minutes=-5), "10 h 5 min"),
        (timedelta(minutes=2, seconds=20), "2 min"),
    ],
)
def test_a_length_of_time_has_no_seconds_and_no_sign(span: timedelta, text: str) -> None:
    """A clock that is behind is off by as much as one that is ahead."""
    assert duration(span) == text
