"""Attributes a burst of fast clicks to the button that the first of them hit."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication

PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class ClickGuard(QObject):
    """Watches adjacent buttons: a command may move them, and put another one under the mouse."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._first: QObject | None = None
        self._last = 0.0

    def add(self, button: QAbstractButton) -> None:
        """Watch this button too."""
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ignore a press as fast as the second one of a double click, on another button than the first.

        Qt reports it as a double click wherever the first one was, even on a page that these buttons
        replaced.
        """
        if event.type() not in PRESSES:
            return False
        now = time.monotonic()
        fast = (now - self._last) * 1000 < QApplication.doubleClickInterval()
        self._last = now
        if not fast:
            self._first = watched if event.type() is QEvent.Type.MouseButtonPress else None
        return watched is not self._first
