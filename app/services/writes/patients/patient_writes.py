"""All actions on a patient's data; each is a write in its own module, sent the same way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.core.clock import Clock
from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.writes.patients.change import Version, versions
from app.services.writes.patients.check_in import accept_intent
from app.services.writes.patients.commlog import NewCommlog, commlog_intent, edit_commlog_intent
from app.services.writes.patients.edit import edit_patient_intent
from app.services.writes.patients.insurance_writes import InsuranceWrites, NewCoverage, NewPlan, PatPlanRelat
from app.services.writes.patients.new import (
    NewPatient,
    add_anyway,
    add_patient_intent,
    added_pat_num,
    family_member,
    new_patient_of,
)
from app.services.writes.patients.note import note_change_intent
from app.services.writes.patients.paper_writes import NewDocument, PaperWrites, check_file
from app.services.writes.patients.pat_field import set_field_intent
from app.services.writes.patients.popup import edit_popup_intent, end_popup_intent, popup_intent
from app.services.writes.patients.recall import add_recall_intent, edit_recall_intent
from app.services.writes.patients.referral import NewReferral, edit_referral_intent, referral_intent
from app.services.writes.writes import Writes
from app.wire.resources.commlogs import Commlog
from app.wire.resources.pat_fields import PatField
from app.wire.resources.patients import Patient
from app.wire.resources.popups import EnumPopupLevel, Popup
from app.wire.resources.recalls import Recall
from app.wire.resources.ref_attaches import RefAttach

__all__ = [
    "InsuranceWrites",
    "NewCommlog",
    "NewCoverage",
    "NewDocument",
    "NewPatient",
    "NewPlan",
    "NewReferral",
    "PaperWrites",
    "PatPlanRelat",
    "PatientWrites",
    "Version",
    "added_pat_num",
    "check_file",
    "family_member",
    "new_patient_of",
    "versions",
]


class PatientWrites:
    """Each method returns the journal entry and raises as `Writes.send` does.

    An edit gets the row as the user saw it and only the fields to change. If another user changed these, the
    entry is refused and `versions(entry)` has both; `Writes.retry` sends ours over theirs.
    """

    def __init__(self, writes: Writes, clock: Clock) -> None:
        """`clock` is the office's."""
        self._writes = writes
        self._clock = clock
        self.insurance = InsuranceWrites(writes, clock)
        self.papers = PaperWrites(writes)

    async def edit(self, row: Patient, changes: Mapping[str, Any]) -> Entry:
        """Change fields of a patient's own row. None clears a date."""
        return await self._writes.send(edit_patient_intent(row, changes))

    async def accept_changes(
        self,
        row: Patient,
        proposal_num: int,
        seen: Mapping[str, Any],
        wanted: Mapping[str, Any],
        commlog: NewCommlog | None,
    ) -> Entry:
        """Write what the patient changed at check-in, guarded by the values `seen` there; the commlog follows."""
        return await self._writes.send(accept_intent(row, proposal_num, seen, wanted, commlog))

    async def add(self, new: NewPatient) -> Entry:
        """Add a patient; the entry's answer is the new row. Coverage and referral source follow as writes of their own.

        Refused if the office has a patient of this name and birthdate who is not among `new.seen`.
        """
        return await self._writes.send(add_patient_intent(new))

    async def add_anyway(self, refused: Entry) -> Entry:
        """Add a patient although there is one of this name and birthdate, whom the user has seen now."""
        entry = await self._writes.send(add_anyway(refused))
        self._writes.dismiss(refused)
        return entry

    async def add_referral(self, new: NewReferral) -> Entry:
        """Add a referral."""
        return await self._writes.send(referral_intent(new))

    async def edit_referral(self, person: Person, row: RefAttach, changes: Mapping[str, Any]) -> Entry:
        """Change a referral."""
        return await self._writes.send(edit_referral_intent(person, row, changes))

    async def change_note(self, person: Person, field: str, base: str, text: str) -> Entry:
        """Change a note from the text that the user began with; what another user added meanwhile is kept.

        Family notes (FamFinancial, FamFinUrgNote) are the guarantor's.
        """
        return await self._writes.send(note_change_intent(person, field, base, text))

    async def add_commlog(self, new: NewCommlog) -> Entry:
        """Add a commlog."""
        return await self._writes.send(commlog_intent(new))

    async def edit_commlog(self, person: Person, row: Commlog, note: str) -> Entry:
        """Replace a commlog's text; needs 25.2.21."""
        return await self._writes.send(edit_commlog_intent(person, row, note))

    async def add_popup(
        self, person: Person, description: str, level: EnumPopupLevel = EnumPopupLevel.PATIENT
    ) -> Entry:
        """Add a popup."""
        return await self._writes.send(popup_intent(person, description, level))

    async def edit_popup(self, person: Person, row: Popup, changes: Mapping[str, Any]) -> Entry:
        """Change a popup's text or level; needs 25.1.12."""
        return await self._writes.send(edit_popup_intent(person, row, changes))

    async def end_popup(self, person: Person, row: Popup) -> Entry:
        """Turn a popup off from now on, for everyone; the undo turns it on again. Needs 25.1.12."""
        return await self._writes.send(end_popup_intent(person, row, self._clock.now()))

    async def edit_recall(self, person: Person, row: Recall, changes: Mapping[str, Any]) -> Entry:
        """Change a recall's interval (as typed), due date, status or note. Needs 24.2.31."""
        return await self._writes.send(edit_recall_intent(person, row, changes))

    async def add_recall(
        self, person: Person, type_num: int, interval: str = "", due: date | None = None
    ) -> Entry:
        """Add a recall of a type of which the patient has none. Needs 24.2.31."""
        return await self._writes.send(add_recall_intent(person, type_num, interval, due))

    async def set_field(self, person: Person, field: str, row: PatField | None, value: str) -> Entry:
        """Give one of the office's own patient fields a value; empty: none."""
        return await self._writes.send(set_field_intent(person, field, row, value))
