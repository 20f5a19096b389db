"""A task is handed on once, with its history, whatever is cut or killed in between."""

from __future__ import annotations

import asyncio

import pytest

from app.core.tasks import TaskScope
from app.domain.tasks.thread import Kind, joined, thread
from app.journal.entries import Entry
from app.practice.server.faults import Fault
from app.services.writes.errors import CannotWrite
from app.wire.resources.tasks import TaskStatusEnum
from tests.practice import office as tiny
from tests.practice.office_people import AUTHOR, CALL_BACK, CALLS, DESK, FINISHED, NORMAL, ORDER, READER
from tests.services.conftest import OpenTown
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, WAITING, Town
from tests.services.writes.tasks.task_desk import TaskDesk, finished, notes, open_desk, status

METHODS = ("Tasks.create", "TaskNotes.create", "Tasks.update")


@pytest.fixture
async def front(town: Town) -> TaskDesk:
    """The desk at the front."""
    return await open_desk(town)


def copies(town: Town, list_num: int = DESK) -> list[int]:
    """The numbers of the tasks that a list was given since."""
    return [
        row[0] for row in town.sql("SELECT TaskNum FROM task WHERE TaskListNum = ? AND TaskNum > 3", list_num)
    ]


async def test_it_takes_its_history_along(front: TaskDesk, town: Town) -> None:
    """The new task says the same, its note who wrote what, and the date; the old one is done. Both are one thread."""
    town.sql(
        "UPDATE task SET Descript = 'Call back\r\nsoon', DateTask = '2026-11-20' WHERE TaskNum = ?", CALL_BACK
    )
    await front.board.read_task(CALL_BACK)
    town.faults.seen.clear()
    entry = await front.tasks.hand_on(front.task(CALL_BACK), DESK, "Your turn.")
    assert (entry.state, str(entry.intent.words)) == (DONE, "Task handed on to Front desk: Call back soon")
    await finished(town, front)
    assert town.faults.seen == [
        *("Tasks.get", "Queries.short_query", "Tasks.create"),
        *("TaskNotes.list", "Userods.list", "TaskNotes.create"),
        *("Tasks.get", "Tasks.update"),
    ]
    await front.users.load()
    (number,) = copies(town)
    found = town.sql(
        "SELECT Descript, UserNum, KeyNum, ObjectType, PriorityDefNum, TaskStatus FROM task WHERE TaskNum = ?",
        number,
    )
    assert found == [("Call back\r\nsoon", READER, tiny.ANN, 1, NORMAL, 0)]
    assert status(town) == 2
    ((author, note),) = notes(town, number)
    said = "Your turn. Its date is 11/20/2026."
    assert (author, note.split("\r\n")) == (
        READER,
        [
            f'Handed on from task {CALL_BACK} in "Calls" to "Front desk" by Front: {said}',
            f"#1 11/23/2026 9:00 AM {front.name(AUTHOR)} wrote the task.",
            f"#2 11/23/2026 9:30 AM {front.name(AUTHOR)}: No answer",
        ],
    )
    assert (front.task(CALL_BACK).TaskStatus, front.task(number).TaskListNum) == (TaskStatusEnum.DONE, DESK)
    whole = joined(
        thread(front.task(CALL_BACK), await front.board.read_notes(CALL_BACK), front.name),
        thread(front.task(number), await front.board.read_notes(number), front.name),
    )
    assert [line.kind for line in whole.lines] == [Kind.WRITTEN, Kind.NOTE, Kind.HANDED_ON]


async def test_a_note_that_came_meanwhile_goes_along(front: TaskDesk, town: Town, tasks: TaskScope) -> None:
    """The history is written when it is sent, so also what was said while the server was down."""
    town.faults.unreachable = True
    handing = tasks.start(front.tasks.hand_on(front.task(CALL_BACK), DESK), "hand on")
    await town.in_time(handing.done)
    entry = handing.result()
    assert entry.state is WAITING
    with pytest.raises(CannotWrite, match="already"):
        await front.tasks.hand_on(front.task(CALL_BACK), DESK)
    town.sql(
        "INSERT INTO tasknote (TaskNum, UserNum, DateTimeNote, Note) VALUES (?, ?, '2026-11-23 11:59:00', 'Late')",
        CALL_BACK,
        AUTHOR,
    )
    town.faults.unreachable = False
    await finished(town, front)
    (number,) = copies(town)
    assert "Late" in notes(town, number)[0][1]
    assert status(town) == 2


async def test_it_goes_further(front: TaskDesk, town: Town) -> None:
    """Handed on twice, the history is still one list; a done task may be handed on if it was seen done."""
    await front.tasks.hand_on(front.task(CALL_BACK), DESK, "Your turn.")
    await finished(town, front)
    (number,) = copies(town)
    await front.tasks.note(front.task(number), "Not mine")
    assert (await front.tasks.hand_on(front.task(number), CALLS)).state is DONE
    await finished(town, front)
    await front.users.load()
    (last,) = copies(town, CALLS)
    ((_, note),) = notes(town, last)
    assert [line.split(" ", 4)[4] for line in note.split("\r\n")[1:]] == [
        f"{front.name(AUTHOR)} wrote the task.",
        f"{front.name(AUTHOR)}: No answer",
        f'{front.name(READER)} handed on task {CALL_BACK} from "Calls" to "Front desk": Your turn.',
        f"{front.name(READER)}: Not mine",
    ]
    assert (await front.tasks.hand_on(front.task(FINISHED), CALLS)).state is DONE


async def test_what_is_refused_first_changes_nothing(front: TaskDesk, town: Town) -> None:
    """Neither when another user was faster, nor when the list is gone."""
    town.sql("UPDATE task SET TaskStatus = 2 WHERE TaskNum = ?", CALL_BACK)
    late = await front.tasks.hand_on(front.task(CALL_BACK), DESK)
    assert (late.state, "another user has just done it" in str(late.outcome)) == (REFUSED, True)
    assert front.task(CALL_BACK).TaskStatus is TaskStatusEnum.DONE
    gone = await front.tasks.hand_on(front.task(ORDER), 99)
    assert gone.state is REFUSED
    await finished(town, front)
    assert (copies(town), status(town, ORDER), len(front.desk.outbox.journal.recent(9))) == ([], 1, 2)


async def test_the_last_step_may_be_done_already(front: TaskDesk, town: Town) -> None:
    """Another user who marked the old task done in between is no trouble."""
    town.faults.plan("TaskNotes.create", Fault.BUSY)
    await front.tasks.hand_on(front.task(CALL_BACK), DESK)
    await town.in_time(lambda: "TaskNotes.create" in town.faults.seen)
    town.sql("UPDATE task SET TaskStatus = 2 WHERE TaskNum = ?", CALL_BACK)
    await finished(town, front)
    assert [each.state for each in front.desk.outbox.journal.recent(9)] == [DONE] * 3


async def test_a_person_may_settle_the_history(front: TaskDesk, town: Town) -> None:
    """The last step needs nothing of the note's row, so it follows also when someone has looked in Open Dental."""
    town.faults.plan("TaskNotes.create", Fault.TIMEOUT_BEFORE)
    await front.tasks.hand_on(front.task(CALL_BACK), DESK)
    journal = front.desk.outbox.journal
    await town.in_time(lambda: any(entry.state is UNKNOWN for entry in journal.recent(9)))
    (unknown,) = journal.unsettled()
    await front.desk.outbox.decide(unknown.id, done=True)
    await finished(town, front)
    assert status(town) == 2


async def test_it_is_undone(front: TaskDesk, town: Town) -> None:
    """Once it is finished: the old task is open again and the new one done, unless another user has seen that."""
    for seen, then in ((0, 2), (1, 1)):
        entry = await front.tasks.hand_on(front.task(CALL_BACK), DESK)
        assert not front.desk.writes.can_undo(entry)
        assert "undone yet" in str(front.desk.writes.why_no_undo(entry))
        last = await finished(town, front)
        assert not front.desk.writes.why_no_undo(entry), "the last step's undo undoes it"
        number = copies(town)[-1]
        town.sql("UPDATE task SET TaskStatus = ? WHERE TaskNum = ?", seen, number)
        assert front.desk.writes.can_undo(last)
        assert (await front.desk.writes.undo(last)).state is DONE
        await finished(town, front)
        assert (status(town), status(town, number)) == (0, then)
        assert front.tasks.can_hand_on(front.task(CALL_BACK), DESK).ok


@pytest.mark.parametrize("version", ["24.2.10", "24.4.13"])
async def test_without_notes_the_text_takes_it_along(open_town: OpenTown, version: str) -> None:
    """Offices before 24.4.22 have no notes of tasks in the API: the history stands behind the text."""
    town = open_town(version)
    front = await open_desk(town)
    await front.tasks.hand_on(front.task(CALL_BACK), DESK, "Your turn.")
    await finished(town, front)
    (number,) = copies(town)
    text = town.sql("SELECT Descript FROM task WHERE TaskNum = ?", number)[0][0]
    assert text.startswith(
        f'Call back\r\n\r\nHanded on from task {CALL_BACK} in "Calls" to "Front desk" by Front'
    )
    assert (status(town), notes(town, number)) == (2, [])
    await front.tasks.hand_on(front.task(number), CALLS)
    await finished(town, front)
    again = town.sql("SELECT Descript FROM task WHERE TaskNum = ?", copies(town, CALLS)[0])[0][0]
    assert (again.count("Handed on from"), "Your turn." in again) == (1, True)


@pytest.mark.parametrize("method", METHODS)
async def test_cut_answers(front: TaskDesk, town: Town, method: str) -> None:
    """A step whose answer is lost is settled by reading; one that was lost before is sent again by a person only."""
    town.faults.plan(method, Fault.TIMEOUT_AFTER)
    await front.tasks.hand_on(front.task(CALL_BACK), DESK)
    await finished(town, front)
    assert [town.faults.seen.count(each) for each in METHODS] == [1, 1, 1]
    town.faults.seen.clear()
    town.faults.plan(method, Fault.DROP_BEFORE)
    entry = await front.tasks.hand_on(front.task(ORDER), CALLS)
    lost = await finished(town, front, refused=True)
    place = METHODS.index(method)
    assert [town.faults.seen.count(each) for each in METHODS] == [int(at <= place) for at in range(3)]
    assert (lost.state, lost.intent.step_of is None, status(town, ORDER)) == (REFUSED, lost.id == entry.id, 1)
    await front.desk.writes.retry(lost)
    await finished(town, front)
    assert (len(copies(town)), len(copies(town, CALLS)), status(town, ORDER)) == (1, 1, 2)
    assert [len(notes(town, each)) for each in (*copies(town), *copies(town, CALLS))] == [1, 1]


@pytest.mark.parametrize("done", [0, 1, 2])
@pytest.mark.parametrize("fault", [None, Fault.HANG_BEFORE, Fault.HANG_AFTER])
async def test_killed_between_and_within_the_steps(
    town: Town, tasks: TaskScope, done: int, fault: Fault | None
) -> None:
    """The next run goes on where it was: nothing is doubled, and the old task is done last."""
    front = await open_desk(town)
    journal, steps = front.desk.outbox.journal, front.desk.writes.steps
    if fault is not None:
        town.faults.plan(METHODS[done], fault)
    else:  # the step is finished, and the next one is not in the journal yet
        journal.watch(lambda entry: steps.end() if entry.intent.method == METHODS[done] else None)
    tasks.start(front.tasks.hand_on(front.task(CALL_BACK), DESK, "Your turn."), "hand on")
    await town.in_time(lambda: METHODS[done] in town.faults.seen)
    if fault is None:
        await town.settled(front.desk)
        assert [entry.state for entry in journal.recent(9)] == [DONE] * (done + 1)
    await front.desk.outbox.close(0)
    await front.desk.outbox.journal.store.close()
    again = await open_desk(town, "front")
    await again.desk.outbox.resume()
    await again.desk.writes.resume()
    last = await finished(town, again, refused=True)
    if fault is Fault.HANG_BEFORE:
        assert (last.state, status(town), len(copies(town))) == (REFUSED, 0, min(done, 1))
        await again.desk.writes.retry(last)
        await finished(town, again)
    (number,) = copies(town)
    assert (status(town), len(notes(town, number))) == (2, 1)


async def test_a_full_disk_between_the_steps(front: TaskDesk, town: Town) -> None:
    """The next step is tried again by itself once there is room."""
    journal = front.desk.outbox.journal
    database = journal.store._file._database

    def fill(entry: Entry) -> None:
        if entry.intent.method == METHODS[0] and entry.state is DONE:
            database.change("PRAGMA query_only = 1")

    end = journal.watch(fill)
    await front.tasks.hand_on(front.task(CALL_BACK), DESK)
    end()
    for _ in range(9):
        await asyncio.sleep(0.01)
    assert [entry.intent.method for entry in journal.recent(9)] == ["Tasks.create"]
    assert front.tasks.is_handed_on(CALL_BACK)
    database.change("PRAGMA query_only = 0")
    await finished(town, front)
    assert (status(town), len(copies(town))) == (2, 1)
    assert [town.faults.seen.count(each) for each in METHODS] == [1, 1, 1]
