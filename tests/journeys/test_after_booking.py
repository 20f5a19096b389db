"""The schedule after an appointment has been booked."""

from __future__ import annotations

from app.domain.schedule.visit import Stage
from tests.journeys.desk import Desk
from tests.journeys.test_booking import offered, somebody, without_type


def in_sight(desk: Desk, apt_num: int) -> bool:
    """Whether the whole tile is visible."""
    box, seen = desk.canvas.scene.tiles[apt_num].box, desk.canvas.sight.visible()
    return seen.top <= box.top and box.bottom <= seen.bottom and seen.left <= box.left


async def test_what_was_booked_is_selected_and_in_sight(desk: Desk) -> None:
    """After Book the new appointment is selected and visible, wherever the schedule was scrolled meanwhile."""
    person = somebody(desk)
    column = desk.columns[-1]
    minute = next(
        each for each in range(11 * 60, 15 * 60, 10) if not desk.others(column.key, each, each + 40)
    )
    other = await desk.select(desk.find(Stage.CONFIRMED))
    desk.double_click(desk.spot(column.key, minute))
    await offered(desk)
    desk.model.booking.set_person(person)
    await without_type(desk)
    for bar in (desk.canvas.verticalScrollBar(), desk.canvas.horizontalScrollBar()):
        bar.setValue(bar.maximum())
    desk.canvas.verticalScrollBar().setValue(0)
    desk.press_button("Book", desk.screen.panel)
    await desk.told("booked for")
    apt_num = (await desk.settled()).answer["AptNum"]
    assert apt_num != other.apt_num
    assert desk.selected.apt_num == apt_num
    assert desk.canvas.overlay.selected == apt_num
    assert in_sight(desk, apt_num)
    assert person.display in desk.texts(desk.screen.panel)


async def test_booking_for_another_day_leaves_the_shown_one(desk: Desk) -> None:
    """Booking for a day that isn't shown doesn't move the schedule: day, position and selection stay."""
    person = somebody(desk)
    desk.book_for(person)
    await without_type(desk)
    desk.model.booking.search.choose(0)
    desk.model.schedule.step(1)
    desk.model.schedule.step(1)
    await desk.read()
    day = desk.model.schedule.day
    assert desk.model.booking.state.openings[0].opening.start.date() != day
    desk.press_button("Book", desk.screen.panel)
    await desk.told("booked for")
    assert desk.model.schedule.day == day
    assert desk.model.schedule.selected is None
    desk.model.schedule.today()
    await desk.read()
    apt_num = (await desk.settled()).answer["AptNum"]
    assert desk.shown(apt_num) is not None


async def test_a_later_selection_stays_when_a_booking_is_done(desk: Desk) -> None:
    """An appointment selected while a booking is being sent stays selected."""
    desk.book_for(somebody(desk))
    await without_type(desk)
    desk.press_button("Book", desk.screen.panel)
    other = await desk.select(desk.find(Stage.CONFIRMED))
    await desk.told("booked for")
    assert desk.selected.apt_num == other.apt_num
