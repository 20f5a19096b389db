"""The timeline on the screen: rows of different heights among thousands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont, QGuiApplication
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from app.viewmodels.timeline import TimelineEntry, TimelineViewModel
from app.views.theme.fonts import make_fonts
from app.views.widgets.timeline.heights import RowHeights
from app.views.widgets.timeline.pane import TimelinePane
from app.views.widgets.timeline.typeset import SetEntry
from app.views.widgets.timeline.view import TimelineView
from tests.support.sample_timeline import entries, sample_timeline

Key = Qt.Key


def shown(qtbot: QtBot, count: int = 300, width: int = 600) -> TimelineView:
    """A timeline on the screen."""
    view = TimelineView(sample_timeline(count))
    view._viewmodel.setParent(view)
    qtbot.addWidget(view)
    view.resize(width, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return view


def check_places(view: TimelineView) -> None:
    """The rows in view are measured, and lie one below the other without a gap."""
    heights, y = view._rows.heights, 0
    row = view.indexAt(QPoint(5, 0)).row()
    while row < len(heights) and y < view.viewport().height():
        place = view.visualRect(view.model().index(row, 0))
        assert place.height() == view._rows.lay_out(row).height
        assert view.indexAt(QPoint(5, max(place.top(), 0))).row() == row
        y, row = place.bottom() + 1, row + 1


def test_every_row_in_view_has_its_own_height(qtbot: QtBot) -> None:
    """Wherever the user scrolls, at every width, rows are as high as their text and join without gaps."""
    view = shown(qtbot)
    for width in (320, 800):
        view.resize(width, 400)
        for value in (0, 777, view.verticalScrollBar().maximum() // 2, view.verticalScrollBar().maximum()):
            view.verticalScrollBar().setValue(value)
            check_places(view)


def test_keys_move_and_keep_the_row_in_view(qtbot: QtBot) -> None:
    """Down, Page Down, End and Home select a row that is in view."""
    view = shown(qtbot)
    steps = (
        (Key.Key_Down, 1),
        (Key.Key_End, 299),
        (Key.Key_Up, 298),
        (Key.Key_Home, 0),
        (Key.Key_PageDown, None),
    )
    for key, row in steps:
        qtbot.keyClick(view, key)
        current = view.currentIndex()
        assert row is None or current.row() == row
        assert view.viewport().rect().contains(view.visualRect(current).center())
        assert view.selectionModel().isSelected(current)
        check_places(view)
    assert view.currentIndex().row() > 2
    qtbot.keyClick(view, Key.Key_PageUp)
    assert view.currentIndex().row() == 0


def test_scrolling_up_does_not_move_what_is_read(qtbot: QtBot) -> None:
    """Rows measured above the view leave the rows in view in their place, to the pixel."""
    view = shown(qtbot)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    for _ in range(60):
        row = view.indexAt(QPoint(5, 200)).row()
        before = view.visualRect(view.model().index(row, 0)).top()
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 40)
        assert view.visualRect(view.model().index(row, 0)).top() == before + 40


def test_new_entries_above_leave_the_view_alone(qtbot: QtBot) -> None:
    """An entry added or removed above what is read moves nothing; at the top, a new entry comes into view."""
    view = shown(qtbot)
    rows, extra = entries(300), TimelineEntry("new", None, "NOTE", "New")
    view._viewmodel.show_rows([extra, *rows])
    assert view.visualRect(view.model().index(0, 0)).top() == 0
    view.verticalScrollBar().setValue(2000)
    at = view.indexAt(QPoint(5, 100))
    key, top = view._viewmodel.model.rows[at.row()].key, view.visualRect(at).top()
    for changed in (rows, [extra, *rows]):
        view._viewmodel.show_rows(changed)
        row = [entry.key for entry in view._viewmodel.model.rows].index(key)
        assert view.visualRect(view.model().index(row, 0)).top() == top
        check_places(view)


def test_a_long_note_unfolds(qtbot: QtBot) -> None:
    """Space, or a click on the link, shows all lines of a note and again only the first; short ones have no link."""
    view = shown(qtbot)
    row = next(at for at in range(300) if view._rows.lay_out(at).has_more)
    view.setCurrentIndex(view.model().index(row, 0))
    low = view.visualRect(view.currentIndex()).height()
    qtbot.keyClick(view, Key.Key_Space)
    assert view.visualRect(view.currentIndex()).height() > low
    link = view._rows.lay_out(row).more_place.center() + view.visualRect(view.currentIndex()).topLeft()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=link)
    assert view.visualRect(view.currentIndex()).height() == low
    view.unfold(1)
    assert not view._rows.lay_out(1).has_more


def test_notes_are_shown_as_they_were_typed(qtbot: QtBot) -> None:
    """Markup, entities, tabs and line breaks are text; an endless word wraps; nothing is lost when unfolded."""
    text = "<b>x</b> &amp;\tend\r\nsecond\rthird\n" + "W" * 300
    fonts = make_fonts(QFont())
    entry = SetEntry(TimelineEntry(1, None, "NOTE", "Note", text), 300, fonts, unfolded=True)
    assert entry._text is not None
    assert entry._text.text() == text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\u2028")
    assert all(entry._text.lineAt(at).naturalTextWidth() <= 300 for at in range(entry._text.lineCount()))
    assert entry._text.lineCount() > 6


def test_enter_opens_and_copying_gives_the_text(qtbot: QtBot) -> None:
    """Enter opens the entry; Ctrl+C copies it with its date and author; a letter is left to the window."""
    view = shown(qtbot)
    opened: list[object] = []
    view._viewmodel.opened.connect(lambda entry: opened.append(entry.key))
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == view._viewmodel.model.rows[1].whole
    qtbot.keyClick(view, Key.Key_N)
    assert view.currentIndex().row() == 1
    assert opened == [1]


def test_a_filter_goes_to_the_matches(qtbot: QtBot) -> None:
    """Typing filters from the top, a hidden kind goes, and the count is shown."""
    pane = TimelinePane(sample_timeline(300))
    qtbot.addWidget(pane)
    pane.show()
    pane.timeline.verticalScrollBar().setValue(3000)
    qtbot.keyClicks(pane.filter_field, "tolerated")
    assert pane.timeline.verticalOffset() == 0
    assert 0 < pane.timeline.model().rowCount() < 300
    check_places(pane.timeline)
    qtbot.keyClick(pane.filter_field, Key.Key_Down)
    assert pane.timeline.hasFocus() or pane.timeline.currentIndex().row() == 0


def test_a_screen_reader_hears_an_entry(qtbot: QtBot) -> None:
    """Qt's list interface gives each row's whole text."""
    view = shown(qtbot, 3)
    read = QAccessible.queryAccessibleInterface(view)
    assert read.text(QAccessible.Text.Name) == "Progress notes"
    assert read.childCount() == 3
    assert "insurance" in read.child(2).text(QAccessible.Text.Name)


def test_opening_measures_only_what_is_in_view(qtbot: QtBot) -> None:
    """Of five thousand entries only those in view are measured."""
    view = shown(qtbot, 5000)
    assert isinstance(view, QListView)
    assert sum(view._rows.heights._measured) < 40
    assert isinstance(view._viewmodel, TimelineViewModel)


def test_heights_are_found_by_place() -> None:
    """Tops, sums and rows agree after rows were measured, inserted and removed."""
    heights = RowHeights()
    heights.reset(4, 10)
    assert heights.set(1, 25) == 15
    heights.insert(2, 2, 10)
    heights.remove(0, 1)
    assert [heights.top(at) for at in range(6)] == [0, 25, 35, 45, 55, 65]
    assert [heights.at(y) for y in (-1, 0, 24, 25, 64, 65)] == [-1, 0, 0, 1, 4, -1]
