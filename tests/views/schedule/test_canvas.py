"""The schedule's surface: what it shows, what it keeps, and how little it repaints."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.domain.schedule.visit import Column, Mark, ScheduleGrid, Stage
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.staff.schedule.grid.geometry import Box
from app.views.staff.schedule.grid.surface import USUAL_ZOOM, ZOOMS
from app.views.theme.palette import make_palette
from app.views.theme.tokens import DARK, LIGHT
from tests.domain.builders import DAY, visit
from tests.views.schedule.grids import NOW, day, many_visits, some_visits, with_changed


def picture(canvas: ScheduleCanvas) -> QImage:
    """A screenshot of the canvas."""
    return canvas.grab().toImage()


def fresh_picture(qtbot: QtBot, canvas: ScheduleCanvas) -> QImage:
    """A screenshot of a canvas that has never shown anything else."""
    other = ScheduleCanvas()
    qtbot.addWidget(other)
    other.resize(canvas.size())
    with qtbot.waitExposed(other):
        other.show()
    other.show_grid(canvas.scene.grid, canvas.scene.now)
    other.verticalScrollBar().setValue(canvas.verticalScrollBar().value())
    other.grab()  # texts are cached from their second use on
    other.resize(canvas.width() + 1, canvas.height())
    other.resize(canvas.size())
    return picture(other)


def look_alike(one: QImage, other: QImage) -> bool:
    """Whether no byte differs by more than cached letters may from drawn ones."""
    left, right = bytes(one.constBits()), bytes(other.constBits())
    return len(left) == len(right) and all(
        abs(mine - its) <= 2 for mine, its in zip(left, right, strict=True) if mine != its
    )


def painted(canvas: ScheduleCanvas) -> list[Box]:
    """The boxes of the grid that the next paint repaints, once the previous picture is cached."""
    boxes: list[Box] = []
    draw = canvas._painter.draw

    def watch(painter: QPainter, box: Box, scene: object) -> None:
        boxes.append(box)
        draw(painter, box, scene)

    canvas._painter.draw = watch  # type: ignore[method-assign]
    canvas.grab()
    canvas._painter.draw = draw  # type: ignore[method-assign]
    return boxes


@pytest.mark.parametrize(("visits", "columns"), [(0, 0), (0, 4), (60, 8), (200, 12), (400, 12), (1000, 14)])
def test_any_number_of_visits(canvas: ScheduleCanvas, visits: int, columns: int) -> None:
    """None, sixty, or a thousand appointments in any number of columns are all inside the grid."""
    grid = day(many_visits(visits, columns or 1), columns)
    canvas.show_grid(grid, NOW)
    canvas.grab()
    geometry = canvas.scene.geometry
    assert len(canvas.scene.tiles) == visits
    for tile in canvas.scene.tiles.values():
        assert 0 <= tile.box.left < tile.box.right <= geometry.width
        assert 0 <= tile.box.top < tile.box.bottom <= geometry.height


def test_no_two_tiles_share_a_pixel(canvas: ScheduleCanvas) -> None:
    """Overlapping appointments are side by side."""
    canvas.show_grid(day(many_visits(120, 4)), NOW)
    tiles = list(canvas.scene.tiles.values())
    for index, one in enumerate(tiles):
        assert not [other for other in tiles[index + 1 :] if other.box.touches(one.box)]


def test_narrow_windows_scroll_sideways(canvas: ScheduleCanvas) -> None:
    """Columns never get too narrow to be read; the rest is reached by scrolling."""
    canvas.show_grid(day([], 12), NOW)
    assert canvas.horizontalScrollBar().maximum() > 0
    canvas.resize(2400, 620)
    assert canvas.horizontalScrollBar().maximum() == 0


def test_a_first_grid_begins_an_hour_before_now(canvas: ScheduleCanvas) -> None:
    """Today's schedule opens at the current time, another day at its first appointment."""
    assert canvas.sight.visible().top == canvas.scene.geometry.y(9 * 60 + 42)


def test_another_day_begins_at_its_first_visit(qtbot: QtBot) -> None:
    """A day that is not today opens at its first appointment."""
    other = ScheduleCanvas()
    qtbot.addWidget(other)
    other.resize(900, 400)
    tomorrow = [replace(visit(9, 0, apt_num=1), start=DAY + timedelta(days=1, hours=9))]
    other.show_grid(day(tomorrow, when=DAY + timedelta(days=1)), NOW)
    assert other.sight.visible().top == other.scene.geometry.y(9 * 60)


def test_a_new_grid_keeps_the_place(canvas: ScheduleCanvas) -> None:
    """Scroll position, selection and focus stay when something changes, and when the day does."""
    canvas.set_selected(1)
    canvas.keyboard.focus_on(4)
    canvas.verticalScrollBar().setValue(200)
    canvas.show_grid(with_changed(canvas.scene.grid, 3, note="Call first"), NOW)
    canvas.show_grid(day(some_visits()[:4]), NOW)
    assert (canvas.overlay.selected, canvas.overlay.focused) == (1, 4)
    assert canvas.verticalScrollBar().value() == 200


def test_a_visit_that_left_takes_the_focus_with_it(canvas: ScheduleCanvas) -> None:
    """When the focused appointment disappears, nothing is focused, and nothing breaks."""
    canvas.keyboard.focus_on(4)
    canvas.show_grid(day(some_visits()[:2]), NOW)
    assert canvas.overlay.focused is None
    assert canvas.sight.rect_of(4) is None


def test_the_same_grid_paints_nothing(canvas: ScheduleCanvas) -> None:
    """A refresh without changes repaints nothing."""
    canvas.grab()
    canvas.show_grid(day(some_visits()), NOW)
    assert painted(canvas) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"stage": Stage.SEATED},
        {"note": "Another note that is rather long"},
        {"pending": "Moving to 2:30 PM"},
        {"marks": frozenset({Mark.ALERT})},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_new_words_paint_one_tile(qtbot: QtBot, canvas: ScheduleCanvas, changes: dict[str, object]) -> None:
    """Only an appointment whose text changed is repainted, with the same result as a full paint."""
    canvas.grab()
    box = canvas.scene.tiles[4].box
    canvas.show_grid(with_changed(canvas.scene.grid, 4, **changes), NOW)
    assert painted(canvas) == [box]
    canvas.show_grid(with_changed(canvas.scene.grid, 4, minutes=51), NOW)
    canvas.show_grid(with_changed(canvas.scene.grid, 4, minutes=50), NOW)
    assert look_alike(picture(canvas), fresh_picture(qtbot, canvas))


def test_a_move_paints_two_places(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    """A moved appointment is repainted at its old and new places, nothing else."""
    canvas.grab()
    before = canvas.scene.tiles[4].box
    moved = with_changed(canvas.scene.grid, 4, op_num=3, start=DAY.replace(hour=13))
    canvas.show_grid(moved, NOW)
    assert sorted(painted(canvas)) == sorted([before, canvas.scene.tiles[4].box])
    assert look_alike(picture(canvas), fresh_picture(qtbot, canvas))


def settle(canvas: ScheduleCanvas) -> None:
    """Run what the canvas does when idle."""
    canvas._idle.timeout.emit()


def test_scrolling_moves_what_is_painted(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    """After a small scroll, only the strip that became visible is painted, and the whole is right."""
    canvas.show_grid(day(many_visits(60, 4)), NOW)
    canvas.grab()
    settle(canvas)
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().value() + 37)
    assert [box.height for box in painted(canvas)] == [37]
    assert look_alike(picture(canvas), fresh_picture(qtbot, canvas))


def test_a_new_picture_is_kept_when_there_is_time(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    """A completely new picture is on the screen at once, later copied from the cache, and looks the same."""
    canvas.show_grid(day(many_visits(60, 4)), NOW + timedelta(hours=1))
    first = picture(canvas)
    with qtbot.waitSignal(canvas._idle.timeout):
        assert not canvas._cache.is_new()
    assert painted(canvas) == []
    assert look_alike(first, picture(canvas))


def test_a_minute_later(canvas: ScheduleCanvas) -> None:
    """As time passes, appointments that became late are repainted and the line moves; nothing else is painted."""
    canvas.show_grid(day([visit(10, 40, apt_num=1), visit(14, 0, apt_num=2)]), NOW)
    canvas.grab()
    before = canvas.scene.now_line()
    canvas._tick(NOW + timedelta(minutes=4))
    assert canvas.scene.tiles[1].text.late
    after = canvas.scene.now_line()
    assert painted(canvas) == [canvas.scene.tiles[1].box, before, after]
    assert before is not None
    assert after is not None
    assert after.top > before.top


def test_a_column_says_whole_names(canvas: ScheduleCanvas) -> None:
    """Hovering over a column's header shows its title and its providers' full names."""
    chairs = (Column(1, "Op 1", "MARR", staff=("MARR: Susan Marr, DMD",)), Column(2, "Op 2"))
    canvas.show_grid(ScheduleGrid((DAY.date(),), chairs, (), (), 420, 1080), NOW)
    header = canvas._margins._header
    assert header.words_at(10) == "Op 1\nMARR: Susan Marr, DMD"
    assert header.words_at(canvas.scene.geometry.spans[1].left + 10) == "Op 2"
    assert header.words_at(5000) == ""


def test_zoom_keeps_the_time_in_its_place(canvas: ScheduleCanvas) -> None:
    """The time under the pointer stays in place while zooming, within a pixel, and every step is reported."""
    told: list[int] = []
    canvas.zoomed.connect(told.append)

    def minute_at(y: int) -> float:
        return canvas.scene.geometry.minute(canvas.sight.visible().top + y)

    before = minute_at(120)
    for steps in (1, 1, -1):
        canvas.zoom_by(steps, 120)
        assert minute_at(120) == pytest.approx(before, abs=1.5)
    assert told == [126, 150, 126]


def test_zoom_has_ends(canvas: ScheduleCanvas) -> None:
    """Zooming stops when ten minutes are just readable, and when an appointment fills the screen."""
    canvas.set_zoom(5)
    assert canvas.scene.geometry.hour == ZOOMS[0]
    canvas.zoom_by(99)
    assert canvas.scene.geometry.hour == ZOOMS[-1]
    canvas.set_zoom(USUAL_ZOOM)
    assert canvas.scene.tiles[5].box.height >= 14


def test_another_theme(canvas: ScheduleCanvas) -> None:
    """When the palette changes theme, the schedule follows immediately."""
    canvas.setPalette(make_palette(LIGHT))
    light = picture(canvas)
    canvas.setPalette(make_palette(DARK))
    dark = picture(canvas)
    where = canvas.viewport().pos()
    free = canvas.sight.to_widget(canvas.scene.geometry.stretch(4, 605, 615)).center()
    assert QColor(light.pixel(free)).name() == LIGHT.grid
    assert QColor(dark.pixel(free)).name() == DARK.grid
    assert QColor(dark.pixel(where.x() + 5, 5)).name() == DARK.surface


def test_a_larger_font_makes_room(canvas: ScheduleCanvas) -> None:
    """With a larger system font everything scales: header, ruler and hours."""
    height, before = canvas.scene.geometry.hour, canvas.viewport().pos()
    font = canvas.font()
    font.setPixelSize(20)
    canvas.setFont(font)
    assert canvas.scene.geometry.hour > height
    assert canvas.viewport().pos().y() > before.y()
    assert canvas.viewport().pos().x() > before.x()


def test_a_hidden_schedule_rests(canvas: ScheduleCanvas) -> None:
    """The clock stops while the schedule is hidden, and ticks again when it is shown."""
    timer = canvas._clock._timer
    assert timer.isActive()
    canvas.hide()
    assert not timer.isActive()
    canvas.show()
    assert timer.isActive()


def test_each_new_minute_emits_a_signal(canvas: ScheduleCanvas) -> None:
    """A signal is emitted once a minute when the displayed waiting times have changed."""
    passed: list[int] = []
    canvas.minute_passed.connect(lambda: passed.append(1))
    canvas._tick(NOW + timedelta(seconds=10))
    assert passed == []
    canvas._tick(NOW + timedelta(seconds=65))
    canvas.show_grid(canvas.scene.grid, NOW + timedelta(seconds=70))
    assert passed == [1]
    canvas.show_grid(canvas.scene.grid, NOW + timedelta(seconds=125))
    assert passed == [1, 1]


def test_what_a_screen_reader_hears(canvas: ScheduleCanvas) -> None:
    """The accessible description follows the focused appointment's card."""
    canvas.keyboard.focus_on(4)
    assert canvas.accessibleName() == "Schedule"
    assert canvas.accessibleDescription().startswith("Ortiz, Maria; Time: 10:00 – 10:50 AM")
