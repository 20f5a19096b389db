"""The visible texts in a picture of the tour, with their positions."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QWidget

Words = dict[str, tuple[int, int, int, int]]
"""Each text with its widget's rectangle in the picture: left, top, width, height, in pixels without scaling."""


def texts_in(pictured: QWidget) -> Words:
    """The texts of visible labels, buttons, fields and menu entries. Painted text is not included."""
    found: Words = {}
    for widget in (pictured, *pictured.findChildren(QWidget)):
        if not widget.isVisibleTo(pictured) or not widget.width():
            continue
        corner = widget.mapTo(pictured, QPoint(0, 0))
        if isinstance(widget, QMenu):
            for action in widget.actions():
                box = widget.actionGeometry(action)
                _add(
                    found,
                    _text_of(action),
                    (corner.x() + box.x(), corner.y() + box.y(), box.width(), box.height()),
                )
        elif isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            _add(found, _text_of(widget), (corner.x(), corner.y(), widget.width(), widget.height()))
    return found


def _text_of(widget: QLabel | QAbstractButton | QLineEdit | QAction) -> str:
    return widget.text().replace("&", "").replace("\u200b", "").strip()


def _add(found: Words, text: str, box: tuple[int, int, int, int]) -> None:
    if text:
        found.setdefault(text, box)
