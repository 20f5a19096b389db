"""What the booking panel offers: the patient's planned and unscheduled appointments, and more openings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QPushButton

from app.services.patients.waiting import WaitingAppointment
from app.viewmodels.staff.schedule.booking.booking import BookingViewModel
from app.viewmodels.staff.schedule.booking.state import BookingState
from app.viewmodels.staff.schedule.booking.waiting import offer_text
from app.viewmodels.translation import tr
from app.views.widgets.fitting import FittingList, bring


class WaitingOffers(FittingList):
    """Each of them, and a new one as the last choice."""

    def __init__(self, choose: Callable[[int], None]) -> None:
        """`choose` gets the AptNum; 0: a new one."""
        super().__init__()
        self._choose = choose
        self._shown: tuple[WaitingAppointment, ...] = ()
        self.setAccessibleName(tr("Appointment to book"))
        self.setProperty("kind", "lines")
        self.currentRowChanged.connect(self._pick)

    def show_offers(self, state: BookingState) -> None:
        """Show what can be booked, and what is chosen of it; hidden without any."""
        if self._shown != state.offers:
            self._shown = state.offers
            with QSignalBlocker(self):
                self.show_rows([*map(offer_text, state.offers), tr("New appointment")])
        self.setVisible(bool(state.offers))
        numbers = [each.apt_num for each in state.offers]
        with QSignalBlocker(self):
            self.setCurrentRow(
                len(numbers) if state.waiting is None else numbers.index(state.waiting.apt_num)
            )

    def _pick(self, row: int) -> None:
        self._choose(self._shown[row].apt_num if 0 <= row < len(self._shown) else 0)


class OpeningList(FittingList):
    """The openings found; the current row is the chosen one, and stays in sight. A double click books it."""

    def __init__(self, booking: BookingViewModel) -> None:
        super().__init__()
        self._booking = booking
        self._shown: object = None
        self.setAccessibleName(tr("Next openings"))
        self.setProperty("kind", "lines")
        self.currentRowChanged.connect(self._choose)
        self.itemDoubleClicked.connect(lambda _: booking.book())

    def refresh(self) -> None:
        """Show the openings as they are now."""
        state = self._booking.state
        if self._shown is not state.openings:
            self._shown = state.openings
            self.show_rows(row.text for row in state.openings)
        self.setCurrentRow(-1 if state.chosen is None else state.chosen)

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        if row != self._booking.state.chosen:
            self._booking.search.choose(row)
        if self.hasFocus():
            bring(self, self.visualItemRect(self.item(row)))


class MoreOpenings(QPushButton):
    """Searches for more openings; where there are none, in all clinics."""

    def __init__(self, booking: BookingViewModel) -> None:
        super().__init__()
        self._booking = booking
        self.setProperty("kind", "link")
        self.setProperty("tight", True)
        self.clicked.connect(self._search)

    def refresh(self) -> None:
        """Show what it does now; hidden when there is nothing to search for."""
        state = self._booking.state
        self.setVisible(state.more or state.all_clinics)
        self.setText(tr("Search all clinics") if state.all_clinics else tr("More openings"))

    def _search(self) -> None:
        if self._booking.state.all_clinics:
            self._booking.asking.widen()
        else:
            self._booking.search.more()
