"""Keys that a part of the window keeps: letters typed or searched in it are not shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

BESIDES = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)

ERASING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def is_typed(event: QKeyEvent) -> bool:
    """Whether a key writes a character: printable, without Ctrl, Alt or Meta."""
    return event.text().isprintable() and bool(event.text()) and not event.modifiers() & BESIDES


def keeps(event: QEvent) -> bool:
    """Whether an event asks if a plain key is a shortcut. Accepting it sends the key to the focused widget instead.

    The schedule's keys (A: arrived) work while the schedule has the focus, not in a list that searches by
    letter.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    writes = bool(event.text().strip()) or event.key() in ERASING
    return writes and not event.modifiers() & BESIDES
