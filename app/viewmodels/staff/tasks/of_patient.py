"""The open tasks of the selected patient, for the strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.viewmodels.translation import tr

if TYPE_CHECKING:  # the desk has them, and passes itself to them
    from app.viewmodels.staff.desk import DeskViewModel


class SelectedPatientTasks(QObject):
    """`changed` when their number or their words are others."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent or desk)
        self._desk = desk
        self.count = 0
        self.words = ""
        """`2 open tasks: Call lab · Confirm shade`; empty: none."""
        desk.tasks.marks.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """The patient, their tasks, or their known appointments may be others."""
        current = self._desk.patient.current
        pat_num = current.pat_num if current is not None else 0
        marks = self._desk.tasks.marks
        state = len(marks.of_patient(pat_num)), tr(marks.words_of(pat_num))
        if state != (self.count, self.words):
            self.count, self.words = state
            self.changed.emit()

    def open(self) -> None:
        """Open the only one, or list several."""
        if (current := self._desk.patient.current) is not None:
            self._desk.tasks.marks.open_patient(current.pat_num)
