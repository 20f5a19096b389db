"""A message in place of the work area."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.message import MessagePane


def test_all_lines_are_shown(qtbot: QtBot) -> None:
    """However long the text and wide the pane, every line of it has room; a short one takes no more than one line."""
    area = QWidget()
    qtbot.addWidget(area)
    column, pane = QVBoxLayout(area), MessagePane()
    column.addStretch(1)
    column.addWidget(pane)
    column.addStretch(1)
    area.show()
    words, line = pane.findChildren(QLabel)[0], area.fontMetrics().height()
    for width in (300, 420, 700, 1200):
        area.resize(width, 400)
        for length in range(1, 120, 3):
            pane.fill("m " * length)
            QCoreApplication.sendPostedEvents()
            assert words.height() >= words.heightForWidth(words.width())
        pane.fill("Short.")
        QCoreApplication.sendPostedEvents()
        assert words.height() < 2 * line
