"""What is painted above the tiles: the line of the current time, the chosen opening."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.domain.schedule.visit import Column, ScheduleGrid
from app.viewmodels.staff.schedule.previewed_opening import PreviewedOpening
from app.views.staff.schedule.grid.background import label_box, place_of
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.staff.schedule.grid.geometry import Box
from tests.domain.builders import DAY, visit
from tests.views.schedule.grids import NOW, day, some_visits
from tests.views.schedule.test_canvas import fresh_picture, look_alike, picture, settle


def test_the_now_line_stands_on_today_alone(canvas: ScheduleCanvas) -> None:
    """In a week only today's column has the now-line; on another day there is none."""
    days = tuple(date(2026, 11, 23) + timedelta(days=each) for each in range(7))
    columns = tuple(Column(each.toordinal(), f"{each:%a}", day=each) for each in days)
    canvas.show_grid(ScheduleGrid(days, columns, (), (), 420, 1080), NOW + timedelta(days=2))
    span = canvas.scene.geometry.spans[2]
    line = canvas.scene.now_line()
    assert line is not None
    assert (line.left, line.width) == (span.left, span.width)
    canvas.show_grid(day([]), NOW + timedelta(days=1))
    assert canvas.scene.now_line() is None


def test_the_now_line_strikes_through_no_words(canvas: ScheduleCanvas) -> None:
    """The line crosses only free time and provider strips: no text of a tile or blockout, at any minute."""
    crowd = [*some_visits(), visit(12, 0, apt_num=9, op_num=4, minutes=60)]
    canvas.show_grid(day(crowd), NOW)
    edge = canvas.scene.theme.edge
    for minute in range(7 * 60, 18 * 60, 3):
        canvas.show_grid(day(crowd), DAY + timedelta(minutes=minute))
        pieces = canvas._painter.now_line.pieces(canvas.scene)
        assert pieces
        for tile in canvas.scene.tiles.values():
            words = Box(tile.box.left + edge, tile.box.top, tile.box.width - edge, tile.box.height)
            assert not [piece for piece in pieces if piece.touches(words)]
    canvas.show_grid(day(crowd), DAY.replace(hour=12, minute=5))
    lunch = place_of(canvas.scene.geometry, canvas.scene.blocks[1][1])
    assert lunch is not None
    label = label_box(canvas.scene.theme, lunch, canvas.scene.blocks[1][1])
    assert label is not None
    pieces = canvas._painter.now_line.pieces(canvas.scene)
    assert not [piece for piece in pieces if piece.touches(label)]
    assert [piece for piece in pieces if piece.left <= label.left - 2 < piece.right]


def test_the_now_line_is_seen_on_the_screen(canvas: ScheduleCanvas) -> None:
    """The line's color is on free time, and nowhere on an appointment's text."""
    canvas.show_grid(day(some_visits()), NOW)
    image, now = canvas.grab().toImage(), QColor(canvas.scene.theme.tokens.now)
    line = canvas.scene.now_line()
    assert line is not None
    row = canvas.sight.to_widget(line).top()
    tile = canvas.sight.rect_of(4)
    assert tile is not None
    inside = range(tile.left() + canvas.scene.theme.edge + 1, tile.right())
    assert not [x for x in inside if image.pixelColor(x, row) == now]
    beyond = range(tile.right() + 10, tile.right() + 60)
    assert all(image.pixelColor(x, row) == now for x in beyond)


@pytest.mark.parametrize("by_grid", [True, False])
def test_the_line_leaves_nothing_behind(qtbot: QtBot, canvas: ScheduleCanvas, by_grid: bool) -> None:
    """In a new minute the line is at its new place alone, whether a tick or a new grid tells the time."""
    canvas.grab()
    settle(canvas)
    for minute in (1, 2):
        later = NOW + timedelta(minutes=minute)
        if by_grid:
            canvas.show_grid(canvas.scene.grid, later)
        else:
            canvas._tick(later)
        canvas.grab()
    assert look_alike(picture(canvas), fresh_picture(qtbot, canvas))


def test_the_chosen_opening_is_drawn(canvas: ScheduleCanvas) -> None:
    """The chosen opening is drawn in its column, scrolled into view, and disappears with the choice."""
    opening = PreviewedOpening(4, 16 * 60, 40, "Ortiz, Maria", ("4:00 – 4:40 PM",), clash=False)
    canvas.show_opening(opening)
    box = canvas.overlay.opening_box(canvas.scene)
    assert box is not None
    assert canvas.sight.visible().top <= box.top < box.bottom <= canvas.sight.visible().bottom
    ground = canvas.sight.to_widget(box).center()
    drawn = canvas.grab().toImage().pixelColor(ground)
    canvas.show_opening(None)
    assert canvas.grab().toImage().pixelColor(ground) != drawn


def test_a_narrow_opening_shows_a_whole_time(canvas: ScheduleCanvas) -> None:
    """An opening in a column too narrow for its whole time span shows its start, in a still narrower one without AM."""
    canvas.resize(500, 700)
    small = canvas.scene.theme.small
    times = ("10:00 – 10:40 AM", "10:00 AM", "10:00")
    opening = PreviewedOpening(1, 10 * 60, 40, "Ortiz, Maria", times, clash=False)
    canvas.show_opening(opening)
    box = canvas.overlay.opening_box(canvas.scene)
    assert box is not None
    room = box.width - canvas.scene.theme.u(16)
    assert small.width(times[0]) > room >= small.width(times[1])
    for _ in range(3):  # from the second time on texts are copied, not drawn
        shown = canvas.grab().toImage()
    for only in times:
        canvas.show_opening(replace(opening, times=(only,)))
        for _ in range(3):
            again = canvas.grab().toImage()
        assert (again == shown) is (only == times[1])
