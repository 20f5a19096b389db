"""Today's check-ins as a table, with "Seen" for the selected ones."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.check_in.today import TodayRow, TodayTable
from app.viewmodels.translation import tr
from app.views.widgets.tables.pane import TablePane


class TodayView(QWidget):
    """Enter shows the appointment on the schedule."""

    def __init__(self, model: TodayTable) -> None:
        super().__init__()
        self._model = model
        self.pane = TablePane(model.table)
        self.seen = QPushButton(tr("Mark seen"))
        self.seen.setToolTip(tr("Mark the selected check-ins as seen, at all desks"))
        self.seen.clicked.connect(self._see)
        self.pane.head.addWidget(self.seen)
        self.pane.table.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        model.table.changed.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addWidget(self.pane)
        self._follow()

    def take_focus(self) -> None:
        """The table."""
        self.pane.table.setFocus()

    def _chosen(self) -> list[TodayRow]:
        rows = self._model.table.model.rows
        picked = self.pane.table.selectionModel().selectedRows()
        return [rows[each.row()] for each in picked if each.row() < len(rows)]

    def _see(self) -> None:
        self._model.see(self._chosen())

    def _follow(self) -> None:
        self.seen.setEnabled(self._model.may_see(self._chosen()))
