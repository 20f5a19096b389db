"""The board is kept up to date: what signals name is read, and nothing else."""

from __future__ import annotations

import asyncio

import pytest

from app.api.capabilities import Capabilities
from app.api.errors import ApiError
from app.api.transport import Answer
from app.store.tasks.changes import TaskChange
from app.store.tasks.keeping import HANDFUL
from app.wire.version import Version
from tests.practice import office_people as people
from tests.store.tasks.story import DONE, ONE, SIGNALS, VIEWED, Story, signal_of, story_of
from tests.support.bench_office import Bench, BenchMaker


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


async def test_one_that_can_not_be_read_holds_up_no_other(bench: Bench) -> None:
    """The others are read; it stays noted."""
    story = await story_of(bench)
    for task_num in (people.CALL_BACK, people.ORDER):
        await bench.client.tasks.update(task_num, TaskStatus=DONE)
    await bench.office.signals.read()
    bench.wire.spoil(ONE, Answer(200, {"content-type": "application/json"}, b'"nonsense"'), times=1)
    with pytest.raises(ApiError):
        await story.keeper.read_heard()
    assert story.status(people.ORDER) is DONE
    await story.keeper.read_heard()
    assert story.status(people.CALL_BACK) is DONE


async def test_a_change_while_the_pages_are_read(bench: Bench) -> None:
    """What is signaled during the first reading is read at once; what names no task, by reading the pages again."""
    story = Story(bench)
    await bench.office.signals.read()
    bench.clock.step(5)
    released = bench.wire.hold("TaskStatus=Viewed")
    reading = asyncio.gather(story.board.read())
    await bench.wire.until("TaskStatus=Viewed")
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=DONE)
    signal_of(bench, 0, "Task", "Undefined")
    assert ONE in await story.hear()
    assert story.status(people.CALL_BACK) is DONE
    bench.sql("UPDATE task SET Descript = 'Later' WHERE TaskNum = ?", people.ORDER)
    released.set()
    await reading
    await story.keeper.read_heard()
    later = story.board.task(people.ORDER)
    assert later is not None
    assert later.Descript == "Later"


async def test_many_tasks_at_once_are_read_by_their_pages(bench: Bench) -> None:
    """More than a handful cost what the pages cost."""
    story = await story_of(bench)
    for _ in range(HANDFUL + 1):
        await bench.client.tasks.create(TaskListNum=people.CALLS, Descript="Call", UserNum=people.AUTHOR)
    assert len(await story.hear()) == 5
    assert len(story.board.open_tasks) == 2 + HANDFUL + 1
    assert await story.hear() == [SIGNALS]


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
    bench.sql("DELETE FROM task WHERE TaskNum = ?", people.CALL_BACK)
    bench.clock.step(5)
    signal_of(bench, people.CALL_BACK)
    await story.hear()
    await story.keeper.read_heard()
    assert story.board.task(people.CALL_BACK) is None
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


async def test_the_age_of_what_is_shown(bench: Bench) -> None:
    """Since it was read; once a signal has told of an own write, since they were read last, news or not."""
    story = Story(bench)
    assert story.board.age is None
    await story.board.read()
    bench.clock.step(30)
    await story.hear()
    assert story.board.age is not None
    assert story.board.age.total_seconds() == pytest.approx(30, abs=2)
    signal_of(bench, people.ORDER)  # Open Dental's own window signals, which says nothing of its API
    await story.hear()
    assert story.board.age.total_seconds() >= 30
    story.board.apply(await bench.client.tasks.update(people.CALL_BACK, TaskStatus=DONE))
    bench.clock.step(2)
    await story.hear()
    assert story.board.age.total_seconds() < 2
    bench.clock.step(10)
    await story.hear()
    assert story.board.age.total_seconds() < 2
    bench.clock.step(40)
    assert story.board.age.total_seconds() >= 40


async def test_one_that_can_not_be_read_holds_up_no_list(bench: Bench) -> None:
    """The new name of the list that it is in is read although it can't be."""
    story = await story_of(bench)
    await bench.client.tasks.update(people.CALL_BACK, TaskStatus=DONE)
    bench.wire.spoil(ONE, Answer(200, {"content-type": "application/json"}, b'"nonsense"'), times=9)
    with pytest.raises(ApiError):
        await story.hear()
    for name in ("Calls today", "All calls"):
        bench.clock.step(2)
        bench.sql("UPDATE tasklist SET Descript = ? WHERE TaskListNum = ?", name, people.CALLS)
        signal_of(bench, people.CALLS, "TaskList", "Undefined")
        with pytest.raises(ApiError):
            await story.hear()
    assert story.board.lists[people.CALLS].Descript == "All calls"


async def test_a_signal_is_not_answered_by_a_request_from_before_it(bench: Bench) -> None:
    """What somebody opened just before another desk changed it is read once more."""
    story = await story_of(bench)
    released = bench.wire.hold(ONE)
    opening = asyncio.gather(story.board.read_task(people.CALL_BACK))
    await bench.wire.until(ONE)
    bench.sql("UPDATE task SET TaskStatus = 2 WHERE TaskNum = ?", people.CALL_BACK)
    signal_of(bench, people.CALL_BACK)
    hearing = asyncio.gather(story.hear())
    await bench.wire.until("signalods")
    for _ in range(20):
        await asyncio.sleep(0)
    released.set()
    await asyncio.gather(opening, hearing)
    assert story.status(people.CALL_BACK) is DONE
