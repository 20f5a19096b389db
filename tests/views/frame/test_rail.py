"""The rail's buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.viewmodels.staff.rail_counts import RailCount
from app.views.staff.frame.parts.rail_button import RailButton


def test_a_count_is_seen_and_heard(qtbot: QtBot) -> None:
    """A count is at the corner of the button, inside it, and part of its name for screen readers; then gone again."""
    button = RailButton("Tasks")
    qtbot.addWidget(button)
    button.setFixedSize(58, 52)
    button.show()
    count = button.findChild(QLabel)
    assert count is not None
    assert not count.isVisible()
    for number, shown in ((3, "3"), (250, "99+")):
        button.show_count(RailCount(number, f"{number} unread"))
        assert (count.isVisible(), count.text()) == (True, shown)
        assert button.accessibleName() == f"Tasks, {number} unread"
        assert button.rect().contains(count.geometry())
    button.show_count(None)
    assert not count.isVisible()
    assert button.accessibleName() == "Tasks"
