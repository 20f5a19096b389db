"""Opened patients are noted in the audit."""

from __future__ import annotations

from datetime import datetime

from app.core.clock import Clock, ShiftedClock
from app.services.audit.audit import PATIENT, Action, Record
from app.services.audit.late import LateAudit
from app.viewmodels.staff.opened_patients import OpenedPatients
from app.viewmodels.staff.selected_patient import Origin, PatientSelection


def test_each_patient_is_noted_once_and_none_after_the_desk_was_closed(qapp: object) -> None:
    """Selecting the same patient again is no second opening; a task that ends after the desk notes nothing."""
    clock: Clock = ShiftedClock.starting_at(datetime(2026, 3, 2, 9))
    audit = LateAudit(clock, lambda: "Ana", "PC 1")
    patient = PatientSelection()
    opened = OpenedPatients(audit, patient)
    for pat_num in (7, 7, 8):
        patient.select(pat_num, Origin.SEARCH)
    opened.close()
    patient.select(9, Origin.SEARCH)
    noted: list[Record] = []
    audit.pending.write_all(noted.extend)
    assert [(each.action, each.kind, each.key) for each in noted] == [
        (Action.OPEN_PATIENT, PATIENT, 7),
        (Action.OPEN_PATIENT, PATIENT, 8),
    ]
