"""The rows of an appointment's history."""

from __future__ import annotations

from app.domain.schedule.visit import Visit
from app.viewmodels.staff.schedule.history.model import HistoryViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until


def opened(model: ScheduleScreenViewModel, visit: Visit) -> HistoryViewModel:
    """An appointment's history."""
    return HistoryViewModel(model.desk, model.schedule, model.drop, visit)


async def test_other_changes_are_only_shown(model: ScheduleScreenViewModel, served: Served) -> None:
    """A change that is no move has no way back, and names nobody if nobody is known."""
    visit = next(placed.visit for placed in model.schedule.grid.visits if not placed.visit.complete)
    history = opened(model, visit)
    await until(lambda: not history.words or bool(history.rows))
    assert all(row.back is None for row in history.rows if "moved" not in row.what)
    history.leave()


async def test_nothing_recorded_is_said(model: ScheduleScreenViewModel, served: Served) -> None:
    """Without any entry the page says so, and reads again when asked."""
    served.sql("DELETE FROM histappointment")
    visit = model.schedule.grid.visits[0].visit
    history = opened(model, visit)
    await until(lambda: history.words == "No changes are recorded.")
    history.again()
    await until(lambda: history.rows == ())
    history.leave()
