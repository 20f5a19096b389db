"""The list's model: tasks in order, changed row by row, so that selection and scroll position stay."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.tasks.order import SortKey

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole + 1
"""The TaskRow of an index."""
MOST_STEPS = 32
"""More changes at once than this are announced as a new layout, which costs less."""


class TaskRow(Struct, frozen=True):
    """What a row of the list shows."""

    task_num: int
    title: str
    age: str
    unread: bool = False
    done: bool = False
    priority: str = ""
    """Its name."""
    tone: str = ""
    """The color of its priority, by name in the tokens; empty: none."""
    overdue: str = ""
    """That it is overdue, in words; empty: it isn't."""
    about: tuple[str, ...] = ()
    """The patient, the list and the author, as far as they are known."""
    held: str = ""
    """Why it is still shown although it left the view; empty: it belongs here."""
    text: str = ""
    """All that was written."""

    @property
    def tip(self) -> str:
        """What the mouse shows on it: the whole text, and what it is about."""
        below = (self.priority, self.overdue, *self.about)
        return "\n".join(part for part in (self.text or self.title, *below) if part)

    @property
    def spoken(self) -> str:
        """All of it, for screen readers."""
        parts = (self.title, self.priority, self.overdue, self.age, *self.about, self.held)
        return ", ".join(part for part in parts if part)


class TaskListModel(QAbstractListModel):
    """`key` is a task's place; None: it isn't shown. `row` is what a shown one looks like."""

    def __init__(
        self,
        key: Callable[[int], SortKey | None],
        row: Callable[[int], TaskRow],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._row = key, row
        self._order: list[SortKey] = []
        self._keys: dict[int, SortKey] = {}
        self._rows: dict[int, TaskRow] = {}

    def __contains__(self, task_num: int) -> bool:
        return task_num in self._keys

    @property
    def task_nums(self) -> list[int]:
        """The tasks in order."""
        return [int(key[-1]) for key in self._order]

    def at(self, row: int) -> int:
        """The task in a row; 0 beside the rows."""
        return int(self._order[row][-1]) if 0 <= row < len(self._order) else 0

    def key(self, task_num: int) -> SortKey | None:
        """What its place is by; None: it isn't shown."""
        return self._keys.get(task_num)

    def place(self, task_num: int) -> int:
        """The row of a task; -1 if it isn't shown."""
        key = self._keys.get(task_num)
        return bisect_left(self._order, key) if key is not None else -1

    def fill(self, keys: Mapping[int, SortKey]) -> None:
        """Show these tasks at these places. What is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        tasks = [self.at(index.row()) for index in held]
        self._keys = dict(keys)
        self._order = sorted(self._keys.values())
        self._rows.clear()
        self.changePersistentIndexList(held, [self.place_index(number) for number in tasks])
        self.layoutChanged.emit()

    def update(self, task_nums: Iterable[int]) -> None:
        """These tasks changed, appeared or left."""
        changed = {number: self._key(number) for number in task_nums}
        changed = {number: key for number, key in changed.items() if key is not None or number in self._keys}
        if len(changed) > MOST_STEPS:
            after = self._keys | changed
            self.fill({number: key for number, key in after.items() if key is not None})
            return
        for number, key in changed.items():
            self._rows.pop(number, None)
            if number not in self._keys:
                self._insert(number, key)
            elif key is None:
                self._remove(number)
            else:
                self._move(number, key)

    def place_index(self, task_num: int) -> QModelIndex:
        """Where a task is; nowhere if it isn't shown."""
        at = self.place(task_num)
        return self.createIndex(at, 0) if at >= 0 else QModelIndex()

    def refresh(self, task_nums: Iterable[int] | None = None) -> None:
        """Write rows anew whose places didn't change, such as ages; None: all."""
        if task_nums is None:
            self._rows.clear()
            if self._order:
                self._tell(0, len(self._order) - 1)
            return
        for number in task_nums:
            if self._rows.pop(number, None) is not None and (at := self.place(number)) >= 0:
                self._tell(at, at)

    # --- what Qt asks for ----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many tasks are shown."""
        return 0 if parent.isValid() else len(self._order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, or its title."""
        if not index.isValid() or index.row() >= len(self._order):
            return None
        match role:
            case _ if role == ROW:
                return self._row_of(self.at(index.row()))
            case Qt.ItemDataRole.DisplayRole:
                return self._row_of(self.at(index.row())).title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._row_of(self.at(index.row())).spoken
        return None

    # --- inside --------------------------------------------------------------------------------------------

    def _row_of(self, number: int) -> TaskRow:
        row = self._rows.get(number)
        if row is None:
            row = self._rows[number] = self._row(number)
        return row

    def _insert(self, number: int, key: SortKey | None) -> None:
        if key is None:
            return
        at = bisect_left(self._order, key)
        self.beginInsertRows(NOWHERE, at, at)
        self._order.insert(at, key)
        self._keys[number] = key
        self.endInsertRows()

    def _remove(self, number: int) -> None:
        at = self.place(number)
        self.beginRemoveRows(NOWHERE, at, at)
        del self._order[at], self._keys[number]
        self.endRemoveRows()

    def _move(self, number: int, key: SortKey) -> None:
        at, before = self.place(number), self._keys[number]
        to = bisect_left(self._order, key)
        if key != before and to not in (at, at + 1):
            self.beginMoveRows(NOWHERE, at, at, NOWHERE, to)
            del self._order[at]
            self._order.insert(to - (to > at), key)
            self._keys[number] = key
            self.endMoveRows()
        else:
            self._order[at] = self._keys[number] = key
        at = self.place(number)
        self._tell(at, at)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
