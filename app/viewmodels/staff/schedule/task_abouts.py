"""What a new task from the schedule is about: an appointment, or free time to fill."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from app.core.text import At, Shape
from app.domain.schedule.columns import column_at
from app.domain.schedule.gaps import gap_at
from app.domain.schedule.openings import PointedAt
from app.domain.schedule.visit import Visit
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.tasks.about import TaskAbout, TaskOrigin
from app.viewmodels.translation import tr, typed

A_MINUTE = timedelta(minutes=1)


def about_visit(visit: Visit) -> TaskAbout:
    """An appointment as a task names it; one that the office doesn't have yet has only its patient."""
    if visit.unsent or visit.person is None:
        return TaskAbout(visit.person, origin=TaskOrigin.APPOINTMENT)
    words = tr("{day}, {time}", day=At(visit.start, Shape.MONTH_DAY), time=At(visit.start))
    return TaskAbout(visit.person, visit.apt_num, words, origin=TaskOrigin.APPOINTMENT)


def about_free_time(schedule: ScheduleViewModel, at: PointedAt | None) -> TaskAbout | None:
    """The free time around a place, in words; of a provider only its beginning is known. None: it is taken."""
    grid = schedule.grid
    if at is None or grid is None:
        return None
    start, op_num = at
    length, where = "", ""
    column = column_at(grid, start.date(), op_num, 0) if op_num is not None else None
    if column is not None:
        midnight = datetime.combine(start.date(), time())
        gap = gap_at(grid, column.key, (start - midnight) // A_MINUTE)
        if gap is None:
            return None
        start, length = midnight + gap[0] * A_MINUTE, tr("{n} min", n=gap[1] - gap[0])
        where = typed(column.title)
    places = ", ".join(filter(None, (tr(At(start, Shape.BOTH)), length, where)))
    return TaskAbout(text=tr("Fill {time}", time=places), origin=TaskOrigin.GAP)
