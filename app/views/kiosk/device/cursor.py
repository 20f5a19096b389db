"""The mouse pointer: hidden while the screen is touched, back as soon as a mouse moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputDevice, QPointerEvent
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress})
_MOVES = frozenset({QEvent.Type.MouseMove, QEvent.Type.HoverMove})


class TouchCursor(QObject):
    """Between `begin` and `end`."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.hidden = False

    def begin(self) -> None:
        """Hide it until a mouse moves: a kiosk with a touch screen never shows it."""
        self._app.installEventFilter(self)
        self._hide()

    def end(self) -> None:
        """Show it."""
        self._app.removeEventFilter(self)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice what is used."""
        kind = event.type()
        if kind in _TOUCHES or kind in _MOVES:
            by_touch = (
                isinstance(event, QPointerEvent)
                and event.device().type() == QInputDevice.DeviceType.TouchScreen
            )
            if by_touch:
                self._hide()
            elif kind in _MOVES and event.spontaneous():
                self._show()
        return False

    def _hide(self) -> None:
        if not self.hidden:
            self.hidden = True
            self._app.setOverrideCursor(Qt.CursorShape.BlankCursor)

    def _show(self) -> None:
        if self.hidden:
            self.hidden = False
            self._app.restoreOverrideCursor()
