"""Unfinished bookings, each kept for its patient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.schedule.visit import Person
from app.viewmodels.staff.schedule.booking.state import BookingState
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.translation import tr

if TYPE_CHECKING:  # it imports this module
    from app.viewmodels.staff.schedule.booking.booking import BookingViewModel


class BookingDrafts:
    """Keeps the entries until the same patient is booked again."""

    def __init__(self) -> None:
        self._kept: dict[int, BookingState] = {}

    def keep(self, state: BookingState) -> None:
        """Keep a refused booking, or one with a note. Moves are not kept."""
        if state.person is not None and state.moving is None and (state.refusal or state.note.strip()):
            self._kept[state.person.pat_num] = state

    def put_aside(self, state: BookingState) -> None:
        """Keep a booking that was closed: it is resumed for its patient only, without the refusal."""
        self.keep(replace(state, refusal="", refused_entry=None))

    def take(self, person: Person | None) -> BookingState | None:
        """Take the patient's draft; without a patient, the latest refused one."""
        if person is None:
            refused = [number for number, state in self._kept.items() if state.refusal]
            return self._kept.pop(refused[-1]) if refused else None
        return self._kept.pop(person.pat_num, None)

    def has(self, state: BookingState) -> bool:
        """Whether this draft is still kept."""
        return state.person is not None and self._kept.get(state.person.pat_num) is state


def keep_refused(
    booking: BookingViewModel, drafts: BookingDrafts, actions: VisitActions, state: BookingState
) -> None:
    """A booking was refused: keep it. If no other one is open, it is resumed."""
    drafts.keep(state)
    if not booking.open:
        booking.refused.emit()
    if drafts.has(state):  # not resumed: another booking is open
        who = state.person.display if state.person else ""
        actions.warn(tr("{who}: not booked. Ctrl+N goes on with what you entered.", who=who))
