"""The open forms of new coverage, one a patient: one that is left stays as it was typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.schedule.visit import Person
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.sections.insurance.coverage_form import CoverageForm
from app.wire.resources.ins_subs import InsSub


class CoverageForms(QObject):
    """`changed` when one was opened or closed."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._open: dict[int, CoverageForm] = {}

    def of(self, pat_num: int | None) -> CoverageForm | None:
        """A patient's open form."""
        return self._open.get(pat_num or 0)

    def open(self, person: Person, covered_by: Sequence[int], replaces: InsSub | None = None) -> None:
        """Open a form for a patient who is covered by these InsSubNums, or for another plan of a subscriber.

        One that is open already goes on, if it is for the same.
        """
        pat_num = person.pat_num
        before = self._open.get(pat_num)
        if before is None or before.replaces != replaces:
            if before is not None:
                before.close()
            form = self._open[pat_num] = CoverageForm(self._desk, person, covered_by, replaces, self)
            form.closed.connect(lambda: self._close(pat_num))
        self.changed.emit()

    def _close(self, pat_num: int) -> None:
        self._open.pop(pat_num).deleteLater()
        self.changed.emit()
