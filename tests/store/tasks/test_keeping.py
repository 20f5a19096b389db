"""The board is kept up to date: what signals name is read, and nothing else."""

from __future__ import annotations

from app.store.tasks.board import TaskBoard
from app.store.tasks.keeping import TaskKeeper
from app.wire.resources.tasks import TaskStatusEnum
from tests.practice import office_people as people
from tests.support.bench_office import Bench


class Story:
    """A board that has been read, and what keeps it."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.board = TaskBoard(bench.client, bench.clock)
        self.keeper = TaskKeeper(self.board, bench.office.signals)
        bench.office.signals.watch(self.keeper.hear)

    async def read(self) -> None:
        """Read it; signals are read from now on."""
        await self.bench.office.signals.read()
        await self.board.read()
        self.later()

    def later(self) -> None:
        """Some seconds pass; what was sent so far is forgotten."""
        self.bench.clock.step(5)
        self.bench.wire.take()

    async def hear(self) -> list[str]:
        """Read the signals and what they name; returns the requests."""
        await self.bench.office.signals.read()
        await self.keeper.read_heard()
        return [line.partition("?SigDateTime")[0] for line in self.bench.wire.take()]


async def test_a_task_that_another_desk_changed_costs_one_request(bench: Bench) -> None:
    """Only the named task is read; the lists above it are known to be signaled with it."""
    story = Story(bench)
    await story.read()
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=TaskStatusEnum.DONE)
    bench.wire.take()
    assert await story.hear() == ["GET /signalods", f"GET /tasks/{people.CALL_BACK}"]
    row = story.board.task(people.CALL_BACK)
    assert row is not None
    assert row.TaskStatus is TaskStatusEnum.DONE
    assert await story.hear() == ["GET /signalods"]
