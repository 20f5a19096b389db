"""The wheel on the schedule: scrolls, with Shift horizontally; with Ctrl zooms at the pointer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

from app.views.staff.schedule.grid.surface import WHEEL_STEP, ScheduleSurface

NOTCH = 120
"""Qt's value for one notch of a wheel."""


class Wheel:
    """Handles a surface's wheel."""

    def __init__(self, surface: ScheduleSurface) -> None:
        self._surface = surface
        self._turned = 0

    def turn(self, event: QWheelEvent) -> None:
        """Handle one of the surface's wheel events."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(event)
        else:
            self._scroll(event)
        event.accept()

    def _zoom(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()  # a touchpad sends a notch in many small steps
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        if steps:
            self._surface.zoom_by(steps, round(event.position().y()))

    def _scroll(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not turned.y()
        bar = self._surface.horizontalScrollBar() if sideways else self._surface.verticalScrollBar()
        notches = (turned.y() or turned.x()) / NOTCH
        bar.setValue(bar.value() - round(notches * self._surface.scene.theme.u(WHEEL_STEP)))
