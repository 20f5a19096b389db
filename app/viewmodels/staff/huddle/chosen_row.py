"""The selected row of the readiness: it and the strip are always about the same patient."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from app.domain.huddle.readiness import Readiness
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.tables.table import TableViewModel


class ChosenRow(QObject):
    """`place_asked`: the table's row to select, or -1 for none."""

    place_asked = Signal(int)

    def __init__(self, desk: DeskViewModel, table: TableViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table = table
        self._day: date | None = None
        """The day that is shown; None: another screen is."""
        self._placed = False
        self.now: Readiness | None = None
        """None: no row is selected."""
        desk.patient.changed.connect(self._follow_patient)

    def enter(self, day: date) -> None:
        """A day is shown."""
        if day != self._day:
            self._placed = False
        self._day = day

    def leave(self) -> None:
        """Another screen is shown."""
        self._day = None

    def select(self, row: Readiness | None) -> None:
        """A row is selected, and so its patient; None: none is."""
        self.now = row
        if self._day is not None and row is not None:
            self._desk.patient.select(row.visit.pat_num, Origin.LISTS)

    def place(self) -> None:
        """The table can be seen now: select the row to begin with."""
        self._placed = False
        self.place_first()

    def place_first(self) -> None:
        """Once for each day that is opened: the strip's patient, or the next appointment that is still to come."""
        rows, patient = self._table.model.rows, self._desk.patient
        if self._placed or self._day is None or not rows:
            return
        self._placed = True
        current = patient.current
        place = self._place_of(current.pat_num) if current is not None else -1
        if place < 0 and not (patient.pinned or patient.entering):
            now = self._desk.now()
            place = next((at for at, row in enumerate(rows) if _is_to_come(row, now)), -1)
        self.place_asked.emit(place)

    def _follow_patient(self) -> None:
        current = self._desk.patient.current
        pat_num = current.pat_num if current is not None else 0
        if self._day is not None and (self.now is None or self.now.visit.pat_num != pat_num):
            self.place_asked.emit(self._place_of(pat_num))

    def _place_of(self, pat_num: int) -> int:
        rows = self._table.model.rows
        return next((at for at, row in enumerate(rows) if row.visit.pat_num == pat_num), -1)


def _is_to_come(row: Readiness, now: datetime) -> bool:
    return row.visit.stage in (Stage.UNCONFIRMED, Stage.CONFIRMED) and row.visit.end > now
