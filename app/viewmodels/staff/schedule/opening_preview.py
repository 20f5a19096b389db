"""The chosen opening of a booking or move, for display on the schedule."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.text import At, Span
from app.domain.schedule.columns import column_at
from app.viewmodels.clock_face import clock
from app.viewmodels.staff.schedule.booking.booking import BookingViewModel
from app.viewmodels.staff.schedule.previewed_opening import PreviewedOpening
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.translation import tr


class OpeningPreview(QObject):
    """Follows the booking panel and the schedule; `changed` when `shown` does."""

    changed = Signal()

    def __init__(
        self, booking: BookingViewModel, schedule: ScheduleViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._booking = booking
        self._schedule = schedule
        self.shown: PreviewedOpening | None = None
        """None: no opening is chosen, or the schedule shows another day."""
        for signal in (booking.changed, booking.finished, schedule.state_changed):
            signal.connect(self._follow)

    def _follow(self) -> None:
        shown = self._find()
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

    def _find(self) -> PreviewedOpening | None:
        state, schedule = self._booking.state, self._schedule
        opening, row = state.chosen_opening, state.chosen_row
        if not self._booking.open or opening is None or row is None or schedule.grid is None:
            return None
        column = column_at(schedule.grid, opening.day, opening.op_num, opening.prov_num)
        if column is None:
            return None
        minute = opening.start.hour * 60 + opening.start.minute
        return PreviewedOpening(
            column=column.key,
            minute=minute,
            minutes=opening.minutes,
            name=state.person.display if state.person is not None else tr("New appointment"),
            times=(tr(Span(opening.start, opening.end)), tr(At(opening.start)), clock(minute)),
            clash=bool(row.warning),
            moving=state.moving.apt_num if state.moving is not None else 0,
        )
