"""One of the tabs beside the account: a table and the line above it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.ledger.lists import LedgerList
from app.viewmodels.translation import typed
from app.views.staff.frame.command_button import command_button
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_label
from app.views.widgets.tables.pane import TablePane


class ListPane(QWidget):
    """Follows the table's selection."""

    def __init__(self, model: LedgerList, open_in: AsyncCommand, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self.pane = TablePane(model.table)
        self.view = self.pane.table
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if model.note:
            line = QHBoxLayout()
            button = command_button(open_in, theme, text=True)
            button.setProperty("kind", "link")
            line.addWidget(plain_label(typed(model.note), kind="second"))
            line.addWidget(button)
            line.addStretch(1)
            column.addLayout(line)
        column.addWidget(self.pane, 1)
        self.setFocusProxy(self.view)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._follow_selection())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._follow_selection())

    def _follow_selection(self) -> None:
        selection, rows = self.view.selectionModel(), self._model.table.model.rows
        at = selection.currentIndex().row()
        self._model.select(rows[at].key if selection.hasSelection() and 0 <= at < len(rows) else None)
