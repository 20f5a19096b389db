"""Whom tasks are about."""

from __future__ import annotations

from app.api.need import Need
from app.services.tasks.subjects import TaskSubjects
from app.store.tasks.board import TaskBoard
from app.wire.resources.tasks import Task, TaskObjectType
from tests.practice import office as tiny
from tests.support.bench_office import NO_QUERIES, Bench, BenchMaker

GONE = 9_999


def attached(kind: TaskObjectType, number: int) -> Task:
    """A task about something."""
    return Task(TaskNum=number, ObjectType=kind, KeyNum=number)


ABOUT_ANN = attached(TaskObjectType.PATIENT, tiny.ANN)
ABOUT_VISIT = attached(TaskObjectType.APPOINTMENT, 90)
ABOUT_GONE = attached(TaskObjectType.APPOINTMENT, GONE)
ABOUT_NOTHING = Task(TaskNum=1)
ALL = (ABOUT_ANN, ABOUT_VISIT, ABOUT_GONE, ABOUT_NOTHING)


def subjects_of(bench: Bench) -> TaskSubjects:
    """As a desk has them."""
    patients = TaskBoard(bench.client, bench.clock, bench.office).people
    return TaskSubjects(bench.client, bench.office, patients)


async def test_in_one_request_each(bench: Bench) -> None:
    """Appointments in one query, names in another; then everything is known, also that one is gone."""
    bench.visit(90, f"{tiny.TOMORROW} 16:00:00", PatNum=tiny.BEN)
    subjects, told = subjects_of(bench), list[int]()
    assert subjects.lacks(ALL)
    assert subjects.person(ABOUT_ANN) is None
    await subjects.read(ALL, Need.SCREEN, lambda: told.append(1))
    assert len(bench.wire.take()) == 2
    assert told
    assert [subjects.pat_num(each) for each in ALL] == [tiny.ANN, tiny.BEN, 0, 0]
    assert subjects.person(ABOUT_ANN).pat_num == tiny.ANN
    assert subjects.person(ABOUT_VISIT).pat_num == tiny.BEN
    assert not subjects.lacks(ALL)


async def test_without_queries(open_bench: BenchMaker) -> None:
    """Each is read by itself, and told at once."""
    bench = open_bench(permissions=NO_QUERIES)
    bench.visit(90, f"{tiny.TOMORROW} 16:00:00", PatNum=tiny.BEN)
    subjects, told = subjects_of(bench), list[int]()
    await subjects.read(ALL, Need.SCREEN, lambda: told.append(1))
    assert subjects.person(ABOUT_ANN).pat_num == tiny.ANN
    assert subjects.person(ABOUT_VISIT).pat_num == tiny.BEN
    assert len(told) >= 3
    assert not subjects.lacks(ALL)
