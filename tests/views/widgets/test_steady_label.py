"""A wrapping label whose height the layout doesn't have to follow."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.steady_label import SteadyLabel

LONG = "More than what is owed. It becomes unearned income. " * 4


def test_it_is_as_high_as_its_text(qtbot: QtBot) -> None:
    """All of a text is shown at any width, and the panel around it doesn't become dependent on its width."""
    panel = QWidget()
    qtbot.addWidget(panel)
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    label = SteadyLabel("alert")
    column.addWidget(label)
    label.setText(LONG)
    label.show()
    panel.show()
    heights = []
    for width in (600, 300, 200):
        panel.resize(width, 400)
        qtbot.waitUntil(lambda width=width: label.width() == width)
        assert label.height() == label.label.heightForWidth(width)
        heights.append(label.height())
    assert heights == sorted(set(heights))
    assert not panel.hasHeightForWidth()
