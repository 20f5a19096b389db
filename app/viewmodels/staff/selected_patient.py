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
    FAMILY = "family"
    """The family menu of the strip, or the family section of the patient page."""
    HISTORY = "history"
    """Back or forward through the patients of the day."""
    PROGRAM_LINK = "program link"
    OPEN_DENTAL = "Open Dental"


FROM_OUTSIDE = frozenset({Origin.OPEN_DENTAL, Origin.PROGRAM_LINK})
"""Origins that select nobody while the patient is pinned."""


class SelectedPatient(Struct, frozen=True):
    """One patient, and where they were selected."""

    pat_num: int
    origin: Origin


class PatientSelection(QObject):
    """The desk's selected patient. Screens set it and follow it.

    `changed` follows every selection by the user, including the same patient selected again elsewhere.
    """

    changed = Signal()
    pin_changed = Signal()
    kept = Signal(object)
    """Another program selected this PatNum while the patient is pinned."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: SelectedPatient | None = None
        self.pinned = False
        """Whether other programs may not select another patient."""

    def select(self, pat_num: int, origin: Origin) -> None:
        """Select a patient. No signal if the same screen selects the same patient again.

        Nothing happens if another program selects one while one is pinned.
        """
        if self.pinned and origin in FROM_OUTSIDE:
            if self.current is not None and self.current.pat_num != pat_num:
                self.kept.emit(pat_num)
            return
        selected = SelectedPatient(pat_num, origin)
        if selected != self.current or origin is not Origin.SCHEDULE:
            self.current = selected
            self.changed.emit()

    def pin(self, pinned: bool) -> None:
        """Keep the selected patient when another program selects one, or follow it again."""
        if pinned is not self.pinned:
            self.pinned = pinned
            self.pin_changed.emit()

    def clear(self) -> None:
        """Clear the selection and the pin."""
        self.pin(False)
        if self.current is not None:
            self.current = None
            self.changed.emit()
