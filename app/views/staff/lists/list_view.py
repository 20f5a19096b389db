"""One list: filters, table, and what is known of the selected row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.viewmodels.staff.lists.tab import ListTab
from app.views.staff.lists.tools import ListTools
from app.views.widgets.tables.pane import TablePane
from app.views.widgets.tables.view import ENTER

SEEN_AFTER = 150
"""Milliseconds without scrolling after which the rows in sight are read."""


class ListView(QWidget):
    """Enter does the obvious thing (`entered`), a double click shows the patient (`opened`).

    The keys of the actions go on to the next row.
    """

    entered = Signal()
    opened = Signal()
    print_asked = Signal()

    def __init__(self, model: ListTab) -> None:
        super().__init__()
        self._model = model
        self.tools = ListTools(model)
        self.pane = TablePane(model.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tools)
        column.addWidget(self.pane, 1)
        self.pane.print_asked.connect(self.print_asked)
        self.pane.table.installEventFilter(self)
        self.pane.table.selectionModel().currentRowChanged.connect(lambda *_: self._select())
        model.table.opened.connect(lambda _: self.opened.emit())
        model.table.changed.connect(self._begin)
        model.next_asked.connect(self._next)
        self._seeing = QTimer(self)
        self._seeing.setSingleShot(True)
        self._seeing.setInterval(SEEN_AFTER)
        self._seeing.timeout.connect(self._see)
        for signal in (model.changed, self.pane.table.verticalScrollBar().valueChanged):
            signal.connect(self._seeing.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the table is an action here, not the same as a double click."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in ENTER
            and self.pane.table.currentIndex().isValid()
        ):
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _select(self) -> None:
        at, rows = self.pane.table.currentIndex().row(), self._model.table.model.rows
        self._model.select(rows[at] if 0 <= at < len(rows) else None)

    def _begin(self) -> None:
        """With other rows: the first one is selected, if none is."""
        table = self.pane.table
        if not table.currentIndex().isValid() and table.model().rowCount():
            table.setCurrentIndex(table.model().index(0, 0))
        self._select()

    def _see(self) -> None:
        """What the rows in sight lack is read, once scrolling has stopped."""
        table = self.pane.table
        first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        if self.isVisible() and first >= 0:
            self._model.see(first, last if last >= 0 else table.model().rowCount() - 1)

    def _next(self) -> None:
        """Go on with the next row."""
        table = self.pane.table
        at, count = table.currentIndex().row(), table.model().rowCount()
        if at + 1 < count:
            table.setCurrentIndex(table.model().index(at + 1, table.currentIndex().column()))
        table.setFocus(Qt.FocusReason.OtherFocusReason)
