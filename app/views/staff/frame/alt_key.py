"""The Alt key pressed and released by itself opens the menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class AltKeyFilter(QObject):
    """Watches a window. A combination such as Alt+Left reaches it as a ShortcutOverride, and is no Alt by itself.

    Counts only while `screen` is visible.
    """

    def __init__(self, pressed: Callable[[], None], window: QWidget, screen: QWidget) -> None:
        super().__init__(screen)
        self._pressed = pressed
        self._screen = screen
        self._alone = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keys without taking any."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.WindowDeactivate):
            self._alone = False
        if not isinstance(event, QKeyEvent) or event.type() not in KEY_EVENTS:
            return False
        if event.key() != Qt.Key.Key_Alt:
            self._alone = False
        elif event.type() is QEvent.Type.KeyPress:
            self._alone = not event.isAutoRepeat() or self._alone
        elif event.type() is QEvent.Type.KeyRelease and not event.isAutoRepeat() and self._alone:
            self._alone = False
            if self._screen.isVisible():
                self._pressed()
        return False
