"""Appointments that can't be shown properly on the schedule, as a list."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.translation import tr

NOTHING = msg("None. Every appointment of the day or week on the screen is shown correctly.")


class ProblemRow(Struct, frozen=True):
    """One problem as text; `apt_num` is the appointment that can be selected for it, if it is on the screen."""

    words: str
    apt_num: int | None


class ProblemsViewModel(QObject):
    """Rows of the shown days; `changed` when they change."""

    changed = Signal()

    def __init__(self, schedule: ScheduleViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._schedule = schedule
        self.rows = self._rows()
        schedule.state_changed.connect(self._follow)

    @property
    def empty(self) -> str:
        """The text for an empty list."""
        return "" if self.rows else tr(NOTHING)

    def show(self, apt_num: int) -> None:
        """Select a problem's appointment and scroll it into view."""
        self._schedule.select(apt_num, in_sight=True)

    def _follow(self) -> None:
        rows = self._rows()
        if rows != self.rows:
            self.rows = rows
            self.changed.emit()

    def _rows(self) -> tuple[ProblemRow, ...]:
        problems = self._schedule.grid.problems if self._schedule.grid else ()
        return tuple(ProblemRow(tr(each.words), each.apt_num) for each in problems)
