"""Planned and unscheduled appointments in the booking panel: offered before a new one."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.services.patients.brief import PatientBrief
from app.services.patients.waiting import WaitingAppointment
from app.viewmodels.staff.schedule.booking.state import ANYONE, BookingState
from app.viewmodels.translation import tr

PLANNED, UNSCHEDULED = msg("Planned"), msg("Unscheduled")


def waiting_state(person: Person, waiting: WaitingAppointment) -> BookingState:
    """The panel's state to book this appointment."""
    return chosen(BookingState(person=person, offers=(waiting,)), waiting)


def chosen(state: BookingState, waiting: WaitingAppointment) -> BookingState:
    """With this appointment in place of a new one: its length and provider are its own."""
    return replace(
        state,
        waiting=waiting,
        wants_new=False,
        minutes=waiting.minutes,
        prov_num=waiting.provider or ANYONE,
        refusal="",
    )


def offered(state: BookingState, brief: PatientBrief | None, *, planned: bool) -> BookingState:
    """With what the patient's brief offers; the first of it is chosen unless something was entered before.

    `planned`: whether this key and office can book planned appointments.
    """
    if state.moving is not None or state.person is None:
        return replace(state, offers=(), waiting=None)
    if brief is None or brief.upcoming is None:  # not read: what was chosen stays, it may well be there
        return state
    offers = tuple(each for each in brief.waiting if planned or not each.planned)
    numbers = {each.apt_num for each in offers}
    if state.waiting is not None and state.waiting.apt_num not in numbers:
        if state.refusal:
            offers = (state.waiting, *offers)
        else:  # it was booked meanwhile: no other one takes its place unasked
            state = replace(state, waiting=None, wants_new=True)
    state = replace(state, offers=offers)
    return chosen(state, offers[0]) if offers and state.is_untouched else state


def offer_text(waiting: WaitingAppointment) -> str:
    """What it is, its length, and its procedures or note."""
    kind = tr(PLANNED if waiting.planned else UNSCHEDULED)
    head = tr("{kind}, {n} minutes", kind=kind, n=waiting.minutes)
    return "\n".join(part for part in (head, waiting.procedures or waiting.note) if part)
