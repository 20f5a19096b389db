"""The board while everything runs: signals at their own pace, and calm readings where none come."""

from __future__ import annotations

import asyncio

from app.api.errors import ApiError
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
from tests.store.tasks.story import DONE, signal_of, until
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
    """Where writes raise no signals, a calm period reads the pages; once one told of an own write they are trusted."""
    bench = open_bench(writes_raise_signals=False)
    board = TaskBoard(bench.client, bench.clock, bench.office)
    keeper = TaskKeeper(board, bench.office.signals, calm_seconds=0.05)
    keeper.start(tasks)
    await until(board, lambda: board.reading.is_complete)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=DONE)
    await until(board, lambda: people.CALL_BACK not in {each.TaskNum for each in board.open_tasks})
    fresh = TaskBoard(bench.client, bench.clock)
    trusting = TaskKeeper(fresh, bench.office.signals)
    near = trusting.calm
    bench.office.signals.watch(trusting.heard.hear)
    await bench.office.signals.read()
    for own in (False, True):
        bench.clock.step(5)
        if own:
            fresh.written[people.CALL_BACK] = bench.clock.now()
        signal_of(bench, people.CALL_BACK)
        await bench.office.signals.read()
        assert (trusting.calm == near) is not own
    remote = open_bench(mode=Mode.REMOTE)
    far = TaskKeeper(TaskBoard(remote.client, remote.clock), remote.office.signals).calm
    assert near < far < trusting.calm
    fresh.reading.pages = 1_000
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


async def test_in_remote_mode_signals_come_within_the_rounds(
    open_bench: BenchMaker, tasks: TaskScope
) -> None:
    """One round in four reads them; a task that changed costs one request more."""
    bench = open_bench(mode=Mode.REMOTE)
    await bench.office.reader.open_day(tiny.TODAY)
    board = TaskBoard(bench.client, bench.clock, bench.office)
    sync = Sync(bench.office, bench.clock, tasks, lambda: (tiny.TODAY,), period_seconds=3600.0)
    await sync.start()
    TaskKeeper(board, bench.office.signals).start(tasks)
    await until(board, lambda: board.reading.is_complete)
    bench.clock.step(5)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=DONE)
    bench.wire.take()
    for _ in range(4):
        await sync.round()
    await until(board, lambda: people.CALL_BACK not in {each.TaskNum for each in board.open_tasks})
    kinds = [line.partition("?")[0] for line in bench.wire.take()]
    assert kinds == ["GET /appointments"] * 3 + ["GET /signalods", f"GET /tasks/{people.CALL_BACK}"]
    await sync.stop()


async def test_what_changed_while_the_line_was_cut(bench: Bench, tasks: TaskScope) -> None:
    """Signals go on where they ended."""
    await bench.office.reader.open_day(tiny.TODAY)
    board = TaskBoard(bench.client, bench.clock, bench.office)
    told: list[ApiError | None] = []
    sync = Sync(
        bench.office, bench.clock, tasks, lambda: (tiny.TODAY,), period_seconds=0.01, trouble=told.append
    )
    await sync.start()
    TaskKeeper(board, bench.office.signals).start(tasks)
    await until(board, lambda: board.reading.is_complete)
    bench.wire.down = True
    while not told:
        await asyncio.sleep(0.005)
    at = f"{bench.clock.now():%Y-%m-%d %H:%M:%S}"
    bench.sql("UPDATE task SET TaskStatus = 2, SecDateTEdit = ? WHERE TaskNum = ?", at, people.CALL_BACK)
    signal_of(bench, people.CALL_BACK)
    bench.clock.step(60)
    bench.wire.down = False
    sync.hurry()
    await until(board, lambda: people.CALL_BACK not in {each.TaskNum for each in board.open_tasks})
    await sync.stop()
