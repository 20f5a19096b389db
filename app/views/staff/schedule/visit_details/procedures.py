"""The procedures of an appointment, and those that are planned: a tick puts one on it or takes it off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.viewmodels.staff.schedule.details.shown import ProcedureRow
from app.views.theme.theme import Theme
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label, plain_tip
from app.views.widgets.tab_order import lead_into

GAP = 4
"""Pixels between two procedures."""


class ProcedureList(QWidget):
    """`ticked` is emitted with a ProcNum and whether it is to be on the appointment."""

    ticked = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._rows: dict[int, _Line] = {}

    @property
    def boxes(self) -> dict[int, QCheckBox]:
        """The boxes by ProcNum."""
        return {number: line.box for number, line in self._rows.items()}

    def fill(self, rows: Sequence[ProcedureRow], *, why_not: str) -> None:
        """Show these. The box with the focus keeps it as long as its procedure is here."""
        numbers = [row.proc_num for row in rows]
        for gone in [number for number in self._rows if number not in numbers]:
            self._rows.pop(gone).drop()
        for at, row in enumerate(rows):
            line = self._rows.get(row.proc_num)
            if line is None:
                line = self._rows[row.proc_num] = _Line(row.proc_num, self, self._theme)
            line.place(self._grid, at)
            line.show(row, why_not or row.why_not)
        self._rows = {number: self._rows[number] for number in numbers}
        lead_into(self, [self._rows[number].box for number in numbers])


class _Title(ElidedLabel):
    """A click on it is a click on its box."""

    def __init__(self, box: QCheckBox, kind: str = "") -> None:
        super().__init__()
        self._box = box
        self.setProperty("kind", kind)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick or untick."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.click()


class _Line:
    """One procedure: its box, code and fee, and below what it is and where else."""

    def __init__(self, proc_num: int, host: ProcedureList, theme: Theme) -> None:
        self.box = QCheckBox()
        self._title, self._what = _Title(self.box), _Title(self.box, "second")
        self._what.setContentsMargins(0, 0, 0, GAP)
        self._fee = plain_label()
        self._fee.setFont(theme.fonts.figures)
        self._fee.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.box.toggled.connect(lambda on: host.ticked.emit(proc_num, on))

    def place(self, grid: QGridLayout, at: int) -> None:
        """Two rows of the grid."""
        for column, widget in enumerate((self.box, self._title, self._fee)):
            grid.addWidget(widget, 2 * at, column)
        grid.addWidget(self._what, 2 * at + 1, 1, 1, 2)

    def show(self, row: ProcedureRow, why_not: str) -> None:
        """Show its state. `why_not`: why it can't be changed."""
        with QSignalBlocker(self.box):
            self.box.setChecked(row.ticked)
        what = row.note or row.what
        self.box.setEnabled(not why_not)
        self.box.setAccessibleName(f"{row.title} {what} {row.fee}")
        self._title.setText(row.title)
        self._what.setText(what)
        self._fee.setText(row.fee)
        for widget in (self.box, self._title, self._what):
            widget.setToolTip(plain_tip(why_not or "\n".join(filter(None, (row.title, row.what, row.note)))))

    def drop(self) -> None:
        """The procedure is no longer listed."""
        for widget in (self.box, self._title, self._what, self._fee):
            widget.hide()
            widget.deleteLater()
