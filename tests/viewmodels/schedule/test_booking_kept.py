"""What becomes of a booking that is not taken."""

from __future__ import annotations

from app.services.patients.search import PatientHit
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.disks import no_room_on_the_disk
from tests.viewmodels.schedule.test_booking import NOBODY, confirmed, offered


async def test_a_booking_that_was_not_taken_is_kept(model: ScheduleScreenViewModel) -> None:
    """What was entered for a booking that the journal did not take is there again at the next one for that patient."""
    booking, pages = model.booking, model.pages
    found = confirmed(model).person
    booking.start_new(NOBODY)
    booking.set_minutes(60)
    booking.set_note("Wheelchair.")
    booking.set_new_patient(new_patient=True)
    await offered(model)
    with no_room_on_the_disk(model.parts.journal):
        booking.book()
        await until(lambda: len(model.notices.items) > 1)
    assert not booking.open
    assert f"What you entered for {NOBODY.display} is kept" in model.notices.items[-1].words
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


async def test_a_refused_booking_is_kept(model: ScheduleScreenViewModel, served: Served) -> None:
    """Where somebody was faster, another time that is clicked is for the same patient, with the same note."""
    booking = model.booking
    person = confirmed(model).person
    booking.start_new(person)
    booking.set_note("Wheelchair.")
    await offered(model)
    opening = booking.state.openings[0].opening
    other = confirmed(model).pat_num
    await served.elsewhere().appointments.create(PatNum=other, Op=opening.op_num, AptDateTime=opening.start)
    booking.book()
    await until(lambda: len(model.notices.items) > 1)
    assert "not done" in model.notices.items[0].words
    model.pages.book_at(model.schedule.grid.columns[-1].key, 17 * 60)
    assert (booking.state.person, booking.state.note) == (person, "Wheelchair.")
    await offered(model)
