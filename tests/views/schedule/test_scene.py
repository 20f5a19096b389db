"""The scene's tiles: painting and hit testing agree."""

from __future__ import annotations

from datetime import timedelta

from app.domain.schedule.visit import Stage
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from tests.domain.builders import visit
from tests.views.schedule.grids import NOW, day, with_changed


def test_a_change_after_a_minute_that_changed_nothing_is_painted(canvas: ScheduleCanvas) -> None:
    """Painting and clicking agree on every tile, also after a minute in which no text changed."""
    grid, later = day([visit(14, 0, apt_num=3, op_num=1, minutes=30)]), NOW + timedelta(minutes=1)
    canvas.show_grid(grid, NOW)
    canvas.show_grid(grid, later)
    canvas.show_grid(with_changed(grid, 3, stage=Stage.SEATED), later)
    tile = canvas.scene.tiles[3]
    assert tile.slot.visit.stage is Stage.SEATED
    assert [*canvas.scene.tiles_in(tile.box)] == [tile]


def test_one_appointment_in_anothers_stead(canvas: ScheduleCanvas) -> None:
    """As many appointments as before, one of them another: it is there, and the one that left is not."""
    canvas.show_grid(day([visit(9, 0, apt_num=1), visit(14, 0, apt_num=2)]), NOW)
    canvas.show_grid(day([visit(9, 0, apt_num=1), visit(14, 0, apt_num=-2)]), NOW)
    assert sorted(canvas.scene.tiles) == [-2, 1]
    canvas.show_grid(day([visit(14, 0, apt_num=-2), visit(9, 0, apt_num=1, note="Call first")]), NOW)
    assert sorted(canvas.scene.tiles) == [-2, 1]
    assert canvas.scene.tiles[1].text.note == "Call first"
