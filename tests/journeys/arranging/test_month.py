"""The month at a glance, through the real widgets."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.views.staff.schedule.month.pane import MonthDays, MonthPane
from tests.journeys.desk import CONTROL, LEFT, PLAIN, Desk

Key = Qt.Key


async def open_month(desk: Desk) -> MonthDays:
    """Ctrl+3, until all of it is there."""
    await desk.press(Key.Key_3, CONTROL)
    month = desk.model.month
    await desk.until(lambda: month.is_open and not month.loading and bool(month.loads))
    pane = desk.screen.findChild(MonthPane)
    assert pane is not None
    pane.grab()
    return pane.days


async def test_a_month_by_keyboard_only(desk: Desk) -> None:
    """The focus is on today; arrows move it by days and weeks, Enter shows the day, Esc goes back without."""
    days = await open_month(desk)
    today = desk.model.schedule.day
    await desk.until(lambda: desk.focus() is days)
    await desk.press(Key.Key_Down)
    await desk.press(Key.Key_Right)
    assert "Wed" in days.accessibleDescription()
    await desk.press(Key.Key_Return)
    await desk.read()
    assert desk.model.schedule.day == today + timedelta(days=8)
    await desk.until(lambda: desk.focus() is desk.canvas)
    await open_month(desk)
    await desk.press(Key.Key_Escape)
    assert not desk.model.month.is_open


async def test_a_month_by_mouse(desk: Desk) -> None:
    """The bar's button opens it, the bar names the month, a click on a day shows it."""
    await desk.push("Month")
    month = desk.model.month
    await desk.until(lambda: month.is_open and not month.loading)
    assert desk.button("Month").isChecked()
    assert not desk.button("Day").isChecked()
    title = desk.window.findChild(QPushButton, "dayTitle")
    assert title.text() == month.title
    pane = desk.screen.findChild(MonthPane)
    assert pane is not None
    wanted = desk.model.schedule.day + timedelta(days=2)
    rect = pane.days.rect_of(wanted)
    assert rect is not None
    place = QPointF(rect.center() - QPoint(3, 3))
    none, above = Qt.MouseButton.NoButton, pane.days.mapToGlobal(place)
    QApplication.sendEvent(pane.days, QMouseEvent(QEvent.Type.MouseMove, place, above, none, none, PLAIN))
    QTest.mouseClick(pane.days, LEFT, PLAIN, rect.center())
    await desk.read()
    assert desk.model.schedule.day == wanted
    assert desk.button("Day").isChecked()
    assert title.text() == desk.model.schedule.state.title.full


async def test_a_month_left_at_once(desk: Desk) -> None:
    """Leaving while it is being read cancels that; opened again, it is read to its end."""
    await desk.press(Key.Key_3, CONTROL)
    await desk.until(lambda: desk.model.month.is_open)
    desk.model.month.leave()
    assert not desk.model.month.loading
    await open_month(desk)
