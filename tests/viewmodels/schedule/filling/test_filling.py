"""Who fits free time: from the lists that the office has to the booking panel."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from app.domain.lists.candidate import CandidateKind
from app.domain.people.packed import DELETED, KnownPatient
from app.domain.schedule.visit import Person
from app.practice.server.faults import Fault
from app.viewmodels.staff.schedule.filling.calls import NO_ANSWER
from app.viewmodels.staff.schedule.filling.filling import STEP, FillViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, TODAY, Practices, Served
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk

ONE_O_CLOCK = datetime.combine(TODAY, time(13))
HYGIENE_1 = 4
HARBOR = 2


def cancel(served: Served) -> int:
    """Another program cancels the appointment at 1:00 in the first hygiene operatory. Returns its number."""
    (row,) = served.sql(
        "SELECT AptNum FROM appointment WHERE Op = ? AND AptDateTime = ? AND AptStatus = 1",
        HYGIENE_1,
        ONE_O_CLOCK.isoformat(" "),
    )
    served.change(row[0], AptStatus=3)
    return int(row[0])


async def began(model: ScheduleScreenViewModel, minute: int = 780) -> FillViewModel:
    """Select a time in that operatory, and show who fits."""
    model.pages.select_time(HYGIENE_1, minute)
    assert model.filling.commands[0].can_run
    model.filling.commands[0].run()
    await until(lambda: model.filling.model is not None and model.filling.model.open)
    filling = model.filling.model
    assert filling is not None
    await until(lambda: not filling.state.looking)
    return filling


@pytest.fixture
async def filling(open_practice: Practices, open_desk_on: OpenDesk) -> FillViewModel:
    """The list for an hour that is free."""
    served = open_practice()
    cancel(served)
    model = await open_desk_on(served)
    found = await began(model)
    await until(lambda: bool(found.state.rows))
    return found


async def test_it_needs_free_time(model: ScheduleScreenViewModel) -> None:
    """Without a selected time the command can't run; a taken one is refused in words."""
    assert not model.filling.commands[0].can_run
    visit = next(each.visit for each in model.schedule.grid.visits if each.visit.op_num == HYGIENE_1)
    model.pages.select_time(HYGIENE_1, visit.start.hour * 60 + visit.start.minute)
    model.filling.commands[0].run()
    await until(lambda: any("isn't free" in each.words for each in model.notices.items))
    assert model.filling.model is not None
    assert not model.filling.model.open


async def test_everybody_is_on_it(filling: FillViewModel) -> None:
    """All four lists take part; the free time is described; more patients are shown on request."""
    state = filling.state
    assert state.title == "Fill 1:00 – 2:00 PM"
    assert state.about == "Hygiene 1 · HYG-A · Main · 60 min free"
    assert state.summary == f"{state.count} patients fit"
    assert len(state.rows) == min(STEP, state.count)
    filling.show_more()
    assert len(filling.state.rows) > STEP
    kinds = {fit.candidate.kind for fit in filling._ranked.fits}
    assert kinds >= {CandidateKind.ASAP, CandidateKind.UNSCHEDULED, CandidateKind.RECALL}
    first = filling.state.rows[0]
    assert (first.listed, first.when) == ("ASAP", "1:00 PM")
    assert any("days sooner" in each for each in first.reasons)
    assert first.name in first.spoken
    assert not first.name.startswith("Patient")


async def test_patients_of_other_clinics_are_offered_when_asked(filling: FillViewModel) -> None:
    """Each is named with their clinic; the next free time is for its own clinic's patients again."""
    shown = filling.state
    assert shown.has_clinics
    assert not any("patient of" in reason for row in shown.rows for reason in row.reasons)
    filling.ask_every_clinic(on=True)
    await until(lambda: not filling.state.looking and filling.state.count > shown.count)
    filling.show_more()
    others = [row for row in filling.state.rows if row.fit.candidate.clinic_num == HARBOR]
    assert others
    assert all(row.reasons[0] == "patient of Harbor" for row in others)
    model = filling.parent().parent()
    assert isinstance(model, ScheduleScreenViewModel)
    model.pages.select_time(1, 12 * 60 + 10)
    model.filling.follow()
    assert not filling.state.every_clinic


async def test_an_offer_ends_before_an_unknown_name(filling: FillViewModel) -> None:
    """An offered list reads nothing: it ends before the first patient whose name isn't in memory."""
    people, shown, at = filling._parts.office.people, filling.state.rows, filling._at
    assert at is not None
    filling.leave()
    person = Person(shown[2].fit.candidate.pat_num, "", "")
    people.index.add([KnownPatient(person, status=DELETED)])
    people._names.pop(person.pat_num, None)
    assert filling.offer(at)
    assert [row.fit for row in filling.state.rows] == [row.fit for row in shown[:2]]
    filling.leave()


async def test_another_time_is_followed(filling: FillViewModel) -> None:
    """With the list open, a click on another time shows who fits that one."""
    model = filling.parent().parent()
    assert isinstance(model, ScheduleScreenViewModel)
    model.pages.select_time(1, 12 * 60 + 10)
    model.filling.follow()
    assert filling.state.summary == "This time isn't free any more."
    model.pages.select_time(HYGIENE_1, 780)
    model.filling.follow()
    await until(lambda: bool(filling.state.rows))


async def test_a_recall_is_booked_as_a_new_appointment(filling: FillViewModel) -> None:
    """With the office's appointment type for it, in that place, with the recall in its note."""
    model = filling.parent().parent()
    assert isinstance(model, ScheduleScreenViewModel)
    while not any(row.fit.candidate.kind is CandidateKind.RECALL for row in filling.state.rows):
        filling.show_more()
    rows = filling.state.rows
    at = next(i for i, row in enumerate(rows) if row.fit.candidate.kind is CandidateKind.RECALL)
    fit = rows[at].fit
    filling.choose(at)
    await until(lambda: model.booking.open)
    booking = model.booking
    assert booking.state.is_new
    assert booking.state.minutes == fit.minutes
    assert booking.state.chosen_row is not None
    opening = booking.state.chosen_row.opening
    assert (opening.start, opening.op_num) == (fit.start, HYGIENE_1)
    assert booking.state.chosen_row.warning == ""
    assert "Recall" in booking.state.note


async def test_the_place_stays_chosen(filling: FillViewModel) -> None:
    """When the booking panel has read more of the patient and searched again, the gap is still what is booked."""
    model = filling.parent().parent()
    assert isinstance(model, ScheduleScreenViewModel)
    fit = filling.state.rows[0].fit
    filling.choose(0)
    booking = model.booking
    await until(lambda: booking.open and len(booking.state.openings) > 1 and not booking.state.looking)
    assert booking.state.chosen_row is not None
    assert (booking.state.chosen_row.opening.start, booking.state.chosen_row.opening.op_num) == (
        fit.start,
        fit.op_num,
    )


async def test_who_was_moved_meanwhile_is_not_booked(
    open_practice: Practices, open_desk_on: OpenDesk
) -> None:
    """An ASAP appointment that somebody has moved is refused in words, and the list is read again."""
    served = open_practice()
    cancel(served)
    model = await open_desk_on(served)
    filling = await began(model)
    await until(lambda: bool(filling.state.rows))
    fit = filling.state.rows[0].fit
    assert fit.candidate.at is not None
    later = fit.candidate.at + timedelta(days=1)
    served.change(fit.candidate.apt_num, AptDateTime=later.isoformat(" "))
    filling.choose(0)
    await until(lambda: bool(filling.state.notes))
    assert filling.state.notes[0] == "This appointment was just moved or canceled."
    assert not model.booking.open
    await until(lambda: filling.state.rows[0].fit.candidate.at != fit.candidate.at)


async def test_who_is_booked_leaves_the_list(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """At once, although the lists have not been read again; what is left of the time is offered to others."""
    served = open_practice()
    gone = cancel(served)
    model = await open_desk_on(served)
    filling = await began(model)
    await until(lambda: bool(filling.state.rows))
    served.change(gone, AptStatus=1, AptDateTime=ONE_O_CLOCK.replace(minute=20).isoformat(" "))
    model.refresh()
    await until(lambda: filling.state.title == "Fill 1:00 – 1:20 PM")
    assert gone not in {row.fit.candidate.apt_num for row in filling.state.rows}


async def test_what_can_not_be_read_is_named(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """Where one list can't be read, the others are used, and it says which one is missing and why."""
    served = open_practice(permissions=ALL - {Permission.QUERIES})
    cancel(served)
    served.faults.plan("Recalls.recall_list", Fault.SERVER_ERROR, times=9)
    model = await open_desk_on(served)
    filling = await began(model)
    await until(lambda: bool(filling.state.rows))
    assert any("Recall List" in each for each in filling.state.notes)


async def test_a_call_is_noted_and_others_come_first(
    open_practice: Practices, open_desk_on: OpenDesk
) -> None:
    """The commlog names the opening and counts as a reminder; the patient is offered last, and says why."""
    served = open_practice()
    cancel(served)
    model = await open_desk_on(served)
    filling = await began(model)
    await until(lambda: bool(filling.state.rows))
    called = filling.state.rows[0].fit.candidate.pat_num
    filling.log(0, NO_ANSWER)
    await until(lambda: filling.state.rows[0].fit.candidate.pat_num != called)
    while called not in {row.fit.candidate.pat_num for row in filling.state.rows}:
        filling.show_more()
    row = next(each for each in filling.state.rows if each.fit.candidate.pat_num == called)
    assert "contacted today" in row.reasons
    await until(lambda: bool(model.parts.journal.recent(9)) and not model.parts.journal.unsettled())
    query = (
        "SELECT Note, Mode_, SentOrReceived FROM commlog WHERE PatNum = ? ORDER BY CommlogNum DESC LIMIT 1"
    )
    ((note, mode, sent),) = served.sql(query, called)
    assert note.startswith("Called about an opening on Tue, Nov 17, 1:00 PM: no answer.")
    assert (mode, sent) == (3, 1)


async def test_a_key_that_may_not_book(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """Who fits is shown, and choosing one says what the key lacks instead of opening the booking panel."""
    served = open_practice(permissions=ALL - {Permission.APPOINTMENTS})
    cancel(served)
    model = await open_desk_on(served)
    filling = await began(model)
    await until(lambda: bool(filling.state.rows))
    filling.choose(0)
    assert "permission" in filling.state.notes[0]
    assert not model.booking.open


async def test_any_operatory(filling: FillViewModel) -> None:
    """Where a time without an operatory is selected, all that are free then take part, and rows name theirs."""
    filling.begin((ONE_O_CLOCK, None))
    await until(lambda: bool(filling.state.rows))
    assert filling.state.title == "Fill this time"
    assert filling.state.about.endswith("free operatories") or filling.state.about == "1 free operatory"
    assert {row.when for row in filling.state.rows} >= {"1:00 PM, Hygiene 1"} or len(filling._places) == 1
