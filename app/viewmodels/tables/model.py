"""The one table model: immutable rows in columns, sorted and filtered, changed by row and never reset."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from app.viewmodels.tables.changes import ShownRows
from app.viewmodels.tables.column import Column
from app.viewmodels.tables.rows import Rows
from app.viewmodels.translation import typed

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

TONE = Qt.ItemDataRole.UserRole + 1
"""The name of a color in the tokens; empty: as usual."""
AT_ONCE = 250
"""Rows prepared for the filter between two events."""
_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class TableModel(QAbstractTableModel, Generic[R]):
    """Rows of one kind. `key` identifies a row, even when its values change."""

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._searched = tuple(column for column in columns if column.searched)
        self._source = Rows[R](key, self._text_of)
        self._shown = ShownRows[R](self, self._source, len(self.columns))
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._prepare)

    @property
    def rows(self) -> Sequence[R]:
        """The rows that are shown, in order."""
        return self._shown.rows

    @property
    def count(self) -> int:
        """How many rows there are without the filter."""
        return len(self._source)

    def set_rows(self, rows: Iterable[R]) -> None:
        """Replace the rows. Those of the same key stay selected and in view. ValueError: a key occurs twice."""
        self._source.replace(rows)
        self._shown.follow()

    def prepare_filter(self) -> None:
        """Prepare the rows for the filter while nothing else happens, so that the first keystroke is as fast as any."""
        self._idle.start()

    def filter(self, text: str) -> None:
        """Show only rows that contain all of these words in any column."""
        if self._source.filter(text):
            self._shown.lay_out()

    def limit(self, allowed: Callable[[R], bool] | None) -> None:
        """Leave out rows that aren't allowed, whatever the filter; None: all are."""
        self._source.limit(allowed)
        self._shown.lay_out()

    def sort(self, column: int, order: Qt.SortOrder = UP) -> None:
        """Sort by a column; a negative one restores the order in which the rows were given."""
        key = self.columns[column].order if column >= 0 else None
        self._source.sort(key, backward=order is DOWN)
        self._shown.lay_out()

    # --- what Qt asks for ----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """All columns; a view may hide some."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, alignment or tone."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(self._shown.rows[index.row()])
            case Qt.ItemDataRole.TextAlignmentRole:
                return _END if column.is_numeric else _START
            case _ if role == TONE:
                return column.tone(self._shown.rows[index.row()]) if column.tone else ""
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's title."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return typed(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _END if self.columns[section].is_numeric else _START
        return None

    # --- inside --------------------------------------------------------------------------------------------

    def _text_of(self, row: R) -> str:
        return " ".join(column.text(row) for column in self._searched)

    def _prepare(self) -> None:
        if not self._source.prepare(AT_ONCE):
            self._idle.stop()
