"""The chosen opening as drawn on the schedule."""

from __future__ import annotations

from app.domain.schedule.columns import lane_key
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import ScheduleView
from tests.support.qt_loop import until


async def test_it_follows_choice_and_day(model: ScheduleScreenViewModel) -> None:
    """The chosen opening stands in its operatory, in a week in that lane; on other days, and once closed, nowhere."""
    preview, booking = model.preview, model.booking
    visits = [placed.visit for placed in model.schedule.grid.visits]
    visit = next(each for each in visits if each.stage is Stage.UNCONFIRMED)
    model.schedule.select(visit.apt_num)
    model.commands["visit.move"].run()
    await until(lambda: bool(booking.state.openings) and not booking.state.looking)
    opening = booking.state.openings[0].opening
    booking.search.choose(0)
    model.schedule.go_to(opening.start.date())
    await until(lambda: preview.shown is not None)
    shown = preview.shown
    assert (shown.column, shown.minute) == (opening.op_num, opening.start.hour * 60 + opening.start.minute)
    assert (shown.name, shown.minutes, shown.moving) == (visit.name, visit.minutes, visit.apt_num)
    model.schedule.set_view(ScheduleView.WEEK)
    await until(lambda: preview.shown is not None and preview.shown.column != shown.column)
    assert preview.shown.column == lane_key(opening.start.date(), opening.op_num)
    model.schedule.set_view(ScheduleView.DAY)
    model.schedule.step(1)
    assert preview.shown is None
    model.schedule.step(-1)
    assert preview.shown is not None
    booking.finished.emit()
    assert preview.shown is None
