"""When the office's tasks are read."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

from app.bootstrap.desk.task_keeping import keep_tasks
from app.core.tasks import TaskScope
from app.store.tasks.board import TaskBoard
from tests.practice import office as tiny
from tests.store.tasks.story import until
from tests.support.bench_fixtures import bench, open_bench, tiny_database
from tests.support.bench_office import Bench

__all__ = ["bench", "open_bench", "tiny_database"]


async def test_tasks_come_after_the_schedule(bench: Bench, tasks: TaskScope) -> None:
    """Nothing of them is asked for before the days on the screen are complete; then all of them are read."""
    board = TaskBoard(bench.client, bench.clock, bench.office)
    mine = SimpleNamespace(concerns=lambda _: False)
    parts = SimpleNamespace(
        clock=bench.clock,
        office=bench.office,
        scope=tasks,
        tasks=lambda: board,
        my_tasks=lambda: mine,
        is_told=lambda: False,
    )
    late = SimpleNamespace(marks=SimpleNamespace(begin=_nothing), begin=_nothing)
    desk: Any = SimpleNamespace(parts=parts, tasks=late)
    tasks.start(keep_tasks(desk, lambda: (tiny.TODAY,)), "tasks")
    for _ in range(20):
        await asyncio.sleep(0)
    assert bench.wire.take() == []
    await bench.office.reader.open_day(tiny.TODAY)
    await until(board, lambda: board.reading.is_complete)
    sent = [line.partition("?")[0] for line in bench.wire.take()]
    schedule = [each for each in sent if not each.startswith(("GET /task", "GET /signalods"))]
    assert sent[: len(schedule)] == schedule
    assert {"GET /tasklists", "GET /tasks"} <= {*sent}


async def _nothing() -> None:
    """A desk on which nobody looks at tasks."""
