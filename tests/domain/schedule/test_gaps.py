"""The free time around a place on the schedule."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from msgspec.structs import replace

from app.domain.schedule.gaps import gap_at
from app.domain.schedule.visit import Block, BlockKind, Column, Placed, ScheduleGrid, Stage
from tests.domain.builders import visit

DAY = date(2026, 11, 24)
OPENS, CLOSES = 480, 1020


def placed(start: int, minutes: int, stage: Stage = Stage.CONFIRMED, column: int = 1) -> Placed:
    """An appointment that begins at a minute of the day."""
    at = datetime.combine(DAY, time()) + timedelta(minutes=start)
    return Placed(column, replace(visit(minutes=minutes, stage=stage), start=at))


def test_it_ends_where_no_appointment_may_be() -> None:
    """At appointments that are not broken, lunch and blockouts without appointments; of its own column only."""
    blocks = (
        Block(1, 720, 780, BlockKind.LUNCH),
        Block(1, 840, 900, BlockKind.BLOCKOUT),
        Block(1, 960, 1020, BlockKind.BLOCKOUT, no_schedule=True),
    )
    visits = (placed(540, 60), placed(630, 30, Stage.BROKEN), placed(480, 540, column=2))
    grid = ScheduleGrid((DAY,), (Column(1, "Op 1"), Column(2, "Op 2")), blocks, visits, OPENS, CLOSES)
    assert gap_at(grid, 1, 500) == (480, 540)
    assert gap_at(grid, 1, 600) == (600, 720)
    assert gap_at(grid, 1, 800) == (780, 960)
    for taken in (479, 540, 599, 720, 970, 1020):
        assert gap_at(grid, 1, taken) is None
