"""Scroll areas as high as their contents."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import plain_label


def test_a_scroll_bar_goes_once_the_contents_fit(qtbot: QtBot) -> None:
    """A text that takes one line more beside a scroll bar doesn't keep that bar."""
    body, label = QWidget(), plain_label("word " * 14, wrap=True)
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label)
    scroll = FittingScroll(body)
    qtbot.addWidget(scroll)
    wide = next(
        each for each in range(120, 400) if label.heightForWidth(each) < label.heightForWidth(each - 1)
    )
    needed = label.heightForWidth(wide)
    scroll.resize(wide, needed - 1)
    scroll.show()
    qtbot.waitUntil(scroll.verticalScrollBar().isVisible)
    scroll.resize(wide, needed)
    qtbot.waitUntil(lambda: not scroll.verticalScrollBar().isVisible())
    assert scroll.maximumViewportSize().width() == scroll.viewport().width()


def test_contents_that_grow_are_never_cut(qtbot: QtBot) -> None:
    """Where there is room, no turn of the event loop shows a scroll bar beside new lines: it would cut them."""
    host, body = QWidget(), QWidget()
    lines = QVBoxLayout(body)
    column = QVBoxLayout(host)
    scroll = FittingScroll(body)
    column.addWidget(scroll)
    column.addStretch(1)
    qtbot.addWidget(host)
    host.resize(300, 600)
    host.show()
    qtbot.waitExposed(host)
    bars = []
    for number in range(12):
        lines.addWidget(plain_label(f"Line {number}", wrap=True))
        for _ in range(3):
            QApplication.processEvents()
            bars.append(scroll.viewport().width() < scroll.maximumViewportSize().width())
    assert not any(bars)
    assert scroll.height() >= body.sizeHint().height()
