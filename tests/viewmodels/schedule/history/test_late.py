"""The way to an appointment's history."""

from __future__ import annotations

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.support.qt_loop import until


async def test_the_selected_appointments_history(model: ScheduleScreenViewModel) -> None:
    """Without a selection the command says so; with one it opens that appointment's history."""
    command = model.commands["visit.history"]
    assert str(command.verdict.reason) == "Select an appointment first."
    visit = model.schedule.grid.visits[0].visit
    model.schedule.select(visit.apt_num)
    asked: list[object] = []
    model.history.asked.connect(asked.append)
    command.run()
    await until(lambda: bool(asked))
    assert model.history.commands == [command]
