"""Notes that are typed: kept with their task and person, sent once, shown while they wait, changed by their author."""

from __future__ import annotations

import asyncio

from app.journal.entries import WriteState
from app.practice.server.faults import Fault
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.resources.tasks import TaskStatusEnum
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.tasks.open.hands import is_new, opened, read, some, texts


async def test_a_note_with_quick_paste(desk: ScheduleScreenViewModel, served: Served) -> None:
    """What is typed stays with its task; a note is added once under the own name, and its new task is viewed."""
    model = await opened(desk)
    first, second = some(model, is_new, 0), some(model, is_new, 1)
    await read(model, first)
    draft = model.draft
    draft.begin()
    await until(lambda: bool(draft.state.offers))
    draft.type_text("?na ", 4)
    assert draft.state.note == "No answer, left a message. "
    model.open(second.TaskNum)
    assert draft.state.note == ""
    draft.type_text("Something else", 14)
    model.open(first.TaskNum)
    assert draft.state.note == "No answer, left a message. "
    draft.save()
    draft.save()
    assert draft.state.words == "Type the note first."
    await until(lambda: "No answer, left a message." in texts(model))
    await until(lambda: model.task is not None and model.task.TaskStatus is TaskStatusEnum.VIEWED)
    rows = served.sql("SELECT UserNum, Note FROM tasknote WHERE TaskNum = ?", first.TaskNum)
    assert rows.count((desk.desk.user.user_num, "No answer, left a message.")) == 1
    assert model.notes.model.rows[-1].title == "Ana"
    model.open(second.TaskNum)
    assert draft.state.note == "Something else"
    draft.type_text("Paid with 4111 1111 1111 1111", 29)
    draft.save()
    await until(lambda: bool(draft.state.words))
    assert "in tasks" in draft.state.words  # there is no field for a terminal's reference
    assert draft.state.note == "Paid with 4111 1111 1111 1111"
    assert not served.sql("SELECT 1 FROM tasknote WHERE Note LIKE '%4111%'")


async def test_another_person_s_words(desk: ScheduleScreenViewModel) -> None:
    """What one typed isn't there for another, who would send it under her own name, and comes back with the first."""
    model, staff = await opened(desk), desk.parts.staff
    ana = staff.signed_in
    ben = next(each for each in staff.people.book.members if each != ana)
    await read(model, some(model))
    model.draft.type_text("Begun by Ana", 12)
    staff.enter(ben)
    assert model.draft.state.note == ""
    model.draft.type_text("Begun by Ben", 12)
    assert ana is not None
    staff.enter(ana)
    assert model.draft.state.note == "Begun by Ana"


async def test_another_person_came_while_it_was_sent(desk: ScheduleScreenViewModel) -> None:
    """A new task that Ana answers isn't marked as viewed under the name of Ben, who has signed in meanwhile."""
    model, staff, journal = await opened(desk), desk.parts.staff, desk.parts.journal
    ben = next(each for each in staff.people.book.members if each != staff.signed_in)
    end = journal.watch(lambda entry: staff.enter(ben) if entry.state is WriteState.SENT else None)
    entry = await model.actions.note(some(model, is_new), "On it")
    end()
    assert (entry.state, [each.intent.method for each in journal.recent(9)]) == (
        WriteState.DONE,
        ["TaskNotes.create"],
    )


async def test_a_note_that_waits(desk: ScheduleScreenViewModel, served: Served) -> None:
    """While the server is down a note is in the thread with its state; withdrawn, its text is in the field again."""
    model = await opened(desk)
    task = some(model)
    await read(model, task)
    served.faults.unreachable = True
    model.draft.type_text("Will call back", 14)
    model.draft.save()
    await until(lambda: [each.note for each in model.pending.rows] == ["Will call back"])
    waiting = desk.parts.journal.unsettled()[0]
    await until(lambda: "Not sent yet" in model.pending.rows[0].row.state)
    assert model.pending.rows[0].row.can_withdraw
    model.pending.withdraw(waiting.id)
    await until(lambda: not model.pending.rows)
    assert model.draft.state.note == "Will call back"
    assert (await desk.parts.journal.get(waiting.id)).state is WriteState.REFUSED
    served.faults.unreachable = False


async def test_a_note_that_is_on_its_way_is_not_given_back(
    desk: ScheduleScreenViewModel, served: Served
) -> None:
    """Canceled too late it will be sent: in the field as well, it would be sent twice."""
    model = await opened(desk)
    task = some(model)
    await read(model, task)
    served.faults.plan("TaskNotes.create", Fault.HANG_BEFORE)
    served.faults.seen.clear()
    model.draft.type_text("Will call back", 14)
    model.draft.save()
    await until(lambda: "TaskNotes.create" in served.faults.seen and bool(model.pending.rows))
    model.pending.withdraw(model.pending.rows[0].row.id)
    await until(lambda: not any("withdraw" in each.get_name() for each in asyncio.all_tasks()))
    assert (model.draft.state.note, len(model.pending.rows)) == ("", 1)


async def test_only_the_author_changes_a_note(desk: ScheduleScreenViewModel, served: Served) -> None:
    """One's own note is changed where it is, another person's is left alone with the reason."""
    model = await opened(desk)
    task = some(model)
    own, other = "Mine to change", "Written by somebody else"
    client = served.elsewhere()
    await client.task_notes.create(TaskNum=task.TaskNum, UserNum=desk.desk.user.user_num, Note=own)
    await client.task_notes.create(TaskNum=task.TaskNum, UserNum=desk.desk.user.user_num + 1, Note=other)
    await read(model, task)
    model.reading.start(task.TaskNum, again=True)
    await until(lambda: {own, other} <= set(texts(model)))
    model.notes.open(texts(model).index(other))
    assert model.note_edit.opened.row is None
    model.notes.open(texts(model).index(own))
    edit = model.note_edit.opened.edit
    edit.type_text("Changed by its author")
    assert edit.commit()
    await until(lambda: "Changed by its author" in texts(model))
    assert own not in texts(model)
