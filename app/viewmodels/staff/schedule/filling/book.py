"""Gives the booking panel what a candidate for free time is booked as."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from app.domain.filling.fitting import Fit
from app.domain.schedule.openings import Opening
from app.domain.schedule.visit import Person
from app.services.filling.appointments import scheduled_visit, waiting_of
from app.services.filling.places import is_recall, recall_hint
from app.store.lists import OfficeLists
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.schedule.booking.booking import BookingViewModel
from app.viewmodels.staff.schedule.booking.hinted import hinted_state
from app.viewmodels.staff.schedule.booking.state import ANYONE, BookingState
from app.viewmodels.staff.schedule.booking.waiting import waiting_state
from app.viewmodels.verdict import Verdict
from app.wire.resources.appointments import Appointments


def may_book(parts: Parts, fit: Fit) -> Verdict:
    """Whether the key may book it, or move it."""
    method: Callable[..., object] = Appointments.update
    if fit.candidate.planned:
        method = Appointments.schedule_planned
    elif is_recall(fit.candidate):
        method = Appointments.create
    found = parts.client.can(method)
    return Verdict(ok=found.ok, reason=found.reason)


async def book_fit(parts: Parts, booking: BookingViewModel, fit: Fit) -> bool:
    """Start to book it, or to move the appointment that there is. False: that isn't where it was any more.

    Raises ApiErrors, if the appointment has to be read and can't be.
    """
    candidate, office = fit.candidate, parts.office
    person = office.person(candidate.pat_num) or Person(candidate.pat_num, "", "")
    opening = Opening(fit.start, fit.op_num, fit.who)
    if candidate.at is not None:
        visit = await scheduled_visit(parts.client, office, candidate, person)
        if visit is None:
            return False
        state = BookingState(person=person, moving=visit, minutes=visit.minutes, type_num=visit.type_num)
    elif is_recall(candidate):
        hint = recall_hint(candidate, person, office.lists or OfficeLists())
        state = hinted_state(office, hint, booking.choices.increment)
        state = replace(state, type_num=state.type_num or 0, minutes=fit.minutes, wants_new=True)
    else:
        state = waiting_state(person, waiting_of(candidate))
    state = replace(state, prov_num=fit.who or ANYONE)
    booking.start_with(state, opening, (opening.start, opening.op_num))
    return True
