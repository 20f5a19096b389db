"""What can be done with a patient's recalls by a click."""

from __future__ import annotations

from app.domain.schedule.visit import Person
from app.services.schedule.booking_hint import hint_of_recall
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.people import may
from app.viewmodels.verdict import Verdict
from app.wire.resources.appointments import Appointments
from app.wire.resources.recall_types import RecallType


class RecallActions:
    """Adds a recall, and books an appointment for one."""

    def __init__(self, desk: DeskViewModel) -> None:
        self._desk = desk

    def add(self, person: Person, type_num: int) -> None:
        """Add a recall of a type, with the type's own interval."""
        self._desk.outcomes.start(self._desk.parts.patient_writes().add_recall(person, type_num), "recall")

    def book(self, person: Person, kind: RecallType | None) -> None:
        """Show the schedule, and book there what a recall of this type asks for."""
        desk, lists = self._desk, self._desk.parts.office.lists
        hint = hint_of_recall(person, kind, lists.appointment_types if lists is not None else ())

        async def work() -> None:
            await desk.screens.show(next(iter(desk.screens.specs)))
            desk.chosen.hinted_booking_asked.emit(hint)

        desk.parts.scope.start(work(), "book a recall")

    def may_book(self) -> Verdict:
        """Whether the key may book."""
        return may(self._desk, Appointments.create)()
