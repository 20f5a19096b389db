"""Planned and unscheduled appointments are offered before a new one."""

from __future__ import annotations

import pytest

from app.domain.schedule.visit import Person
from app.services.patients.brief import PatientBrief
from app.services.patients.waiting import WaitingAppointment
from app.viewmodels.staff.schedule.booking.waiting import offered as offered_by
from app.viewmodels.staff.schedule.booking.waiting import waiting_state
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.schedule.test_booking import offered, written

PLANNED_ALONE = (
    "SELECT PatNum, AptNum FROM appointment WHERE AptStatus = 6 AND PatNum NOT IN"
    " (SELECT PatNum FROM appointment WHERE AptStatus IN (1, 3)) ORDER BY AptNum LIMIT 1"
)


@pytest.fixture
def planned(served: Served) -> tuple[Person, int]:
    """A patient with a planned appointment and none to come, and its number."""
    pat_num, apt_num = served.sql(PLANNED_ALONE)[0]
    last, first = served.sql("SELECT LName, FName FROM patient WHERE PatNum = ?", pat_num)[0]
    return Person(pat_num, last, first), apt_num


async def test_a_planned_appointment_is_offered_first(
    model: ScheduleScreenViewModel, served: Served, planned: tuple[Person, int]
) -> None:
    """It is chosen at once, with its own length; Enter books exactly it, with its procedures."""
    person, apt_num = planned
    booking = model.booking
    booking.start_new(person)
    await until(lambda: booking.state.waiting is not None)
    state = booking.state
    assert state.waiting is not None
    assert (state.waiting.apt_num, state.minutes, state.needs_type) == (apt_num, state.waiting.minutes, False)
    await offered(model)
    booking.book()
    entry = await written(model)
    row = served.row(entry.answer["AptNum"])
    assert (row["NextAptNum"], row["AptStatus"], row["Pattern"]) == (apt_num, 1, state.waiting.pattern)
    assert row["ProcDescript"] == served.row(apt_num)["ProcDescript"]
    booking.start_new(person)
    await until(
        lambda: booking.briefs.of(person) is not None and len(booking.briefs.of(person).upcoming or ()) == 1
    )
    assert booking.state.offers == ()


async def test_a_new_one_can_be_booked_instead(
    model: ScheduleScreenViewModel, planned: tuple[Person, int]
) -> None:
    """The last choice is a new appointment, which stays chosen; back again it is as it was offered."""
    person, apt_num = planned
    booking = model.booking
    booking.start_new(person)
    await until(lambda: booking.state.waiting is not None)
    minutes = booking.state.minutes
    booking.choose_waiting(0)
    assert (booking.state.waiting, booking.state.needs_type, booking.state.is_new) == (None, True, True)
    booking.set_type(0)
    await offered(model)
    assert booking.state.waiting is None
    booking.choose_waiting(apt_num)
    assert (booking.state.minutes, booking.state.is_new) == (minutes, False)


async def test_what_was_entered_before_is_not_replaced(
    model: ScheduleScreenViewModel, planned: tuple[Person, int]
) -> None:
    """Once a type is chosen or a note typed, it is only offered; another patient gets none of it."""
    person, _ = planned
    booking = model.booking
    booking.start_new()
    booking.set_note("Nervous")
    booking.set_person(person)
    await until(lambda: bool(booking.state.offers))
    assert booking.state.waiting is None
    booking.set_person(None)
    assert booking.state.offers == ()


async def test_a_refused_one_is_offered_again(
    model: ScheduleScreenViewModel, served: Served, planned: tuple[Person, int]
) -> None:
    """If another desk took the opening, the panel has the same appointment again with the reason."""
    person, apt_num = planned
    booking = model.booking
    booking.start_new(person)
    await until(lambda: booking.state.waiting is not None)
    await offered(model)
    opening = booking.state.openings[0].opening
    other = next(each.visit for each in model.schedule.grid.visits)
    await served.elsewhere().appointments.create(
        PatNum=other.pat_num, Op=opening.op_num, AptDateTime=opening.start
    )
    booking.book()
    await until(lambda: bool(model.parts.journal.open_entries()) and bool(model.notices.items))
    model.pages.book_for_person(person)
    state = booking.state
    assert state.refusal
    assert state.waiting is not None
    assert state.waiting.apt_num == apt_num
    model.desk.attention.change(model.desk.attention.rows[0].id)
    assert booking.state.waiting == state.waiting


def test_only_the_chosen_appointment_is_booked() -> None:
    """Where it is gone, another one isn't booked in its place; where it couldn't be read, it stays chosen."""
    person = Person(7, "Cho", "Mina")
    wanted, other = (
        WaitingAppointment(
            apt_num=number,
            pat_num=7,
            planned=False,
            pattern="XXXX",
            pattern_secondary="",
            prov_num=1,
            prov_hyg=0,
            is_hygiene=False,
            clinic_num=1,
            type_num=0,
            procedures="",
            note="",
        )
        for number in (1, 2)
    )
    state = waiting_state(person, wanted)
    assert offered_by(state, PatientBrief(waiting=(other, wanted)), planned=True).waiting == wanted
    assert offered_by(state, PatientBrief(upcoming=None), planned=True).waiting == wanted
    gone = offered_by(state, PatientBrief(waiting=(other,)), planned=True)
    assert (gone.waiting, gone.offers, gone.needs_type) == (None, (other,), True)
