"""When the office counts as back."""

from __future__ import annotations

from datetime import datetime

from app.api.returning import FIRST_PAUSE, LONGEST_PAUSE, Returning
from tests.support.manual_clock import ManualClock

START = datetime(2026, 11, 23, 8, 0)


async def test_a_return_is_reported_once_and_at_once() -> None:
    """The first answer after the office was lost is its return, the next ones are not."""
    returning = Returning(ManualClock(START), connected=True)
    assert not returning.is_back(connected=True)
    assert not returning.is_back(connected=False)
    assert returning.is_back(connected=True)
    assert not returning.is_back(connected=True)
    assert Returning(ManualClock(START), connected=False).is_back(connected=True)


async def test_an_office_that_is_reached_in_part_is_not_back_at_each_answer() -> None:
    """One resource is blocked for an hour, others answer each second: a return is reported about once a minute."""
    clock = ManualClock(START)
    returning, reported = Returning(clock, connected=True), 0
    for _ in range(3600):
        returning.lost()
        reported += returning.is_back(connected=True)
        await clock.advance(1.0)
    assert 3600 / LONGEST_PAUSE <= reported <= 3600 / LONGEST_PAUSE + 5


async def test_a_later_outage_is_a_new_one() -> None:
    """After a pause without trouble the next return is reported at once again."""
    clock = ManualClock(START)
    returning = Returning(clock, connected=False)
    assert returning.is_back(connected=True)
    returning.lost()
    assert not returning.is_back(connected=True)
    await clock.advance(FIRST_PAUSE)
    assert returning.is_back(connected=True)
    await clock.advance(LONGEST_PAUSE)
    returning.lost()
    assert returning.is_back(connected=True)
