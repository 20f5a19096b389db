"""The board of tasks: what is read of it, and what follows from a changed row."""

from __future__ import annotations

from msgspec.structs import replace

from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import Standing, TaskChange
from app.wire.resources.tasks import TaskStatusEnum
from tests.support.bench_office import Bench


async def test_a_task_that_is_done_is_no_open_one_any_more(bench: Bench) -> None:
    """After reading, the tree and all open tasks are known; a done one leaves them, and whoever watches is told."""
    board = TaskBoard(bench.client, bench.clock)
    await board.read()
    assert board.standing is Standing.READY
    assert board.lists
    told: list[TaskChange] = []
    board.watch(told.append)
    first = next(iter(board.open_tasks))
    board.apply(replace(first, TaskStatus=TaskStatusEnum.DONE))
    assert first.TaskNum not in {each.TaskNum for each in board.open_tasks}
    assert told == [TaskChange(frozenset({first.TaskNum}))]


async def test_a_late_result_of_an_own_write(bench: Bench) -> None:
    """What another desk edited since stays."""
    board = TaskBoard(bench.client, bench.clock)
    await board.read()
    first = next(iter(board.open_tasks))
    mine = replace(first, Descript="Mine", SecDateTEdit=bench.clock.now())
    bench.clock.step(1)
    theirs = replace(first, Descript="Theirs", SecDateTEdit=bench.clock.now())
    board.apply(theirs)
    board.apply(mine)
    assert board.task(first.TaskNum) == theirs
