"""Unusual days."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.schedule.visit import Column, Placed, ScheduleGrid, Stage, Visit
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.staff.schedule.grid.surface import ZOOMS
from tests.domain.builders import DAY, visit
from tests.views.schedule.grids import NOW, day


@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.5])
def test_any_scaling(canvas: ScheduleCanvas, monkeypatch: pytest.MonkeyPatch, ratio: float) -> None:
    """At any scaling the grid is painted in the screen's own pixels, and a click still hits its appointment."""
    before = canvas.sight.rect_of(4)
    monkeypatch.setattr(canvas, "devicePixelRatioF", lambda: ratio)
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.DevicePixelRatioChange))
    canvas.grab()
    rect = canvas.sight.rect_of(4)
    assert before is not None
    assert rect is not None
    assert abs(rect.height() - before.height()) <= 1
    assert canvas.sight.visible().height == round(canvas.viewport().height() * ratio)
    tile = canvas.scene.tile_at(
        *canvas.sight.grid_point((rect.center() - canvas.viewport().pos()).toPointF())
    )
    assert tile is not None
    assert tile.slot.visit.apt_num == 4


def odd_visits() -> list[Visit]:
    """No length, nine hours, past midnight, a note, an unknown provider, no name."""
    return [
        visit(9, 0, apt_num=1, minutes=0, pattern=""),
        visit(9, 0, apt_num=2, minutes=540, pattern="X" * 108, op_num=2),
        visit(17, 50, apt_num=3, minutes=540, op_num=3),
        visit(6, 0, apt_num=4, op_num=3),
        visit(10, 0, apt_num=5, is_note=True, note="Dr. out"),
        visit(11, 0, apt_num=6, prov_num=99, prov_hyg=98, is_hygiene=True, pattern_secondary="/XX/"),
        visit(12, 0, apt_num=7, person=None, stage=Stage.BROKEN),
        visit(10, 30, apt_num=8, op_num=4, stage=Stage.ARRIVED, arrived_at=NOW - timedelta(minutes=9)),
    ]


def test_a_tile_covers_its_box(canvas: ScheduleCanvas) -> None:
    """What was below a changed tile is nowhere seen through it, whatever its size: the background is left out."""
    canvas.show_grid(
        day([*odd_visits(), *(replace(each, apt_num=each.apt_num + 10) for each in odd_visits())]), NOW
    )
    below = QColor("magenta")
    for tile in canvas.scene.tiles.values():
        image = QImage(tile.box.width, tile.box.height, QImage.Format.Format_RGB32)
        image.fill(below)
        painter = QPainter(image)
        painter.translate(-tile.box.left, -tile.box.top)
        canvas.tile_painter.draw(painter, tile, canvas.scene.geometry.hour)
        painter.end()
        seen = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
        assert below.rgb() not in seen


def test_odd_visits_are_drawn(canvas: ScheduleCanvas) -> None:
    """Appointments of unusual length, time or kind are all drawn."""
    odd = odd_visits()
    canvas.show_grid(day(odd), NOW)
    canvas.sight.scroll_to(420)
    canvas.grab()
    canvas.set_zoom(ZOOMS[0])
    canvas.grab()
    assert len(canvas.scene.tiles) == len(odd)


def test_a_chair_that_open_dental_hides_is_named(canvas: ScheduleCanvas) -> None:
    """A hidden operatory's column is shown with its appointments."""
    chairs = (Column(1, "Op 1"), Column(9, "Old chair", hidden=True))
    placed = Placed(9, visit(9, 0, apt_num=1, op_num=9))
    canvas.show_grid(ScheduleGrid((DAY.date(),), chairs, (), (placed,), 420, 1080), NOW)
    canvas.grab()
    assert canvas.sight.rect_of(1) is not None


def test_an_empty_schedule_is_the_grid_alone(qtbot: QtBot) -> None:
    """Before any grid is shown the surface paints, and has nothing to click."""
    empty = ScheduleCanvas()
    qtbot.addWidget(empty)
    empty.resize(400, 300)
    empty.grab()
    assert empty.scene.tiles == {}
    QApplication.sendEvent(empty, QEvent(QEvent.Type.PaletteChange))
