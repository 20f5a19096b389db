"""The side panel for booking an appointment, and for moving one by choosing an opening."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.schedule.asking.asked import NOTHING_ASKED, Asked, PieceKind
from app.domain.schedule.openings import PointedAt
from app.domain.schedule.pattern import minutes_of
from app.domain.schedule.visit import Person, Visit
from app.services.schedule.openings import Opening, OpeningWish
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.schedule.booking.asking import asked_for, is_place_asked_for
from app.viewmodels.staff.schedule.booking.attempts import BookingAttempts
from app.viewmodels.staff.schedule.booking.drafts import BookingDrafts, keep_refused
from app.viewmodels.staff.schedule.booking.openings import OpeningSearch
from app.viewmodels.staff.schedule.booking.patient import BriefReader, about_patient, who_is
from app.viewmodels.staff.schedule.booking.rules import (
    BookingChoices,
    entered_by,
    may_be_here,
    type_pattern,
    wish_of,
)
from app.viewmodels.staff.schedule.booking.state import ANYONE, BookingState, usual_minutes
from app.viewmodels.staff.schedule.booking.waiting import chosen, offered
from app.viewmodels.staff.schedule.booking.words import BookingWords
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.wire.resources.appointments import Appointments


class BookingViewModel(QObject):
    """State of the panel. `changed` follows it; `finished`: the panel can close.

    `missing` names what is still needed to book: "patient", "type" or "opening". `refused`: a booking was refused
    and no other one is open; `start_new` resumes it.
    """

    changed = Signal()
    finished = Signal()
    missing = Signal(str)
    refused = Signal()

    def __init__(self, parts: Parts, actions: VisitActions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = parts.office
        self._actions = actions
        self._client = parts.client
        self.briefs = BriefReader(parts.briefs, self)
        self._wished_at: PointedAt | None = None
        self._wished_with: Asked = NOTHING_ASKED
        """The words that there were when the place was clicked."""
        self._drafts = BookingDrafts()
        refused = partial(keep_refused, self, self._drafts, actions)
        self._attempts = BookingAttempts(
            parts.visits, parts.outbox, actions, refused, lambda: entered_by(parts)
        )
        self.asking = BookingWords(parts, lambda: self.state, self.enter, self)
        self.search = OpeningSearch(parts.office, parts.finder, parts.scope, self)
        self.choices = BookingChoices(parts.office)
        self.clinic_num: int | None = None
        """The clinic that the schedule shows; None: all."""
        self.first_day: date | None = None
        """The day to search from; None: today."""
        self.shown_day: Callable[[], date | None] = lambda: None
        """Returns the first day that the schedule shows."""
        self.is_newcomer: Callable[[int], bool] = lambda _: False
        """Whether a patient was just added: the first appointment is a new patient's."""
        self.state = BookingState()
        self.open = False
        """Whether the panel is shown, with entries in it."""
        self.finished.connect(self.leave)
        self.search.changed.connect(self._show)
        self.briefs.changed.connect(self._look)

    # --- opening the panel ---------------------------------------------------------------------------------

    def start_new(self, person: Person | None = None, at: PointedAt | None = None) -> None:
        """Start a new appointment, for a patient and at a time if they are known.

        Resumes an unfinished booking of this patient; without a patient, the latest refused booking.
        """
        newcomer = person is not None and self.is_newcomer(person.pat_num)
        minutes = usual_minutes(self.choices.increment)
        fresh = BookingState(person=person, minutes=minutes, new_patient=newcomer)
        state = self._drafts.take(person) or fresh
        if state.refusal and at is None and (refused := state.chosen_row) is not None:
            self._begin(state)
            self.search.offer(self._wish(), refused.opening)
        else:
            self._begin(replace(state, refusal=""), at)
            self._look()

    def start_move(self, visit: Visit) -> None:
        """Start to search for a new time for an appointment."""
        prov_num = (visit.prov_hyg if visit.is_hygiene else visit.prov_num) or visit.prov_num
        minutes, type_num = visit.minutes, visit.type_num
        self._begin(
            BookingState(
                person=visit.person, moving=visit, minutes=minutes, prov_num=prov_num, type_num=type_num
            )
        )
        self._look()

    def start_with(
        self, state: BookingState, opening: Opening | None = None, at: PointedAt | None = None
    ) -> None:
        """Start with these entries, and if given with this opening. What was entered before is put aside.

        `at`: the openings are searched from there on, when something is changed.
        """
        self._begin(state, at)
        if opening is not None:
            self.search.offer(self._wish(), opening)
        else:
            self._look()

    def point_at(self, at: PointedAt) -> None:
        """A time was clicked: use it for the open booking, else start a new appointment there."""
        if not self.open:
            self.start_new(at=at)
        else:
            self._wished_at, self._wished_with = at, self.state.asked
            self.change()

    def leave(self) -> None:
        """The panel was closed: cancel the search. A typed note is kept for its patient."""
        self._drafts.put_aside(self.state)
        self.open = False
        self.asking.forget()
        self.briefs.stop()
        self.search.forget()

    # --- choices -------------------------------------------------------------------------------------------

    def set_person(self, person: Person | None) -> None:
        """Book for this patient; None: clear it to search for another one."""
        state = self.state
        if person is not None:
            self.briefs.read(person)
            if not state.note.strip() and (draft := self._drafts.take(person)) is not None:
                type_num = draft.type_num if state.type_num is None else state.type_num
                state = replace(state, note=draft.note, new_patient=draft.new_patient, type_num=type_num)
            elif self.is_newcomer(person.pat_num):
                state = replace(state, new_patient=True)
        self.state = replace(state, person=person, refusal="", waiting=None, offers=(), wants_new=False)
        self._look()

    def enter(self, state: BookingState) -> None:
        """Take these entries, and search for openings again."""
        self.state = replace(state, refusal="")
        self._look()

    def set_type(self, type_num: int) -> None:
        """Set the appointment type, and its length."""
        minutes = minutes_of(type_pattern(self._office, type_num)) or self.state.minutes
        self.enter(self.asking.with_chosen(PieceKind.TYPE, type_num=type_num, minutes=minutes))

    def set_minutes(self, minutes: int) -> None:
        """Set the length."""
        self.enter(self.asking.with_chosen(PieceKind.LENGTH, minutes=minutes))

    def set_provider(self, prov_num: int) -> None:
        """Prefer a provider, or a kind of provider."""
        self.enter(self.asking.with_chosen(PieceKind.PROVIDER, prov_num=prov_num))

    def set_note(self, note: str) -> None:
        """Set the note."""
        self.state = replace(self.state, note=note)

    def mark(self, *, new_patient: bool | None = None, is_here: bool | None = None) -> None:
        """Mark it as a new patient's first appointment, or the patient as here already. None: as before."""
        state = self.state
        new_patient = state.new_patient if new_patient is None else new_patient
        is_here = state.is_here if is_here is None else is_here
        self.state = replace(state, new_patient=new_patient, is_here=is_here)

    def choose_waiting(self, apt_num: int) -> None:
        """Book this planned or unscheduled appointment; 0: a new one."""
        waiting = next((each for each in self.state.offers if each.apt_num == apt_num), None)
        words = (PieceKind.TYPE, PieceKind.LENGTH, PieceKind.PROVIDER)
        state = replace(self.asking.without(self.state, *words), entered=None)
        if waiting is not None:
            self.enter(chosen(state, waiting))
            return
        minutes = minutes_of(type_pattern(self._office, state.type_num)) or usual_minutes(
            self.choices.increment
        )
        self.enter(replace(state, waiting=None, wants_new=True, minutes=minutes, prov_num=ANYONE))

    def change(self) -> None:
        """After a refusal: keep the entries and search for other openings."""
        self.enter(self.state)

    def book(self) -> None:
        """Book it, or show what is missing."""
        if not self.open:  # Enter pressed twice
            return
        if self.asking.text != self.state.asked.text:  # not read yet: the openings are for the words before
            self.asking.confirm()
            return
        state = self.state
        lacks = "patient" if state.needs_patient else "type" if state.needs_type else "opening"
        if not state.ready or (row := state.chosen_row) is None:
            self.missing.emit(lacks)
            return
        self._attempts.send(state, self._wish(), row.opening)
        self.state = BookingState()
        self.finished.emit()

    # --- inside --------------------------------------------------------------------------------------------

    def _begin(self, state: BookingState, at: PointedAt | None = None) -> None:
        if self.open:
            self._drafts.put_aside(self.state)
        self.search.forget()
        self.asking.forget()
        self._wished_at, self._wished_with = at, state.asked
        self.open, self.first_day = True, self.shown_day()
        self.state = state
        if state.refused_entry is not None:
            self._actions.hide_refusal(state.refused_entry)
        if state.person is not None:
            self.briefs.read(state.person)

    def _look(self) -> None:
        """Search for openings. A refused booking keeps its own until something is changed."""
        planned = self._client.can(Appointments.schedule_planned).ok
        self.state = offered(self.state, self.briefs.of(self.state.person), planned=planned)
        if self.open and not self.state.refusal:
            self.search.look(self._wish())
        self._show()

    def _wish(self) -> OpeningWish:
        """The search. A clicked place is not offered where words that came later ask for another one."""
        state = self.state
        brief = self.briefs.of(state.person)
        at = self._wished_at
        wish = wish_of(self._office, state, self.clinic_num, at, brief)
        wish = asked_for(wish, state.asked, self._office, self.first_day)
        if at is None or state.asked.is_same_place(self._wished_with):
            return wish
        return wish if is_place_asked_for(at, wish, self._office) else replace(wish, at=None)

    def _show(self) -> None:
        state, offered = self.state, self.search.offered
        self.state = replace(
            state,
            who=who_is(state.person, self._office.clock.now().date()),
            about=about_patient(self._office, state.person, state.moving, self.briefs.of(state.person)),
            has_types=self.choices.has_types,
            increment=self.choices.increment,
            openings=offered.rows,
            chosen=offered.chosen,
            looking=offered.looking,
            more=offered.more,
            all_clinics=not offered.rows and not offered.looking and self.asking.may_widen(self.clinic_num),
            words=offered.words,
        )
        self.state = replace(self.state, may_be_here=may_be_here(self._client, self._office, self.state))
        self.changed.emit()
