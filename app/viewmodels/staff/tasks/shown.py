"""The list of tasks: those of a view or a task list that a filter and a search leave, in an order."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.core.text import many
from app.domain.tasks.order import SortKey, TaskSort
from app.domain.tasks.tree import LOST
from app.viewmodels.staff.tasks.facts import Belongs, TaskFacts
from app.viewmodels.staff.tasks.scopes import Only, Scope, View
from app.viewmodels.staff.tasks.searching import TaskSearching
from app.viewmodels.staff.tasks.task_list import TaskListModel, TaskRow
from app.viewmodels.translation import tr
from app.wire.resources.tasks import Task, TaskStatusEnum


class ShownTasks(QObject):
    """`changed`: other tasks, or another scope, filter, order or search.

    `another_shown` only for the latter: the list begins at its top.
    """

    changed = Signal()
    another_shown = Signal()

    def __init__(self, facts: TaskFacts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        self.scope: Scope = View.INBOX
        self.only = Only.ALL
        self.sort = TaskSort.URGENT
        self.text = ""
        """What is searched for."""
        self.everywhere = False
        """Whether the search goes through all tasks, not only those of the scope."""
        self.held = 0
        """The open task: it stays in the list although it left the view; 0: none."""
        self._belongs: Belongs = lambda _: False
        self._allowed: Belongs | None = None
        self._found: set[int] | None = None
        self._key = facts.keys(self.sort)
        self.searching = TaskSearching(facts, self)
        self.model = TaskListModel(self._place, self._row, self)

    @property
    def counted(self) -> str:
        """How many tasks are shown."""
        count = self.model.rowCount()
        return tr(many("{n} tasks", "{n} task", count)) if count else ""

    @property
    def is_inbox(self) -> bool:
        """Whether the person's inbox is shown, and nothing is searched for."""
        return self.scope is View.INBOX and not self.text

    @property
    def list_num(self) -> int:
        """The TaskListNum of the list that is shown; 0: a view is, or the lists that are lost."""
        return self.scope if isinstance(self.scope, int) and self.scope != LOST else 0

    def show(self, scope: Scope, only: Only) -> None:
        """Show another view or list, or use another filter."""
        if (scope, only) != (self.scope, self.only) or self.everywhere:
            self.scope, self.only, self.everywhere = scope, only, False
            self.show_another()

    def begin(self, scope: Scope, only: Only, sort: TaskSort) -> None:
        """Show what was shown last."""
        self.scope, self.only, self.sort, self.everywhere = scope, only, sort, False
        self.show_another()

    def sort_by(self, sort: TaskSort) -> None:
        """Use another order."""
        if sort is not self.sort:
            self.sort = sort
            self.show_another()

    def search(self, text: str, *, everywhere: bool = False) -> None:
        """Show only tasks with all of these words."""
        text = text.strip()
        if text != self.text or everywhere is not self.everywhere:
            if not self.text:
                self.searching.begin()
            self.text, self.everywhere = text, everywhere and bool(text)
            self._found = self.searching.find(text) if text else None
            self.show_another()

    def found_elsewhere(self) -> int:
        """How many tasks of other views and lists the search would find."""
        return 0 if self._found is None or self.everywhere else len(self._found) - self.model.rowCount()

    def hold(self, task_num: int) -> None:
        """Keep the open task in the list, whatever happens to it, until another one is open."""
        before, self.held = self.held, task_num
        self.model.update({before, task_num} - {0})

    def belongs(self, task_num: int) -> bool:
        """Whether a task would be shown if it were not open."""
        task = self._facts.board.task(task_num)
        if task is None or not (self.everywhere or self._belongs(task)):
            return False
        return self._found is None or task_num in self._found

    def follow(self, task_nums: Iterable[int]) -> None:
        """These tasks changed, or were read or seen."""
        changed = set(task_nums)
        self.searching.put(changed)
        if self.text:
            self._found = self.searching.find(self.text)
        self.model.update(changed)
        self.changed.emit()

    def fill(self, *, another: bool = False) -> None:
        """Show what belongs here now, and the open task, unless the user asked for `another` list."""
        facts, found = self._facts, self._found
        self._belongs, self._allowed = facts.belongs_to(self.scope), facts.allowed_by(self.only)
        tasks = facts.board.tasks if self.everywhere else facts.candidates(self.scope)
        belongs, key = self._belongs, facts.keys_at_once(self.sort)
        shown = [task for task in tasks if self.everywhere or belongs(task)]
        if self._allowed is not None:
            shown = [*filter(self._allowed, shown)]
        if found is not None:
            shown = [task for task in shown if task.TaskNum in found]
        self._key = facts.keys(self.sort)
        keys = {task.TaskNum: key(task) for task in shown}
        held, place = facts.board.task(self.held), self.model.key(self.held)
        if self.held not in keys and not another and held is not None and place is not None:
            keys[self.held] = place
        if self.held not in keys:
            self.held = 0
        self.model.fill(keys)
        self.changed.emit()

    def read_again(self) -> None:
        """The time has passed: ages, and what is overdue now."""
        self._key = self._facts.keys(self.sort)
        self.model.update(self._facts.mine.due())
        self.model.refresh()

    def name_again(self, tasks: Iterable[Task]) -> None:
        """The patients of these tasks are known now."""
        numbers = [task.TaskNum for task in tasks]
        self.searching.put(numbers)
        self.model.refresh(numbers)

    def show_another(self) -> None:
        """Other tasks are asked for: what was open is shown only if it is among them."""
        self.fill(another=True)
        self.another_shown.emit()

    def _place(self, task_num: int) -> SortKey | None:
        task = self._facts.board.task(task_num)
        if task is None:
            return None
        if self.belongs(task_num) and (self._allowed is None or self._allowed(task)):
            return self._key(task)
        if task_num != self.held:
            return None
        return self.model.key(task_num) or self._key(task)  # the open one doesn't jump when it is done

    def _row(self, task_num: int) -> TaskRow:
        task = self._facts.board.task(task_num)
        if task is None:
            return TaskRow(task_num, "", "")
        if task_num != self.held or self._belongs(task) or self.everywhere:
            return self._facts.row(task)
        return self._facts.row(task, _held_words(task.TaskStatus))


def _held_words(status: TaskStatusEnum) -> str:
    """Why a task is still in a view that it doesn't belong to any more."""
    if status is TaskStatusEnum.DONE:
        return tr("Done")
    return tr("Viewed") if status is TaskStatusEnum.VIEWED else tr("Moved")
