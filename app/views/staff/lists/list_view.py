"""One list: filters, table, and what is known of the selected row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.viewmodels.staff.lists.tab import ListTab
from app.views.staff.lists.tools import ListTools
from app.views.widgets.tables.pane import TablePane
from app.views.widgets.tables.view import ENTER

FIRST = (*ENTER, Qt.Key.Key_Down, Qt.Key.Key_Up)
"""Keys that select a row where none is selected."""
SEEN_AFTER = 150
"""Milliseconds without scrolling after which the rows in sight are read."""


class ListView(QWidget):
    """Enter does the obvious thing (`entered`), a double click shows the patient's page (`opened`).

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
        selection = self.pane.table.selectionModel()
        for signal in (selection.selectionChanged, selection.currentRowChanged):
            signal.connect(lambda *_: self._select())
        model.table.opened.connect(lambda _: self.opened.emit())
        model.table.changed.connect(self._select)
        model.place_asked.connect(self._place)
        model.next_asked.connect(self._next)
        self._seeing = QTimer(self)
        self._seeing.setSingleShot(True)
        self._seeing.setInterval(SEEN_AFTER)
        self._seeing.timeout.connect(self._see)
        for moved in (model.changed, self.pane.table.verticalScrollBar().valueChanged):
            moved.connect(self._seeing.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the table is an action, not the same as a double click.

        Without a row it selects the first one, or the one near that which was taken off the list.
        """
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        has_row = self.pane.table.selectionModel().hasSelection()
        if event.key() in ENTER and has_row:
            self.entered.emit()
            return True
        if event.key() in FIRST and not has_row:
            self.pane.table.selectRow(max(self.pane.table.currentIndex().row(), 0))
            return True
        return super().eventFilter(watched, event)

    def _select(self) -> None:
        """A table that gets the focus has a current row, which is not selected."""
        table, rows = self.pane.table, self._model.table.model.rows
        at, selection = table.currentIndex().row(), table.selectionModel()
        if not selection.hasSelection():
            self._model.select(None)
        elif 0 <= at < len(rows) and selection.isRowSelected(at):  # else the current row changes next
            self._model.select(rows[at])

    def _place(self, place: int) -> None:
        """Select the row of a patient who was selected elsewhere; -1: none of these rows."""
        table = self.pane.table
        if place >= 0:
            table.setCurrentIndex(table.model().index(place, 0))
        elif table.selectionModel().hasSelection():
            table.clearSelection()

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
