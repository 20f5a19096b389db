"""The program is left open overnight."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from app.viewmodels.staff.schedule.state import ScheduleView
from tests.journeys.desk import CONTROL, LEFT, PLAIN, Desk, Desks
from tests.journeys.huddle.test_readiness import open_huddle
from tests.journeys.lists.callers import open_lists
from tests.journeys.practices import TEN_TWENTY, TODAY, Practices
from tests.support.jumping_clock import JumpingClock

TOMORROW = TODAY + timedelta(days=1)
BANNER = "This is yesterday, Tue, Nov 17."


@pytest.fixture
async def night(open_practice: Practices, open_desk: Desks) -> Desk:
    """A desk whose clock can be advanced."""
    return await open_desk(open_practice(clock=JumpingClock.starting_at(TEN_TWENTY)))


def morning_after(desk: Desk, nights: int = 1) -> None:
    """The next morning: nobody has used the program, and a minute has passed."""
    clock = desk.served.clock
    assert isinstance(clock, JumpingClock)
    clock.jump_to(datetime.combine(TODAY + timedelta(days=nights), time(7, 45)))
    desk.canvas.minute_passed.emit()


def is_marked(desk: Desk) -> bool:
    """Whether Today is highlighted."""
    button = desk.button("Today")
    assert isinstance(button, QToolButton)
    return button.property("due") is True


async def test_a_banner_and_the_first_click(night: Desk) -> None:
    """A banner names the old day and Today is highlighted; a click on the schedule only goes to today."""
    desk = night
    visit = desk.visits[-1]
    assert not is_marked(desk)
    morning_after(desk)
    assert BANNER in desk.texts()
    assert is_marked(desk)
    assert desk.model.schedule.day == TODAY
    desk.double_click(desk.dot(visit.apt_num))
    assert desk.model.schedule.day == TOMORROW
    await desk.read()
    await desk.turn()
    assert BANNER not in desk.texts()
    assert not is_marked(desk)
    assert desk.model.schedule.selected is None
    assert not desk.frame.panel.has_page
    assert not desk.entries
    other = desk.visits[3]
    assert other.start.date() == TOMORROW
    await desk.select(other)


async def test_the_banners_button(night: Desk) -> None:
    """Go to today does that; several nights are named by their day, a week by its own."""
    desk = night
    morning_after(desk, nights=3)
    assert "This is Tue, Nov 17, not today." in desk.texts()
    desk.model.schedule.set_view(ScheduleView.WEEK)
    assert "not today" not in desk.texts()  # today is in this week
    morning_after(desk, nights=7)
    assert "This is the week of Tue, Nov 17." in desk.texts()
    await desk.push("Go to today")
    assert desk.model.schedule.day == TODAY + timedelta(days=7)
    assert "This is" not in desk.texts()


async def test_the_first_key(night: Desk) -> None:
    """A key acts on today at once: Ctrl+N books today, and no key changes yesterday's appointments."""
    desk = night
    await desk.select(desk.visits[5])
    morning_after(desk)
    await desk.press(Qt.Key.Key_A)
    assert desk.model.schedule.day == TOMORROW
    await desk.told("Select an appointment first.")
    desk.model.schedule.go_to(TODAY)
    await desk.read()
    assert "This is yesterday" not in desk.texts()  # the user went there on purpose
    await desk.press(Qt.Key.Key_Left)
    assert desk.model.schedule.day == TODAY


async def test_what_is_being_entered_stays(night: Desk) -> None:
    """An open booking, or a name being typed, keeps the day with its banner until it is finished."""
    desk = night
    await desk.press(Qt.Key.Key_N, CONTROL)
    await desk.until(lambda: desk.frame.panel.has_page)
    morning_after(desk)
    QTest.mouseClick(desk.canvas.viewport(), LEFT, PLAIN, desk.spot(desk.columns[0].key, 7 * 60))
    await desk.press(Qt.Key.Key_X)
    assert BANNER in desk.texts()
    assert desk.model.schedule.day == TODAY
    desk.model.booking.leave()
    desk.frame.panel.show_card()
    desk.canvas.setFocus()
    await desk.press(Qt.Key.Key_Down)
    assert desk.model.schedule.day == TOMORROW


async def test_a_name_that_is_being_typed(night: Desk) -> None:
    """A partly typed name in the search keeps the day; the next key after clearing it goes to today."""
    desk = night
    desk.find_field.setFocus()
    desk.type("sm")
    morning_after(desk)
    desk.type("i")
    assert desk.find_field.text() == "smi"
    assert desk.model.schedule.day == TODAY
    desk.find_field.clear()
    desk.type("j")
    assert desk.find_field.text() == "j"
    assert desk.model.schedule.day == TOMORROW


async def test_the_huddle_begins_the_new_day(night: Desk) -> None:
    """The huddle of today is that of the new day, without a key."""
    desk = night
    desk.key(Qt.Key.Key_6, CONTROL)
    model, _ = await open_huddle(desk)
    assert {row.visit.start.date() for row in model.readiness.table.model.rows} == {TODAY}
    morning_after(desk)
    await desk.until(
        lambda: {row.visit.start.date() for row in model.readiness.table.model.rows} == {TOMORROW}
    )
    assert desk.button("Wed, Nov 18, 2026").isVisible()


async def test_the_lists_begin_the_new_day(night: Desk) -> None:
    """The appointments to confirm are those of the day after the new one."""
    desk = night
    caller = await open_lists(desk)
    assert caller.rows[0].at is not None
    assert caller.rows[0].at.date() == TOMORROW
    morning_after(desk)
    await desk.until(lambda: bool(caller.rows) and caller.rows[0].at.date() == TOMORROW + timedelta(days=1))
