"""Collections: filters over the call list, and the selected family beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.text import Text
from app.viewmodels.amounts import amount
from app.viewmodels.staff.day_close.collections import BUCKETS, SILENCE, UNPAID, CollectionsModel
from app.viewmodels.translation import tr
from app.views.staff.day_close.family import FamilyForm
from app.views.staff.frame.strip_who import open_link
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmCombo
from app.views.widgets.labels import plain_label
from app.views.widgets.tables.pane import TablePane

LEAST_WIDTH = 120


class CollectionsView(QWidget):
    """Arrows move between families, Enter goes to the form; when something was kept, the next family is shown."""

    def __init__(self, model: CollectionsModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self.pane = TablePane(model.table)
        self.least = QLineEdit()
        self.least.setAccessibleName(tr("Smallest balance"))
        self.least.setPlaceholderText(tr("Balance from"))
        self.least.setFixedWidth(grown(LEAST_WIDTH, self.font()))
        self.bucket = _combo(tr("Age of the balance"), BUCKETS)
        self.silent = _combo(tr("Last contact"), SILENCE)
        self.unpaid = _combo(tr("Last payment"), UNPAID)
        self._unseen = plain_label(kind="second", wrap=True)
        self._total = plain_label(kind="second")
        self.family = FamilyForm(model, theme)
        self._lay_out()
        self._follow()
        self._show()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for widget in (self.least, self.bucket, self.silent, self.unpaid):
            tools.addWidget(widget)
        tools.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(tools)
        left.addWidget(self._unseen)
        left.addWidget(self.pane, 1)
        left.addWidget(self._total, 0, Qt.AlignmentFlag.AlignTrailing)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 12)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self.family)

    def _follow(self) -> None:
        model = self._model
        self.least.textEdited.connect(model.set_least)
        self.bucket.activated.connect(lambda _: model.choose(bucket=self.bucket.currentData()))
        self.silent.activated.connect(lambda _: model.choose(silent=self.silent.currentData()))
        self.unpaid.activated.connect(lambda _: model.choose(unpaid=self.unpaid.currentData()))
        self.pane.table.selectionModel().currentRowChanged.connect(lambda *_: self._select())
        self.pane.print_asked.connect(model.print)
        model.table.opened.connect(lambda _: self.family.begin())
        model.table.changed.connect(self._select)
        model.changed.connect(self._show)
        self.family.left.connect(self.pane.table.setFocus)
        model.next_asked.connect(self._next)
        model.call_asked.connect(open_link)

    def _show(self) -> None:
        model = self._model
        unseen = "\n".join(map(tr, model.found.unseen)) if model.found is not None else ""
        self._unseen.setText(unseen)
        self._unseen.setVisible(bool(unseen))
        self._total.setText(
            tr("Total {amount}", amount=amount(model.total)) if model.found is not None else ""
        )

    def _select(self) -> None:
        at, rows = self.pane.table.currentIndex().row(), self._model.table.model.rows
        self._model.select(rows[at] if 0 <= at < len(rows) else None)

    def _next(self) -> None:
        """Go on with the next family."""
        table = self.pane.table
        at, count = table.currentIndex().row(), table.model().rowCount()
        if at + 1 < count:
            table.setCurrentIndex(table.model().index(at + 1, 0))
        table.setFocus(Qt.FocusReason.OtherFocusReason)


def _combo(name: str, options: Sequence[tuple[int, Text]]) -> CalmCombo:
    combo = CalmCombo()
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    for value, words in options:
        combo.addItem(tr(words), value)
    return combo
