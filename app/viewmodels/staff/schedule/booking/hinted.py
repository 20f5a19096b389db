"""The booking panel's entries for an appointment of which more is known than the patient."""

from __future__ import annotations

from app.domain.schedule.pattern import minutes_of
from app.services.schedule.booking_hint import BookingHint
from app.store.office import Office
from app.viewmodels.staff.schedule.booking.rules import type_pattern
from app.viewmodels.staff.schedule.booking.state import ANY_HYGIENIST, ANYONE, BookingState, usual_minutes
from app.viewmodels.translation import typed


def hinted_state(office: Office, hint: BookingHint, increment: int) -> BookingState:
    """The panel's state. The length is the appointment type's, else the hint's, else the usual one."""
    return BookingState(
        person=hint.person,
        type_num=hint.type_num,
        minutes=minutes_of(type_pattern(office, hint.type_num)) or hint.minutes or usual_minutes(increment),
        prov_num=ANY_HYGIENIST if hint.hygiene else ANYONE,
        note=typed(hint.note),
    )
