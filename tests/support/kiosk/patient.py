"""A patient at a kiosk's pages, without a screen: knows their birthdate and name, and walks as far as a test wants."""

from __future__ import annotations

from datetime import date

from app.viewmodels.kiosk.formats import date_order
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.page_data import ContactPage
from app.viewmodels.kiosk.state import Page
from tests.support.fast_clock import FastClock
from tests.support.qt_loop import until
from tests.support.waiting_room import BORN

FAST = 1_000
"""A failure of the hub takes no time of the test."""


class KioskPatient:
    """Touches what the pages offer."""

    def __init__(self, kiosk: KioskViewModel, hub_clock: FastClock) -> None:
        self.kiosk = kiosk
        self._hub_clock = hub_clock

    async def sees(self, page: Page) -> None:
        """Wait for a page."""
        await until(lambda: self.kiosk.state.page is page and not self.kiosk.state.busy)

    def type_birthdate(self, born: date = BORN) -> None:
        """Every digit, in the language's order."""
        parts = {"m": f"{born.month:02}", "d": f"{born.day:02}", "y": f"{born.year:04}"}
        for part in date_order(self.kiosk.state.look.language):
            for digit in parts[part]:
                self.kiosk.visit.identity.type_digit(digit)

    async def identify(self, letters: str = "oka", born: date = BORN, *, in_vain: bool = False) -> None:
        """Birthdate and letters, and the hub's answer. `in_vain`: the hub's delay of a failure is skipped."""
        self.type_birthdate(born)
        self.kiosk.visit.identity.submit_birthdate()
        self._hub_clock.run(FAST if in_vain else 1)
        self.kiosk.visit.identity.submit_name(letters)
        await until(lambda: not self.kiosk.state.busy)
        self._hub_clock.run(1)

    async def walk(self, page: Page) -> None:
        """From the welcome page to this one, as a patient without changes."""
        for step in _WAYS.get(page, _STRAIGHT[: _STRAIGHT.index(page)] if page in _STRAIGHT else ()):
            await self.sees(step)
            await self._leave(step, page)
        await self.sees(page)

    async def _leave(self, page: Page, to: Page) -> None:
        visit = self.kiosk.visit if page is not Page.WELCOME else None
        if visit is None:
            self.kiosk.begin("en")
        elif page is Page.BIRTHDATE:
            self.type_birthdate()
            visit.identity.submit_birthdate()
        elif page is Page.NAME:
            visit.identity.submit_name("oka")
        elif page is Page.IS_THIS_YOU:
            visit.identity.confirm()
        elif page is Page.CONTACT and isinstance(data := self.kiosk.state.data, ContactPage):
            visit.details.correct(data.rows[0]) if to is Page.CORRECT else visit.details.contact_is_right()
        elif page is Page.CHANGES:
            changed = to is Page.WHICH_CHANGED
            visit.details.something_changed() if changed else visit.details.nothing_changed()
        else:
            visit.arrival.show_balance() if to is Page.BALANCE else visit.arrival.show_next_visits()


_STRAIGHT = [
    Page.WELCOME,
    Page.BIRTHDATE,
    Page.NAME,
    Page.IS_THIS_YOU,
    Page.CONTACT,
    Page.CHANGES,
    Page.CHECKED_IN,
    Page.NEXT_VISIT,
]
_WAYS = {
    Page.WHO_IS_HERE: _STRAIGHT[:4],
    Page.CORRECT: _STRAIGHT[:5],
    Page.WHICH_CHANGED: _STRAIGHT[:6],
    Page.BALANCE: _STRAIGHT[:7],
}
"""The pages before one that is not on the straight way."""
