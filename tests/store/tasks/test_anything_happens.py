"""Whatever other desks do and however late answers come, the board ends with what the office has."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Coroutine
from typing import Any

import pytest

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.network.inside import in_process
from app.core.tasks import TaskScope
from app.store.tasks.reading import BEGINNING
from app.wire.resources.tasks import Task, TaskStatusEnum
from app.wire.version import NEWEST
from tests.practice import office_people as people
from tests.store.tasks.story import Story, signal_of
from tests.support.bench_office import Bench, BenchMaker

STEPS = 120
LATE = (0, 0, 5, 30, 120)
"""Turns of the event loop by which an answer is late."""


class Office:
    """A desk with its board, another desk, and dice."""

    def __init__(self, bench: Bench, scope: TaskScope, seed: int) -> None:
        self.bench, self.scope, self.dice = bench, scope, random.Random(seed)
        keys = Keys(bench.practice.keys.developer_key, bench.practice.keys.customer_key)
        address = OfficeAddress(Mode.TRAINING, "http://office.invalid/api/v1")
        self.other = OpenDental(
            address, keys, in_process(bench.practice.asgi), clock=bench.clock, on_error=_fail
        )
        self.story = Story(bench)
        self.nums = [people.CALL_BACK, people.ORDER, people.FINISHED]
        self.written: list[Task] = []
        """Results of own writes that have not been stored yet."""
        self._send = bench.wire.send
        bench.wire.send = self._send_late  # type: ignore[method-assign]

    async def _send_late(self, *given: Any, **more: Any) -> Any:
        answer = await self._send(*given, **more)
        for _ in range(self.dice.choice(LATE)):
            await asyncio.sleep(0)
        return answer

    async def step(self, number: int) -> None:
        """One thing happens; the board hears of it now, later, or while something else is read."""
        with contextlib.suppress(ApiError):
            await self._happen(self.dice.random(), f"Text {number}")
        self.bench.clock.step(self.dice.choice((0, 0, 0, 0, 1, 3)))
        if self.dice.random() < 0.5:
            work = self.story.hear() if self.dice.random() < 0.7 else self.story.board.read()
            self.scope.start(_quietly(work), "board")
        for _ in range(self.dice.randrange(30)):
            await asyncio.sleep(0)

    async def _happen(self, chance: float, text: str) -> None:
        bench, task_num = self.bench, self.dice.choice(self.nums)
        if chance < 0.12:
            row = await self.other.tasks.create(
                TaskListNum=people.CALLS, Descript=text, UserNum=people.AUTHOR
            )
            self.nums.append(row.TaskNum)
        elif chance < 0.45:
            await self.other.tasks.update(task_num, TaskStatus=self.dice.choice(list(TaskStatusEnum)))
        elif chance < 0.55:
            await self.other.tasks.update(task_num, Descript=text)
        elif chance < 0.6 and len(self.nums) > 3:
            bench.sql("DELETE FROM task WHERE TaskNum = ?", task_num)
            signal_of(bench, task_num)
            self.nums.remove(task_num)
            self.written = [row for row in self.written if row.TaskNum != task_num]
        elif chance < 0.75:
            self.written.append(await bench.client.tasks.update(task_num, Descript=text))
        elif chance < 0.8:
            bench.wire.down = not bench.wire.down
            bench.clock.step(61)
        elif self.written:
            self.story.board.apply(self.written.pop(0))

    async def calm_down(self) -> None:
        """The line is there, everything arrives, and signals are heard some more times."""
        self.bench.wire.down = False
        while self.scope.running:
            await asyncio.sleep(0)
        self.story.board.apply(*self.written)
        for _ in range(6):
            self.bench.clock.step(61)
            await _quietly(self.story.hear())
        if not self.story.board.reading.is_complete:
            await self.story.board.read()

    async def open_tasks(self) -> dict[int, Task]:
        """What the office has."""
        found: dict[int, Task] = {}
        for status in (TaskStatusEnum.NEW, TaskStatusEnum.VIEWED):
            rows = await self.other.tasks.list(TaskStatus=status, DateTimeOriginal=BEGINNING)
            found |= {row.TaskNum: row for row in rows}
        return found


@pytest.mark.parametrize("version", [str(NEWEST), "24.4.1"])
async def test_the_board_ends_with_what_the_office_has(
    open_bench: BenchMaker, tasks: TaskScope, version: str
) -> None:
    """Changes, deleted tasks, own writes whose answers come late, cut lines, and pages read meanwhile."""
    office = Office(open_bench(version=version), tasks, seed=7)
    for number in range(STEPS):
        await office.step(number)
    await office.calm_down()
    assert {row.TaskNum: row for row in office.story.board.open_tasks} == await office.open_tasks()
    await office.other.aclose()


async def _quietly(work: Coroutine[Any, Any, Any]) -> None:
    with contextlib.suppress(ApiError):
        await work


def _fail(error: BaseException) -> None:
    raise error
