"""The wheel on the schedule, and zooming by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.staff.schedule.grid.surface import ZOOMS, fit_day
from tests.views.schedule.grids import NOW, PLAIN, day, some_visits

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(("modifier", "bar"), [(PLAIN, "vertical"), (SHIFT, "horizontal"), (CTRL, "none")])
def test_the_wheel(canvas: ScheduleCanvas, modifier: Qt.KeyboardModifier, bar: str) -> None:
    """The wheel scrolls, with Shift horizontally, with Ctrl it zooms."""
    canvas.show_grid(day(some_visits(), 12), NOW)
    bars = {"vertical": canvas.verticalScrollBar(), "horizontal": canvas.horizontalScrollBar()}
    bars["vertical"].setValue(0)
    hour = canvas.scene.geometry.hour
    wheel(canvas, -120, modifier)
    assert {name for name, each in bars.items() if each.value()} == {bar} - {"none"}
    assert (canvas.scene.geometry.hour < hour) is (modifier is CTRL)


def test_a_touchpad_zooms_by_the_notch(canvas: ScheduleCanvas) -> None:
    """Small steps with Ctrl add up to one step of zoom."""
    hour = canvas.scene.geometry.hour
    for _ in range(3):
        wheel(canvas, 30, CTRL)
    assert canvas.scene.geometry.hour == hour
    wheel(canvas, 30, CTRL)
    assert canvas.scene.geometry.hour > hour


def test_a_zoom_fits_the_day(canvas: ScheduleCanvas) -> None:
    """Fitted, the whole day is visible without scrolling; if that isn't readable, the zoom is at its minimum."""
    canvas.resize(900, 1200)
    fit_day(canvas)
    assert canvas.verticalScrollBar().maximum() <= 1
    assert canvas.sight.visible().height - canvas.scene.geometry.height < canvas.scene.geometry.hour // 4
    canvas.resize(900, 400)
    fit_day(canvas)
    assert canvas.scene.geometry.hour == ZOOMS[0]
    assert canvas.verticalScrollBar().value() == 0


def wheel(canvas: ScheduleCanvas, turned: int, modifier: Qt.KeyboardModifier) -> None:
    """One notch of the wheel in the middle of the grid."""
    where = QPointF(canvas.viewport().rect().center())
    event = QWheelEvent(
        where,
        canvas.viewport().mapToGlobal(where),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)
