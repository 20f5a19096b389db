"""Changes the day under an appointment that is being moved."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject

from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.state import ScheduleView


class DaysUnderDrag(QObject):
    """Shows the days that a drag asks for, and those shown before when it is canceled."""

    def __init__(self, schedule: ScheduleViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._schedule = schedule
        self._before: date | None = None

    def show(self, day: date) -> None:
        """Show a day. A single one keeps the scroll position, so that the appointment stays where it is."""
        schedule = self._schedule
        if self._before is None:
            self._before = schedule.day
        if schedule.view is ScheduleView.DAY:
            schedule.step((day - schedule.day).days)
            return
        if (grid := schedule.grid) is not None and day in schedule.days and grid.days:
            if day > grid.days[-1]:  # a weekend that is not shown
                day = schedule.days[-1] + timedelta(days=1)
            elif day < grid.days[0]:
                day = schedule.days[0] - timedelta(days=1)
        schedule.go_to(day)

    def stay(self) -> None:
        """Another drag begins: the day that is shown now is the one to return to."""
        self._before = None

    def go_back(self, apt_num: int) -> None:
        """It was canceled: return to where the user was."""
        before, self._before = self._before, None
        if before is not None and before not in self._schedule.days:
            self._schedule.go_to(before)
            self._schedule.select(apt_num, in_sight=True)
