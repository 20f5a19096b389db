"""A desk on a PC whose clock is wrong, or in another time zone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.bootstrap.session import OfficeConnection, Session
from app.core.clock import ShiftedClock
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import Ready
from tests.journeys.practices import TEN_TWENTY, TODAY, Practices, Served
from tests.support.qt_loop import until


@asynccontextmanager
async def opened(served: Served, ahead: timedelta, folder: Path) -> AsyncIterator[ScheduleScreenViewModel]:
    """A desk over a real socket, on a PC whose clock is the office's time minus `ahead`."""
    connection = OfficeConnection(
        address=served.address,
        keys=served.keys,
        make_transport=served.transport,
        seal_key=bytes(32),
        store_path=folder / f"journal{ahead.total_seconds()}.db",
        who="Ana",
    )
    session = Session(connection, ShiftedClock.starting_at(TEN_TWENTY - ahead))
    desk = await session.open()
    try:
        model = await desk.screens.show("schedule")
        assert isinstance(model, ScheduleScreenViewModel)
        await session.settle_in()
        await until(lambda: desk.now().date() == TODAY)
        model.schedule.go_to(TODAY)
        await until(lambda: isinstance(model.schedule.state, Ready) and not model.schedule.state.coming)
        model.waiting.refresh()
        yield model
    finally:
        await session.close()
        desk.deleteLater()


WORDS = {
    timedelta(hours=1): "Office time (this PC's clock is 1 h 0 min behind)",
    timedelta(hours=-9): "Office time (this PC's clock is 9 h 0 min ahead)",
    timedelta(minutes=5): "Office time (this PC's clock is 5 min behind)",
    timedelta(hours=14): "Office time (this PC's clock is 14 h 0 min behind)",
    timedelta(0): "",
}


async def test_waits_late_marks_and_today_are_the_offices(
    qapp: QApplication, open_practice: Practices, tmp_path: Path
) -> None:
    """Whatever the PC's clock, waits and today use the office's, and the status line shows the difference."""
    served = open_practice(on_socket=True)
    seen = {}
    for ahead, words in WORDS.items():
        async with opened(served, ahead, tmp_path) as model:
            model.desk.status.tick()
            assert model.desk.status.line.clock == words
            assert abs(model.desk.now() - served.clock.now()) < timedelta(seconds=3)
            rows = model.waiting.rows
            seen[ahead] = [(row.apt_num, int(row.waiting.removesuffix(" min"))) for row in rows]
    expected = seen[timedelta(0)]
    assert expected
    for found in seen.values():
        assert [number for number, _ in found] == [number for number, _ in expected]
        assert all(abs(mine - theirs) <= 1 for (_, mine), (_, theirs) in zip(found, expected, strict=True))


async def test_an_arrival_that_was_marked_here_is_in_the_offices_time(
    qapp: QApplication, open_practice: Practices, tmp_path: Path
) -> None:
    """If the office records no time, the one recorded by this PC is converted to the office's."""
    served = open_practice(on_socket=True)
    async with opened(served, timedelta(hours=3), tmp_path) as model:
        visits = [placed.visit for placed in model.schedule.grid.visits]
        visit = next(each for each in visits if each.stage is Stage.CONFIRMED)
        await model.desk.parts.visits.arrive(visit)
        arrived = model.desk.parts.office.times(visit.apt_num).arrived
        assert arrived is not None
        assert abs(arrived - served.clock.now()) < timedelta(minutes=1)
