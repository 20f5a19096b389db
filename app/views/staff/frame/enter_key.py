"""Enter presses the focused button: outside of dialogs Qt has Space only.

Loaded with the first key that reaches the window: Qt's namespace, where the keys are, takes longer than the first
paint's own modules together.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press(focused: QWidget | None, event: QKeyEvent) -> bool:
    """Press this widget if it is a button and the key is Enter, once however long it is held. Returns whether it is."""
    if event.key() not in ENTER or not isinstance(focused, QPushButton | QToolButton):
        return False
    if not event.isAutoRepeat():
        focused.click()
    return True
