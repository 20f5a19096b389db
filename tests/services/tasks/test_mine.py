"""What the person at the desk keeps of the tasks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.tasks import TaskScope
from app.sealed.seal import AesGcmSeal
from app.sealed.store import LocalStore
from app.services.tasks.mine import MyChange, MyTasks
from app.services.tasks.notebook import Notebook
from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import Standing
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import Task, TaskStatusEnum
from tests.support.bench_office import Bench
from tests.support.manual_clock import ManualClock

SEALS = {"vault": AesGcmSeal(bytes(32))}
ME, BEN = 3, 4
CALLS = 7
DAY = timedelta(days=1)


class Here:
    """A PC with its local store, a board and what a person keeps of it."""

    def __init__(self, board: TaskBoard, store: LocalStore, clock: ManualClock, tasks: TaskScope) -> None:
        self.board, self.store, self.clock, self.tasks = board, store, clock, tasks
        self.told: list[MyChange] = []
        self.mine = self.again()

    def again(self) -> MyTasks:
        """As after the next start."""
        self.notebook = Notebook(self.store.documents, self.clock, self.tasks)
        self.mine = MyTasks(self.board, self.notebook, self.clock)
        self.mine.watch(self.told.append)
        return self.mine

    def task(self, task_num: int, status: TaskStatusEnum = TaskStatusEnum.NEW, **fields: object) -> Task:
        """A task of Ben's, made now; it is on the board at once."""
        now = self.clock.now()
        row = Task(task_num, CALLS, TaskStatus=status, UserNum=BEN, DateTimeOriginal=now, SecDateTEdit=now)
        self.board.apply(row := replace(row, **fields))
        return row


@pytest.fixture
async def here(bench: Bench, tmp_path: Path, tasks: TaskScope) -> AsyncIterator[Here]:
    """An empty board that is complete."""
    clock = ManualClock()
    store = await LocalStore.open(tmp_path / "store.db", SEALS, clock)
    board = TaskBoard(bench.client, clock)
    board.standing = Standing.READY
    made = Here(board, store, clock, tasks)
    yield made
    await made.notebook.save()
    await store.close()


async def test_each_person_has_her_own(here: Here) -> None:
    """Another person has other lists, and has seen nothing; hers are back when she is, also after a restart."""
    mine, one = here.mine, here.task(1)
    await mine.load(ME)
    mine.follow(CALLS, on=True)
    assert (mine.unread, mine.is_unread(one)) == (1, True)
    mine.see(1)
    mine.remind(1, here.clock.now() + DAY)
    assert (mine.unread, mine.is_unread(one)) == (0, False)
    await mine.load(BEN)
    assert (list(mine.followed), mine.is_unread(one), mine.reminder(1)) == ([], False, None)  # Ben's own
    await mine.load(0)
    assert (mine.is_unread(one), mine.follows(CALLS), mine.notebook.kept.chosen) == (True, False, False)
    await mine.load(ME)
    assert (mine.is_unread(one), mine.follows(CALLS), mine.notebook.kept.chosen) == (False, True, True)
    await mine.notebook.save()
    mine = here.again()
    await mine.load(ME)
    assert (mine.is_unread(one), mine.follows(CALLS)) == (False, True)
    assert mine.reminder(1) == here.clock.now() + DAY


async def test_viewed_by_one_hides_nothing_from_others(here: Here) -> None:
    """A task that somebody else views stays unread for who has not seen it, and read for who has."""
    await here.mine.load(ME)
    await here.clock.advance(60)
    unseen, seen = here.task(1), here.task(2)
    here.mine.see(2)
    await here.clock.advance(60)
    now = here.clock.now()
    for row in (unseen, seen):
        here.board.apply(replace(row, TaskStatus=TaskStatusEnum.VIEWED, SecDateTEdit=now))
    assert here.mine.is_unread(unseen)
    assert not here.mine.is_unread(seen)
    await here.clock.advance(60)
    here.task(2, TaskStatusEnum.VIEWED, Descript="Call back", SecDateTEdit=here.clock.now())
    assert here.mine.is_unread(seen)


async def test_a_note_of_somebody_else_makes_it_unread(here: Here) -> None:
    """Notes that were there when she looked are seen; a later one by somebody else is not, an own one is no news."""
    await here.mine.load(ME)
    row, now = here.task(1), here.clock.now()
    here.board._notes._store(1, (TaskNote(1, 1, BEN, now, "Called"),))
    here.mine.see(1)
    assert not here.mine.is_unread(row)
    here.board.apply_note(TaskNote(9, 1, BEN, now, "Reached her"))  # in the same second
    assert here.mine.is_unread(row)
    here.mine.see(1)
    assert not here.mine.is_unread(row)
    here.board.apply_note(TaskNote(2, 1, ME, now + DAY, "Thanks"))
    assert not here.mine.is_unread(row)
    here.board.apply_note(TaskNote(3, 1, BEN, now + DAY, "Called again"))
    assert here.mine.is_unread(row)
    assert here.told[-1] == MyChange(frozenset({1}))


async def test_what_is_due_is_sorted_and_forgotten_when_done(here: Here) -> None:
    """Reminders and the dates of followed lists until today, the longest overdue first; a done task has none."""
    await here.mine.load(ME)
    of_nobody = here.task(5, DateTask=here.clock.now().date())
    assert (here.mine.due(), here.mine.due(hers=True), here.mine.due_today(of_nobody)) == ((5,), (), False)
    here.mine.follow(CALLS, on=True)
    assert here.mine.due(hers=True) == (5,)
    here.task(5, TaskStatusEnum.DONE)
    now = here.clock.now()
    dated = here.task(1, DateTask=(now - 2 * DAY).date())
    for task_num in (2, 3, 4):
        here.task(task_num)
    here.mine.remind(2, now - timedelta(minutes=5))
    here.mine.remind(3, now - 3 * DAY)
    here.mine.remind(4, now + DAY)
    assert here.mine.due() == (3, 1, 2)
    assert here.mine.is_overdue(dated, now)
    here.mine.remind(1, now + timedelta(hours=1))
    assert not here.mine.is_overdue(dated, now)
    assert here.mine.due_today(dated)
    here.task(3, TaskStatusEnum.DONE)
    here.board._stand(Standing.READY)  # everything was read
    assert here.mine.reminder(3) is None
    assert here.mine.due() == (2, 1)
    here.mine.remind(2, None)
    here.mine.remind(2, None)
    assert here.mine.due() == (1,)


async def test_seen_tasks_are_saved_together(here: Here) -> None:
    """Many seen tasks are one write after a moment of calm; a reminder is on disk at once."""
    await here.mine.load(ME)
    await here.clock.advance(0)
    saved = await here.store.documents.get("tasks of 3")
    assert saved is not None
    for task_num in range(1, 40):
        here.task(task_num)
        here.mine.see(task_num)
    await here.clock.advance(1)
    assert await here.store.documents.get("tasks of 3") == saved
    here.mine.remind(1, here.clock.now() + DAY)
    await here.mine.load(0)
    await here.mine.load(ME)
    assert here.mine.reminder(1) is not None
    assert len(here.notebook.kept.seen) == 39


async def test_a_full_disk_loses_nothing(here: Here) -> None:
    """When the disk refuses, that is told once, everything stays in memory, and is saved when there is room."""
    told: list[object] = []
    await here.mine.load(ME)
    await here.notebook.save()
    here.notebook.on_trouble = told.append
    database = here.store._file._database
    database.change("PRAGMA query_only = 1")
    here.mine.follow(CALLS, on=True)
    await here.notebook.save()
    here.mine.follow(8, on=True)
    await here.notebook.save()
    assert len(told) == 1
    await here.mine.load(BEN)
    assert list(here.mine.followed) == []
    await here.mine.load(ME)
    assert set(here.mine.followed) == {CALLS, 8}
    assert len(told) == 1
    database.change("PRAGMA query_only = 0")
    await here.notebook.save()
    assert here.notebook.trouble is None
    await here.again().load(ME)
    assert set(here.mine.followed) == {CALLS, 8}
