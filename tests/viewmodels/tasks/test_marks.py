"""Which appointments and patients have open tasks: on the schedule, its cards, and the strip."""

from __future__ import annotations

from msgspec.structs import replace

from app.api.need import Need
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.translation import tr
from app.wire.resources.tasks import Task, TaskObjectType, TaskStatusEnum
from tests.journeys.practices import Served
from tests.support.qt_loop import until

LONG_AWAY = "SELECT PatNum FROM appointment WHERE AptStatus = 2 GROUP BY PatNum HAVING MAX(AptDateTime) < '2026-09-01'"
APPOINTMENT, PATIENT = TaskObjectType.APPOINTMENT, TaskObjectType.PATIENT


def task(task_num: int, key: int, kind: TaskObjectType = APPOINTMENT, text: str = "Call lab") -> Task:
    """An open one."""
    return Task(TaskNum=task_num, ObjectType=kind, KeyNum=key, Descript=text)


def rows(model: ScheduleScreenViewModel, apt_num: int) -> dict[str, str]:
    """An appointment's card."""
    visit = model.schedule.visit(apt_num)
    assert visit is not None
    return {tr(row.label): tr(row.value) for row in model.card.rows_of(visit)}


async def test_the_schedule_follows_the_board(model: ScheduleScreenViewModel) -> None:
    """An appointment is marked while a task that is attached to it is open; each change names what it concerns."""
    board = model.parts.tasks()
    await model.desk.tasks.marks.begin()
    one, two = (placed.visit.apt_num for placed in model.schedule.grid.visits[:2])
    heard: list[set[int]] = []
    model.tasks.changed.connect(lambda changed: heard.append({*changed} & {one, two}))
    grids: list[object] = []
    model.schedule.state_changed.connect(lambda: grids.append(model.schedule.grid))
    first = task(9001, one)
    board.apply(first, task(9002, two, text="Shade of the crown\nA3 or B2?"))
    assert {one, two} <= {*model.tasks.texts}
    assert rows(model, one)["Tasks"] == "1 open task: Call lab"
    assert rows(model, two)["Tasks"] == "1 open task: Shade of the crown"
    board.apply(replace(first, DescriptOverride="Lab again", TaskStatus=TaskStatusEnum.VIEWED))
    assert rows(model, one)["Tasks"] == "1 open task: Lab again"
    board.apply(replace(first, KeyNum=two))
    assert one not in model.tasks.texts
    assert rows(model, two)["Tasks"] == "2 open tasks: Shade of the crown · Call lab"
    board.apply(replace(first, KeyNum=two, TaskStatus=TaskStatusEnum.DONE))
    board.apply(task(9003, 0, TaskObjectType.NONE))
    assert heard == [{one, two}, {one}, {one, two}, {two}, set()]
    assert grids == []
    assert "Tasks" not in rows(model, one)


async def test_the_way_to_them(model: ScheduleScreenViewModel) -> None:
    """The command needs an appointment with a task; it opens the only one, and lists several."""
    desk, board = model.desk, model.parts.tasks()
    await desk.tasks.marks.begin()
    asked: list[tuple[str, int]] = []
    for name in ("show", "show_appointment", "show_patient"):
        setattr(desk.tasks.marks._showing, name, lambda number, name=name: asked.append((name, number)))
    visit = model.schedule.grid.visits[0].visit
    command = desk.commands["visit.task"]
    model.schedule.select(None)
    assert str(command.verdict.reason) == "Select an appointment first."
    model.schedule.select(visit.apt_num)
    assert str(command.verdict.reason) == "This appointment has no open task."
    board.apply(task(9001, visit.apt_num))
    command.run()
    await until(lambda: asked == [("show", 9001)])
    board.apply(task(9002, visit.apt_num))
    model.tasks.open(visit.apt_num)
    assert asked.pop() == ("show_appointment", visit.apt_num)


async def test_the_strip_counts(model: ScheduleScreenViewModel, served: Served) -> None:
    """The strip counts the open tasks of the patient and of the patient's appointments, also of unread days."""
    desk, board = model.desk, model.parts.tasks()
    await desk.tasks.marks.begin()
    away = {pat_num for (pat_num,) in served.sql(LONG_AWAY)}
    visit = next(each.visit for each in model.schedule.grid.visits if each.visit.pat_num in away)
    desk.patient.select(visit.pat_num, Origin.SEARCH)
    await until(lambda: desk.strip.model is not None and desk.strip.model.summary is not None)
    shown = desk.strip.model.tasks
    command = desk.commands["patient.tasks"]
    assert (shown.count, shown.words, command.can_run) == (0, "", False)
    board.apply(task(9001, visit.pat_num, PATIENT, "Ask for the card"))
    board.apply(task(9002, visit.apt_num), task(9003, visit.pat_num + 1, PATIENT))
    assert (shown.count, shown.words) == (2, "2 open tasks: Call lab · Ask for the card")
    last = desk.strip.model.summary.appointments.last
    assert last is not None
    assert model.parts.office.visit_row(last.apt_num) is None
    board.apply(task(9004, last.apt_num))
    await board.people.read([last.apt_num], Need.CLICK, one_by_one=True)
    assert shown.count == 3
    board.apply(
        task(9001, visit.pat_num, PATIENT),
        *(replace(task(each, 0), TaskStatus="Done") for each in (9002, 9004)),
    )
    assert (shown.count, shown.words) == (1, "1 open task: Call lab")
    asked: list[int] = []
    desk.tasks.marks._showing.show = asked.append
    command.run()
    shown.open()
    await until(lambda: asked == [9001, 9001])
    desk.patient.clear()
    assert (shown.count, command.can_run) == (0, False)
