"""Checking in over a line that breaks: nobody arrives twice, and nothing is promised that did not happen."""

from __future__ import annotations

import pytest

from app.practice.server.faults import Faults
from app.viewmodels.kiosk.page_data import SeeDesk
from app.viewmodels.kiosk.state import HelpCall, Page
from app.wire.hub.check_in import ArrivalResult
from app.wire.hub.kiosk import Arrive
from tests.support.hub_office import HubOffice
from tests.support.kiosk.fixtures import Line
from tests.support.kiosk.patient import KioskPatient
from tests.support.manual_clock import ManualClock, settle
from tests.support.qt_loop import until
from tests.support.waiting_room import WaitingRoom


async def test_two_touches_are_one_arrival(patient: KioskPatient, room: WaitingRoom, line: Line) -> None:
    """While the hub is asked nothing else is taken."""
    apt = await room.expected()
    await patient.walk(Page.CHANGES)
    line.free.clear()
    patient.kiosk.visit.details.nothing_changed()
    patient.kiosk.visit.details.nothing_changed()
    patient.kiosk.visit.details.something_changed()
    patient.kiosk.visit.journey.back()
    await settle()
    assert patient.kiosk.state.page is Page.CHANGES
    line.free.set()
    await patient.sees(Page.CHECKED_IN)
    assert sum(isinstance(each, Arrive) for each in line.asked) == 1
    assert await room.times_marked(apt) == 1


async def test_a_lost_answer_is_asked_for_again_with_the_same_request(
    patient: KioskPatient, room: WaitingRoom, line: Line, clock: ManualClock
) -> None:
    """The hub arrived the patient, the answer broke off: the same request again, and one arrival."""
    apt = await room.expected()
    await patient.walk(Page.CHANGES)
    line.lost = 1
    patient.kiosk.visit.details.nothing_changed()
    await until(lambda: line.lost == 0)
    await clock.advance(1)
    await patient.sees(Page.CHECKED_IN)
    sent = [each for each in line.asked if isinstance(each, Arrive)]
    assert len(sent) == 2
    assert sent[0] == sent[1]
    assert await room.times_marked(apt) == 1


async def test_a_hub_that_stays_away_promises_nothing(
    patient: KioskPatient, room: WaitingRoom, line: Line, clock: ManualClock
) -> None:
    """Both answers are lost: please see the front desk, not "checked in"."""
    await room.expected()
    await patient.walk(Page.CHANGES)
    line.lost = 2
    patient.kiosk.visit.details.nothing_changed()
    await until(lambda: line.lost == 1)
    await clock.advance(1)
    await patient.sees(Page.SEE_DESK)
    assert patient.kiosk.state.data == SeeDesk(arrived=False)


@pytest.mark.parametrize("page", [Page.NAME, Page.IS_THIS_YOU, Page.CHANGES, Page.CHECKED_IN])
async def test_a_hub_that_is_gone_sends_to_the_desk(
    patient: KioskPatient, room: WaitingRoom, hub: HubOffice, clock: ManualClock, page: Page
) -> None:
    """At every page whose touch asks the hub."""
    await room.expected()
    await patient.walk(page)
    await hub.server.stop()
    visit = patient.kiosk.visit
    {
        Page.NAME: lambda: visit.identity.submit_name("oka"),
        Page.IS_THIS_YOU: visit.identity.confirm,
        Page.CHANGES: visit.details.nothing_changed,
        Page.CHECKED_IN: visit.arrival.show_next_visits,
    }[page]()
    if page is Page.CHANGES:
        await until(lambda: clock.sleeping)
        await clock.advance(1)
    await patient.sees(Page.SEE_DESK)
    assert patient.kiosk.state.data == SeeDesk(arrived=page is Page.CHECKED_IN)


async def test_a_hub_that_never_answers_is_not_waited_for(
    patient: KioskPatient, room: WaitingRoom, line: Line, clock: ManualClock
) -> None:
    """After 20 seconds the patient is sent to the desk, and a late answer changes nothing."""
    await room.expected()
    await patient.walk(Page.IS_THIS_YOU)
    line.free.clear()
    patient.kiosk.visit.identity.confirm()
    await clock.advance(19)
    assert patient.kiosk.state.busy
    await clock.advance(1)
    assert patient.kiosk.state.page is Page.SEE_DESK
    line.free.set()
    await settle()
    assert patient.kiosk.state.page is Page.SEE_DESK


async def test_an_office_that_is_away_sends_to_the_desk(
    patient: KioskPatient, room: WaitingRoom, faults: Faults
) -> None:
    """The hub answers, the office doesn't."""
    await room.expected()
    patient.kiosk.begin("en")
    faults.unreachable = True
    await patient.identify()
    assert patient.kiosk.state.page is Page.SEE_DESK


async def test_help_is_told_only_once_it_was_called(
    patient: KioskPatient, room: WaitingRoom, line: Line, hub: HubOffice
) -> None:
    """The page says that the front desk knows only when it does."""
    kiosk = patient.kiosk
    line.free.clear()
    kiosk.call_help()
    kiosk.call_help()
    await settle()
    assert kiosk.state.help is HelpCall.CALLING
    line.free.set()
    await until(lambda: kiosk.state.help is HelpCall.CALLED)
    assert await room.results() == [ArrivalResult.HELP]
    kiosk.close_help()
    await hub.server.stop()
    kiosk.call_help()
    await until(lambda: kiosk.state.help is HelpCall.FAILED)
