"""A patient who walks away, from every page: nothing of them is left, and the next one finds the welcome page."""

from __future__ import annotations

import gc

import pytest
from msgspec.structs import replace

from app.viewmodels.kiosk.idle import (
    DESK_SECONDS,
    DONE_SECONDS,
    IDLE_SECONDS,
    PRIVATE_SECONDS,
    WARNING_SECONDS,
)
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.state import HelpCall, Look, Page
from app.viewmodels.kiosk.visit import Visit
from app.wire.hub.actions import Nothing
from app.wire.hub.check_in import KIOSK_OFFICE
from tests.support.kiosk.patient import KioskPatient
from tests.support.manual_clock import ManualClock
from tests.support.waiting_room import HALF_PAST_TEN, WaitingRoom

WARNED = [page for page in Page if page not in (Page.WELCOME, Page.CHECKED_IN, Page.SEE_DESK)]


async def arrange(room: WaitingRoom, page: Page) -> None:
    """A patient, with family where that matters, in an office that shows balances."""
    rules = await room.desk.call(KIOSK_OFFICE, Nothing())
    await room.rules(rules.rules, replace(rules.setup, shows_balance=True))
    parent = await room.patient(Email="ada@example.com")
    await room.book(parent)
    if page is Page.WHO_IS_HERE:
        await room.book(await room.patient(first="Ben", born=None, Guarantor=parent), HALF_PAST_TEN)


@pytest.mark.parametrize("page", WARNED)
async def test_a_patient_who_walks_away_is_forgotten(
    patient: KioskPatient, room: WaitingRoom, clock: ManualClock, page: Page
) -> None:
    """30 seconds (15 where an answer is shown), a countdown of 15 with one sound, then nothing is left in memory."""
    await arrange(room, page)
    kiosk = patient.kiosk
    warned, wiped = [], []
    kiosk.warned.connect(lambda: warned.append(kiosk.state.page))
    kiosk.wiped.connect(lambda: wiped.append(kiosk.state.page))
    kiosk.choose_language("es")
    kiosk.toggle_look("larger")
    await patient.walk(page)
    idle = PRIVATE_SECONDS if page in (Page.NEXT_VISIT, Page.BALANCE) else IDLE_SECONDS
    await clock.advance(idle - 1)
    assert kiosk.state.seconds_left == 0
    await clock.advance(1)
    assert (kiosk.state.page, kiosk.state.seconds_left, warned) == (page, WARNING_SECONDS, [page])
    await clock.advance(WARNING_SECONDS - 1)
    assert (kiosk.state.page, kiosk.state.seconds_left) == (page, 1)
    await clock.advance(1)
    assert (kiosk.state.page, kiosk.state.look, kiosk.state.seconds_left) == (Page.WELCOME, Look("en"), 0)
    assert (warned, wiped) == ([page], [Page.WELCOME])
    assert_forgotten(kiosk)


def assert_forgotten(kiosk: KioskViewModel) -> None:
    """No visit, no letters, no contact data, no sealed visit, in any object of the pages."""
    gc.collect()
    assert not [each for each in gc.get_objects() if isinstance(each, Visit)]
    for words in ("oka", "A. O.", "•••@"):
        assert words not in repr(kiosk.state)


@pytest.mark.parametrize("page", [Page.BIRTHDATE, Page.CONTACT])
async def test_one_touch_is_more_time(
    patient: KioskPatient, room: WaitingRoom, clock: ManualClock, page: Page
) -> None:
    """During the countdown a touch starts the 30 seconds again, as often as needed."""
    await arrange(room, page)
    await patient.walk(page)
    for _ in range(3):
        await clock.advance(IDLE_SECONDS + WARNING_SECONDS - 1)
        assert patient.kiosk.state.seconds_left == 1
        patient.kiosk.touched()
        assert (patient.kiosk.state.page, patient.kiosk.state.seconds_left) == (page, 0)


async def test_whoever_types_slowly_is_never_asked(kiosk: KioskViewModel, clock: ManualClock) -> None:
    """Every touch starts the waiting again."""
    kiosk.begin("en")
    for digit in "03141980":
        await clock.advance(IDLE_SECONDS - 1)
        kiosk.touched()
        kiosk.visit.identity.type_digit(digit)
        assert kiosk.state.seconds_left == 0


async def test_the_last_page_returns_by_itself(
    patient: KioskPatient, room: WaitingRoom, clock: ManualClock
) -> None:
    """Ten seconds after "checked in", without a question; a touch keeps it."""
    await arrange(room, Page.CHECKED_IN)
    await patient.walk(Page.CHECKED_IN)
    await clock.advance(DONE_SECONDS - 1)
    patient.kiosk.touched()
    await clock.advance(DONE_SECONDS - 1)
    assert patient.kiosk.state.page is Page.CHECKED_IN
    await clock.advance(1)
    assert patient.kiosk.state.page is Page.WELCOME
    assert_forgotten(patient.kiosk)


async def test_see_the_desk_returns_by_itself(patient: KioskPatient, clock: ManualClock) -> None:
    """It stays long enough to be read."""
    patient.kiosk.begin("en")
    for _ in range(3):
        await patient.identify("xyz", in_vain=True)
    await clock.advance(DESK_SECONDS - 1)
    assert patient.kiosk.state.page is Page.SEE_DESK
    await clock.advance(1)
    assert patient.kiosk.state.page is Page.WELCOME


async def test_what_was_chosen_on_the_welcome_page_does_not_stay(
    kiosk: KioskViewModel, clock: ManualClock
) -> None:
    """Language, text size, contrast and an open help card, without a visit."""
    kiosk.choose_language("es")
    kiosk.toggle_look("contrast")
    kiosk.put(help=HelpCall.FAILED)
    kiosk.touched()
    await clock.advance(IDLE_SECONDS)
    assert (kiosk.state.look, kiosk.state.help) == (Look("en"), HelpCall.NONE)


async def test_staff_reset_a_kiosk_at_once(patient: KioskPatient, room: WaitingRoom) -> None:
    """An order from the desk, in the middle of a visit."""
    await arrange(room, Page.CONTACT)
    await patient.walk(Page.CONTACT)
    patient.kiosk.reset()
    assert patient.kiosk.state.page is Page.WELCOME
    assert_forgotten(patient.kiosk)


async def test_a_message_of_staff_stays_on_the_welcome_page(
    patient: KioskPatient, room: WaitingRoom, clock: ManualClock
) -> None:
    """Until an empty one replaces it; visits pass in between."""
    await arrange(room, Page.CHECKED_IN)
    patient.kiosk.show_message("Dr. Lee is 20 minutes late today.")
    await patient.walk(Page.CHECKED_IN)
    await clock.advance(DONE_SECONDS)
    assert patient.kiosk.state.message == "Dr. Lee is 20 minutes late today."
    patient.kiosk.show_message("")
    assert patient.kiosk.state.message == ""


async def test_offline_nobody_types_in_vain(patient: KioskPatient, room: WaitingRoom) -> None:
    """Before check-in the patient is sent to the desk at once; afterward nothing changes."""
    await arrange(room, Page.CONTACT)
    kiosk = patient.kiosk
    await patient.walk(Page.CONTACT)
    kiosk.set_online(False)
    assert kiosk.state.page is Page.SEE_DESK
    kiosk.wipe()
    kiosk.begin("en")
    assert kiosk.state.page is Page.WELCOME
    kiosk.set_online(True)
    await patient.walk(Page.CHECKED_IN)
    kiosk.set_online(False)
    assert kiosk.state.page is Page.CHECKED_IN
