"""Passes printable keys that no field handles to TypedKeys, for all screens of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.viewmodels.typed_keys import TypedKeys
from app.views.widgets.keys import BESIDES, is_typed

CANCELING = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace)
HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
"""Keys that are held while another is pressed."""


class TypedKeyFilter(QObject):
    """Watches a window. A key event reaches the window itself only if no widget inside has accepted it.

    Accepting the ShortcutOverride keeps Qt from running a menu's one-letter shortcut before TypedKeys has
    decided. Keys count only while `screen` is visible.
    """

    def __init__(self, typed: TypedKeys, window: QWidget, screen: QWidget) -> None:
        super().__init__(screen)
        self._typed = typed
        self._screen = screen
        self._free = False
        """Whether no widget has claimed the key that is about to be pressed."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Process printable keys."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            return self._override(event)
        if event.type() is not QEvent.Type.KeyPress or not self._free or not is_typed(event):
            return False
        self._free = False
        if not event.isAutoRepeat():  # auto-repeat counts as one key
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._typed.press(event.text(), capital=shift and event.text().isalpha())
        return True

    def _override(self, event: QKeyEvent) -> bool:
        self._free = self._screen.isVisible() and is_typed(event)
        if event.key() in CANCELING:
            self._typed.cancel()
        elif _acts(event):
            self._typed.decide()
        if self._free:
            event.accept()
        return self._free


def _acts(event: QKeyEvent) -> bool:
    """Whether a key does something by itself, like Down or Ctrl+N: an accent's key and Caps Lock belong to a letter."""
    key = event.key()
    if Qt.Key.Key_Tab <= key <= Qt.Key.Key_PageDown or Qt.Key.Key_F1 <= key <= Qt.Key.Key_Menu:
        return True
    return bool(event.modifiers() & BESIDES) and key not in HELD
