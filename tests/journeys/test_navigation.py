"""Navigation: days, weeks, filters, the calendar, zoom, dark mode."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QComboBox

from app.domain.schedule.days import FIRST_DAY
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.state import ScheduleView
from app.views.staff.schedule.grid.geometry import Box
from app.views.staff.schedule.waiting_list import WaitingButton
from app.views.widgets.date_popup import qdate
from tests.journeys.desk import ALT, CONTROL, LEFT, SHIFT, Desk, minutes_of
from tests.journeys.practices import TODAY
from tests.journeys.test_booking import choose
from tests.support.english import english


async def test_today_is_shown(desk: Desk) -> None:
    """The desk opens on today's schedule, with all names and the office's operatories."""
    assert desk.model.schedule.day == TODAY
    assert 55 <= len(desk.visits) <= 70
    assert all(visit.person is not None for visit in desk.visits)
    assert len([column for column in desk.columns if not column.hidden]) == 8
    assert "Tue, Nov 17, 2026" in desk.screen.bar._title.text()
    assert not desk.window.grab().isNull()


async def test_days_by_mouse(desk: Desk) -> None:
    """The arrows beside Today page through the days; Today returns."""
    await desk.push("Next")
    await desk.read()
    assert desk.model.schedule.day == TODAY + datetime.timedelta(days=1)
    assert {visit.start.date() for visit in desk.visits} == {desk.model.schedule.day}
    await desk.push("Previous")
    await desk.push("Previous")
    await desk.read()
    assert desk.model.schedule.day == TODAY - datetime.timedelta(days=1)
    await desk.push("Today")
    await desk.read()
    assert desk.model.schedule.day == TODAY


async def test_the_week(desk: Desk) -> None:
    """The week has days as columns; dropping a visit on another day moves it; a second click on Week does nothing."""
    await desk.push("Week")
    await desk.push("Week")
    await desk.read()
    assert desk.button("Week").isChecked()
    assert not desk.button("Day").isChecked()
    titles = list(dict.fromkeys(english(column.heading) for column in desk.columns))
    assert titles[:5] == ["Mon 16", "Tue 17", "Wed 18", "Thu 19", "Fri 20"]
    assert {visit.start.date() for visit in desk.visits} >= {column.day for column in desk.columns[:5]}
    visit = next(each for each in desk.visits if each.start.date() == TODAY and each.stage is Stage.CONFIRMED)
    day = TODAY + datetime.timedelta(days=2)
    thursday = next(each for each in desk.columns if each.day == day and each.op_num == visit.op_num)
    middle = minutes_of(visit.start) + visit.minutes / 2
    start = desk.place(visit.apt_num)
    desk.hold(start)
    desk.pull(start + type(start)(0, QApplication.startDragDistance()))
    spot = desk.spot(thursday.key, middle)
    desk.pull(spot)
    assert english(thursday.title) in desk.ghost
    desk.release(spot)
    await desk.told("moved to Thu, Nov 19, ")
    assert desk.served.start_of(visit.apt_num).date() == thursday.day
    assert desk.served.row(visit.apt_num)["Op"] == visit.op_num
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.told("back to")
    assert desk.served.start_of(visit.apt_num) == visit.start


async def test_one_clinic_one_provider(desk: Desk) -> None:
    """Clinic and provider filters leave only their visits and operatories; "all" restores the rest from memory."""
    clinic, provider = desk.screen.bar._clinic, desk.screen.bar._provider
    everything = len(desk.visits)
    seen = 0
    for index in range(1, clinic.count()):
        pick(clinic, clinic.itemData(index))
        assert {visit.clinic_num for visit in desk.visits} == {clinic.itemData(index)}
        assert {column.clinic_num for column in desk.columns} == {clinic.itemData(index)}
        seen += len(desk.visits)
        await desk.until(lambda: desk.focus() is desk.canvas)
    assert seen == everything
    pick(clinic, None)
    one = provider.itemData(1)
    pick(provider, one)
    assert desk.visits
    assert all(one in (visit.prov_num, visit.prov_hyg) for visit in desk.visits)
    pick(provider, None)
    assert len(desk.visits) == everything


async def test_a_filter_that_leaves_nothing(desk: Desk) -> None:
    """A provider without appointments on this day shows an empty schedule with the reason."""
    provider = desk.screen.bar._provider
    busy = {number for visit in desk.visits for number in (visit.prov_num, visit.prov_hyg)}
    idle = [provider.itemData(index) for index in range(1, provider.count())]
    idle = [number for number in idle if number not in busy]
    if not idle:
        desk.served.sql(
            "UPDATE appointment SET ProvNum = 1 WHERE ProvNum = 3 AND date(AptDateTime) = ?", str(TODAY)
        )
        await desk.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
        await desk.until(lambda: not any(visit.prov_num == 3 for visit in desk.visits))
        idle = [3]
    pick(provider, idle[0])
    assert desk.visits == []
    assert "No appointments for this clinic, provider or view." in desk.texts(desk.canvas)


async def test_zoom_keeps_the_time(desk: Desk) -> None:
    """Zooming keeps the time in the middle of the window, up to the minimum and maximum."""
    canvas = desk.canvas

    def middle() -> float:
        seen = canvas.sight.visible()
        return canvas.scene.geometry.minute(seen.top + seen.height / 2)

    await desk.press(Qt.Key.Key_Plus, CONTROL)
    before = middle()
    for _ in range(3):
        await desk.press(Qt.Key.Key_Plus, CONTROL)
    assert abs(middle() - before) < 10
    for _ in range(15):
        await desk.press(Qt.Key.Key_Minus, CONTROL)
    smallest = canvas.scene.geometry.hour
    await desk.press(Qt.Key.Key_Minus, CONTROL)
    assert canvas.scene.geometry.hour == smallest
    assert all(tile.box.height >= 8 for tile in canvas.scene.tiles.values())


async def test_the_calendar_ends(desk: Desk) -> None:
    """The calendar is limited to the schedule's dates, whatever is typed into it."""
    await desk.press(Qt.Key.Key_G, CONTROL)
    calendar = QApplication.activePopupWidget().findChild(QCalendarWidget)
    assert calendar.dateTextFormat(qdate(TODAY)).fontWeight() == 600, "today is marked"
    calendar.setSelectedDate(QDate(1, 1, 1))
    assert calendar.selectedDate().toPython() == FIRST_DAY
    await desk.press(Qt.Key.Key_Up)
    calendar.activated.emit(calendar.selectedDate())
    await desk.read()
    assert desk.model.schedule.day == FIRST_DAY
    await desk.press(Qt.Key.Key_Left, ALT)
    assert desk.model.schedule.day == FIRST_DAY


async def test_the_bars_field_leads_to_the_schedule(desk: Desk) -> None:
    """The day's title opens the calendar, and the view buttons show the current view."""
    QTest.mouseClick(desk.screen.bar._title, LEFT)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    await desk.press(Qt.Key.Key_2, CONTROL)
    assert desk.model.schedule.view is ScheduleView.WEEK
    await desk.read()
    assert desk.button("Week").isChecked()


def pick(combo: QComboBox, value: object) -> None:
    """Select an entry of a list by keyboard."""
    choose(combo, value)


def wholly_in_sight(desk: Desk, box: Box) -> bool:
    """Whether a box of the grid is fully visible."""
    seen = desk.canvas.sight.visible()
    across = seen.left <= box.left and box.right <= seen.right
    return across and seen.top <= box.top and box.bottom <= seen.bottom


async def test_the_week_shows_the_day_that_was_chosen(desk: Desk) -> None:
    """In the week view all days are visible without scrolling sideways, with the selected visit, however narrow."""
    desk.window.resize(900, 600)
    desk.model.schedule.go_to(TODAY + datetime.timedelta(days=3))
    await desk.read()
    visit = await desk.select(desk.find(Stage.UNCONFIRMED))
    desk.canvas.verticalScrollBar().setValue(0)
    await desk.press(Qt.Key.Key_2, CONTROL)
    await desk.read()
    assert desk.canvas.horizontalScrollBar().maximum() == 0
    assert wholly_in_sight(desk, desk.canvas.scene.tiles[visit.apt_num].box)


async def test_clicking_in_the_waiting_room_selects_the_appointment(desk: Desk) -> None:
    """Clicking in the waiting room selects the visit and scrolls to it, whatever day was shown."""
    row = desk.model.waiting.rows[0]
    desk.window.resize(900, 600)
    desk.model.schedule.step(1)
    await desk.read()
    for bar in (desk.canvas.verticalScrollBar(), desk.canvas.horizontalScrollBar()):
        bar.setValue(bar.maximum())
    button = next(each for each in desk.screen.panel.findChildren(WaitingButton) if each.row == row)
    QTest.mouseClick(button, LEFT)
    await desk.turn()
    assert desk.selected.apt_num == row.apt_num
    await desk.turn(10)  # the strip appears above the schedule
    await desk.until(lambda: wholly_in_sight(desk, desk.canvas.scene.tiles[row.apt_num].box))


async def test_a_problem_shows_its_visit(desk: Desk) -> None:
    """The button beside a problem selects its appointment and scrolls to it."""
    visit = desk.visits[0]
    desk.served.sql("UPDATE appointment SET Pattern = '' WHERE AptNum = ?", visit.apt_num)
    desk.model.schedule.refresh()
    await desk.press(Qt.Key.Key_U, CONTROL | SHIFT)
    await desk.see("Show appointment")
    desk.canvas.verticalScrollBar().setValue(desk.canvas.verticalScrollBar().maximum())
    await desk.push("Show appointment")
    assert desk.selected.apt_num == visit.apt_num
    await desk.turn(10)  # the strip appears above the schedule
    await desk.until(lambda: wholly_in_sight(desk, desk.canvas.scene.tiles[visit.apt_num].box))
