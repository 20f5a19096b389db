"""Waits and punctuality by provider, and whether this PC tells providers of patients who wait."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.viewmodels.translation import tr
from app.viewmodels.verdict import Verdict
from app.views.widgets.labels import plain_label, plain_tip
from app.views.widgets.tables.pane import TablePane


class WaitsView(QWidget):
    """One row a provider, the longest average wait first."""

    def __init__(self, model: HuddleScreenViewModel) -> None:
        super().__init__()
        self._model, self._alerts = model.waits, model.desk.waiting
        self.headline = plain_label(kind="title")
        self._notes = plain_label(kind="second", wrap=True)
        self.tell = QCheckBox(tr("Tell providers automatically"))
        self.tell.setToolTip(
            plain_tip(
                tr(
                    "Ten minutes past the start, this PC adds a task to the list named after the provider. If "
                    "several PCs do this, only one task is added."
                )
            )
        )
        self.tell.toggled.connect(lambda on: self._alerts.choose(on=on))
        self.pane = TablePane(self._model.table)
        self.pane.print_asked.connect(lambda: model.printing.start(self._model.table))
        head = QHBoxLayout()
        head.addWidget(self.headline, 1)
        head.addWidget(self.tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._notes)
        column.addWidget(self.pane, 1)
        self._model.changed.connect(self._show)
        self._alerts.choice.changed.connect(lambda _: self._show())
        self._show()

    def _show(self) -> None:
        self.headline.setText(self._model.headline)
        self._notes.setText(self._model.notes)
        verdict: Verdict = self._alerts.may_choose()
        self.tell.setEnabled(verdict.ok)
        if self.tell.isChecked() != self._alerts.is_on:
            self.tell.blockSignals(True)
            self.tell.setChecked(self._alerts.is_on)
            self.tell.blockSignals(False)
