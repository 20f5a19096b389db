"""The rounds that keep the office fresh."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from app.api.errors import ApiError, KeyRefused, Unreachable
from app.api.modes import Mode
from app.core.tasks import TaskScope
from app.store.office import NAMES
from app.store.sync import Sync, period_of
from tests.practice import office as tiny
from tests.support.bench_office import ALL, READ_ALL, Bench, BenchMaker

TODAY = tiny.TODAY


class Story:
    """A sync on a bench, and the troubles that it reported."""

    def __init__(self, bench: Bench, scope: TaskScope, period: float = 0.01) -> None:
        self.told: list[ApiError | None] = []
        self.bench = bench
        self.sync = Sync(
            bench.office, bench.clock, scope, self.shown, period_seconds=period, trouble=self.told.append
        )

    def shown(self) -> tuple[date, ...]:
        """The day on the screen."""
        return (TODAY,)

    async def until(self, note: str) -> None:
        """Wait until the appointment in memory has this note."""
        while (row := self.bench.office.visit_row(tiny.VISIT)) is None or row.Note != note:
            await asyncio.sleep(0.005)


async def test_a_round_costs_one_request_and_the_twelfth_reads_the_whole_day(
    bench: Bench, tasks: TaskScope
) -> None:
    """Eleven rounds read changes; the twelfth reads the shown day, and then its hours."""
    await bench.office.reader.open_day(TODAY)
    story = Story(bench, tasks)
    bench.wire.take()
    for _ in range(11):
        await story.sync.round()
    assert [line.split("=")[0] for line in bench.wire.take()] == ["GET /appointments?DateTStamp"] * 11
    await story.sync.round()
    assert bench.wire.take() == [f"GET /appointments?date={TODAY}", f"GET /schedules?date={TODAY}"]


async def test_changes_elsewhere_appear_without_a_click(bench: Bench, tasks: TaskScope) -> None:
    """While it runs, other programs' writes appear in memory by themselves."""
    await bench.office.reader.open_day(TODAY)
    story = Story(bench, tasks)
    await story.sync.start()
    bench.clock.step(5)
    bench.change(tiny.VISIT, Note="From elsewhere")
    await story.until("From elsewhere")
    await story.sync.stop()
    assert story.told == []


async def test_a_lost_server_is_told_once_back_it_is_fresh_again(bench: Bench, tasks: TaskScope) -> None:
    """A failed round is reported and retried with backoff; the first success ends the trouble."""
    await bench.office.reader.open_day(TODAY)
    story = Story(bench, tasks)
    bench.wire.down = True
    await story.sync.start()
    while len(story.told) < 3:
        await asyncio.sleep(0.005)
        bench.clock.step(1)
    bench.wire.down = False
    bench.clock.step(60)
    bench.change(tiny.VISIT, Note="Meanwhile")
    story.sync.hurry()
    await story.until("Meanwhile")
    while story.told[-1] is not None:
        await asyncio.sleep(0.005)
    await story.sync.stop()
    assert all(isinstance(error, Unreachable) for error in story.told[:-1])


async def test_a_server_that_was_away_for_long_is_found_soon(bench: Bench, tasks: TaskScope) -> None:
    """However long the office was unreachable, the next try is at most 5 seconds away, and is one request."""
    await bench.office.reader.open_day(TODAY)
    story = Story(bench, tasks, period=3.0)
    bench.wire.down = True
    bench.wire.take()
    for _ in range(12):
        await story.sync._try_round()
        bench.clock.step(5)
    assert 2.5 <= (story.sync._rest() or 0.0) <= 5.0
    assert len(bench.wire.take()) == 12
    bench.wire.down = False
    await bench.client.appointments.get(tiny.VISIT)
    assert 15.0 <= (story.sync._rest() or 0.0) <= 30.0


async def test_an_answered_click_triggers_the_next_round(bench: Bench, tasks: TaskScope) -> None:
    """After a failure, any answered request triggers the next round at once."""
    await bench.office.reader.open_day(TODAY)
    story = Story(bench, tasks, period=0.2)
    bench.wire.down = True
    await story.sync.start()
    while not story.told:
        await asyncio.sleep(0.005)
    story.sync._period = 3600.0  # the next round would be in an hour
    await asyncio.sleep(0.25)
    bench.wire.down = False
    bench.clock.step(60)
    bench.change(tiny.VISIT, Note="Back")
    await bench.client.appointments.get(tiny.VISIT)
    await story.until("Back")
    await story.sync.stop()


async def test_a_refused_key_is_told(open_bench: BenchMaker, tasks: TaskScope) -> None:
    """A key that the office refuses never ends the rounds silently."""
    bench = open_bench()
    await bench.office.reader.open_day(TODAY)
    story = Story(bench, tasks)
    object.__setattr__(bench.practice.keys, "customer_key", "another")
    with pytest.raises(KeyRefused):
        await story.sync.round()


async def test_names_without_queries_come_by_themselves(open_bench: BenchMaker, tasks: TaskScope) -> None:
    """Names that no query reads are read while it runs."""
    bench = open_bench(permissions=ALL - {"Queries"})
    await bench.office.reader.open_day(TODAY)
    story = Story(bench, tasks, period=60.0)
    await story.sync.start()
    while NAMES in bench.office.still_coming([TODAY]):
        await asyncio.sleep(0.005)
    await story.sync.stop()


async def test_a_paced_key_keeps_most_of_its_requests(open_bench: BenchMaker) -> None:
    """Without a rate limit there is a round every 3 seconds; a free key uses one request in six."""
    assert period_of(open_bench().client) == 3.0
    remote = open_bench(mode=Mode.REMOTE)
    assert period_of(remote.client) == 6.0
    await remote.client.probe()
    assert period_of(remote.client) == 3.0
    free = open_bench(permissions=READ_ALL, mode=Mode.REMOTE)
    await free.client.probe()
    assert period_of(free.client) == 30.0
