"""The free time around a place on the schedule."""

from __future__ import annotations

from datetime import datetime, time

from app.domain.schedule.visit import BlockKind, ScheduleGrid, Stage

MINUTE = 60


def gap_at(grid: ScheduleGrid, column: int, minute: int) -> tuple[int, int] | None:
    """The first and last minute after midnight of the free time in a column; None: the place is taken or closed.

    It ends at appointments, and where no appointments may be: closed hours, lunch, some blockouts.
    """
    closed = [each for each in grid.blocks if each.kind is not BlockKind.BLOCKOUT or each.no_schedule]
    taken = [(each.start, each.end) for each in closed if each.column == column]
    for placed in grid.visits:
        if placed.column == column and placed.visit.stage is not Stage.BROKEN:
            start = _minute_of(placed.visit.start)
            taken.append((start, start + placed.visit.minutes))
    if not grid.opens <= minute < grid.closes or any(start <= minute < end for start, end in taken):
        return None
    begins = max((end for _, end in taken if end <= minute), default=grid.opens)
    ends = min((start for start, _ in taken if start > minute), default=grid.closes)
    return max(begins, grid.opens), min(ends, grid.closes)


def _minute_of(moment: datetime) -> int:
    since = moment - datetime.combine(moment.date(), time())
    return int(since.total_seconds()) // MINUTE
