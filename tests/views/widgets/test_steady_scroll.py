"""A scroll area whose content keeps its width."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.fitting import FittingScroll
from app.views.widgets.steady_scroll import SteadyScrollArea

TEXT = "Bring X-rays of the previous office, and ask about antibiotics before the appointment. " * 4


def test_the_contents_keep_their_width_at_every_height(qtbot: QtBot) -> None:
    """A scroll bar that comes or goes wraps no text differently, also where one line more would not fit."""
    area = SteadyScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    contents = QWidget()
    column = QVBoxLayout(contents)
    label = QLabel(TEXT)
    label.setWordWrap(True)
    column.addWidget(FittingScroll(label))
    area.setWidget(contents)
    area.resize(240, 400)
    area.show()
    qtbot.waitExposed(area)
    widths = set()
    scrolls = set()
    for height in range(40, 400):
        area.resize(240, height)
        qtbot.wait(0)
        widths.add(area.viewport().width())
        scrolls.add(area.verticalScrollBar().maximum() > 0)
    assert len(widths) == 1
    assert scrolls == {True, False}
