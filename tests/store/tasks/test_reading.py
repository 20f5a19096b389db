"""How the board is read: in which order, what a failure leaves, and what has left since."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import Any

import pytest
from msgspec.structs import replace

from app.api.capabilities import Capabilities
from app.api.errors import NotSent, PermissionMissing, Refused
from app.api.modes import Mode
from app.api.need import Need
from app.api.transport import Answer
from app.core.text import NO_TEXT
from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import Standing, TaskChange
from app.wire.permissions import Permission
from app.wire.resources.tasks import TaskStatusEnum
from bench.task_office import fill, task_lists, tasks
from tests.practice import office_people as people
from tests.support.bench_office import ALL, Bench, BenchMaker

SINCE_EVER = "DateTimeOriginal=1900-01-01 00:00:00"


def many(bench: Bench, count: int = 1_700) -> TaskBoard:
    """A board of an office with so many tasks in twenty lists."""
    fill(bench.path, task_lists(20), tasks(bench.clock.now(), count, lists=20))
    return TaskBoard(bench.client, bench.clock)


def open_nums(board: TaskBoard) -> set[int]:
    """The open tasks' numbers."""
    return {each.TaskNum for each in board.open_tasks}


async def test_the_newest_come_first_and_each_page_can_be_used(bench: Bench) -> None:
    """One request for the tree, the last 14 days, then all new and all viewed ones by pages that overlap by a row."""
    board, known = many(bench), list[int]()
    board.watch(lambda _: known.append(len(board.tasks)))
    await board.read()
    assert bench.wire.take() == [
        "GET /tasklists",
        "GET /tasks",
        f"GET /tasks?TaskStatus=New&{SINCE_EVER}",
        f"GET /tasks?TaskStatus=New&{SINCE_EVER}&Offset=499",
        f"GET /tasks?TaskStatus=Viewed&{SINCE_EVER}",
        f"GET /tasks?TaskStatus=Viewed&{SINCE_EVER}&Offset=499",
    ]
    wanted = {each.TaskNum for each in tasks(bench.clock.now(), 1_700, 20) if each.TaskStatus != "Done"}
    assert open_nums(board) == wanted
    assert len(set(known)) > 5


async def test_reading_again_tells_nothing_that_is_the_same(bench: Bench) -> None:
    """A reread without a change notifies of no task and of no list."""
    board, told = many(bench), list[TaskChange]()
    await board.read()
    board.watch(told.append)
    await board.read()
    assert set(told) <= {TaskChange()}


async def test_a_row_that_moved_up_between_pages_is_not_missed(bench: Bench) -> None:
    """A task that is done while the second page is on its way makes the part be read once more."""
    board = many(bench)
    news = [
        each.TaskNum for each in tasks(bench.clock.now(), 1_700, 20) if each.TaskStatus is TaskStatusEnum.NEW
    ]

    def finish_the_first(change: TaskChange) -> None:
        if board.task(news[499]) is not None and board.task(news[500]) is None:
            bench.sql("UPDATE task SET TaskStatus = 2 WHERE TaskNum = ?", news[0])

    board.watch(finish_the_first)
    await board.read()
    assert open_nums(board) >= set(news[1:])


async def test_whoever_asks_meanwhile_waits_for_the_same_reading(bench: Bench) -> None:
    """Two that ask at once cost what one costs, and the more urgent one hurries the rest."""
    board = many(bench)
    await asyncio.gather(board.read(Need.PREFETCH), board.read(Need.CLICK))
    assert len(bench.wire.take()) == 6


async def test_again_means_after_the_one_under_way(bench: Bench) -> None:
    """Who knows of a change does not take the answers that are on their way for new ones."""
    board = TaskBoard(bench.client, bench.clock)
    released = bench.wire.hold("TaskStatus=Viewed")
    reading = asyncio.gather(board.read())
    await bench.wire.until("TaskStatus=Viewed")
    bench.sql("UPDATE task SET Descript = 'Later' WHERE TaskNum = ?", people.ORDER)
    later = asyncio.gather(board.read(again=True), board.read(again=True))
    released.set()
    await asyncio.gather(reading, later)
    row = board.task(people.ORDER)
    assert row is not None
    assert row.Descript == "Later"
    assert len(bench.wire.take()) == 8


async def test_a_reading_goes_on_where_it_failed(bench: Bench) -> None:
    """What was read before the line was cut can be used, and isn't read again."""
    board = many(bench)
    released = bench.wire.hold("TaskStatus=Viewed")
    reading = asyncio.gather(board.read(), return_exceptions=True)
    await bench.wire.until("TaskStatus=Viewed")
    bench.wire.down = True
    released.set()
    (error,) = await reading
    assert isinstance(error, NotSent)
    assert (board.standing, board.why, board.reading.is_complete) == (Standing.READY, error, False)
    bench.wire.down = False
    bench.clock.step(60)
    bench.wire.take()
    await board.read()
    assert [line.partition("&Offset")[2] for line in bench.wire.take()] == ["=499"]
    assert board.reading.is_complete
    assert board.why is None


async def test_a_task_that_left_the_pages(bench: Bench) -> None:
    """What somebody else has done stays, as done; what was deleted leaves, with its notes; both are told."""
    board, told = TaskBoard(bench.client, bench.clock), list[TaskChange]()
    await board.read()
    await board.read_notes(people.CALL_BACK)
    bench.sql("DELETE FROM task WHERE TaskNum = ?", people.CALL_BACK)
    bench.sql("UPDATE task SET TaskStatus = 2 WHERE TaskNum = ?", people.ORDER)
    board.watch(told.append)
    await board.read()
    assert {*told} - {TaskChange()} == {
        TaskChange(frozenset({people.CALL_BACK})),
        TaskChange(frozenset({people.ORDER})),
    }
    assert board.task(people.CALL_BACK) is None
    assert board.notes(people.CALL_BACK) is None
    order = board.task(people.ORDER)
    assert order is not None
    assert order.TaskStatus is TaskStatusEnum.DONE


async def test_many_that_left_the_pages_leave_at_once(bench: Bench) -> None:
    """They aren't read one by one."""
    board = many(bench)
    await board.read()
    bench.sql("DELETE FROM task WHERE TaskNum < 1000")
    bench.wire.take()
    await board.read()
    assert min(open_nums(board)) >= 1_000
    assert len(bench.wire.take()) <= 6


async def test_a_task_that_was_just_added_stays_though_no_page_has_it(bench: Bench) -> None:
    """A write that ends while the pages are on their way is newer than they are."""
    board = TaskBoard(bench.client, bench.clock)
    await board.read()
    known = board.task(people.CALL_BACK)
    assert known is not None
    bench.wire.take()
    released = bench.wire.hold("TaskStatus=Viewed")
    reading = asyncio.gather(board.read())
    await bench.wire.until("TaskStatus=Viewed")
    board.apply(replace(known, TaskNum=99), replace(known, Descript="Mine", SecDateTEdit=bench.clock.now()))
    released.set()
    await reading
    assert board.task(99) is not None
    mine = board.task(people.CALL_BACK)
    assert mine is not None
    assert mine.Descript == "Mine"


async def test_a_key_without_the_permission_asks_nothing(open_bench: BenchMaker) -> None:
    """Once the key is known the board stands as refused, with the reason; nothing is sent."""
    bench = open_bench(permissions=ALL - {Permission.READ_ALL})
    board = TaskBoard(bench.client, bench.clock)
    with pytest.raises(PermissionMissing):
        await board.read()
    assert board.standing is Standing.REFUSED
    bench.client.learn(Capabilities(permissions=ALL - {Permission.READ_ALL}))
    bench.wire.take()
    with pytest.raises(PermissionMissing):
        await board.read()
    assert bench.wire.take() == []
    assert board.reason != NO_TEXT


async def test_an_old_office(open_bench: BenchMaker) -> None:
    """An office before 22.3.16 has no tasks for us: it stands as refused."""
    bench = open_bench(version="22.3.14")
    board = TaskBoard(bench.client, bench.clock)
    with pytest.raises(Refused):
        await board.read()
    assert board.standing is Standing.REFUSED
    assert not board.tasks


async def test_tasks_without_their_tree(bench: Bench) -> None:
    """If the lists are refused the tasks are read all the same, and it is known why."""
    refusal = Answer(400, {"content-type": "application/json"}, b'"No."')
    bench.wire.spoil("/tasklists", refusal)
    board = TaskBoard(bench.client, bench.clock)
    await board.read()
    assert open_nums(board) == {people.CALL_BACK, people.ORDER}
    assert isinstance(board.reading.lists_why, Refused)


async def test_in_remote_mode_pages_are_small(open_bench: BenchMaker) -> None:
    """A hundred rows each: the newest are there after the second answer."""
    bench = open_bench(mode=Mode.REMOTE)
    board = many(bench)
    seen: list[int] = []
    board.watch(lambda change: seen.append(len(bench.wire.sent)) if change.tasks else None)
    await board.read()
    assert seen[0] == 2
    assert all("Limit=100" in line for line in bench.wire.sent)
    assert len(board.open_tasks) > 1_000


async def test_many_that_leave_between_all_pages_hide_no_other(bench: Bench) -> None:
    """However many are done while the pages are on their way, those that stay open are known, and stay so."""
    board, send = many(bench, 6_000), bench.wire.send

    async def send_and_finish(*given: Any, **more: Any) -> Any:
        answer = await send(*given, **more)
        bench.sql(
            "UPDATE task SET TaskStatus = 2 WHERE TaskNum IN"
            " (SELECT TaskNum FROM task WHERE TaskStatus = 0 ORDER BY TaskNum LIMIT 20)"
        )
        return answer

    bench.wire.send = send_and_finish  # type: ignore[method-assign]
    for _ in range(2):
        await board.read()
        with sqlite3.connect(bench.path) as office:
            rows = office.execute("SELECT TaskNum FROM task WHERE TaskStatus IN (0, 1)").fetchall()
        assert open_nums(board) >= {number for (number,) in rows}


async def test_one_that_left_and_can_not_be_read(bench: Bench) -> None:
    """It stays as it is known: the reading ends as usual."""
    board = TaskBoard(bench.client, bench.clock)
    await board.read()
    bench.sql("UPDATE task SET TaskStatus = 2 WHERE TaskNum = ?", people.CALL_BACK)
    bench.sql("UPDATE task SET DateTimeOriginal = '2020-01-01 00:00:00' WHERE TaskNum = ?", people.CALL_BACK)
    line = f"GET /tasks/{people.CALL_BACK}"
    bench.wire.spoil(line, Answer(200, {"content-type": "application/json"}, b'"nonsense"'), times=1)
    await board.read()
    assert people.CALL_BACK in open_nums(board)
    await board.read()
    assert people.CALL_BACK not in open_nums(board)


async def test_an_emptied_answer_hides_no_task(bench: Bench) -> None:
    """No rows where many were known are trusted only the second time."""
    board = many(bench)
    await board.read()
    before = open_nums(board)
    for part in ("TaskStatus=New", "TaskStatus=Viewed"):
        bench.wire.spoil(part, Answer(200, {"content-type": "application/json"}, b"[]"), times=1)
        await board.read()
        assert open_nums(board) == before
