"""Tasks and their notes are written once, by whoever is at the desk, and the board has them at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.api.need import Need
from app.journal.entries import Author
from app.practice.server.faults import Fault
from app.services.tasks.following import TaskFollowing
from app.services.tasks.users import UserNames
from app.services.writes.registry import registry
from app.services.writes.tasks.task_writes import NewTask, TaskWrites
from app.store.tasks.board import TaskBoard
from app.wire.resources.tasks import Task, TaskStatusEnum
from tests.practice.office_people import AUTHOR, CALL_BACK, CALLS, FINISHED, ORDER, READER
from tests.services.front_desk import ANN, DONE, REFUSED, UNKNOWN, Desk, Town

DONE_, VIEWED, NEW = TaskStatusEnum.DONE, TaskStatusEnum.VIEWED, TaskStatusEnum.NEW


class TaskDesk:
    """A desk that has read the tasks, with someone at it."""

    def __init__(self, desk: Desk, author: Author) -> None:
        desk.outbox.author = author
        self.desk = desk
        self.board = TaskBoard(desk.client, desk.office.clock)
        self.following = TaskFollowing(desk.outbox.journal, self.board, registry())
        self.tasks = TaskWrites(desk.writes, self.board, desk.office.clock, lambda: desk.outbox.author, UserNames(desk.client, tuple))

    def task(self, number: int) -> Task:
        """A task as it is shown."""
        row = self.board.task(number)
        assert row is not None
        return row


async def open_desk(town: Town, name: str = "front", author: int = READER, initials: str = "AL") -> TaskDesk:
    """A desk of its own journal."""
    made = TaskDesk(await town.desk(name), Author(name.title(), author, initials))
    await made.board.read(Need.CLICK)
    town.faults.seen.clear()
    return made


@pytest.fixture
async def front(town: Town) -> AsyncIterator[TaskDesk]:
    """The desk at the front."""
    desk = await open_desk(town)
    yield desk
    desk.following.close()


def notes(town: Town, task_num: int = CALL_BACK) -> list[tuple[Any, ...]]:
    """Who wrote which notes of a task."""
    return town.sql("SELECT UserNum, Note FROM tasknote WHERE TaskNum = ? ORDER BY TaskNoteNum", task_num)


def status(town: Town, task_num: int = CALL_BACK) -> int:
    """0 new, 1 viewed, 2 done."""
    return int(town.sql("SELECT TaskStatus FROM task WHERE TaskNum = ?", task_num)[0][0])


async def test_a_task_is_added_and_undone(front: TaskDesk, town: Town) -> None:
    """In one request; the board has it without another. Undone it is done: no method deletes one."""
    new = NewTask(CALLS, " Call about\r\nthe crown ", READER, person=ANN, short="Crown")
    entry = await front.tasks.add(new)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Task added to Calls: Crown")
    assert town.faults.seen == ["Tasks.create"]
    number = (entry.answer or {})["TaskNum"]
    found = town.sql(
        "SELECT TaskListNum, Descript, UserNum, KeyNum, ObjectType FROM task WHERE TaskNum = ?", number
    )
    assert found == [(CALLS, "Call about\r\nthe crown", READER, ANN.pat_num, 1)]
    assert front.task(number).DescriptOverride == "Crown"
    assert [row.TaskNum for row in front.board.of_patient(ANN.pat_num)] == [CALL_BACK, number]
    assert front.desk.writes.can_undo(entry)
    assert (await front.desk.writes.undo(entry)).state is DONE
    assert (status(town, number), front.task(number).TaskStatus) == (2, DONE_)


async def test_status_goes_through(front: TaskDesk, town: Town) -> None:
    """Done, whoever viewed it meanwhile; viewed when another has done it changes nothing and alarms no one."""
    seen = front.task(CALL_BACK)
    town.sql("UPDATE task SET TaskStatus = 1 WHERE TaskNum = ?", CALL_BACK)
    entry = await front.tasks.mark(seen, DONE_)
    assert (entry.state, status(town), front.task(CALL_BACK).TaskStatus) == (DONE, 2, DONE_)
    late = await front.tasks.mark(seen, VIEWED)
    assert (late.state, str(late.outcome), status(town)) == (
        DONE,
        "Another user has already marked it done.",
        2,
    )
    assert not front.desk.writes.can_undo(late)
    assert (await front.desk.writes.undo(entry)).state is DONE
    assert (status(town), front.task(CALL_BACK).TaskStatus) == (1, VIEWED)
    reopened = await front.tasks.mark(front.task(FINISHED), NEW)
    assert (reopened.state, str(reopened.intent.words)) == (DONE, "Task reopened: Scan the card")
    assert status(town, FINISHED) == 0


async def test_notes_are_added_once(front: TaskDesk, town: Town) -> None:
    """An equal note is another one if it was meant; one whose answer was lost is found among the new ones."""
    await front.board.read_notes(CALL_BACK)
    for _ in range(2):
        assert (await front.tasks.note(front.task(CALL_BACK), "No answer")).state is DONE
    for fault, state in ((Fault.DROP_BEFORE, REFUSED), (Fault.TIMEOUT_AFTER, DONE)):
        town.faults.plan("TaskNotes.create", fault)
        entry = await front.tasks.note(front.task(CALL_BACK), "No answer")
        assert (entry.state, front.following.waiting_notes(CALL_BACK)[-1]) == (UNKNOWN, entry)
        settled = await town.settled(front.desk)
        assert (settled.id, settled.state) == (entry.id, state)
    assert notes(town) == [(AUTHOR, "No answer")] + [(READER, "No answer")] * 3
    assert [note.UserNum for note in front.board.notes(CALL_BACK) or ()] == [AUTHOR] + [READER] * 3


async def test_a_task_is_taken_by_one(front: TaskDesk, town: Town) -> None:
    """A second desk that has not seen it is told who took it; whoever tries again takes it over."""
    other = await open_desk(town, "back", AUTHOR, "BK")
    for desk in (front, other):
        await desk.board.read_notes(ORDER)
    assert (await front.tasks.take(front.task(ORDER))).state is DONE
    second = await other.tasks.take(other.task(ORDER))
    assert (second.state, str(second.outcome)) == (REFUSED, "Not taken: another user just took it (AL).")
    assert [note.Note for note in other.board.notes(ORDER) or ()] == ["Taken by AL"]
    assert (await other.desk.writes.retry(second)).state is DONE
    assert notes(town, ORDER) == [(READER, "Taken by AL"), (AUTHOR, "Taken by BK")]
    other.following.close()
