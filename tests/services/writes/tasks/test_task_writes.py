"""Tasks and their notes are written once, by whoever is at the desk, and the board has them at once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from app.core.tasks import TaskScope
from app.journal.entries import Author
from app.practice.server.faults import Fault
from app.services.writes.errors import CannotWrite
from app.services.writes.tasks.task_writes import NewTask, versions
from app.wire.resources.tasks import TaskObjectType, TaskStatusEnum
from tests.practice import office as tiny
from tests.practice.office_people import (
    AUTHOR,
    CALL_BACK,
    CALLS,
    FINISHED,
    NORMAL,
    ORDER,
    READER,
    URGENT,
)
from tests.services.conftest import OpenTown
from tests.services.front_desk import ANN, DONE, REFUSED, UNKNOWN, Town
from tests.services.writes.tasks.task_desk import TaskDesk, finished, notes, open_desk, status

DONE_, VIEWED, NEW = TaskStatusEnum.DONE, TaskStatusEnum.VIEWED, TaskStatusEnum.NEW


@pytest.fixture
async def front(town: Town) -> TaskDesk:
    """The desk at the front."""
    return await open_desk(town)


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


async def test_a_double_click_adds_one_task(front: TaskDesk, town: Town, tasks: TaskScope) -> None:
    """Also in the next second, as long as the first one is on its way; and a task is handed on once."""
    town.faults.unreachable = True
    made = []
    for _ in range(2):
        adding = tasks.start(front.tasks.add(NewTask(CALLS, "Call about the crown", READER)), "add")
        await town.in_time(adding.done)
        made.append(adding.result().id)
    moving = [tasks.start(front.tasks.hand_on(front.task(ORDER), CALLS), "hand on") for _ in range(2)]
    await town.in_time(lambda: all(each.done() for each in moving))
    assert (made[0], moving[0].result().id) == (made[1], moving[1].result().id)
    town.faults.unreachable = False
    await finished(town, front)
    assert town.sql("SELECT count(*) FROM task WHERE TaskNum > 3") == [(2,)]


async def test_a_colleagues_task_of_the_same_second_is_another(front: TaskDesk, town: Town) -> None:
    """It doesn't make a lost one unclear, unless it was changed since or says the same, so that it may be ours."""
    later = "UPDATE task SET SecDateTEdit = '2026-11-23 18:00:00' WHERE DateTimeEntry = ?"
    cases = (("Order gloves", "", REFUSED), ("Order gloves", later, UNKNOWN), ("Call the lab", "", UNKNOWN))
    journal, asks = front.desk.outbox.journal, front.desk.outbox.asks
    for place, (text, changed, state) in enumerate(cases):
        town.faults.plan("Tasks.create", Fault.DROP_BEFORE)
        entry = await front.tasks.add(NewTask(CALLS, f"Call the lab{' ' * place}", READER, short=f"{place}"))
        at = datetime.fromisoformat(entry.intent.arguments["DateTimeEntry"])
        entered = at if text == "Order gloves" else at - timedelta(minutes=9)
        await front.desk.client.tasks.create(
            TaskListNum=CALLS, Descript=text, UserNum=AUTHOR, DateTimeEntry=entered
        )
        if changed:
            town.sql(changed, str(at))
        await town.in_time(lambda: asks(front.desk.entry().id) or not journal.unsettled())
        assert (await journal.get(entry.id)).state is state
        if state is UNKNOWN:
            await front.desk.outbox.decide(entry.id, done=False)


async def test_status_goes_through(front: TaskDesk, town: Town) -> None:
    """Done, whoever viewed it meanwhile; viewed when another has done it changes nothing and alarms no one."""
    seen = front.task(CALL_BACK)
    town.sql("UPDATE task SET TaskStatus = 1 WHERE TaskNum = ?", CALL_BACK)
    entry = await front.tasks.mark(seen, DONE_)
    assert town.faults.seen == ["Tasks.get", "Tasks.update"]  # the answer has the row
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
        assert entry.state is UNKNOWN
        settled = await town.settled(front.desk)
        assert (settled.id, settled.state) == (entry.id, state)
    assert notes(town) == [(AUTHOR, "No answer")] + [(READER, "No answer")] * 3
    assert [note.UserNum for note in front.board.notes(CALL_BACK) or ()] == [AUTHOR] + [READER] * 3


async def test_an_equal_note_that_was_refused_is_another_one_when_tried_again(
    front: TaskDesk, town: Town
) -> None:
    """An older note with the same words and author is not taken for it; a late first try is."""
    await front.tasks.note(front.task(CALL_BACK), "No answer")
    for late in (False, True):
        before = notes(town)
        town.faults.plan("TaskNotes.create", Fault.DROP_BEFORE)
        await front.tasks.note(front.task(CALL_BACK), "No answer")
        lost = await town.settled(front.desk)
        assert lost.state is REFUSED
        if late:
            await front.desk.client.task_notes.create(TaskNum=CALL_BACK, UserNum=READER, Note="No answer")
        assert (await front.desk.writes.retry(lost)).state is DONE
        assert notes(town) == [*before, (READER, "No answer")]


async def test_an_emptied_answer_hides_no_lost_note(front: TaskDesk, town: Town) -> None:
    """An equal note of hours ago is not taken for a new one because the check was answered without rows."""
    town.sql("UPDATE tasknote SET UserNum = ? WHERE TaskNum = ?", READER, CALL_BACK)
    town.faults.plan("TaskNotes.list", Fault.NO_ROWS)
    town.faults.plan("TaskNotes.create", Fault.DROP_BEFORE)
    entry = await front.tasks.note(front.task(CALL_BACK), "No answer")
    settled = await town.settled(front.desk)
    assert (settled.id, settled.state) == (entry.id, REFUSED)


async def test_a_task_is_taken_by_one(front: TaskDesk, town: Town) -> None:
    """A second desk that has not seen it is told who took it; whoever tries again takes it over."""
    other = await open_desk(town, "back", AUTHOR, "BK")
    for desk in (front, other):
        await desk.board.read_notes(ORDER)
    assert (await front.tasks.take(front.task(ORDER))).state is DONE
    second = await other.tasks.take(other.task(ORDER))
    assert (second.state, str(second.outcome)) == (REFUSED, "Not taken: another user has taken it (AL).")
    assert [note.Note for note in other.board.notes(ORDER) or ()] == ["Taken by AL"]
    assert (await other.desk.writes.retry(second)).state is DONE
    assert notes(town, ORDER) == [(READER, "Taken by AL"), (AUTHOR, "Taken by BK")]


async def test_edits_are_merged(front: TaskDesk, town: Town) -> None:
    """What another user wrote elsewhere in the text is kept; of the same part both versions are kept."""
    town.sql(
        "UPDATE task SET Descript = 'Call back.\r\nHe is at work.\r\nAsk for the card.' WHERE TaskNum = ?",
        CALL_BACK,
    )
    seen = await front.board.read_task(CALL_BACK)
    town.sql(
        "UPDATE task SET Descript = 'Call back today.\r\nHe is at work.\r\nAsk for the card.' WHERE TaskNum = ?",
        CALL_BACK,
    )
    entry = await front.tasks.edit(
        seen, text="Call back. He is at work. Ask for the new card.", priority=URGENT, short="Card"
    )
    assert entry.state is DONE
    found = town.sql(
        "SELECT Descript, PriorityDefNum, DescriptOverride FROM task WHERE TaskNum = ?", CALL_BACK
    )
    assert found == [("Call back today.\r\nHe is at work.\r\nAsk for the new card.", URGENT, "Card")]
    assert front.task(CALL_BACK).PriorityDefNum == URGENT
    lost = await front.tasks.edit(seen, text="Call later. He is at work. Ask for the card.")
    assert (lost.state, [(each.field, each.ours) for each in versions(lost)]) == (
        REFUSED,
        [("Descript", "Call later. He is at work. Ask for the card.")],
    )
    assert (await front.desk.writes.undo(entry)).state is DONE
    found = town.sql(
        "SELECT Descript, PriorityDefNum, DescriptOverride FROM task WHERE TaskNum = ?", CALL_BACK
    )
    assert found == [("Call back today.\r\nHe is at work.\r\nAsk for the card.", NORMAL, "")]


async def test_an_attachment_is_changed(front: TaskDesk, town: Town) -> None:
    """The office takes its kind and its number together only; none of both removes it."""
    for attached in (
        (TaskObjectType.PATIENT, tiny.BEN),
        (TaskObjectType.NONE, 0),
        (TaskObjectType.APPOINTMENT, 1),
    ):
        entry = await front.tasks.edit(front.task(CALL_BACK), attached=attached)
        assert (entry.state, front.task(CALL_BACK).KeyNum) == (DONE, attached[1])
        assert front.task(CALL_BACK).ObjectType is attached[0]
    with pytest.raises(CannotWrite):
        await front.tasks.edit(front.task(CALL_BACK), attached=(TaskObjectType.APPOINTMENT, 1))


async def test_a_done_task_stays_done(front: TaskDesk, town: Town) -> None:
    """Also when its text is changed, which would open it again."""
    await front.tasks.edit(front.task(FINISHED), text="Scan both cards")
    assert (status(town, FINISHED), front.task(FINISHED).Descript) == (2, "Scan both cards")


async def test_own_notes_are_changed(front: TaskDesk, town: Town) -> None:
    """Only by their author; no method deletes one, so the undo of the change is all that can be undone."""
    (first,) = await front.board.read_notes(CALL_BACK)
    with pytest.raises(CannotWrite, match="Only its author"):
        await front.tasks.edit_note(first, "Mine")
    added = await front.tasks.note(front.task(CALL_BACK), "Tomorrow")
    assert not front.desk.writes.can_undo(added)
    own = (front.board.notes(CALL_BACK) or ())[-1]
    entry = await front.tasks.edit_note(own, "On Tuesday")
    assert (entry.state, notes(town)[-1], (front.board.notes(CALL_BACK) or ())[-1].Note) == (
        DONE,
        (READER, "On Tuesday"),
        "On Tuesday",
    )
    assert (await front.desk.writes.undo(entry)).state is DONE
    assert notes(town)[-1] == (READER, "Tomorrow")


async def test_what_cannot_be_sent_has_its_reason(front: TaskDesk) -> None:
    """Nothing is kept of a card number; without a user nobody could be the author."""
    row = front.task(ORDER)
    card = "Pay with 4111 1111 1111 1111"
    for sent in (
        front.tasks.add(NewTask(CALLS, card, READER)),
        front.tasks.note(row, card),
        front.tasks.edit(row, text=card),
        front.tasks.hand_on(row, CALLS, card),
        front.tasks.note(row, "x" * 70_000),
        front.tasks.note(row, " "),
        front.tasks.hand_on(row, row.TaskListNum),
        front.tasks.hand_on(replace(row, IsRepeating=True), CALLS),
    ):
        with pytest.raises(CannotWrite):
            await sent
    front.desk.outbox.author = Author("Typed")
    for verdict in (front.tasks.can_add(), front.tasks.can_note(), front.tasks.can_hand_on()):
        assert str(verdict.reason).startswith("Sign in first")
    assert (front.tasks.can_mark().ok, front.tasks.can_edit().ok) == (True, True)
    assert front.desk.outbox.journal.recent(9) == ()


async def test_an_old_office_does_what_it_can(open_town: OpenTown) -> None:
    """Each version's limits are verdicts; without a single read a task is found in its list."""
    town = open_town("24.2.5")
    front = await open_desk(town)
    assert (front.tasks.can_add().ok, front.tasks.can_edit().ok) == (True, True)
    for verdict, needed in ((front.tasks.can_mark(), "24.2.10"), (front.tasks.can_note(), "24.4.22")):
        assert f"needs Open Dental {needed}" in str(verdict.reason)
    assert "24.2.10" in str(front.tasks.can_hand_on().reason)
    assert (await front.tasks.edit(front.task(ORDER), text="Order masks")).state is DONE
    assert town.sql("SELECT Descript FROM task WHERE TaskNum = ?", ORDER) == [("Order masks",)]
