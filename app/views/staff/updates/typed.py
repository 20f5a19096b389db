"""Whether anything that was typed in a window is not saved yet."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QTextEdit, QWidget


def has_typed(window: QWidget) -> bool:
    """Whether a field has text that the user typed, also on a screen that is not shown now.

    A form that was closed doesn't count, whatever is left in it.
    """
    fields: list[QWidget] = [
        each
        for each in window.findChildren(QLineEdit)
        if each.isModified() and each.text() and not each.isReadOnly()
    ]
    texts: list[QPlainTextEdit | QTextEdit] = [
        *window.findChildren(QPlainTextEdit),
        *window.findChildren(QTextEdit),
    ]
    fields += [
        each
        for each in texts
        if each.document().isModified() and not each.document().isEmpty() and not each.isReadOnly()
    ]
    return any(_is_open(each, window) for each in fields)


def _is_open(field: QWidget, window: QWidget) -> bool:
    """Whether it is shown, or would be if its screen or tab were."""
    part: QWidget | None = field
    while part is not None and part is not window:
        above = part.parentWidget()
        in_stack = isinstance(above, QStackedWidget) and above.indexOf(part) >= 0
        if part.isHidden() and not in_stack:
            return False
        part = above
    return True
