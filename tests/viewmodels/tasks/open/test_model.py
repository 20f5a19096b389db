"""The open task: what is shown of it, what is done with it, and that nothing typed is lost."""

from __future__ import annotations

from datetime import date

from app.viewmodels.inline.edit import Phase
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.staff.tasks.open import commands
from app.viewmodels.staff.tasks.open.fields import PRIORITY, TEXT
from app.viewmodels.staff.tasks.open.model import OpenTaskViewModel
from app.wire.resources.tasks import Task, TaskObjectType, TaskStatusEnum
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.tasks.open.hands import is_new, opened, read, run, some, texts
from tests.viewmodels.tasks.test_screen import shown

NOBODY = 999_999


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
    await until(lambda: taking.verdict.done)  # the note is shown before its write has ended


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


def spelled(day: date | None) -> str:
    """A date as the handover says it, the same on every system."""
    return f"{day.month}/{day.day}/{day.year}" if day else ""


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
    assert f"Please decide. Its date is {spelled(task.DateTask)}." in texts(model)
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
