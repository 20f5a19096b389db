"""The desk's selected patient: one selection for all screens, with its origin."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QObject, Signal


class Origin(StrEnum):
    """Where a patient was selected."""

    SCHEDULE = "schedule"
    SEARCH = "search"
    LISTS = "lists"
    """The selected row of a list: whom to confirm, or who waits."""
    TASKS = "tasks"
    FAMILY = "family"
    """The family menu of the strip, or the family section of the patient page."""
    HISTORY = "history"
    """Back or forward through the patients of the day."""
    NEW_PATIENT = "new patient"
    """The patient was just added."""
    PROGRAM_LINK = "program link"
    PHONE = "phone"
    """A phone system, with the caller's number."""
    OPEN_DENTAL = "Open Dental"
    CHECK_IN = "check-in"
    """From what the patient did at a kiosk."""


FROM_OUTSIDE = frozenset({Origin.OPEN_DENTAL, Origin.PROGRAM_LINK, Origin.PHONE})
"""Other programs, which select nobody while the patient is kept."""

STEPPED = frozenset({Origin.SCHEDULE, Origin.LISTS})
"""Where users step from one patient to the next with the arrow keys, and have asked for none of them."""
CHOSEN = frozenset({Origin.SEARCH, Origin.PROGRAM_LINK, Origin.PHONE})
"""Where the user asked for this patient, and so for today's appointment."""


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
    """Another program selected this PatNum while the patient is kept."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: SelectedPatient | None = None
        self.pinned = False
        """Whether the user keeps this patient: other programs may not select another one."""
        self.busy: list[Callable[[], bool]] = []
        """While one of these returns True, something is being entered, and the patient is kept as well."""
        self._echo = (0, 0.0)
        """The PatNum that was sent to Open Dental, and until when its selection there is an echo."""

    def select(self, pat_num: int, origin: Origin) -> None:
        """Select a patient. No signal if the same screen or Open Dental selects the same patient again.

        If another program does while one is kept, `kept` is emitted instead.
        """
        if origin in FROM_OUTSIDE:
            same = self.current is not None and self.current.pat_num == pat_num
            if same and (origin is Origin.OPEN_DENTAL or self.entering):
                return
            if self.keeps(pat_num):
                self.kept.emit(pat_num)
                return
        selected = SelectedPatient(pat_num, origin)
        if selected != self.current or origin not in STEPPED:
            self.current = selected
            self.changed.emit()

    def pin(self, pinned: bool) -> None:
        """Keep the selected patient when another program selects one, or follow it again."""
        if pinned is not self.pinned:
            self.pinned = pinned
            self.pin_changed.emit()

    @property
    def entering(self) -> bool:
        """Whether something is being entered."""
        return any(is_busy() for is_busy in self.busy)

    def keeps(self, pat_num: int) -> bool:
        """Whether another program may not select this patient now."""
        same = self.current is not None and self.current.pat_num == pat_num
        return not same and (self.pinned or self.entering)

    def expect_echo(self, pat_num: int, until: float) -> None:
        """Open Dental was asked to show this patient, and will report that, until this time (the clock's seconds)."""
        self._echo = (pat_num, until)

    def is_echo(self, pat_num: int, now: float) -> bool:
        """Whether Open Dental's selection is what it was asked for: the user may be somewhere else by then. Once."""
        (expected, until), self._echo = self._echo, (0, 0.0)
        return pat_num == expected and now < until

    def clear(self) -> None:
        """Clear the selection and the pin."""
        self.pin(False)
        if self.current is not None:
            self.current = None
            self.changed.emit()
