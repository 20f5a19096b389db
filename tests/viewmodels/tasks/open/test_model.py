"""The open task: what is shown of it, what is done with it, and that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.journal.entries import WriteState
from app.services.people.secrets import SecretsInMemory
from app.viewmodels.inline.edit import Phase
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.staff.tasks.open import commands
from app.viewmodels.staff.tasks.open.fields import PRIORITY, TEXT
from app.viewmodels.staff.tasks.open.model import OpenTaskViewModel
from app.wire.resources.tasks import Task, TaskObjectType, TaskStatusEnum
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk
from tests.viewmodels.tasks.test_screen import shown

NOBODY = 999_999


@pytest.fixture
async def desk(open_desk_on: OpenDesk, served: Served) -> ScheduleScreenViewModel:
    """Ana is signed in."""
    served.secrets = SecretsInMemory()
    return await open_desk_on(served)


async def opened(desk: ScheduleScreenViewModel) -> OpenTaskViewModel:
    """The open task of the screen, once all tasks have been read; none is open yet."""
    return (await shown(desk)).open_task


def some(model: OpenTaskViewModel, where: Callable[[Task], bool] = lambda _: True, at: int = 0) -> Task:
    """An open task, by number."""
    return sorted(filter(where, model.board.open_tasks), key=lambda task: task.TaskNum)[at]


def is_new(task: Task) -> bool:
    """Whether nobody has viewed it."""
    return task.TaskStatus is TaskStatusEnum.NEW


async def read(model: OpenTaskViewModel, task: Task) -> None:
    """Open a task and wait for its notes."""
    model.open(task.TaskNum)
    await until(lambda: model.board.notes(task.TaskNum) is not None and model.notes.words != "Loading…")


def run(model: OpenTaskViewModel, spec: object) -> None:
    """Run a command of the open task."""
    next(each for each in model.actions.commands if each.spec == spec).run()


def texts(model: OpenTaskViewModel) -> list[str]:
    """The thread."""
    return [entry.text or str(entry.title) for entry in model.notes.model.rows]


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
    assert draft.state.note == "Paid with 4111 1111 1111 1111"
    assert not served.sql("SELECT 1 FROM tasknote WHERE Note LIKE '%4111%'")


async def test_status_and_taking(desk: ScheduleScreenViewModel) -> None:
    """Viewed, done and reopened by one command each; a taken task says by whom and isn't taken twice."""
    model = await opened(desk)
    task = some(model, is_new)
    await read(model, task)

    async def becomes(spec: object, status: TaskStatusEnum) -> None:
        run(model, spec)
        await until(lambda: model.task is not None and model.task.TaskStatus is status)

    await becomes(commands.VIEWED, TaskStatusEnum.VIEWED)
    await becomes(commands.DONE, TaskStatusEnum.DONE)
    can = {each.spec: each.verdict for each in model.actions.commands}
    assert can[commands.DONE].done
    assert not can[commands.TAKE].ok
    assert can[commands.NOTE].ok
    assert model.head is not None
    assert model.head.is_done
    await becomes(commands.REOPEN, TaskStatusEnum.VIEWED)
    run(model, commands.TAKE)
    await until(lambda: model.head is not None and bool(model.head.taken))
    assert model.head.taken.startswith("Ana · ")
    assert texts(model)[-1] == "Ana took the task"
    taking = next(each for each in model.actions.commands if each.spec == commands.TAKE)
    assert taking.verdict.done


async def test_seen_once_it_was_shown(desk: ScheduleScreenViewModel) -> None:
    """Opening alone marks nothing; what the user really sees is read for this person, and stays new for others."""
    model = await opened(desk)
    task = some(model, lambda each: is_new(each) and model.mine.is_unread(each))
    await read(model, task)
    assert model.mine.is_unread(task)
    model.see(shown=True)
    await until(lambda: not model.mine.is_unread(task))
    assert model.task is not None
    assert model.task.TaskStatus is TaskStatusEnum.NEW


async def test_what_it_is_attached_to(desk: ScheduleScreenViewModel, served: Served) -> None:
    """A link selects the patient and shows the appointment on its day; what was deleted is named as such."""
    model = await opened(desk)
    to_patient = some(model, lambda each: each.ObjectType is TaskObjectType.PATIENT, 0)
    gone = some(model, lambda each: each.ObjectType is TaskObjectType.PATIENT, 1)
    to_appointment = some(model, lambda each: each.ObjectType is TaskObjectType.APPOINTMENT)
    await read(model, to_patient)
    await until(
        lambda: model.head is not None and model.head.patient is not None and model.head.patient.can_open
    )
    model.show_patient()
    current = desk.desk.patient.current
    assert current is not None
    assert (current.pat_num, current.origin) == (to_patient.KeyNum, Origin.TASKS)
    served.sql("UPDATE task SET KeyNum = ? WHERE TaskNum = ?", NOBODY, gone.TaskNum)
    await model.board.read_task(gone.TaskNum)
    model.open(gone.TaskNum)
    await until(
        lambda: (
            model.head is not None
            and model.head.patient is not None
            and model.head.patient.words == "The attached patient is no longer in Open Dental."
        )
    )
    model.open(to_appointment.TaskNum)
    await until(
        lambda: (
            model.head is not None and model.head.appointment is not None and model.head.appointment.can_open
        )
    )
    model.show_appointment()
    await until(lambda: desk.desk.screens.current == "schedule")
    await until(
        lambda: desk.schedule.selected is not None and desk.schedule.selected.apt_num == to_appointment.KeyNum
    )


def continued(model: OpenTaskViewModel, task: Task, list_num: int) -> list[Task]:
    """The open tasks of a list that have this one's text."""
    found = [each for each in model.board.open_tasks if each.TaskListNum == list_num]
    return [each for each in found if each.Descript == task.Descript]


async def test_handed_on_as_one_thread(desk: ScheduleScreenViewModel, served: Served) -> None:
    """Two steps are explained once; both tasks read as one thread; the list is offered first the next time."""
    model = await opened(desk)
    task = some(model, is_new)
    await read(model, task)
    model.draft.type_text("Asked the carrier", 17)
    model.draft.save()
    await until(lambda: "Asked the carrier" in texts(model))
    run(model, commands.HAND_ON)
    chooser = model.hand_on
    await until(lambda: chooser.state.task is not None)
    assert chooser.state.explains
    chooser.confirm()
    assert chooser.state.words == "Choose a list first."
    chooser.type_text("repa")
    assert [each.name for each in chooser.state.targets] == ["Repairs"]
    target = chooser.state.targets[0].list_num
    chooser.write("Please decide")
    chooser.confirm()
    await until(lambda: bool(continued(model, task, target)))
    await until(lambda: model.task is not None and model.task.TaskStatus is TaskStatusEnum.DONE)
    newer = continued(model, task, target)[0]
    await read(model, newer)
    await until(lambda: "Asked the carrier" in texts(model) and bool(model.reading.older))
    titles = [str(entry.title) for entry in model.notes.model.rows]
    assert any(title.startswith("Handed on from ") and title.endswith(" to Repairs") for title in titles)
    assert "Please decide" in texts(model)
    assert texts(model).count("Asked the carrier") == 1
    both = texts(model)
    await read(model, task)
    await until(lambda: model.reading.newer == (newer.TaskNum,) and texts(model) == both)
    other = some(
        model, lambda each: each.TaskListNum != target and each.TaskStatus is not TaskStatusEnum.DONE
    )
    await read(model, other)
    assert [each.list_num for each in model.quick_targets] == [target]
    run(model, commands.HAND_ON)
    await until(lambda: chooser.state.task is not None)
    assert not chooser.state.explains
    assert chooser.state.targets[0].list_num == target


async def test_two_people_edit_the_text(desk: ScheduleScreenViewModel, served: Served) -> None:
    """Nothing is overwritten: both versions are shown, and the user chooses; a priority is one choice."""
    model = await opened(desk)
    task = some(model)
    await read(model, task)
    edit = model.fields.edits[TEXT]
    edit.edit()
    await served.elsewhere().tasks.update(task.TaskNum, Descript="Another text by Ben")
    edit.type_text("A text by Ana")
    assert edit.commit()
    await until(lambda: edit.state.phase is Phase.CONFLICT)
    assert edit.state.theirs == "Another text by Ben"
    edit.keep_mine()
    await until(lambda: model.task is not None and model.task.Descript == "A text by Ana")
    priority = model.fields.edits[PRIORITY]
    await until(lambda: bool(priority.spec.kind.choices))
    wanted = next(each for each in priority.spec.kind.choices if each.value != task.PriorityDefNum)
    priority.edit()
    priority.type_text(priority.spec.kind.text(wanted.value))
    priority.commit()
    await until(lambda: model.task is not None and model.task.PriorityDefNum == wanted.value)


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


async def test_notes_are_read_ahead_once(desk: ScheduleScreenViewModel) -> None:
    """What is in sight has its notes before it is opened; opening one of them asks for nothing more."""
    screen = await shown(desk)
    model = screen.open_task
    first = screen.tasks.model.at(0)
    model.prefetch([first, screen.tasks.model.at(1), 0])
    await until(lambda: model.board.notes(first) is not None)
    before = model.board.notes(first)
    model.open(first)
    assert model.notes.words in ("", "No notes yet.")
    await until(lambda: model.head is not None)
    assert model.board.notes(first) is before


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
