"""Whose tasks they are."""

from __future__ import annotations

from typing import Any

from app.api.need import Need
from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import TaskChange
from app.wire.permissions import Permission
from app.wire.resources.tasks import TaskObjectType
from tests.practice import office as tiny
from tests.practice import office_people as people
from tests.support.bench_office import ALL, Bench, BenchMaker

GONE = 999


async def board_of(bench: Bench, *, office: bool = True) -> TaskBoard:
    """A board of an office in which a task is attached to Ann's appointment, and one to a deleted appointment."""
    new: dict[str, Any] = {"TaskListNum": people.DESK, "Descript": "Lab", "UserNum": people.AUTHOR}
    for _ in range(2):
        await bench.client.tasks.create(**new, ObjectType=TaskObjectType.APPOINTMENT, KeyNum=tiny.VISIT)
    bench.sql("UPDATE task SET KeyNum = ? WHERE TaskNum = 5", GONE)
    board = TaskBoard(bench.client, bench.clock, bench.office if office else None)
    await board.read()
    bench.wire.take()
    return board


def nums(board: TaskBoard, pat_num: int) -> list[int]:
    """A patient's open tasks."""
    return sorted(each.TaskNum for each in board.of_patient(pat_num))


async def test_an_appointments_tasks_are_its_patients_too(bench: Bench) -> None:
    """One query reads whose the appointments are; a deleted one is nobody's, and is not asked for again."""
    board, told = await board_of(bench), list[TaskChange]()
    assert nums(board, tiny.ANN) == [people.CALL_BACK]
    board.watch(told.append)
    await board.people.read(board.people.unknown, Need.PREFETCH, one_by_one=False)
    (query,) = bench.wire.take()
    assert query.endswith(f"WHERE AptNum IN ({GONE},{tiny.VISIT})")
    assert nums(board, tiny.ANN) == [people.CALL_BACK, 4]
    assert told == [TaskChange(frozenset({4}))]
    assert board.people.pat_nums(board.open_tasks) == [tiny.ANN]
    await board.people.read(board.people.unknown, Need.PREFETCH, one_by_one=True)
    assert bench.wire.take() == []
    assert board.of_patient(0) == ()


async def test_a_day_in_memory_tells_without_asking(bench: Bench) -> None:
    """The appointments of days that were read need no request."""
    board = await board_of(bench)
    await bench.office.reader.open_day(tiny.TODAY)
    assert nums(board, tiny.ANN) == [people.CALL_BACK, 4]
    assert board.people.unknown == [GONE]


async def test_a_key_without_queries(open_bench: BenchMaker) -> None:
    """Each appointment is read by itself, or not at all where requests are few."""
    bench = open_bench(permissions=ALL - {Permission.QUERIES})
    board = await board_of(bench)
    await board.people.read(board.people.unknown, Need.PREFETCH, one_by_one=False)
    assert nums(board, tiny.ANN) == [people.CALL_BACK]
    bench.wire.take()
    await board.people.read(board.people.unknown, Need.PREFETCH, one_by_one=True)
    assert bench.wire.take() == [f"GET /appointments/{GONE}", f"GET /appointments/{tiny.VISIT}"]
    assert nums(board, tiny.ANN) == [people.CALL_BACK, 4]
