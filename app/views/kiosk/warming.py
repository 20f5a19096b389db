"""Loads, while nobody waits, what the first patient's first touches would wait for."""

from __future__ import annotations

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


def load_types() -> None:
    """Have PySide make the enums of two types, which take longer than a page.

    An event filter that sees the style's events needs the first one, an announcement to screen readers the second.
    """
    _ = QtWidgets.QStyle.StateFlag, QtGui.QAccessible.Event


def paint_ahead(page: QWidget, size: QSize) -> None:
    """Lay out and paint a page that nobody sees: its fonts and its letters are loaded by it."""
    page.resize(size)
    page.grab()
