"""Books what a row waits for, on the schedule: exactly that appointment, or what the recall asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.api.errors import ApiError
from app.api.need import Need
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.lists.lab import LabCaseAway
from app.domain.schedule.visit import Person
from app.services.filling.appointments import waiting_of
from app.services.lists.rows import of_appointment
from app.services.schedule.booking_hint import hint_of_recall
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists.rows import ListRow
from app.viewmodels.staff.schedule.commands import MOVE
from app.viewmodels.verdict import Verdict
from app.wire.resources.appointments import Appointments
from app.wire.resources.recall_types import RecallType


class Booking:
    """An appointment that has a time is moved, one that waits gets one, and a recall becomes a new one."""

    def __init__(self, desk: DeskViewModel) -> None:
        self._desk = desk

    def verdict(self, row: ListRow) -> Verdict:
        """Whether the key may book this."""
        found = row.candidate
        method: Callable[..., Any]
        if found is not None and found.planned:
            method = Appointments.schedule_planned
        elif row.at is not None or _apt_num(row):
            method = Appointments.update
        else:
            method = Appointments.create
        may = self._desk.parts.client.can(method)
        return Verdict(ok=may.ok, reason=may.reason)

    async def begin(self, row: ListRow, person: Person) -> None:
        """Show the schedule, with the booking panel for this row."""
        desk, found = self._desk, row.candidate or await self._needing(row.lab)
        kind = await self._recall_type(found) if found is not None and not found.apt_num else None
        office = desk.parts.office
        if (
            row.at is not None and office.age(row.at.date()) is None
        ):  # only one that is on screen can be moved
            await office.reader.open_days([row.at.date()], Need.CLICK)
        await desk.screens.show(next(iter(desk.screens.specs)))
        if row.at is not None and moves(row):
            desk.chosen.visit_asked.emit(_apt_num(row), row.at.date())
            desk.commands[MOVE.id].run()
        elif row.treatment is not None:
            desk.chosen.booking_asked.emit(person)
        elif found is not None and found.apt_num:
            desk.chosen.waiting_asked.emit(person, waiting_of(found))
        elif row.lab is not None:
            desk.chosen.booking_asked.emit(person)
        else:
            lists = office.lists
            types = lists.appointment_types if lists is not None else ()
            desk.chosen.hinted_booking_asked.emit(hint_of_recall(person, kind, types))

    async def _needing(self, case: LabCaseAway | None) -> Candidate | None:
        """The appointment without a time that a lab case is for; None: there is none. Raises the client's ApiErrors."""
        if case is None or case.at is not None or not case.apt_num:
            return None
        row = await self._desk.parts.client.at(Need.CLICK).appointments.get(case.apt_num)
        return of_appointment(row, CandidateKind.UNSCHEDULED, self._desk.now().date())

    async def _recall_type(self, found: Candidate) -> RecallType | None:
        """What the recall asks for; None: it can't be read."""
        try:
            return await self._desk.parts.lists().recall_type(found.recall_type, Need.CLICK)
        except ApiError:
            return None


def moves(row: ListRow) -> bool:
    """Whether booking it moves an appointment that has a time."""
    return row.at is not None and row.treatment is None


def _apt_num(row: ListRow) -> int:
    """The appointment that the row is about; 0: none."""
    what = row.candidate or row.visit or row.lab
    return what.apt_num if what is not None else 0
