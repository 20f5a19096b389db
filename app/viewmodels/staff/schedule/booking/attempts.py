"""Sending a booking or a move, and bringing a refused booking back to the panel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from app.domain.schedule.openings import OpeningWish, team_for
from app.domain.schedule.pattern import minutes_of
from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.journal.outbox import Outbox
from app.services.schedule.openings import Opening
from app.services.writes.schedule.visits import VisitWrites
from app.services.writes.schedule.waiting import waiting_in
from app.store.office import Office
from app.viewmodels.staff.schedule.booking.rules import new_visit_of
from app.viewmodels.staff.schedule.booking.state import BookingState
from app.viewmodels.staff.schedule.booking.waiting import waiting_state
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.translation import tr, typed


class BookingAttempts:
    """Sends a booking or a move. `not_taken` is called with the panel's state of a refused booking and the reason."""

    def __init__(
        self,
        writes: VisitWrites,
        outbox: Outbox,
        actions: VisitActions,
        not_taken: Callable[[BookingState], None],
        entered_by: Callable[[], int],
    ) -> None:
        """`entered_by` returns the UserNum to enter with a booking; 0: none."""
        self._writes = writes
        self._outbox = outbox
        self._actions = actions
        self._not_taken = not_taken
        self._entered_by = entered_by

    def send(self, state: BookingState, wish: OpeningWish, opening: Opening) -> None:
        """Book, or move to, this opening. An earlier refusal of the same booking is dismissed."""
        self.put_away(state)
        if state.moving is not None:
            write = self._writes.move(state.moving, opening.start, opening.op_num, team_for(wish, opening))
        elif state.waiting is not None and state.person is not None:
            team = team_for(wish, opening)
            write = self._writes.book_waiting(
                state.waiting, state.person, opening.start, opening.op_num, team
            )
        elif state.person is not None:
            new = replace(new_visit_of(wish, state, state.person, opening), entered_by=self._entered_by())
            write = self._writes.book(new)
        else:
            return

        def keep(entry: Entry | None) -> None:
            if state.moving is None:
                number = entry.id if entry is not None else None
                self._not_taken(replace(state, refusal=_refusal(entry), refused_entry=number))

        self._actions.write_and_show(write, "book", keep)

    def put_away(self, state: BookingState) -> None:
        """Dismiss the refused entry of an earlier try: the user has read it."""
        if state.refused_entry is not None:
            self._outbox.dismiss(state.refused_entry)


def state_of(entry: Entry, office: Office) -> tuple[BookingState, Opening]:
    """The panel's state and the opening of a refused booking, from its journal entry."""
    sent, waiting = entry.intent.arguments, waiting_in(entry.intent)
    pat_num = int(waiting.pat_num if waiting is not None else sent["PatNum"])
    hygiene = sent.get("IsHygiene") == "true"
    who = sent.get("ProvHyg", 0) if hygiene else sent.get("ProvNum", 0)
    person = office.person(pat_num) or Person(pat_num, "", "")
    opening = Opening(datetime.fromisoformat(sent["AptDateTime"]), int(sent["Op"]), int(who or 0))
    if waiting is not None:
        state = waiting_state(person, waiting)
        return replace(state, refusal=_refusal(entry), refused_entry=entry.id), opening
    state = BookingState(
        person=person,
        type_num=int(sent.get("AppointmentTypeNum", 0)),
        minutes=minutes_of(sent["Pattern"]),
        note=sent.get("Note", ""),
        new_patient=sent.get("IsNewPatient") == "true",
        is_here="DateTimeArrived" in sent,
        refusal=_refusal(entry),
        refused_entry=entry.id,
    )
    return state, opening


def _refusal(entry: Entry | None) -> str:
    """Why it was not booked. The outcome of a conflict already begins with "Not booked"."""
    if entry is None or not entry.outcome:
        return tr("Not booked.")
    if entry.conflict is not None:
        return typed(entry.outcome)
    return tr("Not booked. {reason}", reason=entry.outcome)
