"""All actions on a patient's data; each is a write in its own module, sent the same way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.writes.patients.change import Version, versions
from app.services.writes.patients.commlog import NewCommlog, commlog_intent
from app.services.writes.patients.edit import edit_patient_intent
from app.services.writes.patients.popup import popup_intent
from app.services.writes.writes import Writes
from app.wire.resources.patients import Patient
from app.wire.resources.popups import EnumPopupLevel

__all__ = ["NewCommlog", "PatientWrites", "Version", "versions"]


class PatientWrites:
    """Each method returns the journal entry and raises as `Writes.send` does.

    An edit gets the row as the user saw it and only the fields to change. If another user changed these, the
    entry is refused and `versions(entry)` has both; `Writes.retry` sends ours over theirs.
    """

    def __init__(self, writes: Writes) -> None:
        self._writes = writes

    async def edit(self, row: Patient, changes: Mapping[str, Any]) -> Entry:
        """Change fields of a patient's own row. None clears a date."""
        return await self._writes.send(edit_patient_intent(row, changes))

    async def add_commlog(self, new: NewCommlog) -> Entry:
        """Add a commlog."""
        return await self._writes.send(commlog_intent(new))

    async def add_popup(
        self, person: Person, description: str, level: EnumPopupLevel = EnumPopupLevel.PATIENT
    ) -> Entry:
        """Add a popup."""
        return await self._writes.send(popup_intent(person, description, level))
