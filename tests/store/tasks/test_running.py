"""The board while everything runs: signals at their own pace, and calm readings where none come."""

from __future__ import annotations

import asyncio
from typing import Any

from app.api.modes import Mode
from app.api.need import Need
from app.core.tasks import TaskScope
from app.store.sync import Sync
from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import TaskChange
from app.store.tasks.keeping import PAGE_SECONDS, TaskKeeper
from tests.practice import office as tiny
from tests.practice import office_people as people
from tests.store.event_source import FakeEventSource
from tests.store.tasks.story import DONE, signal_of
from tests.support.bench_office import Bench, BenchMaker


async def test_another_desks_change_is_seen_soon(bench: Bench, tasks: TaskScope) -> None:
    """With everything running it appears by itself, also while appointment events make rounds rare."""
    await bench.office.reader.open_day(tiny.TODAY)
    board = TaskBoard(bench.client, bench.clock, bench.office)
    source = FakeEventSource()
    sync = Sync(bench.office, bench.clock, tasks, lambda: (tiny.TODAY,), period_seconds=0.01, events=source)
    await sync.start()
    TaskKeeper(board, bench.office.signals).start(tasks)
    await until(board, lambda: board.reading.is_complete)
    bench.clock.step(5)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=DONE)
    await until(board, lambda: people.CALL_BACK not in {each.TaskNum for each in board.open_tasks})
    await sync.stop()


async def test_without_signals_the_open_tasks_are_read_again(
    open_bench: BenchMaker, tasks: TaskScope
) -> None:
    """Where writes raise no signals, a calm period reads the pages; once signals came they are trusted."""
    bench = open_bench(writes_raise_signals=False)
    board = TaskBoard(bench.client, bench.clock, bench.office)
    keeper = TaskKeeper(board, bench.office.signals, calm_seconds=0.05)
    keeper.start(tasks)
    await until(board, lambda: board.reading.is_complete)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=DONE)
    await until(board, lambda: people.CALL_BACK not in {each.TaskNum for each in board.open_tasks})
    trusting = TaskKeeper(board, bench.office.signals)
    near = trusting.calm
    bench.office.signals.watch(trusting.heard.hear)
    await bench.office.signals.read()
    bench.clock.step(5)
    signal_of(bench, people.CALL_BACK)
    await bench.office.signals.read()
    remote = open_bench(mode=Mode.REMOTE)
    far = TaskKeeper(TaskBoard(remote.client, remote.clock), remote.office.signals).calm
    assert near < far < trusting.calm
    trusting._board.reading.pages = 1_000
    assert trusting.calm == 1_000 * PAGE_SECONDS


async def test_a_failed_reading_rests(bench: Bench, tasks: TaskScope) -> None:
    """While the office can't be reached the pages are not tried again and again; what is heard then is tried once."""
    board = TaskBoard(bench.client, bench.clock, bench.office)
    keeper = TaskKeeper(board, bench.office.signals)
    keeper.start(tasks)
    await until(board, lambda: board.reading.is_complete)
    told: list[TaskChange] = []
    board.watch(told.append)
    bench.wire.down = True
    keeper.heard.doubt_all(Need.REFRESH)
    await until(board, lambda: board.why is not None)
    for _ in range(200):
        await asyncio.sleep(0)
    assert len(told) <= 2
    assert keeper.heard.all is Need.REFRESH
    bench.wire.down = False
    bench.clock.step(60)
    keeper.heard.name(people.CALL_BACK)
    await until(board, lambda: board.why is None)
    assert keeper.heard.all is None


async def until(board: TaskBoard, holds: Any) -> None:
    """Wait for a change of the board after which a condition holds."""
    changed = asyncio.Event()
    end = board.watch(lambda _: changed.set())
    async with asyncio.timeout(5):
        while not holds():
            changed.clear()
            await changed.wait()
    end()
