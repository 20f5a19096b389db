"""Appointments that can't be shown properly."""

from __future__ import annotations

from app.viewmodels.staff.schedule.problems import NOTHING
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until


async def test_a_problem_is_named_and_its_visit_shown(model: ScheduleScreenViewModel, served: Served) -> None:
    """An appointment that has lost its length becomes one row; showing it selects it and scrolls to it."""
    problems, heard, sought = model.problems, [], []
    problems.changed.connect(lambda: heard.append(problems.rows))
    model.schedule.sight_asked.connect(sought.append)
    assert (problems.rows, problems.empty) == ((), str(NOTHING))
    visit = model.schedule.grid.visits[0].visit
    served.sql("UPDATE appointment SET Pattern = '' WHERE AptNum = ?", visit.apt_num)
    model.schedule.refresh()
    await until(lambda: bool(problems.rows))
    model.schedule.show_known()
    (row,) = problems.rows
    assert heard == [(row,)]
    assert "has no length" in row.words
    assert problems.empty == ""
    problems.show(row.apt_num)
    assert model.schedule.selected.apt_num == visit.apt_num
    assert sought == [visit.apt_num]
