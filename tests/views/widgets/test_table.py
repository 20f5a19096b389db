"""The table on the screen, with keyboard and mouse."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.views.widgets.tables.pane import TablePane
from app.views.widgets.tables.view import TSV
from tests.support.noting import NotingDesk
from tests.support.sample_table import procedures, sample_table

Key = Qt.Key


def shown(qtbot: QtBot, count: int = 40, width: int = 800) -> TablePane:
    """A pane on the screen."""
    pane = TablePane(sample_table(count))
    qtbot.addWidget(pane)
    pane.resize(width, 400)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def test_the_keyboard_moves_opens_and_copies(qtbot: QtBot) -> None:
    """Down, End and Home move by row, Enter opens, Ctrl+C copies the rows as tab-separated text."""
    pane = shown(qtbot)
    desk = NotingDesk()
    desk.setParent(pane)  # lives as long as the table
    pane._viewmodel.setParent(desk)
    opened: list[int] = []
    pane._viewmodel.opened.connect(lambda row: opened.append(row.number))
    pane.table.setFocus()
    for key, row in ((Key.Key_Down, 1), (Key.Key_End, 39), (Key.Key_Home, 0)):
        qtbot.keyClick(pane.table, key)
        assert pane.table.currentIndex().row() == row
    qtbot.keyClick(pane.table, Key.Key_Return)
    assert opened == [1]
    qtbot.keyClick(pane.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(pane.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines()[1].split("\t")[1] == "D2740"
    assert bytes(data.data(TSV).data()).decode() == data.text()
    assert len(desk.noted) == 1


def test_the_first_key_selects(qtbot: QtBot) -> None:
    """Where the cursor is on the last row, with nothing selected, End selects it."""
    pane = shown(qtbot)
    last = pane.table.model().index(39, 0)
    pane.table.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
    pane.table.clearSelection()
    pane.table.setFocus()
    for key in (Key.Key_End, Key.Key_Down):
        qtbot.keyClick(pane.table, key)
        assert [index.row() for index in pane.table.selectionModel().selectedRows()] == [39]
        pane.table.clearSelection()


def test_letters_are_left_to_the_window(qtbot: QtBot) -> None:
    """A letter typed in the table is not used up: the window searches for a patient with it."""
    pane = shown(qtbot)
    pane.table.setFocus()
    pane.table.selectRow(3)
    qtbot.keyClick(pane.table, Key.Key_D)
    assert pane.table.currentIndex().row() == 3


def test_the_filter_leads_to_the_rows(qtbot: QtBot) -> None:
    """Typing filters, Down goes to the first match, Esc clears; where nothing matches, that is said."""
    pane = shown(qtbot)
    qtbot.keyClicks(pane.filter_field, "crown")
    assert pane.table.model().rowCount() == 8
    qtbot.keyClick(pane.filter_field, Key.Key_Down)
    assert pane.table.currentIndex().row() == 0
    qtbot.keyClicks(pane.filter_field, "zzz")
    assert not pane.table.isVisible()
    qtbot.keyClick(pane.filter_field, Key.Key_Escape)
    assert pane.table.isVisible()
    assert pane.table.model().rowCount() == 40


def test_the_focus_waits_for_the_rows(qtbot: QtBot) -> None:
    """While there are no rows the message has the focus, never a field beside them, and passes it on to the rows."""
    pane = shown(qtbot)
    pane.activateWindow()
    with qtbot.waitActive(pane):
        pane.table.setFocus()
    assert pane.table.hasFocus()
    rows = list(pane._viewmodel.model.rows)
    pane._viewmodel.show_words("Loading…")
    assert not pane.table.isVisible()
    assert pane._message.hasFocus()
    assert pane._message.accessibleName()
    pane._viewmodel.show_rows(rows)
    assert pane.table.hasFocus()
    pane.filter_field.setFocus()
    pane._viewmodel.show_words("Loading…")
    assert pane.filter_field.hasFocus()


def test_the_columns_fill_the_width(qtbot: QtBot) -> None:
    """At every width the columns fill the view, and below it none is cut off: the table scrolls."""
    pane = shown(qtbot)
    head = pane.table.horizontalHeader()
    for width in (320, 500, 800, 1200, 1600):
        pane.resize(width, 400)
        assert pane.width() == width
        assert head.length() == max(pane.table.viewport().width(), head.length())
        assert head.length() <= max(pane.table.viewport().width(), 470)


def test_columns_grow_with_what_comes(qtbot: QtBot) -> None:
    """A longer text gets room that others don't need; fewer or shorter rows move no column."""
    pane = shown(qtbot, count=0, width=640)
    head, table = pane.table.horizontalHeader(), pane._viewmodel
    table.show_rows(procedures(2))
    before = [head.sectionSize(at) for at in range(5)]
    rows = [*procedures(2), *(replace(row, code="D" * 9, number=10 + row.number) for row in procedures(2))]
    table.show_rows(rows)
    qtbot.waitUntil(lambda: head.sectionSize(1) > before[1])
    after = [head.sectionSize(at) for at in range(5)]
    assert sum(after) == sum(before)
    table.show_rows(procedures(1))
    pane.table._measure()
    assert [head.sectionSize(at) for at in range(5)] == after


def test_columns_are_as_wide_whichever_row_came_first(qtbot: QtBot) -> None:
    """A text of fewer, wider letters counts beside longer ones: it did only while it was among the longest."""
    wide, *narrow = (
        replace(row, code=code, number=number)
        for number, (row, code) in enumerate(
            zip(procedures(4), ("W" * 7, *("i" * 9 + last for last in "jlt")), strict=True)
        )
    )
    widths = []
    for rows in ([wide, *narrow], [*narrow, wide], [wide]):
        pane = shown(qtbot, count=0, width=640)
        pane._viewmodel.show_rows(rows)
        widths.append(pane.table.horizontalHeader().sectionSize(1))
    assert len(set(widths)) == 1


def test_a_title_sorts_and_a_column_can_be_hidden(qtbot: QtBot) -> None:
    """A click on a title sorts by it; the menu hides a column; the dates can't be hidden."""
    pane = shown(qtbot)
    head = pane.table.horizontalHeader()
    at = head.sectionViewportPosition(4) + 8
    pos = head.viewport().rect().topLeft()
    pos.setX(at)
    pos.setY(10)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=pos)
    assert pane.table.model().index(0, 4).data() == "−35.00"
    menu = pane.table.column_menu(QMenu(pane))
    actions = {each.text(): each for each in menu.actions()}
    assert not actions["Date"].isEnabled()
    actions["Code"].trigger()
    assert head.isSectionHidden(1)
    head.moveSection(head.visualIndex(4), 0)
    assert pane._viewmodel.columns.shown[0] == 4


def test_a_screen_reader_hears_the_cells(qtbot: QtBot) -> None:
    """The table has a name, and its cells have their text."""
    pane = shown(qtbot)
    read = QAccessible.queryAccessibleInterface(pane.table)
    assert read.text(QAccessible.Text.Name) == "Procedures"
    said = [read.child(at).text(QAccessible.Text.Name) for at in range(20)]
    assert "Description" in said
    assert "Prophylaxis, adult" in said
