"""The desk's selected patient: one selection for all screens, with its origin."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QObject, Signal


class Origin(StrEnum):
    """Where a patient was selected."""

    SCHEDULE = "schedule"
    SEARCH = "search"
    TASKS = "tasks"
    PROGRAM_LINK = "program link"
    OPEN_DENTAL = "Open Dental"


class SelectedPatient(Struct, frozen=True):
    """One patient, and where they were selected."""

    pat_num: int
    origin: Origin


class PatientSelection(QObject):
    """The desk's selected patient. Screens set it and follow it.

    `changed` follows every selection by the user, including the same patient selected again elsewhere.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: SelectedPatient | None = None

    def select(self, pat_num: int, origin: Origin) -> None:
        """Select a patient. No signal if the same screen selects the same patient again."""
        selected = SelectedPatient(pat_num, origin)
        if selected != self.current or origin is not Origin.SCHEDULE:
            self.current = selected
            self.changed.emit()

    def clear(self) -> None:
        """Clear the selection."""
        if self.current is not None:
            self.current = None
            self.changed.emit()
