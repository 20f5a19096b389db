"""Dragging an appointment to another day by mouse: over the strip of days, or onto a date."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.schedule.visit import Stage, Visit
from app.views.staff.schedule.moving.day_strip import DayStrip
from tests.journeys.desk import Desk, minutes_of


def take_hold(desk: Desk, visit: Visit) -> DayStrip:
    """Begin to drag an appointment; the strip of days appears."""
    start = desk.place(visit.apt_num)
    desk.hold(start)
    desk.pull(start + QPoint(0, QApplication.startDragDistance()))
    strip = desk.window.findChild(DayStrip)
    assert strip is not None
    assert strip.isVisible()
    return strip


def over(desk: Desk, strip: DayStrip, at: int) -> QPoint:
    """The middle of a date, in the viewport's pixels."""
    label = cells(strip)[at]
    return desk.canvas.viewport().mapFromGlobal(label.mapToGlobal(label.rect().center()))


def cells(strip: DayStrip) -> list[QLabel]:
    """The dates."""
    return [each for each in strip.findChildren(QLabel) if each.property("kind") == "dayCell"]


async def test_rest_on_a_date_and_drop_below(desk: Desk) -> None:
    """Resting on a date shows its day with the appointment at its own time; it is dropped anywhere on that day."""
    visit = desk.find(Stage.CONFIRMED, where=desk.alone)
    strip = take_hold(desk, visit)
    desk.pull(over(desk, strip, 1))
    next_day = visit.start.date() + timedelta(days=1)
    await desk.until(lambda: desk.canvas.scene.grid.days == (next_day,))
    await desk.read()
    drag = desk.canvas.dragging.drag
    assert drag is not None
    assert (drag.column, drag.start) == (visit.op_num, minutes_of(visit.start))
    free = next(minute for minute in range(480, 1020, 10) if is_free(desk, visit, minute))
    spot = desk.spot(visit.op_num, free + visit.minutes / 2)
    desk.pull(spot)
    desk.release(spot)
    await desk.told("moved to")
    moved = desk.served.start_of(visit.apt_num)
    assert moved.date() == next_day
    assert abs(minutes_of(moved) - free) <= 10
    assert not strip.isVisible()
    assert desk.selected.apt_num == visit.apt_num


def is_free(desk: Desk, visit: Visit, minute: int) -> bool:
    """Whether the appointment has no clash there."""
    return not desk.model.drop.describe_drop(visit.apt_num, visit.op_num, minute, visit.minutes).clash


async def test_dropped_on_a_date(desk: Desk) -> None:
    """Dropped on a date it keeps its time and operatory; whatever is in the way there is told first."""
    visit = desk.find(Stage.CONFIRMED, where=desk.alone)
    strip = take_hold(desk, visit)
    spot = over(desk, strip, 2)
    desk.pull(spot)
    desk.release(spot)
    await desk.until(lambda: bool(desk.toasts))
    if any("Not moved:" in line for line in desk.toasts):
        assert desk.entries == ()
        desk.press_button("Move anyway", desk.toast("Not moved:"))
    await desk.told("moved to")
    await desk.until(lambda: desk.served.start_of(visit.apt_num) == visit.start + timedelta(days=2))
    assert desk.served.row(visit.apt_num)["Op"] == visit.op_num
    await desk.until(lambda: desk.shown(visit.apt_num) is not None)


async def test_let_go_elsewhere_returns(desk: Desk) -> None:
    """Let go outside of schedule and dates, the appointment stays, and its own day is shown again."""
    visit = desk.find(Stage.CONFIRMED, where=desk.alone)
    strip = take_hold(desk, visit)
    desk.pull(over(desk, strip, 3))
    await desk.until(lambda: desk.canvas.scene.grid.days != (visit.start.date(),))
    outside = QPoint(-200, 300)
    desk.pull(outside)
    desk.release(outside)
    await desk.until(lambda: desk.shown(visit.apt_num) is not None)
    assert not strip.isVisible()
    assert desk.entries == ()


async def test_keys_and_the_right_button(desk: Desk) -> None:
    """What the arrow keys move doesn't follow the mouse over the dates; the right button cancels there too."""
    visit = await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    await desk.press(Qt.Key.Key_M)
    await desk.press(Qt.Key.Key_Down)
    before = desk.canvas.dragging.drag
    strip = desk.window.findChild(DayStrip)
    assert strip is not None
    point(strip, QEvent.Type.MouseMove, QPoint(strip.width() - 2, 1), Qt.MouseButton.NoButton)
    await desk.turn()
    assert desk.canvas.dragging.drag == before
    where = strip.mapFromGlobal(desk.canvas.viewport().mapToGlobal(over(desk, strip, 2)))
    point(strip, QEvent.Type.MouseButtonPress, where, Qt.MouseButton.RightButton)
    await desk.turn()
    assert desk.canvas.dragging.drag is None
    assert desk.entries == ()
    assert desk.shown(visit.apt_num) is not None


def point(strip: DayStrip, kind: QEvent.Type, where: QPoint, button: Qt.MouseButton) -> None:
    """Send the strip one event of the mouse."""
    spot, globally = QPointF(where), QPointF(strip.mapToGlobal(where))
    QApplication.sendEvent(
        strip, QMouseEvent(kind, spot, globally, button, button, Qt.KeyboardModifier.NoModifier)
    )
