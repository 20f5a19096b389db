"""Ignores the second click of a double click on something that shows another screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication


class SecondClick(QObject):
    """Qt reports it as a double click on whatever is under the mouse by then, such as a button of that screen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._end)

    def ignore(self) -> None:
        """The first click has just been made."""
        if (app := QApplication.instance()) is not None:
            app.installEventFilter(self)
            self._wait.start(QApplication.doubleClickInterval())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow it."""
        return event.type() is QEvent.Type.MouseButtonDblClick

    def _end(self) -> None:
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)
