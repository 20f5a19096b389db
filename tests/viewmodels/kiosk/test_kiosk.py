"""A visit at the kiosk, from the first touch to "checked in", on a real hub and a real practice."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.page_data import (
    BirthdatePage,
    CheckedIn,
    ContactPage,
    CorrectPage,
    Entry,
    IsThisYou,
    NextVisitPage,
    Problem,
    SeeDesk,
    WhichChanged,
    WhoIsHere,
)
from app.viewmodels.kiosk.state import Page
from app.wire.hub.actions import Nothing
from app.wire.hub.check_in import KIOSK_OFFICE, PROPOSALS, ProposalsOf
from app.wire.hub.kiosk import ContactField, Identify, Propose, Question, Step
from tests.support.kiosk.fixtures import Line
from tests.support.kiosk.patient import KioskPatient
from tests.support.waiting_room import HALF_PAST_TEN, WaitingRoom


async def change_setup(room: WaitingRoom, kiosk: KioskViewModel, **changes: object) -> None:
    """The office sets its kiosks up differently."""
    known = await room.desk.call(KIOSK_OFFICE, Nothing())
    setup = replace(known.setup, **changes)
    await room.rules(known.rules, setup)
    kiosk.apply_setup((await room.desk.call(KIOSK_OFFICE, Nothing())).setup)


async def test_a_returning_patient_is_checked_in(patient: KioskPatient, room: WaitingRoom) -> None:
    """Birthdate, name, yes, all right, nothing changed: the office has the arrival."""
    apt = await room.expected()
    await patient.walk(Page.CHECKED_IN)
    assert await room.is_marked(apt)
    assert patient.kiosk.step is Step.CHECKED_IN


async def test_only_initials_and_time_are_shown(patient: KioskPatient, room: WaitingRoom) -> None:
    """Whoever looks over the patient's shoulder learns no name."""
    await room.expected()
    await patient.walk(Page.IS_THIS_YOU)
    data = patient.kiosk.state.data
    assert isinstance(data, IsThisYou)
    assert (data.who.initials, data.who.hour, data.who.minute) == ("A. O.", 10, 30)
    assert "Okafor" not in repr(patient.kiosk.state)


async def test_three_tries_then_the_desk(patient: KioskPatient, line: Line) -> None:
    """Each failure has the same words; after the third the patient is sent to the desk."""
    patient.kiosk.begin("en")
    for _ in range(2):
        await patient.identify("xyz", in_vain=True)
        data = patient.kiosk.state.data
        assert isinstance(data, BirthdatePage)
        assert data.problem is Problem.AGAIN
    await patient.identify("xyz", in_vain=True)
    assert patient.kiosk.state.data == SeeDesk()
    assert patient.kiosk.state.page is Page.SEE_DESK
    assert sum(isinstance(each, Identify) for each in line.asked) == 3


async def test_somebody_else_is_another_try(patient: KioskPatient, room: WaitingRoom) -> None:
    """No leads back to an empty birthdate, with the same words as "not found", and no visit is kept."""
    await room.expected()
    await patient.walk(Page.IS_THIS_YOU)
    patient.kiosk.visit.identity.deny()
    data = patient.kiosk.state.data
    assert isinstance(data, BirthdatePage)
    assert (data.problem, data.birthdate.parts) == (Problem.AGAIN, ("", "", ""))
    assert patient.kiosk.visit.journey.visit == ""


async def test_impossible_dates_are_explained_at_once(kiosk: KioskViewModel) -> None:
    """Next isn't needed to learn that no month has 31 days in February; with the problem, Next leads nowhere."""
    kiosk.begin("en")
    for digit in "0231":
        kiosk.visit.identity.type_digit(digit)
    assert isinstance(kiosk.state.data, BirthdatePage)
    assert kiosk.state.data.problem is Problem.DAY
    kiosk.visit.identity.submit_birthdate()
    assert kiosk.state.page is Page.BIRTHDATE
    kiosk.visit.identity.go_to_part(1)
    for digit in "28":
        kiosk.visit.identity.type_digit(digit)
    assert kiosk.state.data.problem is Problem.NONE
    kiosk.visit.identity.submit_birthdate()
    assert kiosk.state.data.problem is Problem.INCOMPLETE


async def test_a_family_arrives_together(patient: KioskPatient, room: WaitingRoom) -> None:
    """Who else is here is asked by initials; those marked arrive with one touch, the others don't."""
    parent = await room.patient()
    ben = await room.patient(first="Ben", born=None, Guarantor=parent)
    cleo = await room.patient(first="Cleo", born=None, Guarantor=parent)
    apts = [await room.book(each, HALF_PAST_TEN) for each in (parent, ben, cleo)]
    await patient.walk(Page.WHO_IS_HERE)
    data = patient.kiosk.state.data
    assert isinstance(data, WhoIsHere)
    assert sorted(who.initials for who in data.others) == ["B. O.", "C. O."]
    patient.kiosk.visit.identity.toggle(next(who.number for who in data.others if who.initials == "B. O."))
    patient.kiosk.visit.identity.submit_people()
    await patient.sees(Page.CONTACT)
    patient.kiosk.visit.details.contact_is_right()
    patient.kiosk.visit.details.nothing_changed()
    await patient.sees(Page.CHECKED_IN)
    assert [await room.is_marked(apt) for apt in apts] == [True, True, False]


async def test_a_correction_is_proposed_and_written_nowhere(patient: KioskPatient, room: WaitingRoom) -> None:
    """A new email is masked on the screen, reaches the desk as a proposal, and changes nothing in the office."""
    pat_num = await room.patient(Email="ada@example.com", WirelessPhone="(503)555-0142")
    await room.book(pat_num)
    await patient.walk(Page.CONTACT)
    kiosk, details = patient.kiosk, patient.kiosk.visit.details
    assert isinstance(kiosk.state.data, ContactPage)
    assert "ada@" not in repr(kiosk.state)
    details.correct(next(row for row in kiosk.state.data.rows if row.entries == (Entry.EMAIL,)))
    details.submit_correction("ada at example")
    assert isinstance(kiosk.state.data, CorrectPage)
    assert kiosk.state.data.problem is Problem.EMAIL
    details.submit_correction(" new@example.org ")
    assert isinstance(kiosk.state.data, ContactPage)
    row = next(row for row in kiosk.state.data.rows if row.entries == (Entry.EMAIL,))
    assert row.changed
    assert "new@" not in repr(kiosk.state)
    details.contact_is_right()
    details.something_changed()
    details.toggle_insurance()
    details.submit_which()
    await patient.sees(Page.CHECKED_IN)
    proposal = (await room.desk.call(PROPOSALS, ProposalsOf(pat_num=pat_num))).proposals[0]
    assert [(each.field, each.after) for each in proposal.fields] == [(ContactField.EMAIL, "new@example.org")]
    assert (proposal.health_changed, proposal.insurance_changed) == (False, True)
    assert (await room.office.patients.get(pat_num)).Email == "ada@example.com"


async def test_an_address_is_asked_line_by_line(patient: KioskPatient, room: WaitingRoom) -> None:
    """Street, apartment (which may be empty), city, state, ZIP: one question a page, and Back leads through them."""
    await room.expected(Address="12 Elm St", City="Salem", State="OR", Zip="97301")
    await patient.walk(Page.CONTACT)
    kiosk, details = patient.kiosk, patient.kiosk.visit.details
    assert isinstance(kiosk.state.data, ContactPage)
    details.correct(kiosk.state.data.rows[-1])
    for typed in ("9 Oak Ave", "", "Portland"):
        details.submit_correction(typed)
    assert isinstance(kiosk.state.data, CorrectPage)
    assert (kiosk.state.data.entry, kiosk.state.data.line) == (Entry.STATE, 4)
    kiosk.visit.journey.back()
    assert isinstance(kiosk.state.data, CorrectPage)
    assert (kiosk.state.data.entry, kiosk.state.data.typed) == (Entry.CITY, "Portland")
    for typed in ("Portland", "or", "97201"):
        details.submit_correction(typed)
    assert kiosk.state.page is Page.CONTACT
    assert details.changes[ContactField.ZIP] == "97201"


async def test_back_from_contact_never_loses_the_visit(patient: KioskPatient, room: WaitingRoom) -> None:
    """A patient may look at earlier pages again and go on from there."""
    apt = await room.expected()
    await patient.walk(Page.CHANGES)
    journey = patient.kiosk.visit.journey
    journey.back()
    assert patient.kiosk.state.page is Page.CONTACT
    journey.back()
    assert patient.kiosk.state.page is Page.IS_THIS_YOU
    patient.kiosk.visit.identity.confirm()
    await patient.sees(Page.CONTACT)
    patient.kiosk.visit.details.contact_is_right()
    patient.kiosk.visit.details.nothing_changed()
    await patient.sees(Page.CHECKED_IN)
    assert await room.is_marked(apt)


async def test_back_from_the_first_page_ends_the_visit(kiosk: KioskViewModel) -> None:
    """Start over is the welcome page."""
    kiosk.begin("en")
    kiosk.visit.journey.back()
    assert kiosk.state.page is Page.WELCOME


async def test_only_what_the_office_asks_is_asked(
    patient: KioskPatient, room: WaitingRoom, kiosk: KioskViewModel
) -> None:
    """Without questions "yes" checks in; the dots show no step that never comes."""
    await change_setup(room, kiosk, questions=())
    await room.expected()
    await patient.walk(Page.IS_THIS_YOU)
    assert kiosk.state.dots == (3, 3)
    kiosk.visit.identity.confirm()
    await patient.sees(Page.CHECKED_IN)


async def test_one_question_needs_no_second_page(
    patient: KioskPatient, room: WaitingRoom, kiosk: KioskViewModel, line: Line
) -> None:
    """Where the office asks about insurance only, yes means insurance."""
    await change_setup(room, kiosk, questions=(Question.INSURANCE,))
    await room.expected()
    await patient.walk(Page.IS_THIS_YOU)
    kiosk.visit.identity.confirm()
    await patient.sees(Page.CHANGES)
    kiosk.visit.details.something_changed()
    await patient.sees(Page.CHECKED_IN)
    proposed = next(each for each in line.asked if isinstance(each, Propose))
    assert (proposed.health_changed, proposed.insurance_changed) == (False, True)


async def test_yes_without_a_choice_is_explained(patient: KioskPatient, room: WaitingRoom) -> None:
    """Something has changed, but what?"""
    await room.expected()
    await patient.walk(Page.WHICH_CHANGED)
    patient.kiosk.visit.details.submit_which()
    data = patient.kiosk.state.data
    assert isinstance(data, WhichChanged)
    assert data.problem is Problem.NO_CHOICE


async def test_the_next_appointment_is_told_on_request(patient: KioskPatient, room: WaitingRoom) -> None:
    """Date and time, nothing else."""
    pat_num = await room.patient()
    await room.book(pat_num)
    later = HALF_PAST_TEN.replace(day=24)
    await room.book(pat_num, later)
    await patient.walk(Page.NEXT_VISIT)
    data = patient.kiosk.state.data
    assert isinstance(data, NextVisitPage)
    assert data.visits == (("", later),)


async def test_the_balance_is_shown_only_where_the_office_allows_it(
    patient: KioskPatient, room: WaitingRoom, kiosk: KioskViewModel
) -> None:
    """There is no button without it, and a request that comes anyway learns nothing."""
    await room.expected()
    await patient.walk(Page.CHECKED_IN)
    assert isinstance(kiosk.state.data, CheckedIn)
    assert not kiosk.state.data.shows_balance
    kiosk.visit.arrival.show_balance()
    await patient.sees(Page.SEE_DESK)
    kiosk.wipe()
    await change_setup(room, kiosk, shows_balance=True)
    born = date(1911, 11, 2)
    await room.expected(first="Ida", last="Quist", born=born)
    room.clock.skip(60)  # the hub knows the day's appointments for some seconds
    kiosk.begin("en")
    await patient.identify("qui", born)
    kiosk.visit.identity.confirm()
    await patient.sees(Page.CONTACT)
    kiosk.visit.details.contact_is_right()
    kiosk.visit.details.nothing_changed()
    await patient.sees(Page.CHECKED_IN)
    kiosk.visit.arrival.show_balance()
    await patient.sees(Page.BALANCE)
