"""The chart's procedures by status."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.viewmodels.staff.chart.chart import ChartModel
from app.viewmodels.staff.chart.teeth import SHOW_WORDS, Show
from app.viewmodels.translation import tr
from app.views.staff.frame.parts.note import PartNote
from app.views.widgets.combo import CalmCombo, member
from app.views.widgets.tables.pane import TablePane


class ProceduresPane(QWidget):
    """A table, and which of the procedures it lists."""

    def __init__(self, model: ChartModel) -> None:
        super().__init__()
        self._teeth = model.teeth
        self.pane = TablePane(model.teeth.table)
        self.choice = CalmCombo()
        self.choice.setAccessibleName(tr("Status of the listed procedures"))
        for show in Show:
            self.choice.addItem("", show)
        self.choice.activated.connect(lambda at: model.teeth.list_only(member(self.choice, Show, at)))
        self.pane.head.insertWidget(0, self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PartNote(model.teeth), 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.pane, 1)
        model.teeth.changed.connect(self._show)
        model.teeth.shown_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        teeth = self._teeth
        for at, show in enumerate(Show):
            words = tr(SHOW_WORDS[show])
            self.choice.setItemText(at, f"{words} ({teeth.counts[show]})" if teeth.counts else words)
        self.choice.setCurrentIndex(self.choice.findData(teeth.shown))
        self.pane.setVisible(teeth.value is not None)
