"""The kiosk's pages follow each other, wait for a patient, and forget everything afterward."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.core.tasks import TaskScope
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.state import Page
from app.wire.hub.kiosk import Arrive
from tests.support.manual_clock import ManualClock, settle
from tests.viewmodels.kiosk.desks import SETUP, ScriptedDesk


@pytest.fixture
def clock() -> ManualClock:
    """Time stands still unless the test moves it."""
    return ManualClock()


@pytest.fixture
def desk() -> ScriptedDesk:
    """One patient is found."""
    return ScriptedDesk()


@pytest.fixture
def kiosk(desk: ScriptedDesk, clock: ManualClock, tasks: TaskScope) -> Iterator[KioskViewModel]:
    """The pages, wiped at the end."""
    made = KioskViewModel(desk, clock, tasks, SETUP)
    made.start()
    yield made
    made.close()


async def test_a_returning_patient_is_checked_in(kiosk: KioskViewModel, desk: ScriptedDesk) -> None:
    """Birthdate, name, yes, all right, nothing changed: checked in."""
    kiosk.begin("en")
    for digit in "03141980":
        kiosk.visit.identity.type_digit(digit)
    kiosk.visit.identity.submit_birthdate()
    kiosk.visit.identity.submit_name("Mar")
    await settle()
    assert kiosk.state.page is Page.IS_THIS_YOU
    kiosk.visit.identity.confirm()
    await settle()
    kiosk.visit.details.contact_is_right()
    kiosk.visit.details.nothing_changed()
    await settle()
    assert kiosk.state.page is Page.CHECKED_IN
    assert isinstance(desk.asked[-1], Arrive)
