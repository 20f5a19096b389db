"""Targets are scrolled into view: a day of the week, an appointment, a waiting patient, a column's name."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QToolButton

from app.domain.schedule.visit import Stage
from app.views.staff.schedule.grid.margins import ColumnHeader
from tests.journeys.desk import CONTROL, Desk


def seen(desk: Desk, apt_num: int) -> bool:
    """Whether the top of an appointment is visible."""
    rect = desk.canvas.sight.rect_of(apt_num)
    return rect is not None and desk.canvas.viewport().geometry().contains(
        QRect(rect.topLeft(), rect.topLeft())
    )


async def test_a_week_shows_the_day_that_was_chosen(desk: Desk) -> None:
    """The week shows all of its days, the viewed one too, however narrow the window is."""
    friday = desk.model.schedule.day + timedelta(days=3)
    desk.window.resize(1024, 640)
    desk.model.schedule.go_to(friday)
    await desk.read()
    await desk.press(Qt.Key.Key_2, CONTROL)
    await desk.read()
    keys = {each.key for each in desk.columns if each.day == friday}
    there = desk.canvas.sight.visible()
    spans = [each for each in desk.canvas.scene.geometry.spans if each.key in keys]
    assert there.left <= spans[0].left < spans[-1].left + spans[-1].width <= there.right


async def test_a_week_shows_the_selected_visit(desk: Desk) -> None:
    """An appointment selected in the day view is visible in the week view, and vice versa."""
    desk.window.resize(1024, 640)
    visit = await desk.select(desk.find(Stage.UNCONFIRMED))
    for key in (Qt.Key.Key_2, Qt.Key.Key_1):
        await desk.press(key, CONTROL)
        await desk.read()
        assert seen(desk, visit.apt_num)


async def test_clicking_in_the_waiting_room_scrolls_to_the_appointment(desk: Desk) -> None:
    """Clicking a patient in the waiting room scrolls to their appointment."""
    desk.window.resize(1024, 640)
    desk.canvas.verticalScrollBar().setValue(desk.canvas.verticalScrollBar().maximum())
    row = desk.model.waiting.rows[0]
    assert not seen(desk, row.apt_num)
    desk.press_button(row.spoken)
    assert seen(desk, row.apt_num)


async def test_a_column_s_name_stays_in_sight(desk: Desk) -> None:
    """A column scrolled halfway out still shows its name, within itself."""
    desk.window.resize(1024, 640)
    header = desk.canvas.findChild(ColumnHeader)
    span = desk.canvas.scene.geometry.spans[0]
    header.left = 0
    at_rest = header._words_left(span, "Op 1", "MARR") - span.left
    header.left = span.left + span.width // 2
    assert header._words_left(span, "Op 1", "MARR") == header.left + at_rest
    header.left = span.left + span.width - 10
    assert span.left + at_rest < header._words_left(span, "Op 1", "MARR") < header.left


async def test_a_toast_of_another_day_leads_there(desk: Desk) -> None:
    """A toast about an appointment on a day that isn't shown names that day; a click shows the appointment there."""
    visit = await desk.select(desk.find(Stage.UNCONFIRMED, where=desk.alone))
    await desk.press(Qt.Key.Key_A)
    await desk.told("arrived")
    assert not [each for each in desk.toast("arrived").findChildren(QToolButton) if "Show" in each.text()]
    desk.model.schedule.select(visit.apt_num)
    tomorrow = visit.start.date() + timedelta(days=1)
    write = desk.model.parts.visits.move(desk.selected, visit.start + timedelta(days=1), visit.op_num)
    desk.model.desk.outcomes.start(write, "move")
    line = await desk.told("moved to")
    title = f"Show {tomorrow:%a}, {tomorrow:%b} {tomorrow.day}"
    desk.press_button(title, desk.toast("moved to"))
    await desk.read()
    assert desk.model.schedule.day == tomorrow
    assert desk.selected.apt_num == visit.apt_num
    assert line in desk.toasts
