"""Books what a row waits for, on the schedule: exactly that appointment, or what the recall asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.api.errors import ApiError
from app.api.need import Need
from app.domain.lists.candidate import Candidate
from app.domain.schedule.visit import Person
from app.services.filling.appointments import waiting_of
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
        elif row.at is not None or (found is not None and found.apt_num):
            method = Appointments.update
        else:
            method = Appointments.create
        may = self._desk.parts.client.can(method)
        return Verdict(ok=may.ok, reason=may.reason)

    async def begin(self, row: ListRow, person: Person) -> None:
        """Show the schedule, with the booking panel for this row."""
        desk, found = self._desk, row.candidate
        kind = await self._recall_type(found) if found is not None and not found.apt_num else None
        await desk.screens.show(next(iter(desk.screens.specs)))
        if row.treatment is not None:
            desk.chosen.booking_asked.emit(person)
        elif row.at is not None:
            number = (
                row.lab.apt_num if row.lab is not None else found.apt_num if found is not None else row.key
            )
            desk.chosen.visit_asked.emit(number, row.at.date())
            desk.commands[MOVE.id].run()
        elif found is not None and found.apt_num:
            desk.chosen.waiting_asked.emit(person, waiting_of(found))
        elif row.lab is not None:
            desk.chosen.booking_asked.emit(person)
        else:
            lists = desk.parts.office.lists
            types = lists.appointment_types if lists is not None else ()
            desk.chosen.hinted_booking_asked.emit(hint_of_recall(person, kind, types))

    async def _recall_type(self, found: Candidate) -> RecallType | None:
        """What the recall asks for; None: it can't be read."""
        try:
            return await self._desk.parts.lists().recall_type(found.recall_type, Need.CLICK)
        except ApiError:
            return None
