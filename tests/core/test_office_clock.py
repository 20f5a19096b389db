"""The office's clock, read off its answers by a PC whose own clock cannot be trusted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.core.clock import local
from app.core.office_clock import READINGS_KEPT, OfficeClock
from tests.support.manual_clock import ManualClock

NOON = datetime(2026, 11, 23, 12, 0)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


class SettableClock(ManualClock):
    """A PC's clock that somebody sets, and a monotonic one that nobody can."""

    def __init__(self) -> None:
        super().__init__(NOON)
        self.set_by = timedelta(0)

    def now(self) -> datetime:
        """Local date and time, as it was set."""
        return super().now() + self.set_by

    def utc(self) -> datetime:
        """The same in UTC."""
        return super().utc() + self.set_by


@pytest.fixture
def own() -> SettableClock:
    """This PC's clock."""
    return SettableClock()


def near(clock: OfficeClock, moment: datetime) -> bool:
    """Whether it shows this moment, to the second that the office tells."""
    return abs(clock.now() - moment) <= SECOND


async def test_until_the_office_tells_it_is_the_pcs_clock(own: SettableClock) -> None:
    """Without an answer the PC's clock is all there is."""
    clock = OfficeClock(own)
    assert (clock.now(), clock.ahead, clock.differs) == (NOON, timedelta(0), False)


@pytest.mark.parametrize(
    "ahead", [HOUR, -HOUR, timedelta(hours=-9), timedelta(days=200), timedelta(minutes=3)]
)
async def test_a_pc_that_is_wrong(own: SettableClock, ahead: timedelta) -> None:
    """One answer is enough to show the office's time, and to say by how much the PC's differs."""
    clock = OfficeClock(own)
    clock.hear(NOON + ahead)
    await own.advance(30)
    assert near(clock, NOON + ahead + timedelta(seconds=30))
    assert abs(clock.ahead - ahead) <= SECOND
    assert clock.differs


async def test_two_minutes_are_not_worth_telling(own: SettableClock) -> None:
    """Up to two minutes nobody is told of the difference; it is used all the same."""
    for seconds, differs in ((0, False), (119, False), (-119, False), (122, True), (-122, True)):
        clock = OfficeClock(own)
        clock.hear(NOON + timedelta(seconds=seconds))
        assert clock.differs == differs
        assert near(clock, NOON + timedelta(seconds=seconds))


async def test_setting_the_pcs_clock_changes_nothing(own: SettableClock) -> None:
    """Whoever sets the PC's clock back, or forward, or lives through daylight saving, sees the office's time go on."""
    clock = OfficeClock(own)
    clock.hear(NOON)
    for set_by in (-HOUR, HOUR, timedelta(days=-3)):
        own.set_by = set_by
        await own.advance(60)
    assert near(clock, NOON + timedelta(minutes=3))


async def test_slow_answers_do_not_slow_the_clock(own: SettableClock) -> None:
    """An answer that took long shows an earlier time; the quickest of the last few counts."""
    clock = OfficeClock(own)
    for late in (20, 0, 45, 3, 50, 30):
        clock.hear(own.now() + HOUR - timedelta(seconds=late))
        await own.advance(10)
    assert near(clock, own.now() + HOUR)


async def test_one_odd_answer_is_not_believed(own: SettableClock) -> None:
    """One time that is far off, late or made up, changes nothing; two of them that disagree neither."""
    clock = OfficeClock(own)
    clock.hear(NOON)
    for odd in (timedelta(days=30), -HOUR, timedelta(hours=5), timedelta(seconds=-64)):
        clock.hear(own.now() + odd)
        assert near(clock, own.now())
    clock.hear(own.now())
    clock.hear(own.now() - HOUR)
    assert near(clock, own.now())


async def test_the_offices_clock_is_set(own: SettableClock) -> None:
    """Daylight saving in the office: the second answer in a row that says so is believed."""
    for change in (HOUR, -HOUR):
        clock = OfficeClock(own)
        for _ in range(READINGS_KEPT):
            clock.hear(own.now())
            await own.advance(3)
        clock.hear(own.now() + change)
        assert near(clock, own.now())
        await own.advance(36)
        clock.hear(own.now() + change)
        assert near(clock, own.now() + change)


async def test_a_time_that_cannot_be(own: SettableClock) -> None:
    """What shows no year of ours is no reading, whether it comes first or later."""
    clock = OfficeClock(own)
    for _ in range(2):
        for odd in (datetime(1, 1, 1), datetime(9999, 12, 31), datetime(1970, 1, 1)):
            clock.hear(odd)
            clock.hear(odd)
        assert near(clock, own.now())
        clock.hear(own.now())


async def test_a_slow_drift_is_followed(own: SettableClock) -> None:
    """A PC whose seconds are too long or too short stays with the office."""
    for drift in (0.01, -0.01):
        clock, start = OfficeClock(own), own.now()
        for _ in range(200):
            gone = own.now() - start
            clock.hear((start + gone * (1 + drift)).replace(microsecond=0))
            await own.advance(3)
        assert abs(clock.now() - (start + (own.now() - start) * (1 + drift))) < 2 * SECOND


async def test_what_was_kept_on_this_pc_is_told_in_the_offices_time(own: SettableClock) -> None:
    """A moment that was noted in UTC by a PC an hour behind is an hour later in the office."""
    clock = OfficeClock(own)
    noted = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    before = local(noted, clock)
    clock.hear(clock.now() + HOUR)
    assert local(noted, clock) - before in (HOUR, HOUR + SECOND)
