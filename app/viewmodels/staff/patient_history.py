"""The patients of the day, in the order in which they were selected."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.viewmodels.staff.selected_patient import Origin, PatientSelection

KEPT = 200
"""More patients than a busy desk has in a day."""


class PatientHistory(QObject):
    """Steps back and forward through them. Only in memory: it begins anew with each start of the program."""

    def __init__(self, patient: PatientSelection) -> None:
        super().__init__(patient)
        self._patient = patient
        self._numbers: list[int] = []
        self._at = -1
        """The position of the selected patient; -1 without one."""
        patient.changed.connect(self._follow)

    def recent(self, most: int) -> tuple[int, ...]:
        """The PatNums selected last, without the current one, latest first."""
        current = self._patient.current
        others = (each for each in reversed(self._numbers) if current is None or each != current.pat_num)
        return tuple(others)[:most]

    def step(self, by: int) -> int | None:
        """The PatNum that many patients away from the selected one; None where the day has no more.

        Without a selected patient, one step back is the last one.
        """
        at = (self._at if self._at >= 0 else len(self._numbers)) + by
        return self._numbers[at] if 0 <= at < len(self._numbers) else None

    def _follow(self) -> None:
        current = self._patient.current
        if current is None:
            self._at = -1
        elif self._at >= 0 and self._numbers[self._at] == current.pat_num:
            return  # the schedule selects the appointment of a patient who was selected elsewhere
        elif current.origin is Origin.HISTORY:
            self._at = self._numbers.index(current.pat_num)
        else:
            if current.pat_num in self._numbers:
                self._numbers.remove(current.pat_num)
            self._numbers = [*self._numbers, current.pat_num][-KEPT:]
            self._at = len(self._numbers) - 1
