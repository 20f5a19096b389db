"""The desk: everything one receptionist's window holds, and the commands that are not a visit's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.domain.visit import Person, Stage, Visit
from app.journal.journal import Journal
from app.journal.outbox import Outbox
from app.services.openings import OpeningFinder
from app.services.patients import PatientHit, PatientSearch
from app.services.visits import VisitWrites
from app.store.office import Office
from app.viewmodels.command import AsyncCommand, CommandSet, CommandSpec
from app.viewmodels.messages import explain
from app.viewmodels.notices import Notices
from app.viewmodels.staff.book import BookViewModel
from app.viewmodels.staff.book_filters import BookFilters
from app.viewmodels.staff.book_state import BookView
from app.viewmodels.staff.booking import BookingViewModel
from app.viewmodels.staff.breaking import BreakViewModel
from app.viewmodels.staff.drop import DropViewModel
from app.viewmodels.staff.find_patient import FindPatientViewModel
from app.viewmodels.staff.noting import NoteViewModel
from app.viewmodels.staff.settle import SettleViewModel
from app.viewmodels.staff.status_line import StatusLineViewModel
from app.viewmodels.staff.visit_actions import NOTHING_SELECTED, VisitActions
from app.viewmodels.staff.visit_card import VisitCardViewModel
from app.viewmodels.staff.waiting_room import WaitingRoomViewModel
from app.viewmodels.verdict import YES, Verdict
from app.wire.resources.appointments import Appointments

WORDS = {"place.schedule": "Book", "app.theme": "Theme", "app.office": "Office"}
"""What the rail has room for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the desk is made of: handed in once by bootstrap."""

    mode: str
    clock: Clock
    scope: TaskScope
    client: OpenDental
    office: Office
    journal: Journal
    outbox: Outbox
    writes: VisitWrites
    search: PatientSearch
    finder: OpeningFinder


class DeskViewModel(QObject):
    """The window's viewmodels, and its commands.

    The signals ask the view for what only it can do; `zoom_asked` carries a step, `note_asked` a NoteViewModel,
    `break_asked` a BreakViewModel.
    """

    find_asked = Signal()
    palette_asked = Signal()
    date_asked = Signal()
    zoom_asked = Signal(int)
    booking_asked = Signal()
    settle_asked = Signal()
    notices_asked = Signal()
    theme_asked = Signal()
    office_asked = Signal()
    note_asked = Signal(object)
    break_asked = Signal(object)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.parts = parts
        office, clock, scope = parts.office, parts.clock, parts.scope
        self.notices = Notices(clock, self)
        self.book = BookViewModel(office, clock, scope, self)
        self.filters = BookFilters(self.book, office, parent=self)
        self.actions = VisitActions(self.book, parts.writes, parts.client, self.notices, scope, self)
        self.drop = DropViewModel(self.book, office, parts.writes, self.actions, scope, self)
        self.find = FindPatientViewModel(parts.search, clock, scope, self)
        self.booking_find = FindPatientViewModel(parts.search, clock, scope, self)
        self.booking = BookingViewModel(office, parts.finder, parts.writes, self.actions, scope, self)
        self.waiting = WaitingRoomViewModel(office, clock, self)
        self.card = VisitCardViewModel(self.book, clock, self)
        self.status = StatusLineViewModel(parts.mode, self.book, office, parts.client, parts.journal, self)
        self.settle = SettleViewModel(parts.journal, parts.outbox, scope, self)
        self.commands = CommandSet()
        self.commands.add(self._general())
        self.commands.add(self.actions.commands)
        self.commands.add(self._visit_pages())
        self.find.chosen.connect(self._found)
        self.book.selection_changed.connect(self._refresh)

    def now(self) -> datetime:
        """The office's time."""
        return self.parts.clock.now()

    # --- what the canvas asks ------------------------------------------------------------------------------

    def book_at(self, column: int, minute: int) -> None:
        """Someone clicked a free time: book a visit there."""
        sheet = self.book.sheet
        target = next((each for each in sheet.columns if each.key == column), None) if sheet else None
        if target is None or not self._may_book().ok:
            return
        day = target.day or self.book.day
        start = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute)
        self.booking.start_new(at=(start, 0 if self.book.view is BookView.WEEK else target.key))
        self.booking_asked.emit()

    def jump_to(self, apt_num: int, day: date | None = None) -> None:
        """Select a visit, on today's book unless another day is named."""
        self.book.go_to(day or self.parts.clock.now().date())
        self.book.select(apt_num)

    async def learn_rights(self) -> None:
        """Ask what the key may do; what it may not greys out with the reason."""
        try:
            await self.parts.client.probe()
        except ApiError as error:
            self.notices.fail(explain(error))
        self._refresh()

    def close(self) -> None:
        """Let go of the office."""
        for part in (self.book, self.filters, self.waiting, self.status, self.settle):
            part.close()

    # --- commands ------------------------------------------------------------------------------------------

    def _general(self) -> list[AsyncCommand]:
        book = self.book
        table: list[tuple[str, str, str, str, str, Callable[[], None]]] = [
            ("go.previous", "Previous", "Alt+Left", "Go", "PREVIOUS", lambda: book.step(-1)),
            ("go.today", "Today", "T", "Go", "", book.today),
            ("go.next", "Next", "Alt+Right", "Go", "NEXT", lambda: book.step(1)),
            ("go.date", "Pick a date", "Ctrl+G", "Go", "DATE", self.date_asked.emit),
            ("view.day", "Day", "Ctrl+1", "View", "", lambda: book.set_view(BookView.DAY)),
            ("view.week", "Week", "Ctrl+2", "View", "", lambda: book.set_view(BookView.WEEK)),
            ("view.zoom_in", "Larger", "Ctrl++", "View", "ZOOM_IN", lambda: self.zoom_asked.emit(1)),
            ("view.zoom_out", "Smaller", "Ctrl+-", "View", "ZOOM_OUT", lambda: self.zoom_asked.emit(-1)),
            ("view.refresh", "Refresh", "F5", "View", "REFRESH", book.reload),
            ("view.settle", "What is to be settled", "Ctrl+U", "View", "", self.settle_asked.emit),
            ("find.patient", "Find a patient", "Ctrl+P", "Go", "SEARCH", self.find_asked.emit),
            ("view.notices", "Notices", "Ctrl+I", "View", "NOTICES", self.notices_asked.emit),
            ("app.theme", "Light or dark", "", "View", "THEME_DARK", self.theme_asked.emit),
            ("app.office", "Connect to another office", "", "", "SERVICE", self.office_asked.emit),
            ("place.schedule", "Schedule", "Ctrl+B", "Go", "BOOK", book.today),
            ("palette", "All commands", "Ctrl+K", "", "", self.palette_asked.emit),
        ]
        plain = [self._command(CommandSpec(*row[:5], word=WORDS.get(row[0], "")), row[5]) for row in table]
        new = CommandSpec("visit.new", "Book a visit", "Ctrl+N", "Visit", "ADD")
        return [*plain, self._command(new, lambda: self._book_for(None), self._may_book)]

    def _visit_pages(self) -> list[AsyncCommand]:
        return [
            self._command(
                CommandSpec("visit.note", "Add to note", "N", "Visit", "NOTE"), self._note, self._may_note
            ),
            self._command(
                CommandSpec("visit.move", "Move", "Ctrl+M", "Visit", "MOVE"), self._move, self._may_move
            ),
            self._command(
                CommandSpec("visit.break", "Break", "B", "Visit", "BREAK"), self._break, self._may_break
            ),
        ]

    def _command(
        self, spec: CommandSpec, do: Callable[[], None], can: Callable[[], Verdict] = lambda: YES
    ) -> AsyncCommand:
        async def work() -> None:
            do()

        return AsyncCommand(spec, self.parts.scope, work, can, self.actions.fail, self)

    def _note(self) -> None:
        if (visit := self.book.selected) is not None:
            parts = self.parts
            self.note_asked.emit(NoteViewModel(visit, parts.writes, self.actions, parts.scope, self))

    def _move(self) -> None:
        if (visit := self.book.selected) is not None:
            self.booking.start_move(visit)
            self.booking_asked.emit()

    def _break(self) -> None:
        if (visit := self.book.selected) is not None:
            parts = self.parts
            viewmodel = BreakViewModel(visit, parts.office, parts.writes, self.actions, parts.scope, self)
            self.break_asked.emit(viewmodel)

    def _book_for(self, person: Person | None) -> None:
        self.booking.start_new(person)
        self.booking_asked.emit()

    def _found(self, hit: PatientHit) -> None:
        self._book_for(hit.person)

    def _may_book(self) -> Verdict:
        return self._may(Appointments.create)

    def _may_move(self) -> Verdict:
        return self._may(Appointments.update) if self.book.selected else NOTHING_SELECTED

    def _may_note(self) -> Verdict:
        return self._may(Appointments.append_note) if self.book.selected else NOTHING_SELECTED

    def _may_break(self) -> Verdict:
        visit: Visit | None = self.book.selected
        if visit is None:
            return NOTHING_SELECTED
        if visit.stage is Stage.BROKEN or visit.complete:
            return Verdict(ok=False, reason="Only a scheduled visit can be broken.")
        return self._may(Appointments.break_)

    def _may(self, method: Callable[..., object]) -> Verdict:
        verdict = self.parts.client.can(method)
        return Verdict(ok=verdict.ok, reason=verdict.reason)

    def _refresh(self) -> None:
        for command in self.commands:
            command.refresh()
