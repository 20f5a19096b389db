"""The day painted before the program is loaded has all appointments at their final positions."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect

from app.domain.schedule.early import EarlyDay, decode
from app.viewmodels.staff.schedule.early import early_schedule
from app.views.staff.frame.early_schedule import EarlyPainter
from app.views.staff.frame.window import MainWindow
from tests.journeys.desk import SIZE, Desk, Desks
from tests.journeys.practices import TEN_TWENTY, TODAY, Practices

MINUTE = TEN_TWENTY.hour * 60 + TEN_TWENTY.minute


def saved(desk: Desk, clinic_num: int | None = None) -> EarlyDay:
    """Today as saved for the next start."""
    data = early_schedule(desk.model.parts.office, (TODAY,), clinic_num)
    day = decode(data, TODAY.isoformat(), clinic_num or 0)
    assert day is not None
    return day


def painted(desk: Desk, day: EarlyDay) -> tuple[MainWindow, EarlyPainter]:
    """The next start's window, with today in it."""
    window = MainWindow(minute=MINUTE)
    window.dress(desk._theme)
    window.resize(*SIZE)
    window.show()
    painter = EarlyPainter(day)
    window.show_early(painter)
    window.grab()
    return window, painter


async def test_nothing_moves_when_the_schedule_comes(open_practice: Practices, open_desk: Desks) -> None:
    """Every appointment is where the schedule paints it a moment later, whatever overlaps."""
    first = await open_desk(open_practice())
    day = saved(first)
    second = open_desk.begin(first.served)
    canvas = await second.open_schedule()
    await second.until(lambda: set(canvas.scene.tiles) == set(first.canvas.scene.tiles))
    second.window.repaint()
    window, painter = painted(first, day)
    corner = canvas.mapTo(second.window, QPoint(0, 0))
    real = {
        (rect.left(), rect.top(), rect.width(), rect.height())
        for tile in canvas.scene.tiles.values()
        for rect in [QRect(canvas.sight.to_widget(tile.box)).translated(corner)]
    }
    early = {
        (box.left(), box.top(), box.width(), box.height())
        for box in (painter.box(tile) for tile in day.tiles)
    }
    assert early == real
    assert len(day.tiles) > 50
    window.close()
    window.deleteLater()
    await second.open()


async def test_the_early_picture_shows_name_time_and_status(desk: Desk) -> None:
    """Each appointment has its name, time and status; the picture is of this day, as of now."""
    day = saved(desk)
    shown = {(visit.name, visit.stage.value if not visit.is_note else "") for visit in desk.visits}
    assert {(tile.name, tile.letter) for tile in day.tiles} == shown
    assert day.as_of == "As of Tue, Nov 17, 10:20 AM"
    assert [column.title for column in day.columns] == [column.title for column in desk.columns]
    window, _ = painted(desk, day)
    picture = window.grab().toImage()
    empty, _ = painted(desk, day._replace(tiles=(), shades=(), columns=()))
    assert picture != empty.grab().toImage()
    for each in (window, empty):
        each.close()
        each.deleteLater()


async def test_a_copy_of_one_clinic_is_not_painted_for_another(desk: Desk) -> None:
    """A copy saved for one clinic is not painted for another, and an invalid one not at all."""
    clinic = desk.model.filters.clinics[1][0]
    data = early_schedule(desk.model.parts.office, (TODAY,), clinic)
    assert decode(data, TODAY.isoformat(), 0) is None
    day = decode(data, TODAY.isoformat(), clinic)
    assert 0 < len(day.columns) < len(desk.columns)
    for nonsense in (b"", b"[]", b"{}", b'{"version": 1, "clinic": 0, "days": {"2026-11-17": [1]}}', b"\xff"):
        assert decode(nonsense, TODAY.isoformat(), 0) is None
