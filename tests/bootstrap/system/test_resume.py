"""What happens after this PC has slept, or its clock was set. Time is injected."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from app.bootstrap.system.resume import SPREAD_SECONDS, TICK_SECONDS, ResumeWatch, follow_resume
from app.core.tasks import TaskScope
from app.lifecycle import Lifecycle
from app.store.sync import Sync
from tests.practice import office as tiny
from tests.support.bench_fixtures import bench, open_bench, tiny_database
from tests.support.bench_office import Bench
from tests.support.manual_clock import ManualClock, settle

__all__ = ["bench", "open_bench", "tiny_database"]

NIGHT = 10 * 3600.0
EIGHT = datetime(2026, 11, 23, 8, 0)


class SleepyClock(ManualClock):
    """A PC that sleeps. On Windows the monotonic clock runs on meanwhile, on Linux it stands still."""

    def __init__(self, *, stands_still: bool) -> None:
        super().__init__(EIGHT)
        self._stands_still = stands_still

    async def nap(self, seconds: float) -> None:
        """Sleep so long; what is due comes afterwards."""
        if self._stands_still:
            self.set(seconds)
        else:
            self._time += seconds
        await self.advance(TICK_SECONDS)

    def set(self, seconds: float) -> None:
        """Set the clock on the wall forward, or back."""
        self._start += timedelta(seconds=seconds)


def _watch(clock: ManualClock, tasks: TaskScope, share: float = 0.0) -> list[float]:
    """The moments at which it was told that the PC is back."""
    told: list[float] = []
    watch = ResumeWatch(clock, lambda: told.append(clock.monotonic()), draw=lambda: share)
    tasks.start(watch.run(), "watch")
    return told


@pytest.mark.parametrize("stands_still", [False, True])
async def test_a_night_asleep_is_noticed(tasks: TaskScope, stands_still: bool) -> None:
    """Within a second of waking, whether the monotonic clock ran on (Windows) or stood still (Linux); and once."""
    clock = SleepyClock(stands_still=stands_still)
    told = _watch(clock, tasks)
    await clock.advance(60)
    assert told == []
    await clock.nap(NIGHT)
    await clock.advance(60)
    assert len(told) == 1


@pytest.mark.parametrize("seconds", [3600.0, -3600.0, 20.0])
async def test_a_clock_that_is_set_is_noticed(tasks: TaskScope, seconds: float) -> None:
    """Forward, back, or by a time server after a start with a flat battery."""
    clock = SleepyClock(stands_still=True)
    told = _watch(clock, tasks)
    await settle()
    clock.set(seconds)
    await clock.advance(10)
    assert len(told) == 1


async def test_another_network_is_noticed(tasks: TaskScope) -> None:
    """A cable put back, another network, a tunnel: once each. Losing the network alone is nothing to act on."""
    clock, told = ManualClock(EIGHT), list[float]()
    found: list[tuple[str, ...]] = [("10.0.0.7", "10.0.0.7")]
    watch = ResumeWatch(
        clock, lambda: told.append(clock.monotonic()), look=lambda: found[-1], draw=lambda: 0.0
    )
    tasks.start(watch.run(), "watch")
    await clock.advance(10)
    for ways, times in (
        (("", ""), 0),
        (("10.0.0.7", "10.0.0.7"), 1),
        (("192.168.1.4", ""), 2),
        (("192.168.1.4", "10.8.0.2"), 3),
    ):
        found.append(ways)
        await clock.advance(10)
        assert len(told) == times


async def test_small_steps_of_a_time_server_are_nothing(tasks: TaskScope) -> None:
    """A clock that is corrected by a second or two reconnects nothing."""
    clock = SleepyClock(stands_still=True)
    told = _watch(clock, tasks)
    for step in (1.0, -2.0, 0.5):
        await clock.advance(10)
        clock.set(step)
    await clock.advance(10)
    assert told == []


async def test_twenty_woken_pcs_come_one_after_another(tasks: TaskScope) -> None:
    """Woken in the same second, they spread over two; and the last is back within five seconds of waking."""
    clock = SleepyClock(stands_still=False)
    told = [_watch(clock, tasks, share=number / 20) for number in range(20)]
    await settle()
    woken = NIGHT
    await clock.nap(NIGHT)
    await clock.advance(10)
    moments = [each for (each,) in told]
    assert len({round(each, 2) for each in moments}) == 20
    assert max(moments) - min(moments) > SPREAD_SECONDS * 0.9
    assert max(moments) - woken < 5.0


async def test_after_a_night_what_is_shown_is_read_anew(bench: Bench, tasks: TaskScope) -> None:
    """What others changed meanwhile is on the screen without a click, though no round is due for an hour."""
    await bench.office.reader.open_day(tiny.TODAY)
    sync = Sync(bench.office, bench.clock, tasks, lambda: (tiny.TODAY,), period_seconds=3600.0)
    await sync.start()
    clock, life = SleepyClock(stands_still=False), Lifecycle(lambda *_: None)
    await follow_resume(life, tasks, bench.client, None, sync, clock=clock)
    await settle()
    bench.clock.step(5)
    bench.change(tiny.VISIT, Note="Overnight")
    await clock.nap(NIGHT)
    await clock.advance(SPREAD_SECONDS)
    async with asyncio.timeout(20):
        while (row := bench.office.visit_row(tiny.VISIT)) is None or row.Note != "Overnight":
            await asyncio.sleep(0.005)
    await life.stop()
    await sync.stop()
