"""Announcements for screen readers."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have a screen reader say something that has no focus; `urgent` interrupts what it is saying.

    Qt's types for this have 200 enumeration values, which PySide makes when they are first named: not at the start.
    """
    event = QtGui.QAccessibleAnnouncementEvent(widget, words)
    if urgent:
        event.setPoliteness(QtGui.QAccessible.AnnouncementPoliteness.Assertive)
    QtGui.QAccessible.updateAccessibility(event)
