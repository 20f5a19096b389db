"""What patients changed at check-in is decided field by field: written once, guarded, and recorded."""

from __future__ import annotations

from datetime import date

import pytest

from app.journal.entries import WriteState
from app.practice.server.faults import Fault
from app.viewmodels.staff.check_in.change_cards import ChangeCard
from app.viewmodels.staff.check_in.changes_panel import ChangesPanelViewModel
from app.wire.hub.check_in import PROPOSALS, Decision, Proposal, ProposalsOf
from app.wire.hub.kiosk import PROPOSE, ContactField, Propose
from app.wire.resources.patients import Patient
from tests.services.people.offices import PINS
from tests.support.qt_loop import until
from tests.support.waiting_room import WaitingRoom
from tests.viewmodels.check_in.desks import BEN, CheckInDesk, CheckInDesks

WIRELESS, EMAIL, CITY = ContactField.WIRELESS_PHONE, ContactField.EMAIL, ContactField.CITY
OTHER_BORN = date(1911, 5, 2)
CHANGES = {WIRELESS: "5035550123", EMAIL: "ada@example.com", CITY: "Salem"}


class Changed:
    """A patient who changed three fields at the kiosk, and a desk that has heard of it."""

    def __init__(self, room: WaitingRoom, pat_num: int, at: CheckInDesk) -> None:
        self.room, self.pat_num, self.at = room, pat_num, at

    @property
    def card(self) -> ChangeCard:
        """What the desk shows of it."""
        return next(each for each in self.at.check_in.changes.cards if each.pat_num == self.pat_num)

    @property
    def open_fields(self) -> set[ContactField]:
        """The fields that are not decided yet."""
        cards = [each for each in self.at.check_in.changes.cards if each.pat_num == self.pat_num]
        return {field.field for card in cards for field in card.fields}

    async def row(self) -> Patient:
        """The patient in the office."""
        return await self.room.office.patients.get(self.pat_num)

    async def decisions(self) -> dict[ContactField, tuple[Decision, str]]:
        """What the hub has recorded."""
        (kept,) = await self.proposals()
        return {each.field: (each.decision, each.by) for each in kept.fields}

    async def proposals(self) -> tuple[Proposal, ...]:
        """What the hub has kept of the patient."""
        return (await self.room.desk.call(PROPOSALS, ProposalsOf(pat_num=self.pat_num))).proposals

    async def notes(self) -> list[str]:
        """The patient's commlog entries."""
        return [each.Note for each in await self.room.office.commlogs.list(PatNum=self.pat_num)]


@pytest.fixture
async def changed(open_check_in: CheckInDesks, room: WaitingRoom) -> Changed:
    """Ada Okafor has another phone, e-mail and city."""
    pat_num = await room.patient(WirelessPhone="(503)555-9999", City="Portland")
    await room.book(pat_num)
    at = await open_check_in()
    visit = await room.visit()
    await room.kiosk.call(PROPOSE, Propose(visit=visit, index=0, changes=CHANGES))
    found = Changed(room, pat_num, at)
    await until(lambda: len(found.open_fields) == 3)
    return found


async def test_before_and_after(changed: Changed) -> None:
    """Each field shows what the office has and what the patient typed, as they are read."""
    card = changed.card
    shown = {each.label: (each.before, each.after) for each in card.fields}
    assert shown == {
        "Wireless phone": ("(503) 555-9999", "(503) 555-0123"),
        "Email": ("–", "ada@example.com"),
        "City": ("Portland", "Salem"),
    }
    assert card.when.endswith(" at Kiosk 1")
    assert str(changed.at.desk.check_in.words_of(changed.pat_num)) == "3 changes from check-in"


async def test_accept_all_is_one_write(changed: Changed) -> None:
    """One journaled write changes the patient, a commlog tells of it, and the hub knows who accepted it."""
    changed.at.check_in.changes.accept_all(changed.card.proposal_num)
    await until(lambda: not changed.open_fields)
    row = await changed.row()
    assert (row.WirelessPhone, row.Email, row.City) == ("(503)555-0123", "ada@example.com", "Salem")
    assert set((await changed.decisions()).values()) == {(Decision.ACCEPTED, "Ana")}
    entries = [
        each for each in changed.at.desk.parts.journal.recent(20) if each.intent.kind == "check-in changes"
    ]
    assert [each.state for each in entries] == [WriteState.DONE]
    with changed.room.clock.hurrying():
        await until(lambda: any(each.intent.step_of for each in changed.at.desk.parts.journal.recent(5)))
        await until(lambda: not changed.at.desk.parts.journal.unsettled())
    (note,) = await changed.notes()
    assert "City: Salem (before: Portland)" in note
    assert "Kiosk 1" in note


async def test_who_accepted_is_named_though_another_person_is_there_by_then(changed: Changed) -> None:
    """The hub is told with the rights of who made the write, once it is settled."""
    assert changed.room.hub.practice.faults is not None
    changed.room.hub.practice.faults.plan("Patients.update", Fault.DROP_AFTER)
    changed.at.check_in.changes.accept_all(changed.card.proposal_num)
    journal = changed.at.desk.parts.journal
    await until(lambda: any(each.state is WriteState.UNKNOWN for each in journal.unsettled()))
    await changed.at.desk.parts.staff.sign_in(BEN.user_num, PINS[BEN.user_num])
    with changed.room.clock.hurrying():
        await until(lambda: not changed.open_fields)
    assert set((await changed.decisions()).values()) == {(Decision.ACCEPTED, "Ana")}


async def test_each_field_by_itself(changed: Changed) -> None:
    """An accepted field is written alone; a refused one is only recorded."""
    number = changed.card.proposal_num
    changed.at.check_in.changes.accept(number, CITY)
    changed.at.check_in.changes.refuse(number, EMAIL)
    await until(lambda: changed.open_fields == {WIRELESS})
    row = await changed.row()
    assert (row.City, row.Email, row.WirelessPhone) == ("Salem", "", "(503)555-9999")
    decided = await changed.decisions()
    assert decided[CITY] == (Decision.ACCEPTED, "Ana")
    assert decided[EMAIL] == (Decision.REFUSED, "Ana")
    assert decided[WIRELESS] == (Decision.OPEN, "")


async def test_a_change_meanwhile_is_never_overwritten(changed: Changed) -> None:
    """Both versions are shown; the patient's is written only if the user says so."""
    await changed.room.office.patients.update(changed.pat_num, City="Eugene")
    number = changed.card.proposal_num
    changed.at.check_in.changes.accept(number, CITY)
    await until(lambda: any(each.theirs == "Eugene" for each in changed.card.fields))
    assert (await changed.row()).City == "Eugene"
    assert (await changed.decisions())[CITY] == (Decision.OPEN, "")
    assert not changed.card.may_accept_all
    changed.at.check_in.changes.accept_anyway(number, CITY)
    await until(lambda: CITY not in changed.open_fields)
    assert (await changed.row()).City == "Salem"


async def test_keeping_the_offices_value_ends_a_collision(changed: Changed) -> None:
    """Refusing it dismisses the write that was not done."""
    await changed.room.office.patients.update(changed.pat_num, City="Eugene")
    number = changed.card.proposal_num
    changed.at.check_in.changes.accept(number, CITY)
    await until(lambda: any(each.theirs == "Eugene" for each in changed.card.fields))
    changed.at.check_in.changes.refuse(number, CITY)
    await until(lambda: CITY not in changed.open_fields)
    assert (await changed.row()).City == "Eugene"
    assert (await changed.decisions())[CITY] == (Decision.REFUSED, "Ana")
    await until(lambda: changed.at.desk.attention.rows == ())


async def test_undo_opens_the_field_again(changed: Changed) -> None:
    """The office's value is back, no commlog is sent, and the change waits for a decision."""
    changed.at.check_in.changes.accept(changed.card.proposal_num, CITY)
    await until(lambda: CITY not in changed.open_fields)
    notice = next(each for each in changed.at.desk.notices.items if "changed as entered" in each.words)
    changed.at.desk.notices.undo(notice.id)
    await until(lambda: CITY in changed.open_fields)
    assert (await changed.row()).City == "Portland"
    assert (await changed.decisions())[CITY][0] is Decision.OPEN
    with changed.room.clock.hurrying():
        await until(lambda: not changed.at.desk.parts.journal.unsettled())
    assert await changed.notes() == []


async def test_the_commlog_behind_a_change_leaves_its_undo(changed: Changed) -> None:
    """The commlog, which has no undo, is part of what the user did: Ctrl+Z still undoes the change."""
    desk = changed.at.desk
    changed.at.check_in.changes.accept(changed.card.proposal_num, CITY)
    await until(lambda: CITY not in changed.open_fields)
    with changed.room.clock.hurrying():
        await until(lambda: any(each.intent.step_of for each in desk.parts.journal.recent(5)))
        await until(lambda: not desk.parts.journal.unsettled())
    assert len(await changed.notes()) == 1
    await until(lambda: "changed as entered" not in desk.notices.items[-1].words)
    assert desk.commands["undo"].verdict.ok
    desk.commands["undo"].run()
    await until(lambda: CITY in changed.open_fields)
    assert (await changed.row()).City == "Portland"


async def test_what_the_office_has_already_is_only_recorded(changed: Changed) -> None:
    """A value that somebody has typed in meanwhile is accepted without a write."""
    await changed.room.office.patients.update(changed.pat_num, City="Salem")
    changed.at.check_in.changes.accept(changed.card.proposal_num, CITY)
    await until(lambda: CITY not in changed.open_fields)
    assert (await changed.decisions())[CITY] == (Decision.ACCEPTED, "Ana")
    kinds = [each.intent.kind for each in changed.at.desk.parts.journal.recent(20)]
    assert "check-in changes" not in kinds


async def test_the_selected_patient_comes_first(changed: Changed) -> None:
    """The panel shows the selected patient's changes above the others', and says when all are decided."""
    other = await changed.room.patient("Adler", "Ben", OTHER_BORN, City="Bend")
    await changed.room.book(other)
    changed.room.clock.skip(60)  # the hub reads the day again
    visit = await changed.room.visit("adl", OTHER_BORN)
    await changed.room.kiosk.call(PROPOSE, Propose(visit=visit, index=0, changes={CITY: "Salem"}))
    await until(lambda: len(changed.at.check_in.changes.cards) == 2)
    await changed.at.desk.check_in.review()
    panel = changed.at.desk.check_in.model
    assert isinstance(panel, ChangesPanelViewModel)
    panel.show_patient(other)
    assert [each.pat_num for each in panel.cards] == [other, changed.pat_num]
    panel.show_patient(changed.pat_num)
    assert [each.pat_num for each in panel.cards] == [changed.pat_num, other]
