"""How one appointment counts."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.domain.waiting_room.punctuality import Punctuality, Timing, by_provider, everyone, of_timing

NINE = datetime(2026, 11, 17, 9)


def timing(arrived: int, seated: int, prov: int = 1, clinic: int = 1) -> Timing:
    """Minutes after the start."""
    at = [NINE + timedelta(minutes=each) for each in (arrived, seated)]
    return Timing(prov, clinic, NINE, *at)


@pytest.mark.parametrize(
    ("arrived", "seated", "wait", "long", "late_patient", "late_start", "delay"),
    [
        (-10, -2, 8, 0, 0, 0, 0),
        (-10, 5, 15, 1, 0, 0, 5),
        (0, 10, 10, 0, 0, 1, 10),
        (4, 9, 5, 0, 0, 0, 9),
        (5, 30, 25, 1, 1, 0, 0),
        (3, 1, 0, 0, 0, 0, 1),
    ],
)
def test_one_appointment(
    arrived: int, seated: int, wait: int, long: int, late_patient: int, late_start: int, delay: int
) -> None:
    """A provider is late only for patients who were on time; nobody waits less than no minutes."""
    found = of_timing(timing(arrived, seated), 15)
    assert found == Punctuality(1, 1, 1, wait, wait, long, late_patient, late_start, delay)


def test_without_a_limit_no_wait_is_long() -> None:
    """An office whose limit is 0 counts none."""
    assert of_timing(timing(0, 90), 0).long_waits == 0


def test_sums() -> None:
    """By provider and clinic, and all together; averages of nothing are none."""
    parts = [of_timing(each, 15) for each in (timing(0, 10), timing(0, 20, clinic=2), timing(8, 9, 2))]
    first, second = by_provider(parts)
    assert (first.prov_num, first.visits, first.average_wait, first.longest) == (1, 2, 15.0, 20)
    assert (first.punctual, first.average_delay) == (0, 15.0)
    assert (second.punctual, second.average_delay) == (None, None)
    assert [each.visits for each in by_provider(parts, 2)] == [1]
    assert everyone(parts).visits == 3
    assert everyone([]).average_wait == 0
