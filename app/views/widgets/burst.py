"""Clicks that follow each other fast belong to the button that the first of them met."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication

PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Burst(QObject):
    """Watches buttons side by side: what a command changes may move them, and put another one under the mouse."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._first: QObject | None = None
        self._last = 0.0

    def add(self, button: QAbstractButton) -> None:
        """Watch this button too."""
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow a press that comes as fast as a double click's second one, on another button than the first.

        Qt calls it a double click wherever the first one was: on a page that has given way to these buttons, too.
        """
        if event.type() not in PRESSES:
            return False
        now = time.monotonic()
        fast = (now - self._last) * 1000 < QApplication.doubleClickInterval()
        self._last = now
        if not fast:
            self._first = watched if event.type() is QEvent.Type.MouseButtonPress else None
        return watched is not self._first
