"""The desk as a whole: what it asks the window for, and what it tells."""

from __future__ import annotations

from app.api import errors
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.state import ScheduleView
from tests.journeys.practices import TODAY, Served
from tests.support.qt_loop import until


async def test_what_only_the_window_can_do(model: DeskViewModel) -> None:
    """Finding, the calendar, zoom, lists, theme and office are asked of the window, each by one signal."""
    heard: list[str] = []
    for name in ("find", "palette", "date", "settle", "notices", "theme", "office"):
        getattr(model, f"{name}_asked").connect(lambda name=name: heard.append(name))
    model.zoom_asked.connect(lambda step: heard.append(f"zoom {step}"))
    for command in (
        "find.patient", "palette", "go.date", "view.settle", "view.notices", "app.theme", "app.office",
        "view.zoom_in", "view.zoom_out",
    ):  # fmt: skip
        model.commands[command].run()
    await until(lambda: len(heard) == 9)
    assert heard == ["find", "palette", "date", "settle", "notices", "theme", "office", "zoom 1", "zoom -1"]


async def test_every_visit_command_wants_a_visit(model: DeskViewModel) -> None:
    """Without a selection every command of an appointment says to select one, and is told when its key is struck."""
    model.schedule.select(None)
    without = [
        each for each in model.commands.menu("Visit") if each.spec.id not in ("visit.new", "visit.undo")
    ]
    assert without
    assert {command.verdict.reason for command in without} == {"Select an appointment first."}
    without[0].run()
    assert model.notices.items[-1].words == "Select an appointment first."


async def test_a_jump_from_the_waiting_room(model: DeskViewModel) -> None:
    """A patient in the waiting room is found on today's schedule from wherever one was."""
    row = model.waiting.rows[0]
    model.schedule.set_view(ScheduleView.WEEK)
    model.schedule.step(2)
    model.jump_to(row.apt_num)
    await until(lambda: model.schedule.selected is not None)
    assert model.schedule.day == TODAY
    assert model.schedule.selected.stage is Stage.ARRIVED


async def test_the_same_trouble_is_told_once(model: DeskViewModel) -> None:
    """A refusal that comes back at every refresh is told once, until it has gone away."""
    refused = errors.KeyRefused("Appointments.list", status=401)
    for _ in range(3):
        model.hear_trouble(refused)
    assert len(model.notices.items) == 1
    model.hear_trouble(None)
    model.hear_trouble(errors.Unreachable("Appointments.list"))
    assert len(model.notices.items) == 1
    model.hear_trouble(refused)
    assert len(model.notices.items) == 2


async def test_a_refused_key_is_one_error(model: DeskViewModel, served: Served) -> None:
    """What the first question and the refresh both meet is told once, whichever meets it first."""
    refused = errors.KeyRefused("Appointments.list", status=401)
    object.__setattr__(served.practice.keys, "customer_key", "another")
    await model.learn_rights()
    model.hear_trouble(refused)
    assert len(model.notices.items) == 1
    model.hear_trouble(None)
    model.hear_trouble(refused)
    await model.learn_rights()
    assert len(model.notices.items) == 2
