"""The rows of the list, for a view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.viewmodels.staff.schedule.filling.state import FillRow

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class FillListModel(QAbstractListModel):
    """Patients who fit, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FillRow, ...] = ()

    def show(self, rows: Sequence[FillRow]) -> None:
        """Show these. Where the patients are the same, the view keeps its place."""
        new, old = tuple(rows), self._rows
        if new == old:
            return
        if [_key(each) for each in new] == [_key(each) for each in old]:
            self._rows = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def place_of(self, row: FillRow | None) -> int:
        """Where a patient is now; -1: not in the list."""
        if row is None:
            return -1
        return next((at for at, each in enumerate(self._rows) if _key(each) == _key(row)), -1)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, its name, or all of it as text."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
        return None


def _key(row: FillRow) -> tuple[str, int, int, str]:
    return row.fit.candidate.key
