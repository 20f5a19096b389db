"""Lists that show all of their rows."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.fitting import FittingList

ROWS = (
    "Tue, Nov 24, 3:00 PM",
    "Marchetti, William is in Harbor 2 at 2:20: 10 min at once",
    "Wed, Nov 25, 8:00 AM",
)


def test_a_list_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    """At any width, also after becoming narrower, every row is fully visible."""
    rows = FittingList()
    qtbot.addWidget(rows)
    rows.show_rows(ROWS)
    rows.show()
    heights = []
    for width in (400, 160):
        rows.resize(width, rows.height())
        last = rows.visualItemRect(rows.item(len(ROWS) - 1))
        assert last.height() > 0
        assert rows.height() == last.bottom() + 1 + 2 * rows.frameWidth()
        heights.append(rows.height())
    assert heights[0] < heights[1]
    rows.show_rows(ROWS[:1])
    assert rows.height() < heights[0]


def test_an_empty_list_takes_no_room(qtbot: QtBot) -> None:
    """Without rows there is only the frame, and Qt logs no warning."""
    rows = FittingList()
    qtbot.addWidget(rows)
    rows.show_rows(())
    assert rows.height() == 2 * rows.frameWidth()


def test_a_hidden_list_that_is_shown(qtbot: QtBot) -> None:
    """Rows that are filled in when a hidden list appears are as high as their wrapped text."""
    host = QWidget()
    qtbot.addWidget(host)
    column, rows = QVBoxLayout(host), FittingList()
    column.addWidget(rows)
    column.addStretch(1)
    rows.hide()
    host.resize(220, 300)
    host.show()
    rows.show()
    rows.show_rows(ROWS[1:2])
    assert rows.height() >= 2 * rows.fontMetrics().height()
