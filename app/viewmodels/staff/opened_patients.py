"""Notes in the audit whose record was opened: every patient who is selected."""

from __future__ import annotations

from app.services.audit.audit import PATIENT, Action, Audit
from app.viewmodels.staff.selected_patient import PatientSelection


class OpenedPatients:
    """Follows the desk's selected patient."""

    def __init__(self, audit: Audit, patient: PatientSelection) -> None:
        self._audit = audit
        self._patient = patient
        self._last = 0
        patient.changed.connect(self._note)

    def close(self) -> None:
        """The desk was closed: what is selected from now on is shown to nobody."""
        self._patient.changed.disconnect(self._note)

    def _note(self) -> None:
        current = self._patient.current
        pat_num = current.pat_num if current is not None else 0
        if current is not None and pat_num != self._last:
            self._audit.note(Action.OPEN_PATIENT, PATIENT, pat_num, current.origin.value)
        self._last = pat_num
