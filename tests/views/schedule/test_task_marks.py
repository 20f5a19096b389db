"""Marks for open tasks on the schedule's tiles."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.schedule.tile import tile_text
from app.domain.schedule.visit import Mark
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.staff.schedule.grid.tile_plan import TilePlanner
from tests.domain.builders import visit
from tests.views.schedule.grids import LEFT, NOW, PLAIN, drag, point_of, with_changed
from tests.views.schedule.test_canvas_mouse import Heard
from tests.views.schedule.test_tile_marks import busy_visits, heights, narrowest, paint_theme_of

TASKS = {
    4: "1 open task: Call lab",
    1: "2 open tasks: Crown shade · Premed?",
    999: "1 open task: Another day",
}


@pytest.fixture
def opened(canvas: ScheduleCanvas) -> list[int]:
    """The appointments whose tasks were asked for, on a canvas with marks."""
    canvas.task_marks.show(TASKS, TASKS)
    found: list[int] = []
    canvas.task_clicked.connect(found.append)
    return found


def mark_of(canvas: ScheduleCanvas, apt_num: int) -> QPoint:
    """The middle of an appointment's mark, in the viewport."""
    box = canvas.tile_painter.task_box(canvas.scene.tiles[apt_num])
    assert box is not None
    return canvas.sight.to_widget(box).center() - canvas.viewport().pos()


def test_a_change_repaints_its_tile_alone(canvas: ScheduleCanvas, opened: list[int]) -> None:
    """A new mark and one that goes change the pixels of their own tile and no others; another text changes none."""
    view = canvas.viewport()
    before = view.grab().toImage()
    rect = canvas.sight.rect_of(4).translated(-view.pos())
    tiles = dict(canvas.scene.tiles)
    canvas.task_marks.show({1: TASKS[1]}, {4, 999})
    assert {key for key, tile in canvas.scene.tiles.items() if tile is not tiles[key]} == {4}
    after = view.grab().toImage()
    differing = [
        QPoint(x, y)
        for x in range(after.width())
        for y in range(after.height())
        if not same(before, after, x, y)
    ]
    assert differing
    assert all(rect.contains(point) for point in differing)
    assert canvas.scene.tell_tasks({1, 4}) == []
    canvas.task_marks.show({1: "1 open task: Crown shade"}, {1})
    assert view.grab().toImage() == after


def same(one: QImage, other: QImage, x: int, y: int) -> bool:
    """Whether two pictures have the same pixel."""
    return one.pixel(x, y) == other.pixel(x, y)


def test_marks_stay_on_a_new_grid(canvas: ScheduleCanvas, opened: list[int]) -> None:
    """Appointments that change, move or are read again keep their marks; the others get none."""
    canvas.show_grid(with_changed(canvas.scene.grid, 4, op_num=3, note="Later"), NOW)
    marked = {key for key, tile in canvas.scene.tiles.items() if Mark.TASK in tile.text.marks}
    assert marked == {1, 4}


def test_one_click_opens(canvas: ScheduleCanvas, opened: list[int]) -> None:
    """A click on the mark opens the tasks, selects the appointment, and a quick second one does nothing more."""
    heard = Heard(canvas)
    where = mark_of(canvas, 4)
    QTest.mouseClick(canvas.viewport(), LEFT, PLAIN, where)
    QTest.mouseEvent(QTest.MouseAction.MouseDClick, canvas.viewport(), LEFT, PLAIN, where)
    QTest.mouseRelease(canvas.viewport(), LEFT, PLAIN, where)
    assert opened == [4]
    assert heard.said == [("selected", 4)]
    QTest.mouseClick(canvas.viewport(), LEFT, PLAIN, point_of(canvas, 5))
    assert opened == [4]


def test_the_second_click_hits_nothing(canvas: ScheduleCanvas, opened: list[int], qtbot: QtBot) -> None:
    """After the click another screen is there: a second, fast one on its buttons is ignored; a first one counts."""
    pressed: list[int] = []
    button = QPushButton("Done")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(1))
    QTest.mouseClick(canvas.viewport(), LEFT, PLAIN, mark_of(canvas, 4))
    QTest.mouseEvent(QTest.MouseAction.MouseDClick, button, LEFT, PLAIN, button.rect().center())
    QTest.mouseRelease(button, LEFT)
    assert pressed == []
    QTest.mouseClick(button, LEFT)
    assert pressed == [1]
    canvas._mouse._second._end()
    QTest.mouseEvent(QTest.MouseAction.MouseDClick, button, LEFT, PLAIN, button.rect().center())
    QTest.mouseRelease(button, LEFT)
    assert pressed == [1, 1]


def test_a_press_on_the_mark_starts_no_drag(canvas: ScheduleCanvas, opened: list[int]) -> None:
    """The mouse leaves the mark with the button down: nothing is dragged, dropped or opened."""
    heard = Heard(canvas)
    drag(canvas, mark_of(canvas, 4), point_of(canvas, 5), point_of(canvas, 3))
    assert canvas.dragging.drag is None
    QTest.mouseRelease(canvas.viewport(), LEFT, PLAIN, point_of(canvas, 3))
    assert (opened, heard.said) == ([], [("selected", 4)])


def test_it_is_easy_to_hit(canvas: ScheduleCanvas, opened: list[int]) -> None:
    """Around it at least 24 pixels count as far as the tile reaches, but neither the letter nor the lower edge."""
    where, view = mark_of(canvas, 4), canvas.viewport()
    for x, y in ((-11, 0), (11, 0), (0, 11), (-11, 11)):
        QTest.mouseMove(view, where + QPoint(x, y))
        assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor, (x, y)
        opened.clear()
        QTest.mouseClick(view, LEFT, PLAIN, where + QPoint(x, y))
        assert opened == [4], (x, y)
    opened.clear()
    tile = canvas.scene.tiles[4]
    dot = canvas.sight.to_widget(canvas.tile_painter.dot_box(tile)).center() - view.pos()
    low = canvas.sight.to_widget(tile.box).bottomRight() - view.pos() - QPoint(10, 2)
    for other in (dot, low):
        QTest.mouseClick(view, LEFT, PLAIN, other)
    assert opened == []


def test_screen_readers_hear_the_task(canvas: ScheduleCanvas, opened: list[int]) -> None:
    """The focused appointment's description names its open tasks, also when they change."""
    canvas.keyboard.focus_on(4)
    assert "Tasks: 1 open task: Call lab" in canvas.accessibleDescription()
    canvas.task_marks.show({}, TASKS)
    assert "Tasks" not in canvas.accessibleDescription()


def test_a_task_is_dropped_only_without_room(qapp: QApplication) -> None:
    """Every tile has its mark whole, beside an alert too, unless it is too low or narrow for both."""
    theme = paint_theme_of(qapp, 13, 1.0)
    planner = TilePlanner(theme)
    plain = visit(10, 0)
    for each, alone in ((plain, True), *((busy, False) for busy in busy_visits())):
        text = tile_text(replace(each, marks=each.marks - {Mark.TASK}), NOW, has_task=True)
        for height in heights(theme):
            for width in range(narrowest(theme), 400):
                edge = theme.edge + (theme.second_edge if width >= planner.scarce and not alone else 0)
                plan = planner.plan(text, width, height, edge, doubled=not alone)
                spots = [spot for sign, spot in plan.signs if sign is Mark.TASK]
                low = height < planner.two and width < planner.roomy
                assert len(spots) == 1 or (not alone and (low or width < planner.scarce)), (width, height)
                for left, top, size in spots:
                    assert 0 < left < left + size <= width, (width, height)
                    assert 0 <= top < top + size <= height, (width, height)
