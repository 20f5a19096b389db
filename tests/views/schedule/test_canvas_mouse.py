"""The mouse on the schedule."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from tests.views.schedule.grids import (
    LEFT,
    NOW,
    PLAIN,
    Words,
    dot_of,
    drag,
    move,
    point_at,
    point_of,
    with_changed,
)

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Heard:
    """The signals that a canvas has emitted, in order."""

    def __init__(self, canvas: ScheduleCanvas) -> None:
        self.said: list[tuple[object, ...]] = []
        for name in (
            "selected",
            "activated",
            "letter_clicked",
            "dropped",
            "resized",
            "time_selected",
            "time_activated",
        ):
            getattr(canvas, name).connect(lambda *what, name=name: self.said.append((name, *what)))


@pytest.fixture
def heard(canvas: ScheduleCanvas) -> Heard:
    """The signals that the canvas emits from now on."""
    return Heard(canvas)


def click(canvas: ScheduleCanvas, where: QPoint) -> None:
    """One click with the left button."""
    QTest.mouseClick(canvas.viewport(), LEFT, PLAIN, where)


def release(canvas: ScheduleCanvas, where: QPoint) -> None:
    """Release the left button."""
    QTest.mouseRelease(canvas.viewport(), LEFT, PLAIN, where)


def test_a_click_selects(canvas: ScheduleCanvas, heard: Heard) -> None:
    """Clicking an appointment selects it; nothing else happens."""
    click(canvas, point_of(canvas, 4))
    assert heard.said == [("selected", 4)]
    assert canvas.overlay.selected == 4


def test_a_double_click_opens(canvas: ScheduleCanvas, heard: Heard) -> None:
    """Double-clicking an appointment activates it."""
    QTest.mouseDClick(canvas.viewport(), LEFT, PLAIN, point_of(canvas, 4))
    assert ("activated", 4) in heard.said


def test_a_click_on_the_letter(canvas: ScheduleCanvas, heard: Heard) -> None:
    """Clicking the stage's dot requests the next stage, a double click only one."""
    dot = dot_of(canvas, 4)
    click(canvas, dot)
    assert heard.said == [("selected", 4), ("letter_clicked", 4)]
    QTest.mouseDClick(canvas.viewport(), LEFT, PLAIN, dot)
    assert [said[0] for said in heard.said].count("activated") == 0


def test_a_letter_right_after_its_visit(canvas: ScheduleCanvas, heard: Heard) -> None:
    """Clicking the stage's dot counts even if Qt reports it as a double click because of an earlier click nearby."""
    dot = dot_of(canvas, 4)
    click(canvas, point_of(canvas, 4))
    QTest.mouseEvent(QTest.MouseAction.MouseDClick, canvas.viewport(), LEFT, PLAIN, dot)
    release(canvas, dot)
    assert heard.said[-1] == ("letter_clicked", 4)


def test_a_note_has_no_letter_to_click(canvas: ScheduleCanvas, heard: Heard) -> None:
    """A note on the schedule has no stage: clicking where the dot would be only selects it."""
    canvas.show_grid(with_changed(canvas.scene.grid, 4, is_note=True), NOW)
    click(canvas, dot_of(canvas, 4))
    assert heard.said == [("selected", 4)]


def test_a_click_on_a_free_time(canvas: ScheduleCanvas, heard: Heard) -> None:
    """Clicking a free time selects it; a selected appointment stays selected."""
    click(canvas, point_of(canvas, 1))
    click(canvas, point_at(canvas, 4, 11 * 60 + 14))
    assert heard.said == [("selected", 1), ("time_selected", 4, 11 * 60 + 10)]
    assert canvas.overlay.selected == 1
    assert canvas.overlay.cursor == (4, 11 * 60 + 10)
    click(canvas, point_of(canvas, 5))
    assert canvas.overlay.cursor is None


def test_a_double_click_opens_or_books(canvas: ScheduleCanvas, heard: Heard) -> None:
    """A double click opens an appointment, and requests a new one at a free time."""
    for where in (point_of(canvas, 1), point_at(canvas, 4, 11 * 60 + 14)):
        QTest.mouseDClick(canvas.viewport(), LEFT, PLAIN, where)
    assert [said for said in heard.said if "activated" in said[0]] == [
        ("activated", 1),
        ("time_activated", 4, 11 * 60 + 10),
    ]


def test_a_slip_of_the_hand_is_no_drag(canvas: ScheduleCanvas, heard: Heard) -> None:
    """Moving by a few pixels between press and release is still a click."""
    where = point_of(canvas, 4)
    drag(canvas, where, where + QPoint(2, 3))
    release(canvas, where + QPoint(2, 3))
    assert heard.said == [("selected", 4)]


def test_a_drag_moves(canvas: ScheduleCanvas, heard: Heard, words: Words) -> None:
    """Dragged to another column and time, a visit is dropped on the nearest ten minutes, described on the way."""
    start = point_of(canvas, 4, from_top=10)
    stop = QPoint(point_at(canvas, 3, 0).x(), start.y() + canvas.scene.geometry.hour)
    drag(canvas, start, start + QPoint(20, 20), stop)
    ghost = canvas.overlay.ghost
    assert ghost is not None
    assert (ghost.apt_num, ghost.words.split("\n")[0]) == (4, "11:00 Op 3")
    assert words.asked[-1] == (4, 3, 660, 50)
    release(canvas, stop)
    assert heard.said == [("selected", 4), ("dropped", 4, 3, 660)]
    assert canvas.overlay.ghost is None


def test_alt_lands_on_five_minutes(canvas: ScheduleCanvas, heard: Heard) -> None:
    """With Alt a drag snaps to every fifth minute."""
    start = point_of(canvas, 4, from_top=10)
    stop = start + QPoint(0, round(canvas.scene.geometry.hour * 25 / 60))
    drag(canvas, start, stop, modifier=ALT)
    release(canvas, stop)
    assert heard.said[-1] == ("dropped", 4, 2, 625)


def test_a_drag_sideways_keeps_an_odd_time(canvas: ScheduleCanvas, heard: Heard) -> None:
    """An appointment at 10:05 dragged horizontally to another operatory stays at 10:05."""
    canvas.show_grid(with_changed(canvas.scene.grid, 4, start=NOW.replace(hour=10, minute=5)), NOW)
    start = point_of(canvas, 4, from_top=10)
    stop = QPoint(point_at(canvas, 3, 0).x(), start.y() + 2)
    drag(canvas, start, stop)
    release(canvas, stop)
    assert heard.said[-1] == ("dropped", 4, 3, 605)


def test_a_drag_back_home_says_nothing(canvas: ScheduleCanvas, heard: Heard) -> None:
    """Dropped at its own place, an appointment is not moved."""
    start = point_of(canvas, 4, from_top=10)
    drag(canvas, start, start + QPoint(0, 120), start)
    release(canvas, start)
    assert heard.said == [("selected", 4)]


def test_a_drag_stays_on_the_grid(canvas: ScheduleCanvas, heard: Heard) -> None:
    """Dragged far beyond the edges, a visit is dropped in the last column and inside the hours."""
    canvas.verticalScrollBar().setValue(0)
    start = point_of(canvas, 4, from_top=10)
    corner = canvas.viewport().rect().topRight() + QPoint(-2, 2)
    drag(canvas, start, QPoint(5000, -5000), corner)
    canvas.dragging._scroller.stop()
    release(canvas, corner)
    assert heard.said[-1] == ("dropped", 4, 4, 420)


@pytest.mark.parametrize("where", [QPoint(5000, 100), QPoint(-40, 100), QPoint(200, -60)])
def test_let_go_outside_the_schedule_a_visit_stays(
    canvas: ScheduleCanvas, heard: Heard, where: QPoint
) -> None:
    """Released over the panel, the rail or the bar, an appointment is not moved."""
    drag(canvas, point_of(canvas, 4, from_top=10), where)
    release(canvas, where)
    assert heard.said == [("selected", 4)]
    assert canvas.overlay.ghost is None


def test_a_press_that_wanders_is_no_click(canvas: ScheduleCanvas, heard: Heard) -> None:
    """Pressed on a free time and released elsewhere, the mouse books nothing."""
    start = point_at(canvas, 4, 11 * 60 + 14)
    drag(canvas, start, start + QPoint(-150, 40))
    release(canvas, start + QPoint(-150, 40))
    assert heard.said == []


def test_escape_cancels_a_drag(canvas: ScheduleCanvas, heard: Heard) -> None:
    """Esc cancels a drag; releasing the button afterwards does nothing."""
    start = point_of(canvas, 4, from_top=10)
    drag(canvas, start, start + QPoint(200, 100))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    release(canvas, start + QPoint(200, 100))
    assert heard.said == [("selected", 4)]
    assert canvas.dragging.drag is None


def test_the_lower_edge_stretches(canvas: ScheduleCanvas, heard: Heard, words: Words) -> None:
    """Dragging the lower edge makes an appointment longer, to the next ten minutes; the start stays."""
    rect = canvas.sight.rect_of(4)
    assert rect is not None
    edge = QPoint(rect.center().x(), rect.bottom() - 1) - canvas.viewport().pos()
    drag(canvas, edge, edge + QPoint(0, round(canvas.scene.geometry.hour / 2)))
    assert words.asked[-1] == (4, 2, 600, 80)
    release(canvas, edge + QPoint(0, round(canvas.scene.geometry.hour / 2)))
    assert heard.said[-1] == ("resized", 4, 80)


def test_a_visit_keeps_some_length(canvas: ScheduleCanvas, heard: Heard) -> None:
    """Shrunk, an appointment keeps ten minutes; stretched, it ends at nine hours."""
    rect = canvas.sight.rect_of(4)
    assert rect is not None
    edge = QPoint(rect.center().x(), rect.bottom() - 1) - canvas.viewport().pos()
    for stop, minutes in ((QPoint(0, -4000), 10), (QPoint(0, 9000), 540)):
        drag(canvas, edge, edge + stop)
        canvas.dragging._scroller.stop()
        release(canvas, edge + stop)
        assert heard.said[-1] == ("resized", 4, minutes)


def test_the_edge_scrolls(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    """A drag held at the lower edge scrolls and moves the ghost along."""
    start = point_of(canvas, 4, from_top=10)
    bottom = QPoint(start.x(), canvas.viewport().height() - 2)
    before = canvas.verticalScrollBar().value()
    drag(canvas, start, start + QPoint(0, 30), bottom)
    ghost = canvas.overlay.ghost
    assert ghost is not None
    qtbot.waitUntil(lambda: canvas.verticalScrollBar().value() > before + 40)
    moved = canvas.overlay.ghost
    assert moved is not None
    assert moved.box.top > ghost.box.top
    canvas.dragging.cancel()


def test_a_new_grid_under_a_drag(canvas: ScheduleCanvas) -> None:
    """A drag continues over a new grid, unless the appointment itself was moved or removed."""
    start = point_of(canvas, 4, from_top=10)
    drag(canvas, start, start + QPoint(200, 100))
    canvas.show_grid(with_changed(canvas.scene.grid, 1, note="Call"), NOW)
    assert canvas.dragging.drag is not None
    canvas.show_grid(with_changed(canvas.scene.grid, 4, minutes=30), NOW)
    assert canvas.dragging.drag is None
    release(canvas, start)


def test_the_rest_of_the_mouse_rests(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    """Hovering over an appointment requests its card once; leaving closes it."""
    said: list[tuple[object, QRect]] = []
    canvas.hovered.connect(lambda *what: said.append(what))
    QTest.mouseMove(canvas.viewport(), point_of(canvas, 4))
    QTest.mouseMove(canvas.viewport(), point_of(canvas, 4) + QPoint(3, 3))
    qtbot.waitUntil(lambda: bool(said))
    QTest.mouseMove(canvas.viewport(), point_at(canvas, 4, 11 * 60))
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == [(4, canvas.sight.rect_of(4)), (None, QRect())]


def test_the_right_button(canvas: ScheduleCanvas) -> None:
    """The menu is requested with the appointment under the mouse, or with the free place."""
    said: list[tuple[object, ...]] = []
    canvas.context_requested.connect(lambda *what: said.append(what))
    for where in (point_of(canvas, 4), point_at(canvas, 4, 675)):
        context_menu(canvas, where)
    assert [one[:2] for one in said] == [(4, 2), (None, 4)]
    assert said[1][2] == 670
    assert said[0][3] == canvas.viewport().mapToGlobal(point_of(canvas, 4))


def context_menu(canvas: ScheduleCanvas, where: QPoint) -> None:
    """What Windows sends after a right click."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, canvas.viewport().mapToGlobal(where))
    QApplication.sendEvent(canvas.viewport(), event)


def test_a_press_lets_a_keyboard_move_go(canvas: ScheduleCanvas) -> None:
    """Using the mouse during a move by keyboard cancels that move."""
    canvas.dragging.carry(4)
    move(canvas, point_of(canvas, 1))
    click(canvas, point_of(canvas, 5))
    assert canvas.dragging.drag is None
