"""Keeping a booking that was not accepted."""

from __future__ import annotations

from app.services.patients.search import PatientHit
from app.services.schedule.openings import Opening
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.disks import no_room_on_the_disk
from tests.viewmodels.schedule.test_booking import NOBODY, confirmed, offered, written


async def test_a_booking_that_was_not_taken_is_kept(model: ScheduleScreenViewModel) -> None:
    """Entries of a booking that the journal did not accept are restored at the next one for that patient."""
    booking, pages = model.booking, model.pages
    found = confirmed(model).person
    booking.start_new(NOBODY)
    booking.set_type(0)
    booking.set_minutes(60)
    booking.set_note("Wheelchair.")
    booking.mark(new_patient=True)
    await offered(model)
    with no_room_on_the_disk(model.parts.journal):
        booking.book()
        await until(lambda: len(model.notices.items) > 1)
    assert not booking.open
    assert model.notices.items[-1].words.startswith(f"{NOBODY.display}: not booked. Ctrl+N goes on")
    pages.book_for(PatientHit(found, None, "", ""))
    assert (booking.state.person, booking.state.note) == (found, "")
    booking.finished.emit()
    pages.book_for(None)
    await offered(model)
    state = booking.state
    assert (state.person, state.minutes, state.note, state.new_patient) == (NOBODY, 60, "Wheelchair.", True)
    booking.finished.emit()
    pages.book_for(None)
    await offered(model)
    assert booking.state.person is None


async def refused(model: ScheduleScreenViewModel, served: Served, note: str = "Wheelchair.") -> Opening:
    """Have a booking refused because another user was faster; returns its opening."""
    booking = model.booking
    booking.start_new(confirmed(model).person)
    booking.set_type(0)
    booking.set_note(note)
    await offered(model)
    opening = booking.state.openings[0].opening
    other = next(
        each.visit
        for each in model.schedule.grid.visits
        if each.visit.pat_num != booking.state.person.pat_num
    )
    await served.elsewhere().appointments.create(
        PatNum=other.pat_num, Op=opening.op_num, AptDateTime=opening.start
    )
    booking.book()
    await until(lambda: bool(model.parts.journal.open_entries()) and bool(model.notices.items))
    return opening


async def test_a_refused_booking_is_kept(model: ScheduleScreenViewModel, served: Served) -> None:
    """After such a refusal, another clicked time is for the same patient, with the same note."""
    booking, person = model.booking, confirmed(model).person
    await refused(model, served)
    model.pages.book_at(model.schedule.grid.columns[-1].key, 17 * 60)
    assert (booking.state.person, booking.state.note, booking.state.refusal) == (person, "Wheelchair.", "")
    await offered(model)


async def test_a_refused_booking_comes_back_to_the_panel(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """All entries are restored with the reason and the phone number, to be retried or changed."""
    booking = model.booking
    closed: list[int] = []
    booking.refused.connect(booking.start_new)
    model.notices.closed.connect(closed.append)
    opening = await refused(model, served)
    state = booking.state
    assert booking.open
    assert state.refusal.startswith("Not booked: ")
    assert (state.note, state.type_num, state.action) == ("Wheelchair.", 0, "Try again")
    assert [row.opening for row in state.openings] == [opening]
    assert state.who.endswith(state.person.phone)
    booking.change()
    await offered(model)
    assert (booking.state.refusal, booking.state.action, booking.state.note) == ("", "Book", "Wheelchair.")
    assert booking.state.ready
    assert booking.state.openings[0].opening != opening
    assert [each.kind for each in model.notices.items] == ["error"]
    assert closed == [model.notices.items[0].id]  # the panel says it


async def test_trying_again_sends_the_same(model: ScheduleScreenViewModel, served: Served) -> None:
    """Once the obstacle is gone, retrying books it, and nothing needs attention any more."""
    booking = model.booking
    booking.refused.connect(booking.start_new)
    opening = await refused(model, served)
    served.sql(
        "UPDATE appointment SET AptStatus = 5 WHERE Op = ? AND AptDateTime = ?",
        opening.op_num,
        str(opening.start),
    )
    booking.book()
    await until(lambda: len(model.parts.journal.recent(9)) == 2)
    entry = await written(model)
    assert served.start_of(entry.answer["AptNum"]) == opening.start
    assert served.row(entry.answer["AptNum"])["Note"] == "Wheelchair."
    assert model.parts.journal.open_entries() == ()


async def test_a_booking_that_was_refused_later_is_put_back(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A booking refused after waiting for the server is listed under attention, and can be changed there."""
    booking, attention = model.booking, model.desk.attention
    person = confirmed(model).person
    booking.start_new(person)
    booking.set_type(0)
    booking.set_note("Bring the night guard.")
    await offered(model)
    opening = booking.state.openings[0].opening
    served.faults.unreachable = True
    booking.book()
    await until(lambda: bool(attention.rows) and attention.rows[0].can_withdraw)
    other = next(each.visit for each in model.schedule.grid.visits if each.visit.pat_num != person.pat_num)
    # While the office is away: as soon as it answers, the booking is sent by itself.
    taken = "UPDATE appointment SET AptDateTime = ?, Op = ? WHERE AptNum = ?"
    served.sql(taken, f"{opening.start:%Y-%m-%d %H:%M:%S}", opening.op_num, other.apt_num)
    served.faults.unreachable = False
    model.schedule.refresh()
    await until(lambda: bool(attention.rows) and attention.rows[0].can_change)
    assert not booking.open
    attention.change(attention.rows[0].id)
    state = booking.state
    assert booking.open
    assert state.person.pat_num == person.pat_num
    assert (state.note, state.type_num, state.minutes) == ("Bring the night guard.", 0, 40)
    assert (state.openings[0].opening.start, state.openings[0].opening.op_num) == (
        opening.start,
        opening.op_num,
    )
    assert state.refusal.startswith("Not booked: ")
    assert state.ready
    booking.change()
    await offered(model)
    booking.book()
    await until(lambda: attention.rows == ())


async def test_two_enters_book_once(model: ScheduleScreenViewModel) -> None:
    """A second Enter after the one that books finds nothing to book, and asks nothing."""
    booking = model.booking
    asked: list[str] = []
    booking.missing.connect(asked.append)
    booking.start_new(confirmed(model).person)
    await offered(model)
    booking.book()
    booking.book()
    assert asked == ["type", "type"]
    assert model.parts.journal.recent(9) == ()
    booking.set_type(0)
    await offered(model)
    booking.book()
    booking.book()
    await written(model)
    assert len(model.parts.journal.recent(9)) == 1
    assert len(asked) == 2


async def test_a_note_that_was_typed_is_kept_for_its_patient(model: ScheduleScreenViewModel) -> None:
    """Esc, or another patient, loses no note: it is restored for its own patient only."""
    booking, pages = model.booking, model.pages
    people = [placed.visit.person for placed in model.schedule.grid.visits if placed.visit.person]
    first, second = people[0], next(each for each in people if each.pat_num != people[0].pat_num)
    pages.book_for(PatientHit(first, None, "", ""))
    booking.set_note("Bring the night guard.")
    pages.book_for(PatientHit(second, None, "", ""))
    assert (booking.state.person, booking.state.note) == (second, "")
    booking.set_note("Needs a ride.")
    booking.finished.emit()
    pages.book_for(None)
    assert (booking.state.person, booking.state.note) == (None, "")
    booking.set_person(first)
    assert booking.state.note == "Bring the night guard."
    pages.book_for(PatientHit(second, None, "", ""))
    assert booking.state.note == "Needs a ride."
    await offered(model)
