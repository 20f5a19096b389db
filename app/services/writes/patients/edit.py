"""Editing a patient's own row: names, birthdate, contact data, provider, clinic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Intent, Wire
from app.journal.kinds import Check, Checked
from app.services.writes.patients.change import PatientChange, edit
from app.store.topics import Part
from app.wire.resources.patients import Patient, Patients
from app.wire.resources.patients_records import PatientStatus

DELETED = msg("Not saved: another user just deleted this patient in Open Dental.")


class EditPatient(PatientChange):
    """A deleted patient can't be changed; what was typed stays in the intent."""

    def compare(self, intent: Intent, row: Wire) -> Checked:
        """Refuse a patient deleted meanwhile, before the office does."""
        if row["PatStatus"] == PatientStatus.DELETED.value:
            return Checked(Check.CONFLICT, row, DELETED)
        return super().compare(intent, row)


EDIT_PATIENT = EditPatient(
    "patient", Patients.update, key="PatNum", part=Part.PATIENT, not_done=msg("Not saved")
)


def patient_subject(pat_num: int) -> str:
    """The journal's target for a patient's own row."""
    return f"patient:{pat_num}"


def edit_patient_intent(row: Patient, changes: Mapping[str, Any]) -> Intent:
    """Change these fields of a patient as they were seen. Raises CannotWrite if nothing differs."""
    return edit(EDIT_PATIENT, patient_subject(row.PatNum), row, changes, person=person_of(row))


def person_of(row: Patient) -> Person:
    """A patient's row as the person named in sentences."""
    return Person(row.PatNum, row.LName, row.FName, row.Preferred, row.Birthdate)
