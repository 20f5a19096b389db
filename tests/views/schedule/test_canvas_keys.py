"""The keyboard on the schedule."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from tests.domain.builders import DAY, visit
from tests.views.schedule.grids import NOW, Words, day, some_visits

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(canvas: ScheduleCanvas, *keys: Qt.Key) -> None:
    """Press keys, one after the other."""
    for key in keys:
        QTest.keyClick(canvas, key)


def tab_in(canvas: ScheduleCanvas) -> None:
    """Focus the schedule by Tab."""
    QApplication.sendEvent(canvas, QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))


def test_tab_goes_to_what_is_on_now(canvas: ScheduleCanvas) -> None:
    """With Tab, the current or next appointment gets the focus and is visible."""
    tab_in(canvas)
    assert (canvas.overlay.focused, canvas.overlay.focus_shown) == (4, True)


def place(canvas: ScheduleCanvas) -> int | tuple[int, int] | None:
    """The keyboard focus: an appointment, or column and minute of a free time."""
    cursor = canvas.overlay.cursor
    return tuple(cursor) if cursor is not None else canvas.overlay.focused


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (1, Key.Key_Down, 2),
        (2, Key.Key_Down, (1, 10 * 60 + 30)),
        (3, Key.Key_Down, (1, 14 * 60 + 30)),
        (3, Key.Key_Up, (1, 13 * 60 + 50)),
        (2, Key.Key_Up, 1),
        (1, Key.Key_Up, (1, 8 * 60 + 50)),
        (1, Key.Key_Right, 2),
        (2, Key.Key_Right, (2, 9 * 60 + 30)),
        (2, Key.Key_Left, 1),
        (4, Key.Key_Left, 2),
        (3, Key.Key_Right, (2, 14 * 60)),
        (5, Key.Key_Right, (4, 11 * 60)),
        (1, Key.Key_Left, 1),
    ],
)
def test_arrows_walk_in_reading_order(
    canvas: ScheduleCanvas, start: int, key: Qt.Key, end: int | tuple[int, int]
) -> None:
    """Up and down go to the next appointment or the free time before it, left and right to the same time beside."""
    canvas.keyboard.focus_on(start)
    press(canvas, key)
    assert place(canvas) == end


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (2, Key.Key_Down, 3),
        (3, Key.Key_Down, 3),
        (3, Key.Key_Up, 2),
        (2, Key.Key_Right, 4),
        (3, Key.Key_Right, 4),
        (4, Key.Key_Right, 5),
        (5, Key.Key_Right, 5),
    ],
)
def test_control_passes_free_time_over(canvas: ScheduleCanvas, start: int, key: Qt.Key, end: int) -> None:
    """With Ctrl the arrow keys go from appointment to appointment, skipping free time and empty columns."""
    canvas.keyboard.focus_on(start)
    QTest.keyClick(canvas, key, Qt.KeyboardModifier.ControlModifier)
    assert place(canvas) == end


def test_free_time_is_walked_step_by_step(canvas: ScheduleCanvas) -> None:
    """In free time an arrow key moves by one increment of the office, or to an appointment that is adjacent."""
    canvas.keyboard.focus_on(2)
    press(canvas, *[Key.Key_Down] * 21)
    assert place(canvas) == (1, 13 * 60 + 50)
    press(canvas, Key.Key_Down)
    assert place(canvas) == 3
    press(canvas, Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Right)
    assert place(canvas) == (2, 13 * 60 + 30)
    canvas.show_grid(replace(day(some_visits()), increment=15), NOW)
    press(canvas, Key.Key_Down)
    assert place(canvas) == (2, 13 * 60 + 45)
    press(canvas, *[Key.Key_Down] * 60)
    assert place(canvas) == (2, 17 * 60 + 45)
    press(canvas, *[Key.Key_Up] * 60)
    assert place(canvas) == (2, 7 * 60)


def test_sideways_keeps_the_time(canvas: ScheduleCanvas) -> None:
    """Moving across the columns keeps the time of day, however long the appointments on the way are."""
    canvas.keyboard.focus_on(2)
    press(canvas, Key.Key_Down, Key.Key_Right)
    assert place(canvas) == 4
    press(canvas, Key.Key_Right)
    assert place(canvas) == (3, 10 * 60 + 30)
    press(canvas, Key.Key_Left, Key.Key_Left)
    assert place(canvas) == (1, 10 * 60 + 30)


def test_the_first_arrow_finds_a_visit(canvas: ScheduleCanvas) -> None:
    """Without focus an arrow key goes to the current appointment; on an empty day to the current time."""
    press(canvas, Key.Key_Down)
    assert place(canvas) == 4
    canvas.show_grid(day([]), NOW)
    press(canvas, Key.Key_Down)
    assert place(canvas) == (1, 10 * 60 + 40)


def test_a_free_time_is_booked_by_enter(canvas: ScheduleCanvas) -> None:
    """Arrow keys select free times like appointments, and Enter requests an appointment there."""
    said: list[tuple[object, ...]] = []
    for name in ("selected", "time_selected", "time_activated", "activated"):
        getattr(canvas, name).connect(lambda *what, name=name: said.append((name, *what)))
    canvas.keyboard.focus_on(2)
    press(canvas, Key.Key_Down, Key.Key_Return)
    assert said == [("selected", None), ("time_selected", 1, 630), ("time_activated", 1, 630)]
    assert "10:30 AM, Op 1" in canvas.accessibleDescription()


def test_a_selected_time_goes_when_it_is_taken(canvas: ScheduleCanvas) -> None:
    """A selected time is cleared when an appointment appears there, or the day changes."""
    canvas.keyboard.focus_on(2)
    press(canvas, Key.Key_Down)
    taken = [*some_visits(), visit(10, 30, apt_num=9, op_num=1)]
    canvas.show_grid(day(taken), NOW)
    assert canvas.overlay.cursor is None
    press(canvas, Key.Key_Down, Key.Key_Up, Key.Key_Up)
    canvas.show_grid(day([], when=DAY + timedelta(days=1)), NOW)
    assert canvas.overlay.cursor is None


def test_focus_comes_into_sight_with_its_card(canvas: ScheduleCanvas) -> None:
    """A focused appointment is scrolled into view, and its card is requested."""
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
    """Without a focused appointment, Enter and Space use the current or next one, like an arrow key."""
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
    """Arrow keys move a dragged appointment by ten minutes and columns, Enter drops it; each step is described."""
    dropped: list[tuple[object, ...]] = []
    canvas.dropped.connect(lambda *what: dropped.append(what))
    canvas.dragging.carry(4)
    press(canvas, Key.Key_Down, Key.Key_Down, Key.Key_Right)
    assert words.asked[-1] == (4, 3, 620, 50)
    assert canvas.overlay.ghost is not None
    press(canvas, Key.Key_Return)
    assert dropped == [(4, 3, 620)]
    assert canvas.overlay.ghost is None


def test_shift_moves_by_five_minutes(canvas: ScheduleCanvas, words: Words) -> None:
    """With Shift an arrow key moves by five minutes, without it to the next full ten."""
    canvas.dragging.carry(4)
    QTest.keyClick(canvas, Key.Key_Down, SHIFT)
    press(canvas, Key.Key_Down)
    press(canvas, Key.Key_Up)
    assert [asked[2] for asked in words.asked] == [600, 605, 610, 600]


def test_escape_leaves_it_where_it_was(canvas: ScheduleCanvas) -> None:
    """Esc cancels a move by keyboard, and so does leaving the schedule."""
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
    """Moved past the first column or hour, an appointment stays in it."""
    canvas.dragging.carry(4)
    press(canvas, *[Key.Key_Left] * 5, *[Key.Key_Up] * 40)
    assert words.asked[-1][1:3] == (1, 420)


def test_other_keys_are_for_others(canvas: ScheduleCanvas) -> None:
    """The schedule ignores letters and Esc, so that the screen's shortcuts get them."""
    for key in (Key.Key_C, Key.Key_Escape):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        canvas.keyboard.focus_on(4)
        QApplication.sendEvent(canvas, event)
        assert not event.isAccepted()


def test_the_menu_key(canvas: ScheduleCanvas) -> None:
    """The menu key requests the focused appointment's menu, at its position."""
    said: list[tuple[object, ...]] = []
    canvas.context_requested.connect(lambda *what: said.append(what))
    canvas.keyboard.focus_on(4)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, canvas.rect().center(), canvas.rect().center()
    )
    QApplication.sendEvent(canvas.viewport(), event)
    assert said[0][:2] == (4, 2)


def test_leaving_takes_card_and_ring_away(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    """When the schedule loses the focus, its focus ring and card disappear."""
    canvas.keyboard.focus_on(4)
    with qtbot.waitSignal(canvas.hovered) as gone:
        QApplication.sendEvent(canvas, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert gone.args == [None, QRect()]
    assert not canvas.overlay.focus_shown


def test_past_a_day_without_columns(canvas: ScheduleCanvas) -> None:
    """A day on which nobody works has no columns; Alt+Right still goes on to the day after it."""
    asked: list[date] = []
    canvas.dragging.day_asked.connect(asked.append)
    canvas.dragging.carry(2)
    QTest.keyClick(canvas, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    grid = canvas.scene.grid
    canvas.show_grid(replace(grid, days=(asked[0],), columns=(), visits=(), blocks=()), NOW)
    QTest.keyClick(canvas, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert asked == [DAY.date() + timedelta(days=each) for each in (1, 2)]


def test_losing_the_focus_cancels_a_placement(canvas: ScheduleCanvas) -> None:
    """An appointment that follows the mouse without a pressed button isn't dropped by a click after other work."""
    visit = canvas.scene.tiles[2].slot.visit
    canvas.dragging.place(visit, by_mouse=True)
    assert canvas.dragging.in_hand
    left = QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.MouseFocusReason)
    QApplication.sendEvent(canvas, left)
    assert canvas.dragging.drag is None
