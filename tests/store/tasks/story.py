"""A board that has been read, and what keeps it up to date."""

from __future__ import annotations

import asyncio
from typing import Any

from app.practice.schema.enums.base import SIGNAL_TYPE
from app.store.tasks.board import TaskBoard
from app.store.tasks.keeping import TaskKeeper
from app.wire.resources.tasks import TaskStatusEnum
from tests.practice import office_people as people
from tests.support.bench_office import Bench

SIGNALS, ONE = "GET /signalods", f"GET /tasks/{people.CALL_BACK}"
NOTES = f"GET /tasknotes?TaskNum={people.CALL_BACK}"
DONE, VIEWED = TaskStatusEnum.DONE, TaskStatusEnum.VIEWED


class Story:
    """A board that has been read, and what keeps it."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.board = TaskBoard(bench.client, bench.clock, bench.office)
        self.keeper = TaskKeeper(self.board, bench.office.signals)
        self.keeper.listen()

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
        self.bench.wire.take()
        await self.bench.office.signals.read()
        await self.keeper.read_heard()
        return [line.partition("?SigDateTime")[0] for line in self.bench.wire.take()]

    def status(self, task_num: int) -> TaskStatusEnum:
        """A known task's status."""
        row = self.board.task(task_num)
        assert row is not None
        return row.TaskStatus


async def story_of(bench: Bench) -> Story:
    """A board that has been read."""
    story = Story(bench)
    await story.read()
    return story


def signal_of(bench: Bench, key: int, kind: str = "Task", key_type: str = "Task") -> None:
    """Open Dental itself signals something."""
    at = bench.clock.now().isoformat(" ", "seconds")
    command = "INSERT INTO signalod (IType, SigDateTime, FKey, FKeyType) VALUES (?, ?, ?, ?)"
    bench.sql(command, SIGNAL_TYPE.number(kind), at, key, key_type)


async def until(board: TaskBoard, holds: Any) -> None:
    """Wait for a change of the board after which a condition holds."""
    changed = asyncio.Event()
    end = board.watch(lambda _: changed.set())
    async with asyncio.timeout(60):
        while not holds():
            changed.clear()
            await changed.wait()
    end()
