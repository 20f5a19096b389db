"""The days of the openings on the schedule: the search begins on the day shown, and a picked opening is shown."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from app.services.schedule.openings import Opening
from app.viewmodels.staff.schedule.booking.booking import BookingViewModel
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel


class OpeningDays(QObject):
    """Follows the schedule and the booking panel. Once the panel is closed, the day shown before comes back."""

    def __init__(
        self, booking: BookingViewModel, schedule: ScheduleViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._booking = booking
        self._schedule = schedule
        self._before: date | None = None
        """The day shown before a picked opening's."""
        self._shown: tuple[date, ...] = schedule.days
        booking.shown_day = lambda: self._schedule.days[0]
        schedule.state_changed.connect(self._follow)
        booking.search.picked.connect(self._show)
        booking.finished.connect(self._go_back)

    def _show(self, opening: Opening) -> None:
        """Show the day of a picked opening."""
        day, schedule = opening.start.date(), self._schedule
        if day in schedule.days:
            return
        if self._before is None:
            self._before = schedule.day
        self._go_to(day)

    def _go_back(self) -> None:
        """The panel was closed: show the day from before, unless another one was opened since."""
        before, self._before = self._before, None
        if before is not None and before not in self._schedule.days:
            self._go_to(before)

    def _go_to(self, day: date) -> None:
        self._shown = ()  # this is no wish to search from there
        self._schedule.go_to(day)
        self._shown = self._schedule.days

    def _follow(self) -> None:
        """The user shows another day: the search begins there, unless an opening is picked already."""
        days = self._schedule.days
        if not self._shown or days == self._shown:
            return
        self._shown, self._before = days, None
        booking = self._booking
        if booking.open and not booking.state.refusal and not booking.search.has_pick:
            booking.first_day = days[0]
            booking.change()
