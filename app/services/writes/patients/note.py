"""Changing a patient's notes: merged with what another user wrote meanwhile, or both versions are shown."""

from __future__ import annotations

from typing import Any

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Intent
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.change import NOTHING_CHANGED
from app.services.writes.patients.edit import patient_subject
from app.services.writes.patients.text_change import TextChange
from app.services.writes.patients.words import fields_words
from app.store.topics import Part
from app.wire.resources.patient_notes import PatientNotes
from app.wire.resources.patients import Patients

URGENT = "FamFinUrgNote"
"""The family's urgent financial note is a field of the guarantor's own row; all others are patient notes."""
NOTES = ("Medical", "MedicalComp", "Service", "Treatment", "FamFinancial")


CHANGE_NOTE = TextChange(
    "patient note", PatientNotes.update, key="PatNum", part=Part.PATIENT, texts=dict.fromkeys(NOTES, "patientnote"),
    not_done=msg("Note not saved"),
)  # fmt: skip
CHANGE_URGENT_NOTE = TextChange(
    "urgent note", Patients.update, key="PatNum", part=Part.PATIENT, texts={URGENT: "patient"},
    not_done=msg("Note not saved"),
)  # fmt: skip


def note_change_intent(person: Person, field: str, base: str, text: str) -> Intent:
    """Change a note (`NOTES` or `URGENT`) from the text that the user began with to the edited one.

    Family notes are the guarantor's: `person` is the guarantor then. Raises CannotWrite if nothing changed.
    """
    if text.strip() == base.strip():
        raise CannotWrite(NOTHING_CHANGED)
    write = CHANGE_URGENT_NOTE if field == URGENT else CHANGE_NOTE
    subject = patient_subject(person.pat_num) if field == URGENT else f"notes:{person.pat_num}"
    fields: dict[str, Any] = {field: text.strip()}
    return write.intent(
        subject=subject,
        arguments={"PatNum": person.pat_num, **fields},
        before={field: base},
        after=fields,
        words=msg("{name}: {fields} changed", name=person.display, fields=fields_words([field])),
        whose=person.display,
    )
