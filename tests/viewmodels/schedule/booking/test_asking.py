"""The search that the words ask for."""

from __future__ import annotations

from app.domain.schedule.asking.parser import ask
from app.domain.schedule.openings import OpeningWish
from app.services.schedule.vocabulary import vocabulary_of
from app.viewmodels.staff.schedule.booking.asking import asked_for, chosen_from_lists, worded
from app.viewmodels.staff.schedule.booking.state import BookingState, Entered
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import TODAY


async def test_two_clinics_are_their_operatories(model: ScheduleScreenViewModel) -> None:
    """Where several clinics are named, their operatories are searched; one named operatory needs no clinic."""
    office = model.parts.office
    known = vocabulary_of(office.lists)
    both = asked_for(OpeningWish(30, clinic_num=1), ask("main or harbor", known, TODAY), office, None)
    assert both.clinic_num is None
    assert both.op_nums == {row.OperatoryNum for row in office.lists.operatories if row.ClinicNum in (1, 2)}
    one = asked_for(OpeningWish(30, clinic_num=1), ask("harbor 1", known, TODAY), office, None)
    assert (one.clinic_num, len(one.op_nums)) == (None, 1)


async def test_lists_and_words_are_kept_apart(model: ScheduleScreenViewModel) -> None:
    """What is chosen from a list while words are there is what comes back without them."""
    office = model.parts.office
    state = worded(BookingState(minutes=40), ask("60", vocabulary_of(office.lists), TODAY), office)
    assert (state.minutes, state.entered) == (60, Entered(None, 40, 0))
    state = chosen_from_lists(state, prov_num=2)
    assert (state.prov_num, state.entered) == (2, Entered(None, 40, 2))
