"""Booking and breaking appointments, against the practice."""

from __future__ import annotations

import asyncio

import pytest

from app.domain.schedule.openings import Team
from app.domain.schedule.stages import StageRules
from app.domain.schedule.visit import Stage
from app.journal.kinds import Proof
from app.practice.server.faults import Fault
from app.services.writes.schedule.book import BOOK, book_intent
from app.services.writes.schedule.slots import TargetSlot
from app.services.writes.schedule.visits import BreakChoice, BreakKind, NewVisit
from tests.practice import office as tiny
from tests.services.front_desk import ANN, DONE, REFUSED, Desk, Town, at

NO_SHOW = BreakChoice(BreakKind.MISSED, to_unscheduled=True)
LISTED = BreakChoice(BreakKind.CANCELED_IN_TIME, to_unscheduled=True)


async def test_booking(desk: Desk, town: Town) -> None:
    """A booked visit has the wished length in its type's shape, its note and marks, and is on the screen at once."""
    entry = await desk.visits.book(
        NewVisit(ANN, at(13), 1, 40, Team(tiny.DOC), type_num=1, note="Nervous", new_patient=True)
    )
    assert (entry.state, str(entry.intent.words)) == (DONE, "Berg, Ann booked for 1:00 PM, Chair 1")
    assert entry.answer is not None
    row = town.row(entry.answer["AptNum"])
    assert (row["Pattern"], row["Note"], row["IsNewPatient"]) == ("/XXXXXX/", "Nervous", 1)
    visit = desk.visit(entry.answer["AptNum"])
    assert (visit.start, visit.op_num, visit.type_num) == (at(13), 1, 1)


async def test_the_same_booking_twice(desk: Desk, town: Town) -> None:
    """Two clicks book once; a booking that already exists is refused and shown."""
    new = NewVisit(ANN, at(13), 1, 40)
    one, two = await asyncio.gather(desk.visits.book(new), desk.visits.book(new))
    assert one == two
    again = await desk.visits.book(new)
    assert (again.state, str(again.outcome)) == (
        REFUSED,
        "Not booked: the patient already has an appointment at that time in that operatory.",
    )
    assert town.faults.seen.count("Appointments.create") == 1


@pytest.mark.parametrize(
    ("choice", "status", "codes", "words"),
    [
        (NO_SHOW, 3, ["D9986"], "Berg, Ann: no-show, on the Unscheduled List"),
        (
            BreakChoice(BreakKind.CANCELED_LATE, to_unscheduled=False),
            5,
            ["D9987"],
            "Berg, Ann canceled late",
        ),
        (LISTED, 3, [], "Berg, Ann canceled, on the Unscheduled List"),
    ],
)
async def test_breaking(
    desk: Desk, town: Town, choice: BreakChoice, status: int, codes: list[str], words: str
) -> None:
    """An appointment is broken as chosen, with its procedure."""
    entry = await town.broken(desk, choice)
    assert (entry.state, town.row()["AptStatus"]) == (DONE, status)
    charted = town.sql(
        "SELECT ProcCode FROM procedurelog JOIN procedurecode USING (CodeNum) WHERE ProcCode LIKE 'D998%'"
    )
    assert [code for (code,) in charted] == codes
    assert str(entry.intent.words) == words


async def test_breaking_where_the_office_charts_nothing(town: Town) -> None:
    """The office's explanation is shown when it has no procedure for a missed appointment."""
    town.sql("UPDATE preference SET ValueString = '0' WHERE PrefName = 'BrokenApptProcedure'")
    desk = await town.desk()
    entry = await town.broken(desk, BreakChoice(BreakKind.MISSED, to_unscheduled=True))
    assert (entry.state, town.row()["AptStatus"]) == (REFUSED, 1)
    assert "broken appointment procedure type" in str(entry.outcome)


async def test_a_chair_on_a_day_that_nobody_has_looked_at(desk: Desk, town: Town) -> None:
    """Booking into an operatory on a day that is not in memory succeeds only if it is free."""
    await desk.visits.move(desk.visit(), at(9, day=tiny.TOMORROW), 1)
    entry = await desk.visits.book(NewVisit(ANN, at(9, 20, tiny.TOMORROW), 1, 20))
    assert (entry.state, str(entry.outcome)) == (
        REFUSED,
        "Not booked: Chair 1 is taken at 9:00 AM for 40 minutes.",
    )


@pytest.fixture
def late_visit(town: Town) -> None:
    """Another desk puts the hygiene appointment into Chair 1 from 11:30 PM yesterday to 1:00 AM today."""
    start = at(23, 30, tiny.YESTERDAY)
    change = "UPDATE appointment SET AptDateTime = ?, Pattern = ?, Op = 1 WHERE AptNum = ?"
    town.sql(change, f"{start:%Y-%m-%d %H:%M:%S}", "X" * 18, tiny.HYGIENE_VISIT)


async def test_a_slot_taken_since_yesterday(desk: Desk, town: Town, late_visit: None) -> None:
    """An appointment of the evening before that lasts past midnight takes its operatory, unless it was seen."""
    new = NewVisit(ANN, at(0, 15), 1, 40)
    blocked = await desk.visits.book(new)
    assert blocked.state is REFUSED
    assert "Chair 1" in str(blocked.outcome)
    assert (await desk.visits.move(desk.visit(), at(0, 30), 1)).state is REFUSED
    await desk.office.reader.open_days([tiny.YESTERDAY, tiny.TODAY])
    assert (await desk.visits.book(new)).state is DONE


async def test_a_slot_taken_tomorrow(desk: Desk, town: Town) -> None:
    """An appointment that lasts past midnight doesn't overlap one of the next day unseen."""
    start = at(0, 15, tiny.TOMORROW)
    change = "UPDATE appointment SET AptDateTime = ?, Op = 1 WHERE AptNum = ?"
    town.sql(change, f"{start:%Y-%m-%d %H:%M:%S}", tiny.HYGIENE_VISIT)
    assert (await desk.visits.book(NewVisit(ANN, at(23, 30), 1, 90))).state is REFUSED
    assert (await desk.visits.move(desk.visit(), at(23, 40), 1)).state is REFUSED


async def test_an_empty_answer_frees_no_slot(desk: Desk, town: Town) -> None:
    """One empty day is not believed before a slot is claimed, nor one empty list of a patient's appointments after."""
    start = at(13)
    change = "UPDATE appointment SET AptDateTime = ?, Op = 1 WHERE AptNum = ?"
    town.sql(change, f"{start:%Y-%m-%d %H:%M:%S}", tiny.HYGIENE_VISIT)
    town.faults.plan("Appointments.list", Fault.NO_ROWS)
    assert (await desk.visits.move(desk.visit(), at(13, 10), 1)).state is REFUSED
    booked = await desk.visits.book(NewVisit(ANN, at(15), 1, 40))
    assert booked.state is DONE
    town.faults.plan("Appointments.list", Fault.NO_ROWS)
    assert (await BOOK.read_back(desk.client, booked)).proof is Proof.DONE


async def test_a_walk_in_is_booked_as_arrived(desk: Desk, town: Town) -> None:
    """Whoever is here already is booked with status and time of arrival, in one write; undone, they aren't here."""
    booked = await desk.visits.book(NewVisit(ANN, at(13), 1, 40, is_here=True))
    assert str(booked.intent.words) == "Berg, Ann booked for 1:00 PM, Chair 1, and marked arrived"
    assert booked.answer is not None
    number = booked.answer["AptNum"]
    now = town.clock.now().replace(microsecond=0)
    row = town.row(number)
    assert (booked.state, row["Confirmed"], row["DateTimeArrived"]) == (
        DONE,
        tiny.ARRIVED,
        now.isoformat(" "),
    )
    assert town.faults.seen.count("Appointments.confirm") == 0
    visit = desk.visit(number)
    assert (visit.stage, visit.arrived_at) == (Stage.ARRIVED, now)
    await desk.writes.undo(booked)
    assert (town.row(number)["AptStatus"], town.row(number)["Confirmed"]) == (3, tiny.UNCONFIRMED)


async def test_the_undo_of_a_walk_in_overwrites_no_later_status(desk: Desk, town: Town) -> None:
    """Whom another user has seated meanwhile stays seated, on the schedule."""
    booked = await desk.visits.book(NewVisit(ANN, at(13), 1, 40, is_here=True))
    assert booked.answer is not None
    number = booked.answer["AptNum"]
    town.sql("UPDATE appointment SET Confirmed = ? WHERE AptNum = ?", tiny.SEATED, number)
    undone = await desk.writes.undo(booked)
    assert undone.state is REFUSED
    assert (town.row(number)["AptStatus"], town.row(number)["Confirmed"]) == (1, tiny.SEATED)


async def test_a_walk_in_shows_as_arrived_while_it_is_sent(desk: Desk, town: Town) -> None:
    """Before the office answers, the appointment is on the schedule with its time of arrival."""
    slot = TargetSlot(at(13), 1, "Chair 1", 1, ())
    intent = book_intent(NewVisit(ANN, at(13), 1, 40, is_here=True), slot, at(12, 50), StageRules(arrived=6))
    row = BOOK.expected(intent, {})
    assert (row["DateTimeArrived"], row["Confirmed"]) == (f"{tiny.TODAY} 12:50:00", 6)
