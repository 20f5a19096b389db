"""The free time selected on the schedule: where the next new appointment is booked."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from app.domain.schedule.columns import column_of
from app.domain.schedule.openings import PointedAt
from app.domain.schedule.visit import Visit
from app.services.schedule.columns.target import target_of
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel


class FreeTime:
    """Keeps the selected time while its day is shown and no appointment is selected."""

    def __init__(self, schedule: ScheduleViewModel) -> None:
        self._schedule = schedule
        self._at: PointedAt | None = None
        self._beside: int | None = None
        """The previously selected appointment: it stays selected and doesn't count as a new selection."""
        schedule.selection_changed.connect(self._follow)

    @property
    def at(self) -> PointedAt | None:
        """The selected time; None without one, or when its day is not shown."""
        shown = self._at is not None and self._at[0].date() in self._schedule.days
        return self._at if shown else None

    def select(self, column: int, minute: int) -> None:
        """Select a time in a column."""
        visit = self._schedule.selected
        self._at, self._beside = self.point(column, minute), visit.apt_num if visit is not None else None

    def clear(self) -> None:
        """Clear the selected time."""
        self._at = None

    def point(self, column: int, minute: int, moving: Visit | None = None) -> PointedAt | None:
        """The moment and operatory of a place on the grid; None if the grid has no such column.

        In a provider's column it is an operatory in which they work then; in a day without lanes a moved
        appointment keeps its operatory, a new one may use any.
        """
        grid = self._schedule.grid
        target = column_of(grid, column) if grid else None
        if grid is None or target is None:
            return None
        start = datetime.combine(target.day or self._schedule.day, time()) + timedelta(minutes=minute)
        minutes = moving.minutes if moving is not None else grid.increment
        return start, target_of(self._schedule.office, target, start, minutes, moving).op_num

    def provider(self, column: int) -> int:
        """The provider whose column it is; 0: another kind of column."""
        grid = self._schedule.grid
        target = column_of(grid, column) if grid else None
        return target.prov_num or 0 if target is not None else 0

    def _follow(self) -> None:
        """Another appointment was selected, so the time is cleared."""
        visit = self._schedule.selected
        if visit is not None and visit.apt_num != self._beside:
            self._at = None
