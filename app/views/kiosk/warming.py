"""Loads, while nobody waits, what the first patient's first touch would wait for."""

from __future__ import annotations

from PySide6 import QtGui, QtWidgets


def load_types() -> None:
    """Have PySide make the enums of two types, which take longer than a page.

    An event filter that sees the style's events needs the first one, an announcement to screen readers the second.
    """
    _ = QtWidgets.QStyle.StateFlag, QtGui.QAccessible.Event
