"""Where a patient of the list would be on the schedule."""

from __future__ import annotations

from datetime import timedelta

from app.core.text import At, Span
from app.domain.schedule.columns import column_at
from app.viewmodels.clock_face import clock
from app.viewmodels.staff.schedule.filling.state import FillRow
from app.viewmodels.staff.schedule.previewed_opening import PreviewedOpening
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.translation import tr


def previewed(schedule: ScheduleViewModel, row: FillRow) -> PreviewedOpening | None:
    """The row's opening on the grid; None if the grid doesn't show it."""
    fit, grid = row.fit, schedule.grid
    if grid is None or fit.start.date() not in schedule.days:
        return None
    column = column_at(grid, fit.start.date(), fit.op_num, fit.who)
    if column is None:
        return None
    minute, end = fit.start.hour * 60 + fit.start.minute, fit.start + timedelta(minutes=fit.minutes)
    return PreviewedOpening(
        column=column.key,
        minute=minute,
        minutes=fit.minutes,
        name=row.name,
        times=(tr(Span(fit.start, end)), tr(At(fit.start)), clock(minute)),
        clash=False,
        moving=fit.candidate.apt_num if fit.candidate.at is not None else 0,
    )
