"""Every write carries the person: in the journal, and in notes that have no field for a user."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.core.text import msg
from app.domain.people.rights import Demand, Right
from app.journal.entries import Author, Entry, Intent, WriteState
from app.services.people.authority import Approval, NotAllowed
from app.services.people.staff import Staff
from app.services.writes.create import Create
from app.services.writes.patients.commlog import NewCommlog
from app.services.writes.registry import WRITES
from app.services.writes.schedule.book import NewVisit
from app.services.writes.steps import with_steps
from app.store.topics import Part
from app.wire.resources.adjustments import Adjustments
from tests.journal.fake_office import until
from tests.practice import office as tiny
from tests.services.conftest import OpenTown
from tests.services.front_desk import ANN, Desk, Town, at
from tests.services.people.offices import BEN, CAL, PINS, SignedOffice


async def test_initials_end_notes(desk: Desk, town: Town) -> None:
    """A commlog and an appointment note end with the initials of who wrote them, and are found by the whole text."""
    desk.outbox.author = Author("Ana", 1, "AN")
    entry = await desk.add_commlog_now(NewCommlog(ANN, "Asked about the crown.", at(9, 30)))
    assert entry.state is WriteState.DONE
    assert (entry.who, entry.user_num, entry.initials) == ("Ana", 1, "AN")
    assert entry.answer is not None
    assert entry.answer["Note"] == "Asked about the crown. [AN]"
    noted = await desk.visits.append_note(desk.visit(), "Needs a ramp")
    assert noted.state is WriteState.DONE
    assert noted.answer is not None
    assert noted.answer["Note"].endswith("Needs a ramp [AN]")
    undone = await desk.writes.undo(noted)
    assert undone.answer is not None
    assert "ramp" not in undone.answer["Note"]


async def test_without_a_person_notes_stay_as_they_are(desk: Desk) -> None:
    """Where nobody signs in nothing is appended."""
    noted = await desk.visits.append_note(desk.visit(), "Needs a ramp")
    assert noted.answer is not None
    assert noted.answer["Note"].endswith("Needs a ramp")


class Refunding(Create):
    """An adjustment that needs a right, whose limit is about its amount."""

    def demands(self, intent: Intent, today: date) -> Sequence[Demand]:
        """A refund of the amount."""
        return (Demand(Right.REFUND, abs(Decimal(intent.arguments["AdjAmt"]))),)

    def undo(self, entry: Entry) -> Intent | None:
        """An opposite one."""
        return None if entry.answer is None else adjustment(171, "120.00")


REFUNDING = Refunding(
    "refunding",
    Adjustments.create,
    key="AdjNum",
    part=Part.ACCOUNT,
    mark="AdjNote",
    not_done=msg("Not posted"),
)


def adjustment(adj_type: int, amount: str) -> Intent:
    """An adjustment of Ann's account."""
    fields = {"PatNum": tiny.ANN, "AdjType": adj_type, "AdjAmt": amount, "AdjDate": f"{tiny.TODAY}"}
    words = msg("Adjustment of {amount}", amount=amount)
    return REFUNDING.intent(subject=f"account:{tiny.ANN}", arguments={**fields, "AdjNote": ""}, words=words)


@pytest.fixture
async def restricted(open_town: OpenTown) -> tuple[Desk, Staff]:
    """A desk with Ben signed in, who may not give refunds."""
    town = open_town()
    for number, name, sign in ((170, "Discount", "-"), (171, "Charge", "+")):
        town.sql(
            "INSERT INTO definition (DefNum, Category, ItemOrder, ItemName, ItemValue, ItemColor, IsHidden)"
            " VALUES (?, 1, 0, ?, ?, 0, 0)",
            number,
            name,
            sign,
        )
    desk = await town.desk(writes=(*WRITES, REFUNDING))
    staff = await SignedOffice().with_staff()
    await staff.sign_in(BEN.user_num, PINS[2])
    desk.writes.authority = staff
    assert staff.author is not None
    desk.outbox.author = staff.author
    return desk, staff


async def test_a_service_is_refused_without_the_right(restricted: tuple[Desk, Staff]) -> None:
    """Called directly, past every widget: nothing is kept or sent without the right, or with a made-up token."""
    desk, _ = restricted
    for approval in (None, Approval("made up")):
        with pytest.raises(NotAllowed):
            await desk.writes.send(adjustment(170, "-120.00"), approval)
    forged = replace(adjustment(170, "-120.00"), step_of=1)
    with pytest.raises(NotAllowed):
        await desk.writes.send(forged)
    assert desk.outbox.journal.recent(9) == ()


async def test_steps_are_asked_for_once(restricted: tuple[Desk, Staff], town: Town) -> None:
    """One approval covers a write and its steps; a step is not asked again, and is the work of who made the first."""
    desk, staff = restricted
    both = with_steps(adjustment(170, "-120.00"), adjustment(171, "30.00"))
    with pytest.raises(NotAllowed) as refused:
        await desk.writes.send(both)
    assert [each.amount for each in refused.value.demands] == [Decimal("120.00"), Decimal("30.00")]
    first_only = await staff.approve(CAL.user_num, PINS[3], refused.value.demands[:1])
    with pytest.raises(NotAllowed):
        await desk.writes.send(both, first_only)
    approval = await staff.approve(CAL.user_num, PINS[3], refused.value.demands)
    sending = desk.writes.send(both, approval)
    entry = await sending
    desk.outbox.author = Author("Cal", 3, "CA")
    await until(lambda: len(desk.writes.steps.after(entry)) == 1 and not desk.outbox.journal.unsettled())
    (step,) = desk.writes.steps.after(entry)
    assert (entry.state, step.state) == (WriteState.DONE, WriteState.DONE)
    assert (step.who, step.user_num) == ("Ben", BEN.user_num)


async def test_undo_and_retry_need_the_right_again(restricted: tuple[Desk, Staff]) -> None:
    """The approval of the first time is used up: undoing asks again."""
    desk, staff = restricted
    demand = Demand(Right.REFUND, Decimal("120.00"))
    approval = await staff.approve(CAL.user_num, PINS[3], [demand])
    entry = await desk.writes.send(adjustment(170, "-120.00"), approval)
    with pytest.raises(NotAllowed):
        await desk.writes.undo(entry, approval)
    with pytest.raises(NotAllowed):
        await desk.writes.retry(entry)
    again = await staff.approve(CAL.user_num, PINS[3], [demand])
    assert (await desk.writes.undo(entry, again)).state is WriteState.DONE


async def test_a_booking_names_who_made_it(desk: Desk, town: Town) -> None:
    """Where the office takes it, the user who is signed in is entered with the appointment, and its note is signed."""
    desk.outbox.author = Author("Ana", 1, "AN")
    new = NewVisit(ANN, at(13), 1, 40, note="Asked for the window seat", entered_by=1)
    entry = await desk.visits.book(new)
    assert entry.state is WriteState.DONE
    assert entry.answer is not None
    assert entry.answer["SecUserNumEntry"] == 1
    assert entry.answer["Note"] == "Asked for the window seat [AN]"
