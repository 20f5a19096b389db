"""The schedule's screen as a whole: its requests to the view and to the desk."""

from __future__ import annotations

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import ScheduleView
from app.viewmodels.staff.selected_patient import Origin
from tests.journeys.practices import TODAY
from tests.support.qt_loop import until


async def test_what_only_the_view_can_do(model: ScheduleScreenViewModel) -> None:
    """The calendar, zoom and the list of problems are requested from the view, each by its command."""
    heard: list[str] = []
    model.asked.connect(heard.append)
    wanted = ["go.date", "view.zoom_in", "view.zoom_out", "view.problems"]
    for command in wanted:
        model.commands[command].run()
    await until(lambda: len(heard) == len(wanted))
    assert heard == wanted


async def test_every_visit_command_wants_a_visit(model: ScheduleScreenViewModel) -> None:
    """Without a selection every appointment command asks to select one, also when its key is pressed."""
    model.schedule.select(None)
    others = ("visit.new", "schedule.fill", "undo")
    without = [each for each in model.commands.menu("Appointment") if each.spec.id not in others]
    assert without
    assert {str(command.verdict.reason) for command in without} == {"Select an appointment first."}
    without[0].run()
    assert model.notices.items[-1].words == "Select an appointment first."


async def test_a_jump_from_the_waiting_room(model: ScheduleScreenViewModel) -> None:
    """A waiting patient is found on today's schedule from any day."""
    row = model.waiting.rows[0]
    model.schedule.set_view(ScheduleView.WEEK)
    model.schedule.step(2)
    model.jump_to(row.apt_num)
    await until(lambda: model.schedule.selected is not None)
    assert model.schedule.day == TODAY
    assert model.schedule.selected.stage is Stage.ARRIVED


async def test_the_selected_appointments_patient(model: ScheduleScreenViewModel) -> None:
    """Selecting an appointment selects its patient for every screen; the patient stays when it is deselected."""
    visit = next(each.visit for each in model.schedule.grid.visits if each.visit.pat_num)
    model.schedule.select(visit.apt_num)
    assert model.desk.patient.current.pat_num == visit.pat_num
    assert model.desk.patient.current.origin is Origin.SCHEDULE
    model.schedule.select(None)
    assert model.desk.patient.current.pat_num == visit.pat_num
