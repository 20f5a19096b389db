"""The office's clock, derived from its answers, on a PC whose own clock is unreliable."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.core.clock import local
from app.core.office_clock import READINGS_KEPT, OfficeClock
from tests.support.manual_clock import ManualClock

NOON = datetime(2026, 11, 23, 12, 0)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


class SettableClock(ManualClock):
    """A PC's clock that can be set, and a monotonic one that can't."""

    def __init__(self) -> None:
        super().__init__(NOON)
        self.set_by = timedelta(0)

    def now(self) -> datetime:
        """Local date and time, as set."""
        return super().now() + self.set_by

    def utc(self) -> datetime:
        """The same in UTC."""
        return super().utc() + self.set_by


@pytest.fixture
def own() -> SettableClock:
    """This PC's clock."""
    return SettableClock()


def near(clock: OfficeClock, moment: datetime) -> bool:
    """Whether it shows this moment, in whole seconds."""
    return abs(clock.now() - moment) <= SECOND


async def test_until_the_office_tells_it_is_the_pcs_clock(own: SettableClock) -> None:
    """Without an answer it shows the PC's time."""
    clock = OfficeClock(own)
    assert (clock.now(), clock.ahead, clock.differs) == (NOON, timedelta(0), False)


@pytest.mark.parametrize(
    "ahead", [HOUR, -HOUR, timedelta(hours=-9), timedelta(days=200), timedelta(minutes=3)]
)
async def test_a_pc_that_is_wrong(own: SettableClock, ahead: timedelta) -> None:
    """One answer is enough to know the office's time and its difference to the PC's."""
    clock = OfficeClock(own)
    clock.update(NOON + ahead)
    await own.advance(30)
    assert near(clock, NOON + ahead + timedelta(seconds=30))
    assert abs(clock.ahead - ahead) <= SECOND
    assert clock.differs


async def test_two_minutes_are_not_worth_telling(own: SettableClock) -> None:
    """A difference of up to two minutes is used but not reported."""
    for seconds, differs in ((0, False), (119, False), (-119, False), (122, True), (-122, True)):
        clock = OfficeClock(own)
        clock.update(NOON + timedelta(seconds=seconds))
        assert clock.differs == differs
        assert near(clock, NOON + timedelta(seconds=seconds))


async def test_setting_the_pcs_clock_changes_nothing(own: SettableClock) -> None:
    """Setting the PC's clock back or forward, or daylight saving, doesn't change the office's time."""
    clock = OfficeClock(own)
    clock.update(NOON)
    for set_by in (-HOUR, HOUR, timedelta(days=-3)):
        own.set_by = set_by
        await own.advance(60)
    assert near(clock, NOON + timedelta(minutes=3))


async def test_slow_answers_do_not_slow_the_clock(own: SettableClock) -> None:
    """A slow answer shows an earlier time, so the fastest of the last few counts."""
    clock = OfficeClock(own)
    for late in (20, 0, 45, 3, 50, 30):
        clock.update(own.now() + HOUR - timedelta(seconds=late))
        await own.advance(10)
    assert near(clock, own.now() + HOUR)


async def test_one_odd_answer_is_not_believed(own: SettableClock) -> None:
    """One time that is far off changes nothing; neither do two that disagree."""
    clock = OfficeClock(own)
    clock.update(NOON)
    for odd in (timedelta(days=30), -HOUR, timedelta(hours=5), timedelta(seconds=-64)):
        clock.update(own.now() + odd)
        assert near(clock, own.now())
    clock.update(own.now())
    clock.update(own.now() - HOUR)
    assert near(clock, own.now())


async def test_the_offices_clock_is_set(own: SettableClock) -> None:
    """Daylight saving in the office is recognized with the second answer in a row."""
    for change in (HOUR, -HOUR):
        clock = OfficeClock(own)
        for _ in range(READINGS_KEPT):
            clock.update(own.now())
            await own.advance(3)
        clock.update(own.now() + change)
        assert near(clock, own.now())
        await own.advance(36)
        clock.update(own.now() + change)
        assert near(clock, own.now() + change)


async def test_a_time_that_cannot_be(own: SettableClock) -> None:
    """A reading with an impossible year is ignored, whether it comes first or later."""
    clock = OfficeClock(own)
    for _ in range(2):
        for odd in (datetime(1, 1, 1), datetime(9999, 12, 31), datetime(1970, 1, 1)):
            clock.update(odd)
            clock.update(odd)
        assert near(clock, own.now())
        clock.update(own.now())


async def test_a_slow_drift_is_followed(own: SettableClock) -> None:
    """On a PC whose clock drifts, the time stays with the office's."""
    for drift in (0.01, -0.01):
        clock, start = OfficeClock(own), own.now()
        for _ in range(200):
            gone = own.now() - start
            clock.update((start + gone * (1 + drift)).replace(microsecond=0))
            await own.advance(3)
        assert abs(clock.now() - (start + (own.now() - start) * (1 + drift))) < 2 * SECOND


async def test_recorded_moments_are_shown_in_office_time(own: SettableClock) -> None:
    """A moment recorded in UTC by a PC an hour behind is an hour later in the office."""
    clock = OfficeClock(own)
    noted = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    before = local(noted, clock)
    clock.update(clock.now() + HOUR)
    assert local(noted, clock) - before in (HOUR, HOUR + SECOND)
