"""The board is kept up to date: what signals name is read, and nothing else."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from app.api.capabilities import Capabilities
from app.api.errors import ApiError
from app.api.modes import Mode
from app.core.tasks import TaskScope
from app.practice.schema.enums.base import SIGNAL_TYPE
from app.store.sync import Sync
from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import TaskChange
from app.store.tasks.keeping import HANDFUL, TaskKeeper
from app.wire.resources.tasks import TaskStatusEnum
from app.wire.version import Version
from tests.practice import office as tiny
from tests.practice import office_people as people
from tests.store.event_source import FakeEventSource
from tests.support.bench_office import Bench, BenchMaker

SIGNALS, ONE = "GET /signalods", f"GET /tasks/{people.CALL_BACK}"
NOTES = f"GET /tasknotes?TaskNum={people.CALL_BACK}"
DONE, VIEWED = TaskStatusEnum.DONE, TaskStatusEnum.VIEWED


class Story:
    """A board that has been read, and what keeps it."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.board = TaskBoard(bench.client, bench.clock, bench.office)
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


async def test_a_task_that_another_desk_changed_costs_one_request(bench: Bench) -> None:
    """Only the named task is read, once; the lists above it are known to be signaled with it."""
    story = await story_of(bench)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=DONE)
    assert await story.hear() == [SIGNALS, ONE]
    assert story.status(people.CALL_BACK) is DONE
    assert await story.hear() == [SIGNALS]
    bench.clock.step(5)
    assert await story.hear() == [SIGNALS]


async def test_a_change_in_the_second_of_the_last_reading_is_heard(bench: Bench) -> None:
    """Signals have whole seconds: what comes later in the second that was read is not lost."""
    story = await story_of(bench)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=VIEWED)
    await story.hear()
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=DONE)
    assert await story.hear() == [SIGNALS, ONE]
    assert story.status(people.CALL_BACK) is DONE


async def test_a_change_before_the_first_reading_of_signals_is_heard(bench: Bench) -> None:
    """What changes after the pages were read, and before signals are read at all, is not lost."""
    story = Story(bench)
    await story.board.read()
    bench.clock.step(1)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=DONE)
    bench.clock.step(3)
    assert await story.hear() == [SIGNALS, ONE]


async def test_a_new_task_and_one_that_was_deleted(bench: Bench) -> None:
    """The new one is there after one request, the deleted one is gone after one."""
    story = await story_of(bench)
    new = await bench.client.tasks.create(TaskListNum=people.CALLS, Descript="Call", UserNum=people.AUTHOR)
    bench.sql("DELETE FROM task WHERE TaskNum = ?", people.ORDER)
    signal_of(bench, people.ORDER)
    assert sorted(await story.hear()) == sorted(
        [SIGNALS, f"GET /tasks/{new.TaskNum}", f"GET /tasks/{people.ORDER}"]
    )
    assert story.board.task(new.TaskNum) == new
    assert story.board.task(people.ORDER) is None


async def test_what_this_pc_wrote_is_not_read_again(bench: Bench) -> None:
    """A write's own signal costs nothing; another desk's change in the same second is read."""
    story = await story_of(bench)
    story.board.apply(await bench.client.tasks.update(people.CALL_BACK, TaskStatus=VIEWED))
    assert await story.hear() == [SIGNALS]
    bench.clock.step(5)
    story.board.apply(await bench.client.tasks.update(people.CALL_BACK, Descript="Mine"))
    await bench.client.tasks.update(people.CALL_BACK, Descript="Theirs")
    assert await story.hear() == [SIGNALS, ONE]
    row = story.board.task(people.CALL_BACK)
    assert row is not None
    assert row.Descript == "Theirs"


async def test_a_note_is_read_where_the_notes_are_known(bench: Bench) -> None:
    """A new note, and a changed one, cost one request more if the task's notes were read, else none; own ones none."""
    story = await story_of(bench)
    note: dict[str, Any] = {"TaskNum": people.CALL_BACK, "UserNum": people.AUTHOR, "Note": "Reached"}
    await bench.client.task_notes.create(**note)
    assert await story.hear() == [SIGNALS, ONE]
    assert len(await story.board.read_notes(people.CALL_BACK)) == 2
    bench.clock.step(5)
    added = await bench.client.task_notes.create(**note)
    assert await story.hear() == [SIGNALS, ONE, NOTES]
    bench.clock.step(5)
    await bench.client.task_notes.update(added.TaskNoteNum, Note="Reached her")
    assert await story.hear() == [SIGNALS, ONE, NOTES]
    notes = story.board.notes(people.CALL_BACK)
    assert notes is not None
    assert [each.Note for each in notes] == ["No answer", "Reached", "Reached her"]
    bench.clock.step(5)
    story.board.apply_note(await bench.client.task_notes.create(**note))
    assert await story.hear() == [SIGNALS]


async def test_a_status_leaves_the_notes_alone(bench: Bench) -> None:
    """A signal that the task's row explains does not make its notes be read."""
    story = await story_of(bench)
    await story.board.read_notes(people.CALL_BACK)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=VIEWED)
    assert await story.hear() == [SIGNALS, ONE]


async def test_many_tasks_at_once_are_read_by_their_pages(bench: Bench) -> None:
    """More than a handful cost what the pages cost."""
    story = await story_of(bench)
    for _ in range(HANDFUL + 1):
        await bench.client.tasks.create(TaskListNum=people.CALLS, Descript="Call", UserNum=people.AUTHOR)
    assert len(await story.hear()) == 5
    assert len(story.board.open_tasks) == 2 + HANDFUL + 1
    assert await story.hear() == [SIGNALS]


def signal_of(bench: Bench, key: int, kind: str = "Task", key_type: str = "Task") -> None:
    """Open Dental itself signals something."""
    at = bench.clock.now().isoformat(" ", "seconds")
    command = "INSERT INTO signalod (IType, SigDateTime, FKey, FKeyType) VALUES (?, ?, ?, ?)"
    bench.sql(command, SIGNAL_TYPE.number(kind), at, key, key_type)


async def test_a_list_that_changed_is_read_with_the_tree(bench: Bench) -> None:
    """A list that no changed task explains was renamed, added or removed itself."""
    story, told = await story_of(bench), list[TaskChange]()
    story.board.watch(told.append)
    bench.sql("UPDATE tasklist SET Descript = 'Phone' WHERE TaskListNum = ?", people.CALLS)
    signal_of(bench, people.CALLS, "TaskList", "Undefined")
    assert await story.hear() == [SIGNALS, "GET /tasklists"]
    assert story.board.lists[people.CALLS].Descript == "Phone"
    assert told == [TaskChange(lists=True)]
    bench.sql("DELETE FROM tasklist WHERE TaskListNum = ?", people.CALLS)
    signal_of(bench, people.CALLS, "TaskList", "Undefined")
    await story.hear()
    assert people.CALLS not in story.board.lists


async def test_a_signal_without_a_task_reads_the_pages(bench: Bench) -> None:
    """Some of Open Dental's own signals don't name the task."""
    story = await story_of(bench)
    bench.sql("UPDATE task SET TaskStatus = 2 WHERE TaskNum = ?", people.CALL_BACK)
    signal_of(bench, 0, "Task", "Undefined")
    assert len(await story.hear()) == 5
    assert story.status(people.CALL_BACK) is DONE


async def test_what_fails_is_read_later(bench: Bench) -> None:
    """A task whose reading failed stays noted."""
    story = await story_of(bench)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=DONE)
    await bench.office.signals.read()
    bench.wire.down = True
    with pytest.raises(ApiError):
        await story.keeper.read_heard()
    bench.wire.down = False
    bench.clock.step(60)
    await story.keeper.read_heard()
    assert story.status(people.CALL_BACK) is DONE


async def test_an_office_that_returns_no_single_task(open_bench: BenchMaker) -> None:
    """Before 24.4.13 a task is found where it was, a new one among the newest; one that isn't found, by the pages."""
    bench = open_bench(version="24.2.10")
    story = await story_of(bench)
    await bench.client.tasks.update(people.ORDER, TaskStatus=DONE)
    assert len(await story.hear()) == 3  # the office's version was not known: a single task was tried first
    assert story.status(people.ORDER) is DONE
    bench.client.learn(Capabilities(version=Version.parse("24.2.10")))
    bench.clock.step(5)
    new = await bench.client.tasks.create(TaskListNum=people.CALLS, Descript="Call", UserNum=people.AUTHOR)
    assert [line.partition("?")[0] for line in await story.hear()] == [SIGNALS, "GET /tasks"]
    assert story.board.task(new.TaskNum) == new
    bench.clock.step(5)
    bench.sql("UPDATE task SET TaskListNum = ? WHERE TaskNum = ?", people.DESK, new.TaskNum)
    signal_of(bench, new.TaskNum)
    await story.hear()
    await story.hear()
    moved = story.board.task(new.TaskNum)
    assert moved is not None
    assert moved.TaskListNum == people.DESK


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
    """Where writes raise no signals, a calm period reads the pages; once signals came they are trusted."""
    bench = open_bench(writes_raise_signals=False)
    board = TaskBoard(bench.client, bench.clock, bench.office)
    keeper = TaskKeeper(board, bench.office.signals, calm_seconds=0.05)
    keeper.start(tasks)
    await until(board, lambda: board.reading.is_complete)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=DONE)
    await until(board, lambda: people.CALL_BACK not in {each.TaskNum for each in board.open_tasks})
    trusting = TaskKeeper(board, bench.office.signals)
    near = trusting.calm
    bench.office.signals.watch(trusting.hear)
    await bench.office.signals.read()
    bench.clock.step(5)
    signal_of(bench, people.CALL_BACK)
    await bench.office.signals.read()
    remote = open_bench(mode=Mode.REMOTE)
    far = TaskKeeper(TaskBoard(remote.client, remote.clock), remote.office.signals).calm
    assert near < far < trusting.calm


async def until(board: TaskBoard, holds: Any) -> None:
    """Wait for a change of the board after which a condition holds."""
    changed = asyncio.Event()
    end = board.watch(lambda _: changed.set())
    async with asyncio.timeout(5):
        while not holds():
            changed.clear()
            await changed.wait()
    end()
