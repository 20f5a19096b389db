"""What else a patient may do at a kiosk: contact data, the next appointment, the balance, help."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.api.hub.link import HubRefused
from app.domain.people.staff import first_book
from app.hub.devices.devices import DeviceBook
from app.hub.shared.audit import OfficeAudit
from app.hub.shared.staff import OfficeStaff
from app.practice.server.faults import Faults
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.check_in import (
    DECIDE,
    KIOSK_OFFICE,
    PROPOSALS,
    RECORD_TASK,
    ArrivalResult,
    Decide,
    Decision,
    FieldProposal,
    Proposal,
    ProposalsOf,
    RecordTask,
    TaskAbout,
)
from app.wire.hub.kiosk import (
    BALANCE,
    HELP,
    NEXT_VISITS,
    PROPOSE,
    WHO_IS_HERE,
    ContactField,
    Help,
    Outcome,
    Propose,
    Question,
    Step,
    VisitNamed,
)
from tests.services.people.offices import ANA, BEN
from tests.support.fast_clock import FastClock
from tests.support.waiting_room import HALF_PAST_TEN, WaitingRoom

CONTACT = {
    "WirelessPhone": "(503)555-1234",
    "HmPhone": "",
    "Email": "ada@example.com",
    "Address": "12 Main St",
    "City": "Salem",
    "State": "OR",
    "Zip": "97301",
}
F = ContactField


async def proposed(room: WaitingRoom, pat_num: int = 0) -> tuple[Proposal, ...]:
    """What the desks see."""
    return (await room.desk.call(PROPOSALS, ProposalsOf(pat_num=pat_num))).proposals


async def test_contact_data_are_masked(room: WaitingRoom) -> None:
    """Only the patient's own, never a relative's; and only if the office asks."""
    me = await room.patient(**CONTACT)
    child = await room.patient(
        first="Chi", born=date(2015, 5, 5), Guarantor=me, WirelessPhone="(503)555-9876"
    )
    for pat_num in (me, child):
        await room.book(pat_num)
    visit = VisitNamed(visit=await room.visit())
    company = await room.kiosk.call(WHO_IS_HERE, visit)
    assert company.contact == {
        F.WIRELESS_PHONE: "•••-1234",
        F.HOME_PHONE: "",
        F.EMAIL: "a•••@•••.com",
        F.ADDRESS: "12 • St",
        F.ADDRESS2: "",
        F.CITY: "S•••",
        F.STATE: "OR",
        F.ZIP: "•••01",
    }
    assert company.asks == (Question.CONTACT, Question.HEALTH, Question.INSURANCE)
    known = await room.desk.call(KIOSK_OFFICE, Nothing())
    await room.rules(known.rules, replace(known.setup, questions=(Question.HEALTH,)))
    company = await room.kiosk.call(WHO_IS_HERE, visit)
    assert (company.contact, company.asks) == ({}, (Question.HEALTH,))


async def test_changes_become_proposals(room: WaitingRoom, faults: Faults, tmp_path: Path) -> None:
    """Validated, without what is the same anyway, sealed on the hub's disk; the office is not changed."""
    me = await room.patient(**CONTACT)
    apt = await room.book(me)
    visit = await room.visit()
    changes = {F.HOME_PHONE: "503 555 0199", F.CITY: "SALEM ", F.STATE: "or", F.EMAIL: "ada.new@example.com"}
    faults.seen.clear()
    for _ in range(2):
        await room.kiosk.call(PROPOSE, Propose(visit=visit, index=0, changes=changes, health_changed=True))
    assert "Patients.update" not in faults.seen
    (proposal,) = await proposed(room)
    assert (proposal.pat_num, proposal.apt_num, proposal.kiosk) == (me, apt, "Kiosk 1")
    assert (proposal.health_changed, proposal.insurance_changed) == (True, False)
    assert set(proposal.fields) == {
        FieldProposal(field=F.HOME_PHONE, before="", after="(503)555-0199"),
        FieldProposal(field=F.EMAIL, before="ada@example.com", after="ada.new@example.com"),
    }
    stored = b"".join(each.read_bytes() for each in tmp_path.glob("hub.db*"))
    assert b"ada.new" not in stored
    assert b"555-0199" not in stored


async def test_the_desk_decides_about_each_field(room: WaitingRoom, clock: FastClock) -> None:
    """Once, in the audit: another desk's other decision is refused; it stays for a month, then it is gone."""
    me = await room.patient(**CONTACT)
    await room.book(me)
    changes = {F.HOME_PHONE: "503 555 0199", F.EMAIL: "ada.new@example.com"}
    await room.kiosk.call(PROPOSE, Propose(visit=await room.visit(), index=0, changes=changes))
    (proposal,) = await proposed(room)

    async def decide(field: F, decision: Decision, who: str = "Ana") -> None:
        asked = Decide(proposal_num=proposal.proposal_num, field=field, decision=decision, who=who)
        await room.desk.call(DECIDE, asked)

    await decide(F.EMAIL, Decision.ACCEPTED)
    await decide(F.EMAIL, Decision.ACCEPTED, "Ben")
    for field, decision, status in (
        (F.EMAIL, Decision.REFUSED, 409),
        (F.CITY, Decision.ACCEPTED, 404),
    ):
        with pytest.raises(HubRefused) as refused:
            await decide(field, decision)
        assert refused.value.status == status
    assert len(await proposed(room)) == 1
    await decide(F.EMAIL, Decision.OPEN)  # the write was undone
    await decide(F.EMAIL, Decision.ACCEPTED)
    await decide(F.HOME_PHONE, Decision.REFUSED)
    assert await proposed(room) == ()
    (kept,) = await proposed(room, me)
    assert {(each.field, each.decision, each.by) for each in kept.fields} == {
        (F.EMAIL, Decision.ACCEPTED, "Ana"),
        (F.HOME_PHONE, Decision.REFUSED, "Ana"),
    }
    audit, decisions = room.hub.hub.part(OfficeAudit), list[tuple[str, str, str]]()
    while len(decisions) < 4:
        await asyncio.sleep(0.01)
        records = [each.record for each in await audit.after(0)]
        decisions = [(each.workstation, each.who, each.result) for each in records if each.who]
    wanted = ("Email: accepted", "Email: open", "Email: accepted", "HmPhone: refused")
    assert decisions == [("Desk 1", "Ana", each) for each in wanted]
    clock.skip(timedelta(days=31).total_seconds())
    assert await proposed(room, me) == ()


async def test_the_hub_says_who_decided(room: WaitingRoom) -> None:
    """Once people sign in it is whoever the hub knows at the desk, whatever the desk says; else the desk."""
    await room.book(await room.patient(**CONTACT))
    changes = {F.HOME_PHONE: "503 555 0199", F.EMAIL: "ada.new@example.com"}
    await room.kiosk.call(PROPOSE, Propose(visit=await room.visit(), index=0, changes=changes))
    (proposal,) = await proposed(room)
    staff = room.hub.hub.part(OfficeStaff)
    await staff.write(0, first_book(ANA).with_member(BEN))
    (desk,) = (each for each in room.hub.hub.part(DeviceBook).valid if each.kind is Kind.DESK)
    asked = Decide(proposal_num=proposal.proposal_num, field=F.EMAIL, decision=Decision.ACCEPTED, who="Ana")
    await room.desk.call(DECIDE, asked)
    room.desk.persons.enter(BEN.user_num, await staff.sign_ins.issue(desk.device_num, BEN.user_num))
    await room.desk.call(DECIDE, replace(asked, field=F.HOME_PHONE))
    (kept,) = await proposed(room, proposal.pat_num)
    assert {each.field: each.by for each in kept.fields} == {F.EMAIL: "Desk 1", F.HOME_PHONE: "Ben"}


async def test_health_answers_are_seen_until_they_are_a_task(room: WaitingRoom, clock: FastClock) -> None:
    """Without a field there is nothing to decide, but a desk makes it a task; over a weekend, if none did today."""
    await room.expected()
    visit = await room.visit()
    await room.kiosk.call(PROPOSE, Propose(visit=visit, index=0))
    assert await proposed(room) == ()
    await room.kiosk.call(PROPOSE, Propose(visit=visit, index=0, insurance_changed=True))
    (proposal,) = await proposed(room)
    assert (proposal.fields, proposal.insurance_changed) == ((), True)
    for days, known in ((1, True), (3, False)):
        clock.skip(timedelta(days=days).total_seconds())
        assert bool(await proposed(room)) is known


async def test_a_health_answer_that_is_a_task_is_seen_that_day(room: WaitingRoom, clock: FastClock) -> None:
    """The task goes on by itself."""
    await room.expected()
    visit = await room.visit()
    await room.kiosk.call(PROPOSE, Propose(visit=visit, index=0, health_changed=True))
    (proposal,) = await proposed(room)
    await room.desk.call(RECORD_TASK, RecordTask(about=TaskAbout.ANSWERS, number=proposal.proposal_num))
    assert await proposed(room) == (proposal,)
    clock.skip(timedelta(days=1).total_seconds())
    assert await proposed(room) == ()


@pytest.mark.parametrize(
    ("changes", "index", "code"),
    [
        ({F.HOME_PHONE: "12"}, 0, "invalid HmPhone"),
        ({F.EMAIL: "ada"}, 0, "invalid Email"),
        ({F.ADDRESS: ""}, 0, "invalid Address"),
        ({F.ADDRESS: "x" * 5_000}, 0, "invalid Address"),
        ({F.CITY: "Bend"}, 1, "not theirs"),
    ],
)
async def test_what_can_not_be_right_is_refused(
    room: WaitingRoom, changes: dict[F, str], index: int, code: str
) -> None:
    """The refusal names the field, never what was typed; a relative's contact data are not theirs to change."""
    me = await room.patient()
    child = await room.patient(first="Chi", born=date(2015, 5, 5), Guarantor=me)
    for pat_num in (me, child):
        await room.book(pat_num)
    visit = await room.visit()
    with pytest.raises(HubRefused) as refused:
        await room.kiosk.call(PROPOSE, Propose(visit=visit, index=index, changes=changes))
    assert refused.value.code == code
    assert await proposed(room) == ()


async def test_the_next_appointments(room: WaitingRoom, faults: Faults) -> None:
    """Date and time of the patient and of those who arrived with them; not this one, not broken ones."""
    me = await room.patient()
    born = (date(2015, 5, 5), date(2017, 7, 7))
    child, other = [await room.patient(first="Chi", born=each, Guarantor=me) for each in born]
    for pat_num in (me, child, other):
        await room.book(pat_num)
    in_a_week, in_two = (HALF_PAST_TEN + timedelta(days=days) for days in (7, 14))
    for pat_num in (child, other):
        await room.book(pat_num, in_two)
    this_afternoon = HALF_PAST_TEN + timedelta(hours=5)
    await room.book(me, this_afternoon)
    await room.book(me, in_two)
    broken = await room.book(child, in_a_week)
    await room.office.appointments.break_(broken, sendToUnscheduledList=False)
    visit = await room.visit()
    await room.arrive(visit, 0, 1)
    found = await room.kiosk.call(NEXT_VISITS, VisitNamed(visit=visit))
    assert [(each.index, each.at) for each in found.visits] == [(0, this_afternoon), (1, in_two)]
    faults.unreachable = True
    assert (await room.kiosk.call(NEXT_VISITS, VisitNamed(visit=visit))).outcome is Outcome.SEE_DESK


async def test_the_balance_only_if_the_office_shows_it(room: WaitingRoom) -> None:
    """The family's for its guarantor, a member's own for anybody else; nothing before the patient is checked in."""
    me = await room.patient()
    child = await room.patient(first="Chi", born=date(2015, 5, 5), Guarantor=me)
    for pat_num in (me, child):
        await room.book(pat_num)
    kind = next(row.DefNum for row in await room.office.definitions.list(Category=1) if row.ItemValue == "+")
    for pat_num, amount in ((me, "40.00"), (child, "25.50")):
        await room.office.adjustments.create(
            PatNum=pat_num, AdjType=kind, AdjAmt=Decimal(amount), AdjDate=date(2026, 11, 16)
        )
    visit = await room.visit()
    await room.arrive(visit)
    hidden = await room.kiosk.call(BALANCE, VisitNamed(visit=visit))
    assert (hidden.outcome, hidden.amount) == (Outcome.SEE_DESK, None)
    known = await room.desk.call(KIOSK_OFFICE, Nothing())
    await room.rules(known.rules, replace(known.setup, shows_balance=True))
    mine = await room.kiosk.call(BALANCE, VisitNamed(visit=visit))
    assert (mine.outcome, mine.amount) == (Outcome.OK, Decimal("65.50"))
    theirs = VisitNamed(visit=await room.visit(born=date(2015, 5, 5)))
    for action in (BALANCE, NEXT_VISITS):
        early = await room.kiosk.call(action, theirs)
        assert early == type(early)(outcome=Outcome.SEE_DESK)
    await room.arrive(theirs.visit, request="request 2")
    assert (await room.kiosk.call(BALANCE, theirs)).amount == Decimal("25.50")


async def test_help_is_called_once(room: WaitingRoom, clock: FastClock) -> None:
    """However often the button is touched; again after a minute."""
    for _ in range(3):
        await room.kiosk.call(HELP, Help(step=Step.BIRTHDATE))
    (call,) = await room.arrivals()
    assert (call.result, call.kiosk, call.why) == (ArrivalResult.HELP, "Kiosk 1", Step.BIRTHDATE)
    clock.skip(61)
    await room.kiosk.call(HELP, Help(step=Step.BIRTHDATE))
    assert await room.results() == [ArrivalResult.HELP] * 2
