"""The name under which changes are recorded."""

from __future__ import annotations

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.support.qt_loop import until


async def test_a_new_name_is_recorded_with_what_follows(model: ScheduleScreenViewModel) -> None:
    """After a change of the name, the next write carries the new one; a blank name changes nothing."""
    names: list[str] = []
    user = model.desk.user
    user.changed.connect(names.append)
    user.rename("  ")
    user.rename(" Bea   Lopez ")
    assert names == ["Bea Lopez"]
    visit = next(each.visit for each in model.schedule.grid.visits if each.visit.stage is Stage.CONFIRMED)
    model.schedule.select(visit.apt_num)
    model.commands["visit.arrived"].run()
    await until(lambda: bool(model.desk.parts.journal.recent(1)))
    assert model.desk.parts.journal.recent(1)[0].who == "Bea Lopez"
