"""What the tree says of each view and list: its name, and how many tasks are there."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.tasks.tree import LOST
from app.viewmodels.staff.tasks.facts import TaskFacts
from app.viewmodels.staff.tasks.scopes import VIEW_WORDS, Scope, View
from app.viewmodels.staff.tasks.tree import TreeRow
from app.viewmodels.translation import tr
from app.wire.resources.tasks import Task, TaskStatusEnum


class TreeCounts:
    """Nothing is counted as a whole when a task changes: these are sets and numbers that are kept up to date."""

    def __init__(self, facts: TaskFacts) -> None:
        self._facts = facts
        self._new: set[int] = set()
        self._lost: set[int] = set()
        self.begin()

    @property
    def has_lost(self) -> bool:
        """Whether there are open tasks of lists that are not in use."""
        return bool(self._lost)

    def begin(self) -> None:
        """Look at all tasks once, as when the lists are others."""
        self._new.clear()
        self._lost.clear()
        tree = self._facts.tree
        for task in self._facts.board.open_tasks:
            if task.TaskStatus is TaskStatusEnum.NEW:
                self._new.add(task.TaskNum)
            if task.TaskListNum not in tree:
                self._lost.add(task.TaskNum)

    def follow(self, task_nums: Iterable[int]) -> None:
        """These tasks changed, appeared or left."""
        for task_num in task_nums:
            task = self._facts.board.task(task_num)
            is_new = task is not None and task.TaskStatus is TaskStatusEnum.NEW
            (self._new.add if is_new else self._new.discard)(task_num)
            (self._lost.add if self._is_lost(task) else self._lost.discard)(task_num)

    def row(self, scope: Scope) -> TreeRow:
        """What the tree shows of a view or a list."""
        mine = self._facts.mine
        if isinstance(scope, View):
            return TreeRow(tr(VIEW_WORDS[scope]), scope, self._number(scope), unread=scope is View.INBOX)
        if scope == LOST:
            return TreeRow(self._facts.lost_words, scope, len(self._lost))
        name = self._facts.tree.name(scope).strip() or tr("(no name)")
        unread = mine.unread_in(scope)
        return TreeRow(name, scope, unread, unread=True, followed=scope in mine.followed)

    def _number(self, view: View) -> int:
        """Of those that are done, nobody needs the number."""
        facts = self._facts
        match view:
            case View.INBOX:
                return facts.mine.unread
            case View.NEW:
                return len(self._new)
            case View.OPEN:
                return len(facts.board.open_tasks)
            case View.REMINDERS:
                return facts.mine.due_count(hers=True)
        attached = {View.PATIENT: facts.of_patient, View.APPOINTMENT: facts.of_appointment}
        return len(attached[view]()) if view in attached else 0

    def _is_lost(self, task: Task | None) -> bool:
        open_one = task is not None and task.TaskStatus is not TaskStatusEnum.DONE
        return open_one and task is not None and task.TaskListNum not in self._facts.tree
