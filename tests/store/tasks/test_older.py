"""Done tasks of earlier weeks, read when somebody looks further back."""

from __future__ import annotations

from app.store.tasks.board import TaskBoard
from app.wire.resources.tasks import TaskStatusEnum
from bench.task_office import fill, task_lists, tasks
from tests.practice import office_people as people
from tests.support.bench_office import Bench


async def test_each_reading_goes_further_back(bench: Bench) -> None:
    """Each adds what was made before the last one, without a gap, until there are no older ones."""
    rows = tasks(bench.clock.now(), 2_000, 20)
    fill(bench.path, task_lists(20), rows)
    board = TaskBoard(bench.client, bench.clock)
    await board.read()
    made = {each.TaskNum: each.DateTimeOriginal for each in rows if each.TaskStatus is TaskStatusEnum.DONE}
    bench.wire.take()
    readings = 0
    while board.older.more:
        known = len(board.done_tasks)
        await board.older.read()
        readings += 1
        since = board.older.since
        assert since is not None
        assert len(board.done_tasks) > known or not board.older.more
        expected = {num for num, at in made.items() if at is not None and at > since}
        assert {each.TaskNum for each in board.done_tasks} == expected
    assert len(board.done_tasks) == len(made)
    assert len(bench.wire.take()) <= readings + 6


async def test_an_office_with_few(bench: Bench) -> None:
    """Empty stretches of time are skipped within one reading; with none left there is no more to read."""
    bench.sql(
        "UPDATE task SET TaskStatus = 2, DateTimeOriginal = '2026-08-01 09:00:00' WHERE TaskNum = ?",
        people.ORDER,
    )
    board = TaskBoard(bench.client, bench.clock)
    await board.read()
    assert board.task(people.ORDER) is None
    await board.older.read()
    assert board.task(people.ORDER) is not None
    assert board.older.more
    await board.older.read()
    assert not board.older.more
