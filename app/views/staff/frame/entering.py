"""Whether the user is in the middle of something in a window, as seen from its widgets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)


def is_entering(part: QWidget) -> bool:
    """Whether a mouse button is held, a dialog asks something, or the field with the focus has text the user typed.

    Also while another program is in front: the field then has the focus again with the window.
    """
    window = part.window()
    if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        return True
    if QApplication.activeModalWidget() not in (None, window):
        return True
    field: QWidget | None = window.focusWidget()
    if isinstance(field, QComboBox | QAbstractSpinBox):
        field = field.findChild(QLineEdit)
    if isinstance(field, QLineEdit):
        return field.isModified() and bool(field.text()) and not field.isReadOnly()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isModified() and not field.isReadOnly()
    return False
