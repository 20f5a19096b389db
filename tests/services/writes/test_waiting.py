"""Booking planned and unscheduled appointments, against the practice."""

from __future__ import annotations

from app.domain.schedule.openings import Team
from app.domain.schedule.visit import Person
from app.practice.server.faults import Fault
from app.services.patients.waiting import WaitingAppointment, waiting_of
from app.services.writes.schedule.waiting import waiting_in
from tests.practice import office as tiny
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, Desk, Town, at

BEN = Person(tiny.BEN, "Berg", "Ben")
TEAM = Team(tiny.DOC)


async def waiting(desk: Desk, pat_num: int) -> tuple[WaitingAppointment, ...]:
    """The appointments of a patient that wait for a time."""
    return waiting_of(await desk.client.appointments.list(PatNum=pat_num))


async def test_a_planned_appointment_is_booked_once(desk: Desk, town: Town) -> None:
    """It is copied with its procedures, and waits no more; a second booking of it is refused, wherever it would be."""
    planned = (await waiting(desk, tiny.BEN))[0]
    assert (planned.apt_num, planned.planned, planned.minutes) == (tiny.PLANNED, True, 40)
    entry = await desk.visits.book_waiting(planned, BEN, at(13), 1, TEAM)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Berg, Ben booked for 1:00 PM, Chair 1")
    assert entry.answer is not None
    row = town.row(entry.answer["AptNum"])
    assert (row["NextAptNum"], row["ProcDescript"], row["Pattern"]) == (tiny.PLANNED, "#14-MO-C2", "//XXXX//")
    assert desk.visit(entry.answer["AptNum"]).start == at(13)
    assert tiny.PLANNED not in [each.apt_num for each in await waiting(desk, tiny.BEN)]
    again = await desk.visits.book_waiting(planned, BEN, at(15), 1, TEAM)
    assert again.state is REFUSED
    assert str(again.outcome).startswith("Not booked: this planned appointment is already booked for ")
    assert waiting_in(again.intent) == planned
    assert town.faults.seen.count("Appointments.schedule_planned") == 1
    undone = await desk.writes.undo(entry)
    assert undone.state is DONE
    assert [each.planned for each in await waiting(desk, tiny.BEN)] == [False]


async def test_another_hygienist_is_a_second_step(desk: Desk, town: Town) -> None:
    """The API schedules a planned appointment with its own hygienist only; another one is set right after it."""
    planned = (await waiting(desk, tiny.BEN))[0]
    entry = await desk.visits.book_waiting(planned, BEN, at(13), 1, Team(tiny.DOC, tiny.HYG, is_hygiene=True))
    assert entry.state is DONE
    assert entry.answer is not None
    apt_num = entry.answer["AptNum"]
    await town.in_time(lambda: bool(town.row(apt_num)["ProvHyg"]))
    assert (await town.settled(desk)).state is DONE
    row = town.row(apt_num)
    assert (row["ProvNum"], row["ProvHyg"], row["IsHygiene"]) == (tiny.DOC, tiny.HYG, 1)
    assert town.row(tiny.PLANNED)["ProvHyg"] == 0


async def test_a_lost_answer_is_found(desk: Desk, town: Town) -> None:
    """A planned booking whose answer is lost is found by its copy, and never sent again."""
    planned = (await waiting(desk, tiny.BEN))[0]
    town.faults.plan("Appointments.schedule_planned", Fault.DROP_AFTER)
    entry = await desk.visits.book_waiting(planned, BEN, at(13), 1, TEAM)
    assert entry.state is UNKNOWN
    assert (await town.settled(desk)).state is DONE
    assert town.faults.seen.count("Appointments.schedule_planned") == 1


async def test_an_unscheduled_appointment_gets_a_time(desk: Desk, town: Town) -> None:
    """It is scheduled itself, with other providers if chosen; the undo puts it back on the list."""
    pat_num = town.row(tiny.UNSCHEDULED)["PatNum"]
    person = Person(pat_num, "Berg", "Somebody")
    found = next(each for each in await waiting(desk, pat_num) if each.apt_num == tiny.UNSCHEDULED)
    assert not found.planned
    entry = await desk.visits.book_waiting(found, person, at(13), 1, Team(tiny.OTHER_DOC))
    assert entry.state is DONE
    row = town.row(tiny.UNSCHEDULED)
    assert (row["AptStatus"], row["Op"], row["ProvNum"]) == (1, 1, tiny.OTHER_DOC)
    assert row["AptDateTime"] == str(at(13))
    stale = await desk.visits.book_waiting(found, person, at(15), 1, TEAM)
    assert stale.state is REFUSED
    assert (await desk.writes.undo(entry)).state is DONE
    assert town.row(tiny.UNSCHEDULED)["AptStatus"] == 3
