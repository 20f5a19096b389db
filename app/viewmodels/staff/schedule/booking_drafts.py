"""Bookings that were entered and not made, each kept for its patient."""

from __future__ import annotations

from msgspec.structs import replace

from app.domain.schedule.visit import Person
from app.viewmodels.staff.schedule.booking_state import BookingState


class BookingDrafts:
    """Gives back what was entered when the same patient is booked again, and to no other patient."""

    def __init__(self) -> None:
        self._kept: dict[int, BookingState] = {}

    def keep(self, state: BookingState) -> None:
        """Keep what took work to enter: a note, or what the office refused. A move is only a click."""
        if state.person is not None and state.moving is None and (state.refusal or state.note.strip()):
            self._kept[state.person.pat_num] = state

    def put_aside(self, state: BookingState) -> None:
        """Keep what somebody has left: it goes on for that patient alone, whatever it was refused for."""
        self.keep(replace(state, refusal="", refused_entry=None))

    def take(self, person: Person | None) -> BookingState | None:
        """The patient's, which is then no longer kept; for nobody yet the newest that was refused."""
        if person is None:
            refused = [number for number, state in self._kept.items() if state.refusal]
            return self._kept.pop(refused[-1]) if refused else None
        return self._kept.pop(person.pat_num, None)

    def has(self, state: BookingState) -> bool:
        """Whether this one is still kept."""
        return state.person is not None and self._kept.get(state.person.pat_num) is state
