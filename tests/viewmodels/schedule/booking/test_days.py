"""The days of the openings on the schedule."""

from __future__ import annotations

from datetime import timedelta

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import TODAY
from tests.support.qt_loop import until
from tests.viewmodels.schedule.booking.test_words import ask
from tests.viewmodels.schedule.test_booking import NOBODY, offered


async def test_the_search_begins_on_the_day_shown(model: ScheduleScreenViewModel) -> None:
    """From the day on screen when the panel opens, then from the one the user goes on to; never in the past."""
    booking, schedule = model.booking, model.schedule
    day = TODAY + timedelta(days=2)
    schedule.go_to(day)
    booking.start_new(NOBODY)
    await offered(model)
    assert booking.state.openings[0].opening.start.date() >= day
    schedule.step(1)
    await offered(model)
    assert booking.state.openings[0].opening.start.date() >= day + timedelta(days=1)
    schedule.go_to(TODAY - timedelta(days=7))
    await offered(model)
    assert booking.state.openings[0].opening.start >= model.parts.clock.now()


async def test_a_picked_opening_is_shown_and_the_day_before_comes_back(
    model: ScheduleScreenViewModel,
) -> None:
    """The schedule goes to the day of the picked opening, with all that are offered there, and back when it is done."""
    booking, schedule = model.booking, model.schedule
    booking.start_new(NOBODY)
    await ask(model, "30 thu")
    assert schedule.day == TODAY
    booking.search.choose(1)
    start = booking.state.chosen_opening.start
    assert schedule.day == start.date() != TODAY
    await until(lambda: model.preview.shown is not None)
    others = [row for row in booking.state.openings if row.opening.start.date() == start.date()]
    assert len(model.preview.others) == len(others) - 1
    booking.finished.emit()
    assert schedule.day == TODAY
    assert model.preview.others == ()


async def test_a_day_that_the_user_opened_stays(model: ScheduleScreenViewModel) -> None:
    """After the user has gone on by hand, closing the panel moves nothing."""
    booking, schedule = model.booking, model.schedule
    booking.start_new(NOBODY)
    await ask(model, "30 thu")
    booking.search.choose(0)
    schedule.step(1)
    day = schedule.day
    booking.finished.emit()
    assert schedule.day == day
