"""The staff's hidden gesture: a finger held in the upper right corner of the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

HELD_MILLISECONDS = 4000
"""Longer than a patient who rests a finger somewhere."""
CORNER_PIXELS = 96


class CornerPress(QObject):
    """Watches presses in the window's corner. Qt makes a mouse press of a touch that no widget takes as a touch.

    What lies in the corner still gets the press; its release is taken away once the gesture is complete, so that no
    button is clicked by it.
    """

    def __init__(self, app: QApplication, window: QWidget, held: Callable[[], None]) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._held = held
        self._complete = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HELD_MILLISECONDS)
        self._timer.timeout.connect(self._finish)
        app.installEventFilter(self)

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a press from its begin to its end."""
        if not isinstance(event, QMouseEvent) or not isinstance(watched, QWidget):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress if self._is_corner(event.globalPosition()):
                self._complete = False
                if not self._timer.isActive():
                    self._timer.start()
            case QEvent.Type.MouseMove if self._timer.isActive() and not self._is_corner(
                event.globalPosition()
            ):
                self._timer.stop()
            case QEvent.Type.MouseButtonRelease:
                self._timer.stop()
                taken, self._complete = self._complete, False
                return taken
        return False

    def _is_corner(self, at: QPointF) -> bool:
        place = self._window.mapFromGlobal(at)
        return place.x() >= self._window.width() - CORNER_PIXELS and place.y() <= CORNER_PIXELS

    def _finish(self) -> None:
        self._complete = True
        self._held()
