"""The side pages for an appointment: booking, moving, breaking, its note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.domain.schedule.visit import Person, Visit
from app.journal.entries import Entry
from app.services.patients.search import PatientHit
from app.services.patients.waiting import WaitingAppointment
from app.services.schedule.booking_hint import BookingHint
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.schedule.booking.attempts import state_of
from app.viewmodels.staff.schedule.booking.booking import BookingViewModel
from app.viewmodels.staff.schedule.booking.hinted import hinted_state
from app.viewmodels.staff.schedule.booking.waiting import waiting_state
from app.viewmodels.staff.schedule.breaking import BreakViewModel
from app.viewmodels.staff.schedule.commands import BREAK, CARRY, MOVE, NEW, NOTE
from app.viewmodels.staff.schedule.free_time import FreeTime
from app.viewmodels.staff.schedule.noting import NoteDrafts, NoteViewModel
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.staff.schedule.visit_rules import may_break, may_note
from app.viewmodels.translation import tr, typed
from app.viewmodels.verdict import Verdict
from app.wire.resources.appointments import Appointments


class SidePages(QObject):
    """Opens the pages, and decides which may be opened. The signals carry what the view needs to show one."""

    booking_asked = Signal()
    note_asked = Signal(object)
    """NoteViewModel"""
    carry_asked = Signal(object)
    """AptNum"""
    break_asked = Signal(object)
    """BreakViewModel"""

    def __init__(
        self,
        parts: Parts,
        schedule: ScheduleViewModel,
        booking: BookingViewModel,
        actions: VisitActions,
        whom: Callable[[], Person | None],
        parent: QObject | None = None,
    ) -> None:
        """`whom` returns the patient shown without an appointment, for whom a new one is booked."""
        super().__init__(parent)
        self._parts = parts
        self._schedule = schedule
        self._booking = booking
        self._actions = actions
        self._drafts = NoteDrafts()
        self.free_time = FreeTime(schedule)
        self.commands = [
            self._command(NEW, lambda _: self.book_for_person(whom()), self._may_book),
            self._command(NOTE, self._note, self._may_note),
            self._command(MOVE, self._move, self._may_move),
            self._command(CARRY, lambda visit: self.carry_asked.emit(visit.apt_num), self._may_move),
            self._command(BREAK, self._break, self._may_break),
        ]

    def book_for(self, hit: PatientHit | None) -> None:
        """Book an appointment, for a found patient if there is one.

        An open booking continues, and takes the patient if it has none; for a second patient a new one
        starts.
        """
        self.book_for_person(hit.person if hit else None)

    def take(self, hit: PatientHit) -> None:
        """A patient was found: an open booking without one takes them."""
        if self._booking.open and self._booking.state.moving is None and self._booking.state.person is None:
            self.book_for(hit)

    def book_for_person(self, person: Person | None) -> None:
        """As `book_for`."""
        state = self._booking.state
        at_hand = self._booking.open and state.moving is None
        if not at_hand or (person is not None and state.person is not None):
            self._booking.start_new(person, self.free_time.at)
        elif person is not None:
            self._booking.set_person(person)
        self.booking_asked.emit()

    def book_as(self, hint: BookingHint) -> None:
        """Start a new booking for which more is known than the patient. What was entered for another one is kept."""
        self._booking.start_with(hinted_state(self._parts.office, hint, self._booking.choices.increment))
        self.booking_asked.emit()

    def put_back(self, entry: Entry) -> None:
        """Continue a refused booking: the panel shows it as it was entered."""
        self._booking.start_with(*state_of(entry, self._parts.office))
        self.booking_asked.emit()

    def book_waiting(self, person: Person, waiting: WaitingAppointment) -> None:
        """Book exactly this planned or unscheduled appointment. What was entered for another one is kept."""
        self._booking.start_with(waiting_state(person, waiting))
        self.booking_asked.emit()

    def book_at(self, column: int, minute: int) -> None:
        """Book an appointment at a free time, or move the open one there."""
        moving = self._booking.state.moving if self._booking.open else None
        at = self.free_time.point(column, minute, moving)
        if at is None:
            return
        verdict = self._actions.may_move(moving) if moving else self._may_book()
        if not verdict.ok:
            self._actions.warn(typed(verdict.reason))
        elif self._parts.office.day(at[0].date()) is None:
            self._actions.warn(tr("This day hasn't loaded yet."))
        else:
            self._booking.point_at(at)
            if prov_num := self.free_time.provider(column):
                self._booking.set_provider(prov_num)
            self.booking_asked.emit()

    def select_time(self, column: int, minute: int) -> None:
        """A free time was selected: an open booking or move searches there; else the next new appointment does."""
        self.free_time.select(column, minute)
        if self._booking.open:
            self.book_at(column, minute)

    def open(self, apt_num: int) -> None:
        """Show an appointment's details, with the field that appends to its note."""
        self._schedule.select(apt_num)
        if (visit := self._schedule.selected) is not None:
            self._note(visit)

    def _command(
        self, spec: CommandSpec, do: Callable[[Visit], None], can: Callable[[], Verdict]
    ) -> AsyncCommand:
        async def work(visit: Visit) -> None:
            do(visit)

        scope, fail = self._parts.scope, self._actions.fail
        return AsyncCommand(spec, scope, work, can, fail, self, about=self._actions.subject)

    def _note(self, visit: Visit) -> None:
        parts = self._parts
        viewmodel = NoteViewModel(visit, self._drafts, parts.visits, self._actions, parts.scope, self)
        viewmodel.why_not = typed(self._may_note().reason)
        self.note_asked.emit(viewmodel)

    def _move(self, visit: Visit) -> None:
        self._booking.start_move(visit)
        self.booking_asked.emit()

    def _break(self, visit: Visit) -> None:
        parts = self._parts
        viewmodel = BreakViewModel(
            visit, parts.office, parts.visits, self._actions, parts.scope, parts.clock.now(), self
        )
        self.break_asked.emit(viewmodel)

    def _may(self, method: Callable[..., object]) -> Verdict:
        verdict = self._parts.client.can(method)
        return Verdict(ok=verdict.ok, reason=verdict.reason)

    def _may_move(self) -> Verdict:
        return self._actions.may_move(self._schedule.selected)

    def _may_book(self) -> Verdict:
        return self._may(Appointments.create)

    def _may_note(self) -> Verdict:
        verdict = may_note(self._schedule.selected)
        return self._may(Appointments.append_note) if verdict.ok else verdict

    def _may_break(self) -> Verdict:
        verdict = may_break(self._schedule.selected)
        return self._may(Appointments.break_) if verdict.ok else verdict
