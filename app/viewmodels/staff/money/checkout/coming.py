"""When the patient comes again: the next appointment and the recalls, each booked with one click."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.domain.printing.walkout import Coming
from app.domain.schedule.visit import Person
from app.services.patients.parts.recalls import PatientRecalls, RecallsReader
from app.services.patients.summary.reader import SummaryReader
from app.services.patients.summary.records import SummaryAppointment, known_or_none
from app.services.schedule.booking_hint import hint_of_recall
from app.store.patients.parts import Ready
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.checkout.state import ComingRow, kind_of, recall_lines
from app.viewmodels.staff.strip_figures import next_figure
from app.viewmodels.translation import tr
from app.wire.resources.appointments import Appointments


class CheckoutComing(QObject):
    """`changed`: it was read."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._summary = desk.parts.patients.of(SummaryReader)
        self._recalls = desk.parts.patients.of(RecallsReader)
        self._person: Person | None = None
        self._release: list[Callable[[], None]] = []
        self._unwatch = [part.watch(self._follow) for part in (self._summary, self._recalls)]

    def show(self, person: Person | None) -> None:
        """Read a patient's; None: nobody's."""
        before, self._release = self._release, []
        self._person = person
        if person is not None:
            number = person.pat_num
            self._release = [
                self._summary.need(number, Need.SCREEN),
                self._recalls.need(number, Need.SCREEN),
            ]
        for release in before:
            release()

    def close(self) -> None:
        """Stop following them."""
        self.show(None)
        for unwatch in self._unwatch:
            unwatch()

    @property
    def rows(self) -> tuple[ComingRow, ...]:
        """The next appointment first."""
        if self._person is None:
            return ()
        recalls = self._known_recalls()
        today = self._desk.now().date()
        return (*self._next(), *(recall_lines(recalls, today) if recalls is not None else ()))

    @property
    def on_paper(self) -> tuple[Coming, ...]:
        """The same for a walkout statement: what is booked, and what is due."""
        appointment, recalls = self._next_appointment(), self._known_recalls()
        found = []
        if appointment is not None:
            found.append(Coming(appointment.start, appointment.procedures or tr("Appointment")))
        if recalls is not None:
            found += [
                Coming(row.DateDue, kind_of(row, recalls))
                for row in recalls.rows
                if row.DateDue is not None and not row.IsDisabled and row.DateScheduled is None
            ]
        return tuple(found)

    def may_book(self) -> bool:
        """Whether the key may book."""
        return bool(self._desk.parts.client.can(Appointments.create))

    def book(self, key: int) -> None:
        """Show the schedule, and book the recall with this number there; 0: any appointment."""
        person = self._person
        if person is None:
            return
        recalls = self._known_recalls()
        row = next((each for each in (recalls.rows if recalls else ()) if each.RecallNum == key), None)

        async def work() -> None:
            chosen, screens = self._desk.chosen, self._desk.screens
            await screens.show(next(iter(screens.specs)))
            if row is None or recalls is None:
                chosen.booking_asked.emit(person)
                return
            lists = self._desk.parts.office.lists
            kind = recalls.types.get(row.RecallTypeNum)
            types = lists.appointment_types if lists is not None else ()
            chosen.hinted_booking_asked.emit(hint_of_recall(person, kind, types))

        self._desk.parts.scope.start(work(), "book at checkout")

    def _next(self) -> Iterator[ComingRow]:
        state = self._summary.state(self._person.pat_num) if self._person is not None else None
        title = tr("Next", "the next appointment")
        if not isinstance(state, Ready):
            yield ComingRow(0, title, tr("Loading…"))
            return
        figure = next_figure(state.value.appointments, self._desk.parts.office.lists, self._desk.now())
        yield ComingRow(0, title, figure.value, figure.tone, can_book=True)

    def _next_appointment(self) -> SummaryAppointment | None:
        state = self._summary.state(self._person.pat_num) if self._person is not None else None
        known = known_or_none(state.value.appointments) if isinstance(state, Ready) else None
        return known.next(self._desk.now()) if known is not None else None

    def _known_recalls(self) -> PatientRecalls | None:
        state = self._recalls.state(self._person.pat_num) if self._person is not None else None
        return state.value if isinstance(state, Ready) else None

    def _follow(self, pat_num: int) -> None:
        if self._person is not None and pat_num == self._person.pat_num:
            self.changed.emit()
