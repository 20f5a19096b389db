from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.api.errors import Unreachable
from app.api.hub.link import HubRefused
from app.api.hub.trouble import sentence, trouble_of
from app.api.keys import VaultClosed
from app.core.tasks import TaskScope
from app.core.text import Text, msg
from app.viewmodels.kiosk.device.pairing_page import FoundHub, NotPaired, PairingPageViewModel
from tests.support.manual_clock import settle

CODE = "ABCD2345"


class Page:
    """The page's viewmodel, and what it asks for."""

    def __init__(self, tasks: TaskScope, *found: FoundHub) -> None:
        self.found = found
        self.asked: list[tuple[str, str, str]] = []
        self.failure: Exception | None = None
        self.paired = 0
        self.model = PairingPageViewModel(self, tasks, name="KIOSK-PC")
        self.model.paired.connect(self._paired)

    def _paired(self) -> None:
        self.paired += 1

    async def pair(self, address: str, code: str, name: str) -> None:
        """Pair, or fail as the test says."""
        self.asked.append((address, code, name))
        if self.failure is not None:
            raise self.failure

    async def explain(self, error: Exception, address: str) -> Text:
        """Why."""
        return sentence(trouble_of(error), address)

    async def look(self) -> tuple[FoundHub, ...]:
        """The hubs of this network."""
        return self.found


async def test_address_and_code_are_enough(qapp: QApplication, tasks: TaskScope) -> None:
    """The name is suggested; the code is taken as it is read aloud."""
    page = Page(tasks)
    page.model.submit()
    page.model.set_address(" SERVER ")
    page.model.set_code("abcd-23 45")
    assert page.model.state.can_pair
    page.model.submit()
    await settle()
    assert page.asked == [("SERVER", CODE, "KIOSK-PC")]
    assert page.paired == 1


async def test_the_only_hub_that_is_found_is_filled_in(qapp: QApplication, tasks: TaskScope) -> None:
    """Several are offered, and none is chosen for the user."""
    one, other = FoundHub("10.0.0.5:30224", "SERVER"), FoundHub("10.0.0.6:30224", "OTHER")
    page = Page(tasks, one)
    page.model.begin()
    assert page.model.state.looking
    await settle()
    assert (page.model.state.looking, page.model.state.address) == (False, one.address)
    page = Page(tasks, one, other)
    page.model.begin()
    await settle()
    assert (page.model.state.found, page.model.state.address) == ((one, other), "")


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (Unreachable("x"), "firewall"),
        (HubRefused("wrong code", 403), "That isn't the code"),
        (HubRefused("code used up", 403), "Show a new one"),
        (NotPaired(msg("This code is for a desk.")), "for a desk"),
        (VaultClosed("locked"), "vault"),
        (PermissionError(13, "denied"), "disk"),
    ],
)
async def test_what_went_wrong_is_told_and_the_code_is_typed_again(
    qapp: QApplication, tasks: TaskScope, failure: Exception, words: str
) -> None:
    """In words for IT; address and name stay."""
    page = Page(tasks)
    page.failure = failure
    page.model.set_address("SERVER")
    page.model.set_code(CODE)
    page.model.submit()
    await settle()
    state = page.model.state
    assert words in str(state.message)
    assert (state.busy, state.code, state.address) == (False, "", "SERVER")
    page.model.set_code("A")
    assert not page.model.state.message


async def test_a_closed_page_has_no_code(qapp: QApplication, tasks: TaskScope) -> None:
    """And waits for nothing."""
    page = Page(tasks)
    page.model.set_address("SERVER")
    page.model.set_code(CODE)
    page.model.submit()
    page.model.close()
    await settle()
    assert page.model.state.code == ""
    assert page.paired == 0
