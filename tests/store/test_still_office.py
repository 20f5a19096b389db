"""An office in this process, the training practice, is asked only after it was changed."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

from app.core.stillness import LASTS_SECONDS
from app.core.tasks import TaskScope
from app.store.sync import PERIOD_SECONDS, Sync
from tests.practice import office as tiny
from tests.support.bench_office import Bench

TODAY = tiny.TODAY
MINUTE = 60


def _shown() -> tuple[date, ...]:
    return (TODAY,)


async def _begin(bench: Bench, tasks: TaskScope) -> Sync:
    """A desk that shows today and follows the office's signals; its first round is over."""
    await bench.office.reader.open_day(TODAY)
    bench.office.signals.watch(lambda _: None)
    sync = Sync(bench.office, bench.clock, tasks, _shown, period_seconds=0.001)
    sync.stillness = bench.practice.stillness
    await sync.start()
    await bench.wire.until("GET /appointments?DateTStamp")
    await _pass(bench)
    bench.wire.take()
    return sync


async def _pass(bench: Bench, seconds: float = PERIOD_SECONDS) -> None:
    """So much time passes, and what is shown is up to date again."""
    bench.clock.step(seconds)
    while (bench.office.age(TODAY) or timedelta(0)) > timedelta(0):
        await asyncio.sleep(0.001)


async def test_a_still_office_is_not_asked_and_what_is_shown_is_up_to_date(
    bench: Bench, tasks: TaskScope
) -> None:
    """A minute costs no request, neither for appointments nor for signals."""
    sync = await _begin(bench, tasks)
    for _ in range(round(MINUTE / PERIOD_SECONDS)):
        await _pass(bench)
    assert bench.wire.take() == []
    assert bench.office.signals.read_at is not None
    assert bench.clock.monotonic() - bench.office.signals.read_at <= 2 * PERIOD_SECONDS
    await sync.stop()


async def test_a_change_is_found_with_the_next_round(bench: Bench, tasks: TaskScope) -> None:
    """After it the office is asked for a while, and then no more."""
    sync = await _begin(bench, tasks)
    await bench.client.appointments.append_note(tiny.VISIT, Note="From elsewhere")
    while (row := bench.office.visit_row(tiny.VISIT)) is None or "From elsewhere" not in row.Note:
        await asyncio.sleep(0.001)
    await bench.wire.until("GET /signalods")
    await bench.wire.until(f"GET /appointments?date={TODAY}")  # deleted appointments are looked for, too
    for _ in range(round(LASTS_SECONDS / PERIOD_SECONDS)):
        await _pass(bench)
    await _pass(bench)  # what had just been asked is answered
    bench.wire.take()
    for _ in range(round(MINUTE / PERIOD_SECONDS)):
        await _pass(bench)
    assert bench.wire.take() == []
    await sync.stop()


async def test_a_missed_answer_is_asked_for_again(bench: Bench, tasks: TaskScope) -> None:
    """While the office can't be reached nothing is called up to date, however still it is."""
    sync = await _begin(bench, tasks)
    bench.wire.down = True
    sync.hurry()
    await bench.wire.until("GET /appointments?DateTStamp")
    bench.clock.step(MINUTE)
    for _ in range(20):
        await asyncio.sleep(0.001)
    assert (bench.office.age(TODAY) or timedelta(0)) >= timedelta(seconds=MINUTE)
    bench.wire.down = False
    bench.clock.step(MINUTE)
    sync.hurry()
    await _pass(bench)
    await sync.stop()
