"""The days that an appointment can be dragged to."""

from __future__ import annotations

from datetime import timedelta

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import TODAY
from tests.support.qt_loop import until


async def test_the_next_working_days_and_far_ones(model: ScheduleScreenViewModel) -> None:
    """First its own day, then the next working days without a weekend, then the same weekday in weeks."""
    cells = model.day_strip.cells(TODAY)
    assert (cells[0].day, cells[0].shown) == (TODAY, True)
    assert cells[0].note.endswith(" booked")
    near, far = cells[:7], cells[7:]
    assert all(each.day.weekday() < 5 for each in near)
    assert [each.day for each in near] == sorted(each.day for each in near)
    assert [(each.day - TODAY).days for each in far] == [14, 28, 182]
    assert far[0].note == "2 weeks"


async def test_dropped_on_its_own_day_nothing_happens(model: ScheduleScreenViewModel) -> None:
    """A drop on the date where it is writes nothing; the day is shown."""
    visit = next(placed.visit for placed in model.schedule.grid.visits if not placed.visit.complete)
    model.drop.hold(visit)
    model.schedule.go_to(TODAY + timedelta(days=1))
    model.day_strip.take(visit.apt_num, TODAY)
    await until(lambda: model.schedule.visit(visit.apt_num) is not None)
    assert model.parts.journal.recent(9) == ()
