"""The days under an appointment that is being moved."""

from __future__ import annotations

from datetime import timedelta

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import ScheduleView
from tests.journeys.practices import TODAY
from tests.support.qt_loop import until


async def test_the_day_under_a_drag(model: ScheduleScreenViewModel) -> None:
    """A drag goes on on the day that it asks for, in both views; a canceled one shows its own day, selected."""
    visit = next(placed.visit for placed in model.schedule.grid.visits)
    model.day_strip.days.show(TODAY + timedelta(days=3))
    assert model.schedule.days == (TODAY + timedelta(days=3),)
    model.day_strip.days.go_back(visit.apt_num)
    assert model.schedule.days == (TODAY,)
    await until(lambda: model.schedule.selected is not None)
    assert model.schedule.selected.apt_num == visit.apt_num
    model.schedule.set_view(ScheduleView.WEEK)
    model.day_strip.days.show(TODAY + timedelta(days=7))
    assert TODAY + timedelta(days=7) in model.schedule.days
