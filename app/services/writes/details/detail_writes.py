"""All writes on the details of an appointment, sent the same way."""

from __future__ import annotations

import msgspec

from app.core.text import msg
from app.domain.schedule.visit import Visit
from app.journal.entries import Entry, Intent, Wire
from app.services.people.authority import NotAllowed
from app.services.writes.details.appointment import pattern_intent, priority_intent, type_intent
from app.services.writes.details.fields import appt_field_intent
from app.services.writes.details.procedures import (
    ADD_PROCEDURE,
    remove_intent,
    take_off_intent,
)
from app.services.writes.errors import CannotWrite
from app.services.writes.schedule.lookup import ScheduleLookup, SeenOffice
from app.services.writes.writes import Writes
from app.wire.codec import decode_one
from app.wire.resources.appointment_types import AppointmentType
from app.wire.resources.appointments import Appointment
from app.wire.resources.procedure_logs import ProcedureLog


class DetailWrites:
    """Each method returns the journal entry and raises as `Writes.send` does."""

    def __init__(self, writes: Writes, office: SeenOffice) -> None:
        self._writes = writes
        self._lookup = ScheduleLookup(office)

    async def send(self, intent: Intent) -> Entry:
        """Send one of these."""
        return await self._writes.send(intent)

    async def take_off(self, visit: Visit, row: ProcedureLog) -> Entry:
        """Take a procedure off an appointment; it stays on the treatment plan."""
        return await self._writes.send(take_off_intent(visit, row))

    async def take_back(self, visit: Visit, row: Wire) -> Entry:
        """Delete a procedure that was just added, unless another user moved it. Without the right, take it off."""
        try:
            return await self._writes.send(remove_intent(visit, row))
        except NotAllowed:
            return await self.take_off(visit, decode_one(msgspec.json.encode(row), ProcedureLog))

    async def undo(self, visit: Visit, entry: Entry) -> Entry:
        """Undo one of these."""
        made = entry.answer if entry.intent.kind == ADD_PROCEDURE.kind else None
        if made and made.get("ProcNum") and not entry.changed_nothing:
            return await self.take_back(visit, made)
        return await self._writes.undo(entry)

    async def set_asap(self, visit: Visit, *, asap: bool) -> Entry:
        """Put an appointment on the ASAP list, or take it off."""
        return await self._writes.send(priority_intent(visit, asap=asap, row=self._row(visit)))

    def type_intent(self, visit: Visit, kind: AppointmentType | None) -> Intent:
        """Give an appointment another type, or none; the office adds the procedures of the type."""
        return type_intent(visit, kind, self._row(visit))

    async def set_pattern(self, visit: Visit, pattern: str) -> Entry:
        """Give an appointment the time that its procedures take."""
        slot = self._lookup.slot(visit.start, visit.op_num, pattern, visit.apt_num)
        left, row = self._lookup.left(visit), self._row(visit)
        return await self._writes.send(pattern_intent(visit, pattern, slot, left, row))

    async def set_field(self, visit: Visit, name: str, seen: str, value: str) -> Entry:
        """Give one of the office's appointment fields a value."""
        return await self._writes.send(appt_field_intent(visit, name, seen, value))

    def _row(self, visit: Visit) -> Appointment:
        row = self._lookup.row(visit)
        if row is None:
            raise CannotWrite(msg("This day hasn't loaded yet."))
        return row
