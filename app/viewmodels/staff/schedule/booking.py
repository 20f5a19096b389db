"""Booking an appointment, and moving one by choosing an opening: the panel at the side."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import LatestTask, TaskScope
from app.domain.schedule.openings import PointedAt, team_for
from app.domain.schedule.pattern import minutes_of
from app.domain.schedule.visit import Person, Visit
from app.services.schedule.openings import Opening, OpeningFinder, OpeningWish
from app.services.writes.visits import VisitWrites
from app.store.office import Office
from app.viewmodels.messages import explain
from app.viewmodels.staff.schedule.booking_rules import (
    BookingChoices,
    about,
    about_openings,
    new_visit_of,
    opening_row,
    type_pattern,
    wish_of,
)
from app.viewmodels.staff.schedule.booking_state import BookingState, OpeningRow
from app.viewmodels.staff.schedule.visit_actions import VisitActions


class BookingViewModel(QObject):
    """State of the panel; `changed` follows it, `finished` comes when the panel can close."""

    changed = Signal()
    finished = Signal()

    def __init__(
        self,
        office: Office,
        finder: OpeningFinder,
        writes: VisitWrites,
        actions: VisitActions,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._finder = finder
        self._writes = writes
        self._actions = actions
        self._search = LatestTask(scope)
        self._wished_at: PointedAt | None = None
        self._kept: BookingState | None = None
        """A booking that was not taken, until someone goes on with it."""
        self.choices = BookingChoices(office)
        self.clinic_num: int | None = None
        """The clinic that the schedule shows; None: all."""
        self.state = BookingState()
        self.open = False
        """Whether someone is at it: its page is shown, and what was entered counts."""
        self.finished.connect(self.leave)

    # --- opening the panel ---------------------------------------------------------------------------------

    def start_new(self, person: Person | None = None, at: PointedAt | None = None) -> None:
        """Begin a new appointment, for a patient and at a time and chair if they are known already.

        One that was not taken goes on where it is for the same patient, or for nobody yet.
        """
        begun = BookingState(person=person)
        if (kept := self._kept) is not None and (person is None or kept.is_for(person)):
            begun, self._kept = kept, None
        self._wished_at, self.open = at, True
        self._show(begun)
        self._look()

    def start_move(self, visit: Visit) -> None:
        """Begin to find a new time for an appointment."""
        self._wished_at, self.open = None, True
        prov_num = (visit.prov_hyg if visit.is_hygiene else visit.prov_num) or visit.prov_num
        self._show(
            BookingState(
                person=visit.person,
                moving=visit,
                minutes=visit.minutes,
                prov_num=prov_num,
                type_num=visit.type_num,
            )
        )
        self._look()

    def point_at(self, at: PointedAt) -> None:
        """Someone pointed at a time: wish for it in what is at hand, else begin a new appointment there."""
        if not self.open:
            self.start_new(at=at)
        else:
            self._wished_at = at
            self._look()

    def leave(self) -> None:
        """The page is gone, and with it what was entered and what is still looked for."""
        self.open = False
        self._search.cancel()
        self.state = replace(self.state, looking=False)

    # --- choices -------------------------------------------------------------------------------------------

    def set_person(self, person: Person) -> None:
        """Book for this patient, who may be busy at what is offered."""
        self.state = replace(self.state, person=person)
        rows = self._rows(row.opening for row in self.state.openings)
        self._show(replace(self.state, openings=rows))

    def set_type(self, type_num: int) -> None:
        """Take an appointment type, and its length."""
        minutes = minutes_of(type_pattern(self._office, type_num)) or self.state.minutes
        self._show(replace(self.state, type_num=type_num, minutes=minutes))
        self._look()

    def set_minutes(self, minutes: int) -> None:
        """Take another length."""
        self._show(replace(self.state, minutes=minutes))
        self._look()

    def set_provider(self, prov_num: int) -> None:
        """Ask for a provider, or a kind of provider."""
        self._show(replace(self.state, prov_num=prov_num))
        self._look()

    def set_note(self, note: str) -> None:
        """Take the note over."""
        self.state = replace(self.state, note=note)

    def set_new_patient(self, new_patient: bool) -> None:  # a check box's own value
        """Mark it as a new patient's first appointment."""
        self.state = replace(self.state, new_patient=new_patient)

    def choose(self, row: int) -> None:
        """Take one of the offered openings."""
        if 0 <= row < len(self.state.openings):
            self._show(replace(self.state, chosen=row))

    def book(self) -> None:
        """Write it down."""
        state = self.state
        if not state.ready or state.chosen is None:
            return
        opening = state.openings[state.chosen].opening
        if state.moving is not None:
            team = team_for(self._wish(), opening)
            write = self._writes.move(state.moving, opening.start, opening.op_num, team)
        elif state.person is not None:
            write = self._writes.book(new_visit_of(self._wish(), state, state.person, opening))
        else:
            return
        self._actions.write_and_show(write, "book", lambda: self._keep(state))
        self._show(BookingState())  # a second Enter finds nothing to book
        self.finished.emit()

    # --- inside --------------------------------------------------------------------------------------------

    def _keep(self, state: BookingState) -> None:
        """It was not booked: what was entered is there again for the next try, at another time."""
        if state.moving is None and state.person is not None:
            self._kept = replace(state, openings=(), chosen=None)
            self._actions.warn(
                f"What you entered for {state.person.display} is kept: Ctrl+N goes on with it."
            )

    def _look(self) -> None:
        self._show(replace(self.state, looking=True, words="", chosen=None))
        self._search.start(self._find(), "openings")

    async def _find(self) -> None:
        try:
            found = await self._finder.first(self._wish())
        except ApiError as error:
            self._show(replace(self.state, looking=False, words=explain(error).sentence))
            return
        rows = self._rows(found)
        words = about_openings(self._wish(), rows, self._office.clock.now())
        self._show(replace(self.state, openings=rows, looking=False, words=words, chosen=0 if rows else None))

    def _wish(self) -> OpeningWish:
        return wish_of(self._office, self.state, self.clinic_num, self._wished_at)

    def _rows(self, openings: Iterable[Opening]) -> tuple[OpeningRow, ...]:
        wish = self._wish()
        return tuple(opening_row(self._office, self.state, wish, each) for each in openings)

    def _show(self, state: BookingState) -> None:
        self.state = replace(state, about=about(self._office, state))
        self.changed.emit()
