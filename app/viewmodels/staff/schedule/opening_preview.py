"""The openings of a booking or move, for display on the schedule."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from app.core.text import At, Span
from app.domain.schedule.columns import column_at
from app.viewmodels.clock_face import clock
from app.viewmodels.staff.schedule.booking.booking import BookingViewModel
from app.viewmodels.staff.schedule.booking.state import OpeningRow
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
        """The chosen one. None: no opening is chosen, or the schedule shows another day."""
        self.others: tuple[PreviewedOpening, ...] = ()
        """The other openings on the days shown."""
        for signal in (booking.changed, booking.finished, schedule.state_changed):
            signal.connect(self._follow)

    def _follow(self) -> None:
        rows = self._booking.state.openings if self._booking.open else ()
        chosen = self._booking.state.chosen_row
        shown = self._place(chosen) if chosen is not None and self._booking.open else None
        placed = (self._place(row) for row in rows if row is not chosen)
        others = tuple(each for each in placed if each is not None)
        if (shown, others) != (self.shown, self.others):
            self.shown, self.others = shown, others
            self.changed.emit()

    def _place(self, row: OpeningRow) -> PreviewedOpening | None:
        """An opening's place on the grid; None if the grid doesn't show it."""
        state, schedule, start = self._booking.state, self._schedule, row.opening.start
        if schedule.grid is None or start.date() not in schedule.days:
            return None
        column = column_at(schedule.grid, start.date(), row.opening.op_num, row.opening.prov_num)
        if column is None:
            return None
        minute, end = start.hour * 60 + start.minute, start + timedelta(minutes=state.minutes)
        return PreviewedOpening(
            column=column.key,
            minute=minute,
            minutes=state.minutes,
            name=state.person.display if state.person is not None else tr("New appointment"),
            times=(tr(Span(start, end)), tr(At(start)), clock(minute)),
            clash=bool(row.warning),
            moving=state.moving.apt_num if state.moving is not None else 0,
        )
