"""Booking an appointment: the panel's state and its warnings."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from msgspec.structs import replace

from app.domain.schedule.columns import lane_key
from app.domain.schedule.visit import Person, Stage, Visit
from app.journal.entries import Entry
from app.practice.server.faults import Fault
from app.services.patients.search import PatientHit
from app.viewmodels.staff.schedule.booking.state import ANY_DENTIST, ANY_HYGIENIST, LENGTHS, BookingState
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import Ready, ScheduleView
from tests.journeys.practices import TODAY, Served
from tests.support.kinds import the
from tests.support.qt_loop import until

NOBODY = Person(1, "Nobody", "Ned")


async def offered(model: ScheduleScreenViewModel) -> None:
    """Wait until the panel has searched openings."""
    await until(lambda: not model.booking.state.looking)


def confirmed(model: ScheduleScreenViewModel) -> Visit:
    """The day's last confirmed appointment."""
    visits = [placed.visit for placed in model.schedule.grid.visits]
    return next(each for each in reversed(visits) if each.stage is Stage.CONFIRMED)


async def written(model: ScheduleScreenViewModel) -> Entry:
    """Wait until everything is written; returns the last write."""
    await until(lambda: bool(model.parts.journal.recent(1)) and not model.parts.journal.unsettled())
    return model.parts.journal.recent(1)[0]


async def test_three_openings_the_first_chosen(model: ScheduleScreenViewModel) -> None:
    """Three openings are offered, earliest first, the first one chosen; without a patient nothing is booked."""
    booking = model.booking
    booking.start_new()
    assert booking.state.looking
    await offered(model)
    starts = [row.opening.start for row in booking.state.openings]
    assert len(starts) == 3
    assert starts == sorted(starts)
    assert booking.state.chosen == 0
    assert not booking.state.ready
    booking.book()
    assert model.parts.journal.recent(1) == ()
    booking.set_person(NOBODY)
    assert not booking.state.ready
    booking.set_type(0)
    await offered(model)
    assert booking.state.ready


async def test_any_dentist_any_hygienist(model: ScheduleScreenViewModel) -> None:
    """The provider can be anyone, any dentist or any hygienist."""
    lists = model.parts.office.lists
    hygienists = {row.ProvNum for row in lists.providers if row.IsSecondary}
    model.booking.start_new(NOBODY)
    for wish, wanted in ((ANY_DENTIST, False), (ANY_HYGIENIST, True)):
        model.booking.set_provider(wish)
        await offered(model)
        found = {row.opening.prov_num in hygienists for row in model.booking.state.openings}
        assert found == {wanted}


async def test_the_longest_and_the_shortest(model: ScheduleScreenViewModel) -> None:
    """Every offered length can be searched; one without openings shows what to try."""
    model.booking.start_new(NOBODY)
    for minutes in (LENGTHS[0], LENGTHS[-1]):
        model.booking.set_minutes(minutes)
        await offered(model)
        assert model.booking.state.openings or model.booking.state.words
    model.booking.set_minutes(530)
    await offered(model)
    state = model.booking.state
    assert state.openings or state.words.startswith("No openings of this length")


async def test_a_time_that_was_clicked_is_warned_of(model: ScheduleScreenViewModel) -> None:
    """A time that is past or taken is offered, with the reason as a warning."""
    taken = confirmed(model)
    model.booking.start_new(NOBODY, at=(taken.start, taken.op_num))
    await offered(model)
    row = model.booking.state.openings[0]
    assert (row.opening.start, row.opening.op_num) == (taken.start, taken.op_num)
    assert f"({taken.name}; " in row.warning
    model.booking.start_new(NOBODY, at=(datetime.combine(TODAY, time(8)), 1))
    await offered(model)
    assert "This time has passed." in model.booking.state.openings[0].warning


async def test_a_move_keeps_its_length(model: ScheduleScreenViewModel) -> None:
    """Moving searches for the appointment's own length and provider, and books nothing new."""
    visit = confirmed(model)
    model.booking.start_move(visit)
    await offered(model)
    state = model.booking.state
    assert (state.moving, state.minutes) == (visit, visit.minutes)
    assert state.ready


async def test_an_office_that_does_not_answer(model: ScheduleScreenViewModel, served: Served) -> None:
    """If openings can't be searched, the panel shows the reason and stays usable."""
    served.faults.plan("Appointments.slots", Fault.SERVER_ERROR, times=20)
    served.faults.plan("Appointments.list", Fault.SERVER_ERROR, times=20)
    served.faults.plan("Schedules.list", Fault.SERVER_ERROR, times=20)
    model.booking.start_new(NOBODY)
    model.booking.set_minutes(530)
    await offered(model)
    assert model.booking.state.openings or model.booking.state.words


async def test_pointing_at_a_time_keeps_what_was_entered(model: ScheduleScreenViewModel) -> None:
    """Clicking a free time while booking changes only the wanted time and operatory."""
    column = model.schedule.grid.columns[-1].key
    booking = model.booking
    booking.start_new(NOBODY)
    booking.set_minutes(60)
    booking.set_note("Wheelchair.")
    booking.mark(new_patient=True)
    model.pages.book_at(column, 17 * 60)
    await offered(model)
    state = booking.state
    assert (state.person, state.minutes, state.note, state.new_patient) == (NOBODY, 60, "Wheelchair.", True)
    first = state.openings[0].opening
    assert (first.start, first.op_num) == (datetime.combine(TODAY, time(17)), column)
    assert state.chosen == 0
    booking.finished.emit()
    model.pages.book_at(column, 16 * 60)
    assert (booking.state.person, booking.state.note) == (None, "")
    await offered(model)


def first_lane(model: ScheduleScreenViewModel, day: date) -> int:
    """The key of a day's first lane, in the week on the screen."""
    return next(column.key for column in model.schedule.grid.columns if column.day == day)


async def test_pointing_at_a_time_while_moving(model: ScheduleScreenViewModel) -> None:
    """Clicking a free time while moving a visit offers it for the move, there; in the week in the lane's operatory."""
    visit = confirmed(model)
    column = next(each.key for each in model.schedule.grid.columns if each.key != visit.op_num)
    model.booking.start_move(visit)
    model.pages.book_at(column, 17 * 60)
    await offered(model)
    first = model.booking.state.openings[0].opening
    assert model.booking.state.moving == visit
    assert (first.start, first.op_num) == (datetime.combine(TODAY, time(17)), column)
    model.schedule.set_view(ScheduleView.WEEK)
    await until(lambda: not the(Ready, model.schedule.state).coming)
    model.pages.book_at(lane_key(TODAY, column), 16 * 60)
    await offered(model)
    first = model.booking.state.openings[0].opening
    assert (first.start, first.op_num) == (datetime.combine(TODAY, time(16)), column)


async def test_pointing_at_a_day_of_the_week(model: ScheduleScreenViewModel) -> None:
    """A click in the week means a time of that day in the lane's operatory: openings start there."""
    booking = model.booking
    model.schedule.set_view(ScheduleView.WEEK)
    await until(lambda: not the(Ready, model.schedule.state).coming)
    thursday = TODAY + timedelta(days=2)
    model.pages.book_at(first_lane(model, thursday), 14 * 60)
    await offered(model)
    starts = [row.opening.start for row in booking.state.openings]
    assert starts == sorted(starts)
    assert datetime.combine(thursday, time(14)) <= starts[0] < datetime.combine(thursday, time(18))
    booking.set_person(NOBODY)
    model.pages.book_at(first_lane(model, TODAY + timedelta(days=1)), 9 * 60)
    await offered(model)
    assert booking.state.person == NOBODY
    assert booking.state.openings[0].opening.start.date() == TODAY + timedelta(days=1)


async def test_pointing_at_a_past_time_of_the_week(model: ScheduleScreenViewModel, served: Served) -> None:
    """A past time in the week is offered with a warning and can be booked."""
    booking = model.booking
    model.schedule.set_view(ScheduleView.WEEK)
    await until(lambda: not the(Ready, model.schedule.state).coming)
    monday = TODAY - timedelta(days=1)
    model.pages.book_at(first_lane(model, monday), 8 * 60)
    await offered(model)
    first, second = booking.state.openings[:2]
    assert first.opening.start.date() == monday
    assert "This time has passed." in first.warning
    assert second.opening.start >= served.clock.now() - timedelta(minutes=10)
    assert booking.state.words == ""
    booking.set_person(confirmed(model).person)
    booking.set_type(0)
    await offered(model)
    booking.book()
    entry = await written(model)
    assert served.start_of(entry.answer["AptNum"]) == first.opening.start


async def test_a_booking_at_hand_goes_on(model: ScheduleScreenViewModel) -> None:
    """Requesting a new appointment while booking keeps the entries; a found patient is filled in if none is set."""
    booking, pages = model.booking, model.pages
    pages.book_for(None)
    booking.set_note("Bring the night guard")
    booking.set_minutes(40)
    pages.book_for(None)
    assert (booking.state.note, booking.state.minutes) == ("Bring the night guard", 40)
    await offered(model)
    found = confirmed(model).person
    pages.book_for(PatientHit(found, None, "", ""))
    assert (booking.state.person, booking.state.note) == (found, "Bring the night guard")
    await offered(model)


async def test_a_second_patient_has_a_booking_of_their_own(model: ScheduleScreenViewModel) -> None:
    """One patient's note never gets into another's appointment."""
    booking, pages = model.booking, model.pages
    booking.start_new(NOBODY)
    booking.set_note("Bring the night guard")
    found = confirmed(model).person
    pages.book_for(PatientHit(found, None, "", ""))
    assert (booking.state.person, booking.state.note) == (found, "")
    await offered(model)


async def test_no_opening_is_warned_of_for_a_provider(model: ScheduleScreenViewModel) -> None:
    """A free opening never has a warning, whatever the length, type, provider or kind of booking."""
    booking = model.booking
    found = 0
    for visit in (None, confirmed(model)):
        if visit is None:
            booking.start_new(NOBODY)
        else:
            booking.start_move(visit)
        for choose, values in (
            (booking.set_provider, [number for number, _ in booking.choices.providers]),
            (booking.set_type, [number for number, _ in booking.choices.types]),
            (booking.set_minutes, LENGTHS[:6]),
        ):
            for value in values:
                choose(value)
                await offered(model)
                rows = booking.state.openings
                assert [row.warning for row in rows if " is with " in row.warning] == []
                found += len(rows)
    assert found > 60


async def test_a_chair_without_a_name_is_called_by_its_short_one(model: ScheduleScreenViewModel) -> None:
    """In an office without operatory names, an opening names its operatory as the schedule does."""
    office, lists = model.parts.office, model.parts.office.lists
    unnamed = tuple(replace(each, OpName="") for each in lists.operatories)
    office.office_lists.take(replace(lists, operatories=unnamed))
    model.booking.start_new(NOBODY)
    await offered(model)
    shorts = {each.OperatoryNum: each.Abbrev for each in unnamed}
    assert all(row.where.startswith(shorts[row.opening.op_num]) for row in model.booking.state.openings)


async def test_the_booking_panels_title_and_needs(model: ScheduleScreenViewModel) -> None:
    """A new appointment needs patient and type; a moved one keeps them and needs only a time."""
    new = BookingState(minutes=35)
    assert (new.title, new.action, new.needs_patient, new.is_new) == ("New appointment", "Book", True, True)
    assert (35, "35 minutes") in new.lengths
    assert new.lengths == sorted(new.lengths)
    known = BookingState(person=NOBODY, looking=True, words="Nothing found.")
    assert (known.title, known.needs_patient) == (f"Book {NOBODY.display}", False)
    assert known.below == "Looking for openings…"
    moving = BookingState(person=NOBODY, moving=confirmed(model), words="Nothing found.")
    assert (moving.title, moving.action) == (f"Move {NOBODY.display}", "Move here")
    assert not moving.needs_patient
    assert not moving.is_new
    assert moving.below == "Nothing found."
