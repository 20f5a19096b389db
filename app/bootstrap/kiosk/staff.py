"""The kiosk's pages for staff and IT, made when they are opened: the exit page, and pairing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtGui import QGuiApplication

from app.api.hub.discovery import find_hubs
from app.api.hub.link import OtherKind
from app.api.hub.trouble import diagnose, sentence
from app.api.keys import VaultClosed
from app.core.clock import SystemClock
from app.core.later import load_name
from app.core.text import Text, msg
from app.core.version import VERSION
from app.services.kiosk.kept import Pairing
from app.viewmodels.kiosk.device.condition import Condition
from app.viewmodels.kiosk.device.look import StaffLook
from app.viewmodels.kiosk.device.pairing_page import FoundHub, NotPaired, PairingPageViewModel
from app.viewmodels.kiosk.device.staff_page import StaffPageViewModel
from app.wire.hub.actions import Kind

if TYPE_CHECKING:  # these load when they are opened
    from app.bootstrap.kiosk.program import KioskProgram
    from app.views.kiosk.device.pairing_page import PairingPage
    from app.views.kiosk.device.staff_page import StaffPage


class StaffDesk:
    """Opens and closes the pages."""

    def __init__(self, program: KioskProgram) -> None:
        self._program = program
        self._look: StaffLook | None = None
        self.page: StaffPage | None = None
        self.pairing: PairingPage | None = None
        self._only = ""
        """The certificate of the only hub with which this kiosk may be paired now; empty: any."""

    @property
    def is_open(self) -> bool:
        """Whether staff are at the kiosk."""
        return (
            self._program.window.page in (self.page, self.pairing) and self._program.window.page is not None
        )

    def open(self) -> None:
        """The staff page. What a patient has typed is wiped first."""
        program = self._program
        if self.is_open:
            return
        program.model.reset()
        if program.worker.is_revoked and not program.exit_pin.is_set:
            self.open_pairing(can_leave=True)  # no PIN will ever come: only a new pairing helps
            return
        self._begin_look()
        page = self.page = self.page or self._make_page()
        page.model.open()
        program.window.show_page(page)
        program.worker.page_changed()

    def open_pairing(self, *, can_leave: bool, by_pin: bool = False) -> None:
        """The pairing page. Without the PIN a kiosk stays with its hub: a patient may have one on a laptop."""
        program = self._program
        look = self._begin_look()
        known = program.kept.pairing()
        self._only = known.certificate if known and not by_pin else ""
        model = PairingPageViewModel(
            self,
            program.scope,
            name=known.name if known else "",
            address=known.address if known else "",
            can_leave=can_leave,
            can_close=known is None,
            parent=program.window,
        )
        model.left.connect(self._leave_pairing if can_leave else program.close)
        model.paired.connect(self._leave_pairing)
        page: PairingPage = load_name("app.views.kiosk.device.pairing_page:PairingPage")(model, look)
        self.pairing = page
        program.window.show_page(page)
        program.worker.page_changed()
        model.begin()

    async def pair(self, address: str, code: str, name: str) -> None:
        """Pair, and work with this hub. Raises as Hubs says."""
        from app.api.hub.pairing import (
            NotACode,
            NotAnAddress,
            give_back,
            pair,
        )  # with cryptography and argon2

        try:
            paired = await pair(address, code, name, Kind.KIOSK, only=self._only)
        except NotAnAddress:
            raise NotPaired(
                msg("This is no name or address of a PC. Example: SERVER or 192.168.1.20")
            ) from None
        except NotACode:
            raise NotPaired(msg("The code has eight letters and digits.")) from None
        except OtherKind:
            raise NotPaired(msg("This code is for a desk. Get one for a check-in PC.")) from None
        kept = Pairing(
            paired.address, paired.certificate, paired.name or name, paired.device_num, paired.office
        )
        try:
            await self._program.kept.keep(kept, paired.token)
        except (VaultClosed, OSError):
            await give_back(paired.address, paired.certificate, paired.token)
            raise
        await self._program.go_to(kept, paired.token)

    async def look(self) -> tuple[FoundHub, ...]:
        """As Hubs."""
        found = await find_hubs()
        return tuple(FoundHub(f"{each.addresses[0]}:{each.port}", each.name) for each in found)

    async def explain(self, error: Exception, address: str) -> Text:
        """As Hubs."""
        from app.api.hub.pairing import NotAnAddress, hub_url

        try:
            url = hub_url(address)
        except NotAnAddress:
            url = address
        return sentence(
            await diagnose(error, url, now=SystemClock().now()), urlsplit(url).hostname or address
        )

    def connection_changed(self) -> None:
        """The staff page tells about it."""
        if self.page is not None:
            self.page.model.refresh()

    def _make_page(self) -> StaffPage:
        program = self._program
        model = StaffPageViewModel(
            program.exit_pin, program.clock, program.scope, self._lines, program.window
        )
        model.chosen.connect(program.do)
        look = self._begin_look()
        made: StaffPage = load_name("app.views.kiosk.device.staff_page:StaffPage")(model, look)
        return made

    def _begin_look(self) -> StaffLook:
        """As the office's first language has it; a patient's choices are over."""
        if self._look is None:
            self._look = StaffLook(self._program.model.languages, self._program.window)
        self._look.begin()
        return self._look

    def _leave_pairing(self) -> None:
        page, self.pairing = self.pairing, None
        self._program.model.reset()  # in the patients' language
        self._program.show_pages()
        if page is not None:
            page.model.close()
            self._program.window.drop_page(page)

    def _lines(self) -> tuple[tuple[str, str], ...]:
        """How the kiosk is, for IT."""
        program = self._program
        known = program.worker.pairing or program.kept.pairing()
        return Condition(
            kiosk=known.name if known else "",
            office=known.office if known else "",
            hub=known.address if known else "",
            trouble=program.worker.missing or program.worker.words,
            closed_because=program.worker.closed_because,
            ahead=program.clock.ahead if program.clock.differs else None,
            screens=len(QGuiApplication.screens()),
            crashes=program.crashes,
            version=VERSION,
        ).lines()
