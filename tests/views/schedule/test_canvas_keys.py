"""The keyboard on the schedule."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from tests.views.schedule.grids import NOW, Words, day, some_visits

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def press(canvas: ScheduleCanvas, *keys: Qt.Key) -> None:
    """Press keys, one after the other."""
    for key in keys:
        QTest.keyClick(canvas, key)


def tab_in(canvas: ScheduleCanvas) -> None:
    """Come to the schedule by Tab."""
    QApplication.sendEvent(canvas, QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))


def test_tab_goes_to_what_is_on_now(canvas: ScheduleCanvas) -> None:
    """Coming by Tab, the focus is on the appointment that is on now or next, and can be seen."""
    tab_in(canvas)
    assert (canvas.overlay.focused, canvas.overlay.focus_shown) == (4, True)


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (1, Key.Key_Down, 2),
        (2, Key.Key_Down, 3),
        (3, Key.Key_Down, 3),
        (3, Key.Key_Up, 2),
        (1, Key.Key_Up, 1),
        (1, Key.Key_Right, 2),
        (2, Key.Key_Right, 4),
        (2, Key.Key_Left, 1),
        (4, Key.Key_Left, 2),
        (3, Key.Key_Right, 4),
        (4, Key.Key_Right, 5),
        (5, Key.Key_Right, 5),
        (1, Key.Key_Left, 1),
    ],
)
def test_arrows_walk_in_reading_order(canvas: ScheduleCanvas, start: int, key: Qt.Key, end: int) -> None:
    """Up and down follow the column, left and right go to the neighbour or the nearest time beside."""
    canvas.keyboard.focus_on(start)
    press(canvas, key)
    assert canvas.overlay.focused == end


def test_the_first_arrow_finds_a_visit(canvas: ScheduleCanvas) -> None:
    """With nothing in focus an arrow goes to what is on now; on an empty day nowhere."""
    press(canvas, Key.Key_Down)
    assert canvas.overlay.focused == 4
    canvas.show_grid(day([]), NOW)
    press(canvas, Key.Key_Down)
    assert canvas.overlay.focused is None


def test_empty_columns_are_passed_over(canvas: ScheduleCanvas) -> None:
    """Walking sideways skips a chair without appointments."""
    visits = [each for each in some_visits() if each.op_num != 2]
    canvas.show_grid(day(visits), NOW)
    canvas.keyboard.focus_on(2)
    press(canvas, Key.Key_Right)
    assert canvas.overlay.focused == 5


def test_focus_comes_into_sight_with_its_card(canvas: ScheduleCanvas) -> None:
    """An appointment that gets the focus is scrolled to, and its card is asked for beside it."""
    said: list[tuple[object, QRect]] = []
    canvas.hovered.connect(lambda *what: said.append(what))
    canvas.resize(900, 300)
    canvas.keyboard.focus_on(3)
    box = canvas.scene.tiles[3].box
    assert canvas.sight.visible().top <= box.top < box.bottom <= canvas.sight.visible().bottom
    assert said[-1] == (3, canvas.sight.rect_of(3))


def test_enter_and_space(canvas: ScheduleCanvas) -> None:
    """Enter opens the focused appointment, Space selects it."""
    said: list[tuple[str, object]] = []
    canvas.activated.connect(lambda apt_num: said.append(("activated", apt_num)))
    canvas.selected.connect(lambda apt_num: said.append(("selected", apt_num)))
    canvas.keyboard.focus_on(4)
    press(canvas, Key.Key_Return, Key.Key_Space)
    assert said == [("activated", 4), ("selected", 4)]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_begins_the_walk(canvas: ScheduleCanvas, key: Key) -> None:
    """With no appointment in focus, Enter and Space take the one that is on now or next, as an arrow does."""
    said: list[object] = []
    canvas.selected.connect(said.append)
    press(canvas, Key.Key_Down)
    wanted = canvas.overlay.focused
    canvas.set_selected(None)
    canvas.overlay.focused = None
    press(canvas, key)
    assert canvas.overlay.focused == wanted
    assert canvas.overlay.focus_shown
    assert said == [wanted, wanted]


def test_a_visit_is_carried_by_keys(canvas: ScheduleCanvas, words: Words) -> None:
    """Arrows shift a carried appointment by ten minutes and columns, Enter drops it; each step is described."""
    dropped: list[tuple[object, ...]] = []
    canvas.dropped.connect(lambda *what: dropped.append(what))
    canvas.dragging.carry(4)
    press(canvas, Key.Key_Down, Key.Key_Down, Key.Key_Right)
    assert words.asked[-1] == (4, 3, 620, 50)
    assert canvas.overlay.ghost is not None
    press(canvas, Key.Key_Return)
    assert dropped == [(4, 3, 620)]
    assert canvas.overlay.ghost is None


def test_alt_moves_by_five_minutes(canvas: ScheduleCanvas, words: Words) -> None:
    """With Alt an arrow shifts by five minutes, without it to the next full ten."""
    canvas.dragging.carry(4)
    QTest.keyClick(canvas, Key.Key_Down, ALT)
    press(canvas, Key.Key_Down)
    press(canvas, Key.Key_Up)
    assert [asked[2] for asked in words.asked] == [600, 605, 610, 600]


def test_escape_leaves_it_where_it_was(canvas: ScheduleCanvas) -> None:
    """Esc ends a move by keys without a drop, and so does leaving the schedule."""
    dropped: list[object] = []
    canvas.dropped.connect(lambda *_: dropped.append(1))
    canvas.dragging.carry(4)
    press(canvas, Key.Key_Down, Key.Key_Escape)
    canvas.dragging.carry(4)
    press(canvas, Key.Key_Down)
    QApplication.sendEvent(canvas, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert canvas.dragging.drag is None
    assert dropped == []


def test_a_move_stops_at_the_edges(canvas: ScheduleCanvas, words: Words) -> None:
    """Shifted past the first column or hour, an appointment stays in it."""
    canvas.dragging.carry(4)
    press(canvas, *[Key.Key_Left] * 5, *[Key.Key_Up] * 40)
    assert words.asked[-1][1:3] == (1, 420)


def test_other_keys_are_for_others(canvas: ScheduleCanvas) -> None:
    """Letters and Esc pass the schedule by, so that the screen's shortcuts get them."""
    for key in (Key.Key_C, Key.Key_Escape):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        event.accept()
        canvas.keyboard.focus_on(4)
        canvas.keyPressEvent(event)
        assert not event.isAccepted()


def test_the_menu_key(canvas: ScheduleCanvas) -> None:
    """The menu key asks for the focused appointment's menu, at that appointment."""
    said: list[tuple[object, ...]] = []
    canvas.context_requested.connect(lambda *what: said.append(what))
    canvas.keyboard.focus_on(4)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, canvas.rect().center(), canvas.rect().center()
    )
    QApplication.sendEvent(canvas.viewport(), event)
    assert said[0][:2] == (4, 2)


def test_leaving_takes_card_and_ring_away(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    """When the schedule loses the keyboard, its focus ring and card go."""
    canvas.keyboard.focus_on(4)
    with qtbot.waitSignal(canvas.hovered) as gone:
        QApplication.sendEvent(canvas, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert gone.args == [None, QRect()]
    assert not canvas.overlay.focus_shown
