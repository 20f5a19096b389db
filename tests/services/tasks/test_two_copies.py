"""Two desks that hand on the same task at once are both told, and of the same copy to close."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from app.core.tasks import TaskScope
from app.services.tasks.two_copies import CopyWatch, TwoCopies
from app.wire.resources.tasks import TaskStatusEnum
from tests.practice.office_people import AUTHOR, CALL_BACK, DESK
from tests.services.front_desk import Town
from tests.services.writes.tasks.task_desk import TaskDesk, finished, notes, open_desk

MINUTE = 60


class Watched:
    """A desk, and which pairs of copies it was told of."""

    def __init__(self, front: TaskDesk, tasks: TaskScope) -> None:
        self.front = front
        self.told: list[TwoCopies] = []
        journal, clock = front.desk.outbox.journal, front.desk.office.clock
        self.watch = CopyWatch(journal, front.board, clock, tasks, self.told.append)

    async def see(self) -> None:
        """Read the tasks again, as after a signal."""
        await self.front.board.read(again=True)


@pytest.fixture
async def desks(town: Town, tasks: TaskScope) -> Iterator[tuple[Watched, Watched]]:
    """Two desks with other people, who see the same."""
    front, back = await open_desk(town), await open_desk(town, "back", AUTHOR, "BK")
    both = Watched(front, tasks), Watched(back, tasks)
    yield both
    for each in both:
        each.watch.close()


async def hand_on_at_once(town: Town, desks: tuple[Watched, Watched]) -> tuple[int, ...]:
    """Both read the task before either has added its copy. Returns the TaskNums of the copies."""
    town.gate.wait_for(2, "/tasks")
    sent = await asyncio.gather(
        *(each.front.tasks.hand_on(each.front.task(CALL_BACK), DESK) for each in desks)
    )
    for each in desks:
        await finished(town, each.front)
    return tuple(sorted(entry.answer["TaskNum"] for entry in sent if entry.answer))


async def test_both_desks_are_told(town: Town, desks: tuple[Watched, Watched]) -> None:
    """Each hears of the same two copies, once."""
    first, second = await hand_on_at_once(town, desks)
    for each in desks:
        await each.see()
        await town.in_time(lambda each=each: bool(each.told))  # type: ignore[misc]
        await each.see()
    town.clock.pass_time(MINUTE)
    assert [each.told for each in desks] == [[TwoCopies(first, second)]] * 2


async def test_a_history_that_comes_late(town: Town, desks: tuple[Watched, Watched]) -> None:
    """What looks like a copy is one once its note says so; a task that only says the same is none."""
    ours, _ = desks
    await ours.front.tasks.hand_on(ours.front.task(CALL_BACK), DESK)
    await finished(town, ours.front)
    town.sql(
        "INSERT INTO task (TaskListNum, Descript, UserNum, KeyNum, ObjectType, TaskStatus, DateTimeEntry,"
        " DateTimeOriginal, SecDateTEdit, PriorityDefNum)"
        " SELECT ?, Descript, ?, KeyNum, ObjectType, 0, DateTimeFinished, DateTimeFinished, DateTimeFinished,"
        " PriorityDefNum FROM task WHERE TaskNum = ?",
        DESK,
        AUTHOR,
        CALL_BACK,
    )
    ((other,),) = town.sql("SELECT MAX(TaskNum) FROM task")
    await ours.see()
    await town.in_time(lambda: town.faults.seen.count("TaskNotes.list") >= 3)
    assert (ours.told, notes(town, other)) == ([], [])
    town.sql(
        "INSERT INTO tasknote (TaskNum, UserNum, DateTimeNote, Note) VALUES (?, ?, '2026-11-23 12:01:00', ?)",
        other,
        AUTHOR,
        f'Handed on from task {CALL_BACK} in "Calls" to "Front desk" by Back.',
    )
    await town.in_time(lambda: bool(ours.told))
    assert [each.second for each in ours.told] == [other]


async def test_the_next_run_looks_too(town: Town, desks: tuple[Watched, Watched], tasks: TaskScope) -> None:
    """A desk that ended just after its hand-on tells at its next start."""
    await hand_on_at_once(town, desks)
    ours, _ = desks
    ours.watch.close()
    await ours.see()
    assert ours.front.task(CALL_BACK).TaskStatus is TaskStatusEnum.DONE
    again = Watched(ours.front, tasks)
    await town.in_time(lambda: bool(again.told))
    again.watch.close()
