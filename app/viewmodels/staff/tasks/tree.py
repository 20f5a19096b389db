"""The tree's model: the views, and below them the task lists, with how many tasks are there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.tasks.tree import LOST, TaskTree
from app.viewmodels.staff.tasks.scopes import Scope, View
from app.viewmodels.translation import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole + 1
"""The TreeRow of an index."""


class TreeRow(Struct, frozen=True):
    """What a row of the tree shows. `scope` None: a title that can't be selected."""

    text: str
    scope: Scope | None = None
    count: int = 0
    unread: bool = False
    """Whether `count` is of unread tasks."""
    followed: bool = False
    """Whether this list itself is followed."""

    @property
    def spoken(self) -> str:
        """All of it, for screen readers."""
        count = ""
        if self.count:
            count = tr("{n} unread", n=self.count) if self.unread else str(self.count)
        return ", ".join(filter(None, (self.text, count, tr("followed") if self.followed else "")))


class _Node(Struct):
    scope: Scope | None
    parent: int
    """Its number among all nodes; -1 at the top."""
    row: int
    children: list[int]


class TaskTreeModel(QAbstractItemModel):
    """`row_of` tells what to show for a view or a list; it is asked for those in sight only."""

    def __init__(self, row_of: Callable[[Scope], TreeRow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row_of = row_of
        self._nodes: list[_Node] = []
        self._top: list[int] = []
        self._numbers: dict[Scope, int] = {}
        self._rows: dict[Scope, TreeRow] = {}
        """Those that were asked for."""
        self._build(TaskTree({}), lost=False)

    @property
    def shows_lost(self) -> bool:
        """Whether there is a row for the tasks of lists that are not in use."""
        return LOST in self._numbers

    def show(self, tree: TaskTree, *, lost: bool) -> None:
        """Show these lists; what is selected or folded stays so. `lost`: also those that are not in use."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        scopes = [self.scope(index) for index in held]
        self._build(tree, lost=lost)
        self.changePersistentIndexList(held, [self.place(scope) for scope in scopes])
        self.layoutChanged.emit()

    def scope(self, index: Index) -> Scope | None:
        """What an index stands for."""
        return self._node(index).scope if index.isValid() else None

    def place(self, scope: Scope | None) -> QModelIndex:
        """Where a scope is; nowhere if it isn't in the tree."""
        number = self._numbers.get(scope) if scope is not None else None
        return self.createIndex(self._nodes[number].row, 0, number) if number is not None else QModelIndex()

    def refresh(self) -> None:
        """Counts may be others now. Only rows that were asked for are compared."""
        for scope, before in tuple(self._rows.items()):
            if (after := self._row_of(scope)) != before:
                self._rows[scope] = after
                index = self.place(scope)
                self.dataChanged.emit(index, index)

    # --- what Qt asks for ----------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """The index of a row below another one."""
        rows = self._node(parent).children if parent.isValid() else self._top
        return self.createIndex(row, column, rows[row]) if 0 <= row < len(rows) and not column else NOWHERE

    def parent(self, index: Index = NOWHERE) -> Any:
        """The row above."""
        number = self._node(index).parent if index.isValid() else -1
        return self.createIndex(self._nodes[number].row, 0, number) if number >= 0 else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows are below one."""
        return len(self._node(parent).children if parent.isValid() else self._top)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The title over the lists is only read."""
        return super().flags(index) if self.scope(index) is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, or its text."""
        if not index.isValid():
            return None
        match role:
            case _ if role == ROW:
                return self._shown(index)
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index).text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._shown(index).spoken
        return None

    # --- inside --------------------------------------------------------------------------------------------

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId()]

    def _shown(self, index: Index) -> TreeRow:
        scope = self._node(index).scope
        if scope is None:
            return TreeRow(tr("Task lists"))
        row = self._rows.get(scope)
        if row is None:
            row = self._rows[scope] = self._row_of(scope)
        return row

    def _build(self, tree: TaskTree, *, lost: bool) -> None:
        self._nodes, self._top, self._numbers, self._rows = [], [], {}, {}
        for view in View:
            self._add(view, -1)
        if tree.children(0) or lost:
            self._add(None, -1)
        waiting = [(number, -1) for number in reversed(tree.children(0))]
        while waiting:
            number, parent = waiting.pop()
            made = self._add(number, parent)
            waiting += [(each, made) for each in reversed(tree.children(number))]
        if lost:
            self._add(LOST, -1)

    def _add(self, scope: Scope | None, parent: int) -> int:
        number = len(self._nodes)
        beside = self._nodes[parent].children if parent >= 0 else self._top
        self._nodes.append(_Node(scope, parent, len(beside), []))
        beside.append(number)
        if scope is not None:
            self._numbers[scope] = number
        return number
