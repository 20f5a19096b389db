"""A list of rows of one height."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, QStringListModel, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from app.views.widgets.fixed_rows import FixedRowList, RowState
from tests.support.kinds import the

HEIGHT, ROOM = 20, 200
Key = Qt.Key


class Rows:
    """Draws nothing, and remembers what it was asked to draw."""

    def __init__(self, _widget: object) -> None:
        self.height = HEIGHT
        self.drawn: list[tuple[int, RowState]] = []

    def draw(self, painter: QPainter, place: QRect, index: QModelIndex, state: RowState) -> None:
        """Remember it."""
        self.drawn.append((index.row(), state))

    def tip(self, index: QModelIndex) -> str:
        """Its text."""
        return str(index.data())


class Counting(QStringListModel):
    """Counts what it is asked."""

    asked = 0

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Count it."""
        self.asked += 1
        return super().data(index, role)


@pytest.fixture
def view(qtbot: QtBot) -> FixedRowList:
    """A thousand rows, ten of which are in view."""
    made = FixedRowList(Counting([f"row {number}" for number in range(1_000)]), Rows)
    made.setFrameShape(QAbstractItemView.Shape.NoFrame)
    qtbot.addWidget(made)
    made.resize(300, ROOM)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    made.setCurrentIndex(made.model().index(0, 0))
    return made


def top(view: FixedRowList) -> str:
    """The row at the top."""
    return str(view.indexAt(QPoint(1, 0)).data())


def test_only_what_is_in_view_is_drawn(view: FixedRowList) -> None:
    """However many rows there are, the model is asked for no others, and a few pixels show one more."""
    assert view.verticalScrollBar().maximum() == 1_000 * HEIGHT - ROOM
    the(Rows, view._painter).drawn.clear()
    view.viewport().repaint()
    assert [row for row, _ in the(Rows, view._painter).drawn] == [*range(10)]
    assert the(Rows, view._painter).drawn[0][1].focused
    view.verticalScrollBar().setValue(5)
    assert view.in_view == range(11)
    assert the(Counting, view.model()).asked < 5


def test_keys(view: FixedRowList, qtbot: QtBot) -> None:
    """Arrows, pages and ends move the current row and keep it in view, and stop at both ends."""
    for key, row in (
        (Key.Key_Down, 1),
        (Key.Key_PageDown, 11),
        (Key.Key_End, 999),
        (Key.Key_Down, 999),
        (Key.Key_PageUp, 989),
        (Key.Key_Up, 988),
        (Key.Key_Home, 0),
        (Key.Key_Up, 0),
    ):
        qtbot.keyClick(view, key)
        assert view.currentIndex().row() == row
        assert row in view.in_view
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
        assert view.selectionModel().selectedIndexes() == [view.currentIndex()]


def test_what_is_read_stays(view: FixedRowList) -> None:
    """Rows that come, go or move above the view don't move it; at the top, new ones are shown."""
    model = view.model()
    view.verticalScrollBar().setValue(100 * HEIGHT + 7)
    view.setCurrentIndex(model.index(103, 0))
    place = view.visualRect(view.currentIndex())
    model.insertRows(50, 3)
    assert (top(view), view.visualRect(view.currentIndex())) == ("row 100", place)
    model.removeRows(0, 20)
    assert (top(view), view.visualRect(view.currentIndex())) == ("row 100", place)
    model.moveRow(QModelIndex(), 900, QModelIndex(), 0)
    assert (top(view), view.visualRect(view.currentIndex())) == ("row 100", place)
    model.insertRows(500, 3)
    assert top(view) == "row 100"
    model.removeRows(view.in_view[0], 2)
    assert top(view) == "row 102"
    view.verticalScrollBar().setValue(0)
    model.insertRows(0, 1)
    assert view.in_view[0] == 0
    model.removeRows(5, model.rowCount() - 5)
    assert view.verticalScrollBar().maximum() == 0


def test_other_rows(view: FixedRowList) -> None:
    """Where another list is shown, it begins at its top, or with the row that is still current."""
    view.verticalScrollBar().setValue(4_000)
    view.setCurrentIndex(QModelIndex())
    view.start_over()
    assert view.verticalOffset() == 0
    view.setCurrentIndex(view.model().index(500, 0))
    view.start_over()
    assert 500 in view.in_view


def test_the_mouse(view: FixedRowList, qtbot: QtBot) -> None:
    """A click selects the row below it, and the row under the mouse is marked."""
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 3 * HEIGHT + 5))
    assert view.currentIndex().row() == 3
    assert view.indexAt(QPoint(5, -1)).row() == -1
    view.scrollTo(view.model().index(50, 0), QAbstractItemView.ScrollHint.PositionAtTop)
    assert view.in_view[0] == 50
    view.scrollTo(view.model().index(50, 0), QAbstractItemView.ScrollHint.PositionAtBottom)
    assert view.in_view[-1] == 50
    view.scrollTo(view.model().index(50, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
    assert 50 - view.in_view[0] in (4, 5)
