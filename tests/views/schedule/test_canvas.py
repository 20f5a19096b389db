"""The schedule's surface: what it shows, what it keeps, and how little it paints."""

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
from app.views.theme.ground import make_palette
from app.views.theme.tokens import DARK, LIGHT
from tests.domain.builders import DAY, visit
from tests.views.schedule.grids import NOW, day, many_visits, some_visits, with_changed


def picture(canvas: ScheduleCanvas) -> QImage:
    """What the canvas looks like now."""
    return canvas.grab().toImage()


def fresh_picture(qtbot: QtBot, canvas: ScheduleCanvas) -> QImage:
    """What a canvas looks like that has never shown anything else."""
    other = ScheduleCanvas()
    qtbot.addWidget(other)
    other.resize(canvas.size())
    with qtbot.waitExposed(other):
        other.show()
    other.show_grid(canvas.scene.grid, canvas.scene.now)
    other.verticalScrollBar().setValue(canvas.verticalScrollBar().value())
    other.grab()  # texts are pressed from their second time on
    other.resize(canvas.width() + 1, canvas.height())
    other.resize(canvas.size())
    return picture(other)


def look_alike(one: QImage, other: QImage) -> bool:
    """Whether no byte differs by more than pressed letters may from drawn ones."""
    left, right = bytes(one.constBits()), bytes(other.constBits())
    return len(left) == len(right) and all(
        abs(mine - its) <= 2 for mine, its in zip(left, right, strict=True) if mine != its
    )


def painted(canvas: ScheduleCanvas) -> list[Box]:
    """Which boxes of the grid the next paint draws anew, once the picture before is on its page."""
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
    """None, sixty, or a thousand appointments in any number of columns are all on the grid, and inside it."""
    grid = day(many_visits(visits, columns or 1), columns)
    canvas.show_grid(grid, NOW)
    canvas.grab()
    geometry = canvas.scene.geometry
    assert len(canvas.scene.tiles) == visits
    for tile in canvas.scene.tiles.values():
        assert 0 <= tile.box.left < tile.box.right <= geometry.width
        assert 0 <= tile.box.top < tile.box.bottom <= geometry.height


def test_no_two_tiles_share_a_pixel(canvas: ScheduleCanvas) -> None:
    """Overlapping appointments stand side by side, none on another."""
    canvas.show_grid(day(many_visits(120, 4)), NOW)
    tiles = list(canvas.scene.tiles.values())
    for index, one in enumerate(tiles):
        assert not [other for other in tiles[index + 1 :] if other.box.touches(one.box)]


def test_narrow_windows_scroll_sideways(canvas: ScheduleCanvas) -> None:
    """Columns never get too narrow to be read; what has no room is reached by scrolling."""
    canvas.show_grid(day([], 12), NOW)
    assert canvas.horizontalScrollBar().maximum() > 0
    canvas.resize(2400, 620)
    assert canvas.horizontalScrollBar().maximum() == 0


def test_a_first_grid_begins_an_hour_before_now(canvas: ScheduleCanvas) -> None:
    """Today's schedule opens at the time of day, another day at its first appointment."""
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
    """Scroll, selection and focus stay when something changes, and when the day does."""
    canvas.set_selected(1)
    canvas.keyboard.focus_on(4)
    canvas.verticalScrollBar().setValue(200)
    canvas.show_grid(with_changed(canvas.scene.grid, 3, note="Call first"), NOW)
    canvas.show_grid(day(some_visits()[:4]), NOW)
    assert (canvas.overlay.selected, canvas.overlay.focused) == (1, 4)
    assert canvas.verticalScrollBar().value() == 200


def test_a_visit_that_left_takes_the_focus_with_it(canvas: ScheduleCanvas) -> None:
    """When the focused appointment is gone, nothing is focused, and nothing breaks."""
    canvas.keyboard.focus_on(4)
    canvas.show_grid(day(some_visits()[:2]), NOW)
    assert canvas.overlay.focused is None
    assert canvas.sight.rect_of(4) is None


def test_the_same_grid_paints_nothing(canvas: ScheduleCanvas) -> None:
    """A refresh that brought nothing new draws nothing anew."""
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
    """An appointment that says something else is the only thing drawn anew, and looks as if drawn from nothing."""
    canvas.grab()
    box = canvas.scene.tiles[4].box
    canvas.show_grid(with_changed(canvas.scene.grid, 4, **changes), NOW)
    assert painted(canvas) == [box]
    canvas.show_grid(with_changed(canvas.scene.grid, 4, minutes=51), NOW)
    canvas.show_grid(with_changed(canvas.scene.grid, 4, minutes=50), NOW)
    assert look_alike(picture(canvas), fresh_picture(qtbot, canvas))


def test_a_move_paints_two_places(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    """An appointment that moved is drawn where it is now and taken away where it was, nothing else."""
    canvas.grab()
    before = canvas.scene.tiles[4].box
    moved = with_changed(canvas.scene.grid, 4, op_num=3, start=DAY.replace(hour=13))
    canvas.show_grid(moved, NOW)
    assert sorted(painted(canvas)) == sorted([before, canvas.scene.tiles[4].box])
    assert look_alike(picture(canvas), fresh_picture(qtbot, canvas))


def settle(canvas: ScheduleCanvas) -> None:
    """What the canvas does when it has been left alone for a moment."""
    canvas._idle.timeout.emit()


def test_scrolling_moves_what_is_painted(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    """Scrolled by a bit, only the strip that came into sight is drawn, and the whole is right."""
    canvas.show_grid(day(many_visits(60, 4)), NOW)
    canvas.grab()
    settle(canvas)
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().value() + 37)
    assert [box.height for box in painted(canvas)] == [37]
    assert look_alike(picture(canvas), fresh_picture(qtbot, canvas))


def test_a_new_picture_is_kept_when_there_is_time(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    """A whole new picture is on the screen at once, and soon copied from the page, looking the same."""
    canvas.show_grid(day(many_visits(60, 4)), NOW + timedelta(hours=1))
    first = picture(canvas)
    with qtbot.waitSignal(canvas._idle.timeout):
        assert not canvas._cache.is_new()
    assert painted(canvas) == []
    assert look_alike(first, picture(canvas))


def test_a_minute_later(canvas: ScheduleCanvas) -> None:
    """As time goes on, who has become late is drawn anew and the line moves down; nothing else is drawn."""
    canvas.show_grid(day([visit(10, 40, apt_num=1), visit(14, 0, apt_num=2)]), NOW)
    canvas.grab()
    before = canvas.scene.now_line()
    canvas._tick(NOW + timedelta(minutes=4))
    assert canvas.scene.tiles[1].text.late
    assert painted(canvas) == [canvas.scene.tiles[1].box]
    after = canvas.scene.now_line()
    assert before is not None
    assert after is not None
    assert after.top > before.top


def test_a_column_says_whole_names(canvas: ScheduleCanvas) -> None:
    """Where the mouse rests on a column's head, its title and its providers' full names are said."""
    chairs = (Column(1, "Op 1", "MARR", staff=("MARR: Susan Marr, DMD",)), Column(2, "Op 2"))
    canvas.show_grid(ScheduleGrid((DAY.date(),), chairs, (), (), 420, 1080), NOW)
    header = canvas._margins._header
    assert header.words_at(10) == "Op 1\nMARR: Susan Marr, DMD"
    assert header.words_at(canvas.scene.geometry.spans[1].left + 10) == "Op 2"
    assert header.words_at(5000) == ""


def test_zoom_keeps_the_time_in_its_place(canvas: ScheduleCanvas) -> None:
    """The time under the pointer stays there while zooming, within a pixel, and every step is told."""
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
    """Zooming stops where ten minutes can still be read, and where an appointment fills the screen."""
    canvas.set_zoom(5)
    assert canvas.scene.geometry.hour == ZOOMS[0]
    canvas.zoom_by(99)
    assert canvas.scene.geometry.hour == ZOOMS[-1]
    canvas.set_zoom(USUAL_ZOOM)
    assert canvas.scene.tiles[5].box.height >= 14


def test_another_theme(canvas: ScheduleCanvas) -> None:
    """When the palette changes theme, the schedule does at once."""
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
    """With a larger system font everything grows: header, ruler and hours."""
    height, before = canvas.scene.geometry.hour, canvas.viewport().pos()
    font = canvas.font()
    font.setPixelSize(20)
    canvas.setFont(font)
    assert canvas.scene.geometry.hour > height
    assert canvas.viewport().pos().y() > before.y()
    assert canvas.viewport().pos().x() > before.x()


def test_a_hidden_schedule_rests(canvas: ScheduleCanvas) -> None:
    """While the schedule cannot be seen its clock does not tick, and it ticks again when it comes back."""
    timer = canvas._clock._timer
    assert timer.isActive()
    canvas.hide()
    assert not timer.isActive()
    canvas.show()
    assert timer.isActive()


def test_it_says_when_a_minute_has_passed(canvas: ScheduleCanvas) -> None:
    """Whoever shows waiting times beside the schedule hears that they have changed on it, once a minute."""
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
    """The description follows the focused appointment's card."""
    canvas.keyboard.focus_on(4)
    assert canvas.accessibleName() == "Schedule"
    assert canvas.accessibleDescription().startswith("Ortiz, Maria; Time: 10:00 – 10:50 AM")
