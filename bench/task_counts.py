"""Counting unread tasks by change, against counting all of them: 10,000 tasks in 200 lists."""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from msgspec.structs import replace

from app.core.clock import SystemClock
from app.core.tasks import TaskScope
from app.sealed.seal import AesGcmSeal
from app.sealed.store import LocalStore
from app.services.tasks.notebook import Notebook
from app.services.tasks.tally import Tally
from app.store.tasks.changes import TaskChange
from app.wire.resources.task_lists import TaskList
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import Task, TaskStatusEnum
from bench.figures import Figure, at_most, beside

TASKS, LISTS = 10_000, 200
CHANGES, ROUNDS = 2_000, 5
LAST_YEAR = datetime(2025, 11, 23, 8, 0)
USERS = 8


class Known:
    """Tasks in memory."""

    def __init__(self) -> None:
        chance = random.Random(3)
        self.rows = {number: _task(chance, number) for number in range(1, TASKS + 1)}
        self.tree = {
            number: TaskList(number, Parent=chance.randrange(number)) for number in range(1, LISTS + 1)
        }

    @property
    def lists(self) -> Mapping[int, TaskList]:
        """The tree."""
        return self.tree

    @property
    def tasks(self) -> Collection[Task]:
        """All of them."""
        return self.rows.values()

    def task(self, task_num: int) -> Task | None:
        """One of them."""
        return self.rows.get(task_num)

    def notes(self, task_num: int) -> tuple[TaskNote, ...] | None:
        """None were read."""
        return None


def measure() -> list[Figure]:
    """The time of one change, and of a full count."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    clock, scope = SystemClock(), TaskScope("bench", lambda error: sys.exit(str(error)))
    with TemporaryDirectory() as folder:
        store = await LocalStore.open(Path(folder) / "store.db", {"vault": AesGcmSeal(bytes(32))}, clock)
        known, notebook = Known(), Notebook(store.documents, clock, scope)
        await notebook.load(USERS + 1)
        notebook.kept.followed |= {1, 2, 3}
        tally = Tally(known, notebook, clock)
        full = min(_full_count(tally) for _ in range(ROUNDS))
        one = min(_one_change(tally, known) for _ in range(ROUNDS))
        await scope.close()
        await store.close()
    return [
        at_most(
            "tasks: one change against a full count of 10,000", 100 * one / full, "% of a full count", 1.0
        ),
        beside("tasks: a full count of 10,000", full * 1000, "ms of CPU"),
        beside("tasks: one change", one * 1e6, "µs of CPU"),
    ]


def _full_count(tally: Tally) -> float:
    began = process_time()
    tally.again()
    return process_time() - began


def _one_change(tally: Tally, known: Known) -> float:
    """Tasks get done and are new again: each is a change of every list above."""
    chance = random.Random(5)
    changed = [known.rows[chance.randint(1, TASKS)] for _ in range(CHANGES)]
    new = [replace(each, TaskStatus=_other(each.TaskStatus)) for each in changed]
    began = process_time()
    for row in new:
        known.rows[row.TaskNum] = row
        tally.follow(TaskChange(frozenset({row.TaskNum})))
    return (process_time() - began) / CHANGES


def _other(status: TaskStatusEnum) -> TaskStatusEnum:
    return TaskStatusEnum.NEW if status is TaskStatusEnum.DONE else TaskStatusEnum.DONE


def _task(chance: random.Random, number: int) -> Task:
    at = LAST_YEAR + timedelta(minutes=chance.randrange(500_000))
    status = chance.choice([TaskStatusEnum.NEW, TaskStatusEnum.VIEWED])
    return Task(
        number,
        chance.randint(1, LISTS),
        Descript="Call the laboratory",
        TaskStatus=status,
        UserNum=chance.randint(1, USERS),
        DateTimeOriginal=at,
        SecDateTEdit=at,
    )
