"""The board of 10,000 tasks in 200 lists: what it asks the office, and how long it holds up a desk."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Sequence
from math import ceil, inf
from pathlib import Path

from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.need import Need
from app.api.network.inside import in_process
from app.core.clock import Clock, SystemClock
from app.core.tasks import TaskScope
from app.practice.server.app import open_practice
from app.store.queries import MOST_NAMES
from app.store.signals import Signals
from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import TaskChange
from app.store.tasks.keeping import TaskKeeper
from app.store.tasks.rows import TaskRows
from app.wire.permissions import Permission
from app.wire.resources.tasks import Task, TaskObjectType, TaskStatusEnum
from app.wire.rows import RowList
from app.wire.version import NEWEST
from bench.figures import Figure, at_most
from bench.processes import SEED
from bench.recording import RecordingTransport
from bench.rounds import interleaved, ratio
from bench.task_office import RECENT_PART, TASKS, fill, task_lists, tasks

UNIT = "requests"
PAGE, ROUNDS, FRAME = 500, 9, 1 / 60
TURN_LIMIT, CHANGE_LIMIT = 0.5, 0.01
CHANGES = 1_000
"""Single changes that are timed together."""


def measure() -> list[Figure]:
    """Requests against the practice in this process; times on rows in memory."""
    rows = tasks(SystemClock().now())
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder:
        figures = asyncio.run(_asked(Path(folder), rows))
    return [*figures, _one_change(rows)]


async def _asked(folder: Path, rows: Sequence[Task]) -> list[Figure]:
    clock = SystemClock()
    practice = open_practice(
        str(folder / "practice.db"),
        seed=SEED,
        today=clock.now().date(),
        clock=clock,
        pace=None,
        permissions=frozenset(Permission),
        version=NEWEST,
    )
    fill(folder / "practice.db", task_lists(), rows)
    wire = RecordingTransport(in_process(practice.asgi))
    keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
    client = OpenDental(OfficeAddress.standard(Mode.TRAINING), keys, wire, clock=clock, on_error=_fail)
    try:
        return [*await _requests(client, clock, wire, rows), await _longest_turn(client, clock, rows)]
    finally:
        await client.aclose()
        practice.close()


async def _requests(
    client: OpenDental, clock: Clock, wire: RecordingTransport, rows: Sequence[Task]
) -> list[Figure]:
    """Open the board, refresh it while nothing happens, read it again, and hear of one change."""
    board, signals = TaskBoard(client, clock), Signals(client, clock)
    keeper = TaskKeeper(board, signals)
    keeper.listen()
    usable: list[int] = []
    board.watch(lambda change: usable.append(len(wire.sent)) if change.tasks else None)
    await signals.read()
    wire.sent.clear()
    await board.read()
    opening = len(wire.sent)
    await board.people.read(board.people.unknown, Need.PREFETCH, one_by_one=False)
    named = len(wire.sent) - opening
    appointments = {row.KeyNum for row in board.open_tasks if row.ObjectType is TaskObjectType.APPOINTMENT}
    quiet = await _heard(wire, signals, keeper)
    told: list[TaskChange] = []
    end = board.watch(told.append)
    await board.read()
    end()
    changed = next(iter(board.open_tasks))
    await client.tasks.update(changed.TaskNum, TaskStatus=TaskStatusEnum.DONE)
    one = await _heard(wire, signals, keeper)
    if board.task(changed.TaskNum) == changed:
        one = inf  # what costs nothing because it isn't done has no figure
    return [
        at_most(f"tasks: opening {TASKS:,} tasks", opening, UNIT, _pages(rows) + 1),
        at_most("tasks: … whose appointments they are", named, UNIT, ceil(len(appointments) / MOST_NAMES)),
        at_most("tasks: until the first can be used", usable[0], UNIT, 2),
        at_most("tasks: a quiet refresh, with the schedule's signals", quiet, UNIT, 1),
        at_most("tasks: one changed elsewhere, with its signal", one, UNIT, 2),
        at_most(
            "tasks: told by a reread without a change", sum(len(each.tasks) for each in told), "tasks", 0
        ),
    ]


async def _heard(wire: RecordingTransport, signals: Signals, keeper: TaskKeeper) -> float:
    before = len(wire.sent)
    await signals.read()
    await keeper.read_heard()
    return len(wire.sent) - before


def _pages(rows: Sequence[Task]) -> int:
    """A page for each 500 open tasks, and for the tasks of the last 14 days."""
    open_ones = [[each for each in rows if each.TaskStatus is status] for status in list(TaskStatusEnum)[:2]]
    return sum(ceil(len(each) / PAGE) for each in open_ones) + ceil(TASKS * RECENT_PART / PAGE)


async def _longest_turn(client: OpenDental, clock: Clock, rows: Sequence[Task]) -> Figure:
    """The longest time in which storing pages lets nothing else run; the best of some tries."""
    longest, scope = list[float](), TaskScope("bench", _fail)
    for _ in range(ROUNDS):
        reading, gaps = TaskBoard(client, clock).reading, list[float]()
        beating = scope.start(_beat(gaps), "beat")
        for first in range(0, len(rows), PAGE):
            await reading.take(RowList(list(rows[first : first + PAGE])), 0)
        beating.cancel()
        longest.append(max(gaps))
    await scope.close()
    return at_most("tasks: longest turn while pages are stored", min(longest) / FRAME, "frames", TURN_LIMIT)


async def _beat(gaps: list[float]) -> None:
    """Measure how much the processor did between two turns of the event loop."""
    last = time.process_time()
    while True:
        await asyncio.sleep(0)
        gaps.append(time.process_time() - last)
        last = time.process_time()


def _one_change(rows: Sequence[Task]) -> Figure:
    """One task that is done, against building the indexes of all."""
    known = TaskRows()

    def whole() -> float:
        began = time.process_time()
        fresh = TaskRows()
        for row in rows:
            fresh.put(row)
        return time.process_time() - began

    def single() -> float:
        changed = [replace(row, Descript=f"{row.Descript}.") for row in rows[:CHANGES]]
        began = time.process_time()
        for row in changed:
            known.put(row)
        return (time.process_time() - began) / CHANGES

    found = interleaved({"one": single, "all": whole}, ROUNDS)
    return at_most("tasks: one change", ratio(found["one"], found["all"]), "x all indexes", CHANGE_LIMIT)


def _fail(error: BaseException) -> None:
    raise error
