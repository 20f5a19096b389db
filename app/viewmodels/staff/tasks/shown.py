"""The list of tasks: those of a view or a task list, in an order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.domain.tasks.order import SortKey, TaskSort
from app.viewmodels.staff.tasks.facts import TaskFacts
from app.viewmodels.staff.tasks.scopes import Scope, View
from app.viewmodels.staff.tasks.task_list import TaskListModel, TaskRow


class ShownTasks(QObject):
    """`changed`: another scope, another order, or other tasks."""

    changed = Signal()

    def __init__(self, facts: TaskFacts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        self.scope: Scope = View.OPEN
        self.sort = TaskSort.URGENT
        self.counts = Counter[Scope]()
        """How many tasks each view and list has."""
        self._scopes: dict[int, frozenset[Scope]] = {}
        """Where each task is counted."""
        self.model = TaskListModel(self._key, self._row, self)

    def choose(self, scope: Scope) -> None:
        """Show another view or list."""
        if scope != self.scope:
            self.scope = scope
            self._fill()

    def sort_by(self, sort: TaskSort) -> None:
        """Use another order."""
        if sort is not self.sort:
            self.sort = sort
            self._fill()

    def follow(self, task_nums: Iterable[int]) -> set[Scope]:
        """These tasks changed. Returns the scopes whose counts are others now."""
        found = set(task_nums)
        touched: set[Scope] = set()
        for number in found:
            task = self._facts.board.task(number)
            after = frozenset(self._facts.scopes_of(task)) if task is not None else frozenset()
            before = self._scopes.pop(number, frozenset())
            if after:
                self._scopes[number] = after
            for scope in before - after:
                self.counts[scope] -= 1
            for scope in after - before:
                self.counts[scope] += 1
            touched |= before ^ after
        self.model.update(found)
        self.changed.emit()
        return touched

    def count_all(self) -> None:
        """What belongs where is to be told anew for all tasks, as when the lists are others."""
        self.counts.clear()
        self._scopes.clear()
        for task in self._facts.board.tasks:
            scopes = self._scopes[task.TaskNum] = frozenset(self._facts.scopes_of(task))
            self.counts.update(scopes)
        self._fill()

    def _fill(self) -> None:
        scope = self.scope
        self.model.fill(number for number, scopes in self._scopes.items() if scope in scopes)
        self.changed.emit()

    def _key(self, task_num: int) -> SortKey | None:
        task = self._facts.board.task(task_num)
        if task is None or self.scope not in self._scopes.get(task_num, ()):
            return None
        return self._facts.key(task, self.sort)

    def _row(self, task_num: int) -> TaskRow:
        task = self._facts.board.task(task_num)
        return self._facts.row(task) if task is not None else TaskRow(task_num, "", "")
