"""The tree's model."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.domain.tasks.tree import LOST, TaskTree
from app.viewmodels.staff.tasks.scopes import Scope, View
from app.viewmodels.staff.tasks.tree import ROW, TaskTreeModel, TreeRow
from app.wire.resources.task_lists import TaskList

WARNS = QAbstractItemModelTester.FailureReportingMode.Warning


def tree_of(**parents: int) -> TaskTree:
    """Lists with these names, numbered from 1, and the parents of each."""
    rows = [
        TaskList(TaskListNum=at, Descript=name, Parent=parent)
        for at, (name, parent) in enumerate(parents.items(), 1)
    ]
    return TaskTree({row.TaskListNum: row for row in rows})


class Tree:
    """A model, and the counts it shows."""

    def __init__(self) -> None:
        self.counts: dict[Scope, int] = {}
        self.asked: list[Scope] = []
        self.model = TaskTreeModel(self._row)

    def names(self, parent: QModelIndex | None = None) -> list[object]:
        """The scopes below an index, each with those below it."""
        at = parent or QModelIndex()
        found: list[object] = []
        for row in range(self.model.rowCount(at)):
            index = self.model.index(row, 0, at)
            below = self.names(index)
            scope = self.model.scope(index)
            found.append((scope, below) if below else scope)
        return found

    def _row(self, scope: Scope) -> TreeRow:
        self.asked.append(scope)
        return TreeRow(str(scope), scope, self.counts.get(scope, 0), unread=True)


@pytest.fixture
def tree(qapp: QApplication) -> Tree:
    """Without lists."""
    made = Tree()
    QAbstractItemModelTester(made.model, WARNS, made.model)
    return made


def test_views_then_lists(tree: Tree) -> None:
    """The views are always there, the lists with a title above them, those that are not in use below them."""
    assert tree.names() == [*View]
    tree.model.show(tree_of(a=0, b=1, c=2, d=0), lost=False)
    assert tree.names() == [*View, None, (1, [(2, [3])]), 4]
    tree.model.show(tree_of(a=2, b=1), lost=True)
    assert tree.names() == [*View, None, (1, [2]), LOST]
    assert tree.model.shows_lost
    title = tree.model.index(len(View), 0)
    assert title.flags() == Qt.ItemFlag.NoItemFlags
    assert title.data() == "Task lists"


def test_what_is_selected_stays(tree: Tree) -> None:
    """An index follows its list to another place, and ends with it."""
    tree.model.show(tree_of(a=0, b=0), lost=False)
    chosen = QPersistentModelIndex(tree.model.place(2))
    tree.model.show(tree_of(a=0, b=1), lost=False)
    assert tree.model.scope(chosen) == 2
    assert tree.model.parent(chosen) == tree.model.place(1)
    tree.model.show(tree_of(a=0), lost=False)
    assert not chosen.isValid()


def test_only_changed_counts_are_told(qapp: QApplication) -> None:
    """Rows that nobody looked at are not asked for, and a row is told only when it is another one."""
    tree = Tree()
    tree.model.show(tree_of(a=0, b=0), lost=False)
    assert tree.model.place(1).data(ROW).count == 0
    tree.model.place(View.NEW).data()
    told: list[Scope | None] = []
    tree.model.dataChanged.connect(lambda first, _: told.append(tree.model.scope(first)))
    tree.asked.clear()
    tree.counts = {1: 3, 2: 5}
    tree.model.refresh()
    assert told == [1]
    assert set(tree.asked) == {1, View.NEW}
    assert tree.model.place(1).data(ROW).count == 3


def test_what_screen_readers_hear() -> None:
    """The name, how many are unread, and that a list is followed."""
    assert TreeRow("Desk", 1, 3, unread=True, followed=True).spoken == "Desk, 3 unread, followed"
    assert TreeRow("Open", View.OPEN, 12).spoken == "Open, 12"
    assert TreeRow("Done", View.DONE).spoken == "Done"
