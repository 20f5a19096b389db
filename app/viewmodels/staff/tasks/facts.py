"""What the screen knows of a task: which views it belongs to, its place there, and its row."""

from __future__ import annotations

from datetime import datetime

from app.core.text import At, Shape
from app.domain.schedule.visit import Person
from app.domain.tasks.order import SortKey, TaskSort, entered_at, sort_key
from app.domain.tasks.reminders import Reminder, due_at
from app.domain.tasks.tree import LOST, TaskTree
from app.services.tasks.priorities import Grade
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.ages import short_age
from app.viewmodels.staff.tasks.scopes import LOST_WORDS, Scope, View
from app.viewmodels.staff.tasks.task_list import TaskRow
from app.viewmodels.translation import tr, typed
from app.wire.resources.tasks import Task, TaskObjectType, TaskStatusEnum

TONES = {Grade.URGENT: "alert", Grade.HIGH: "money", Grade.NORMAL: "line", Grade.LOW: "hairline"}
"""The color of a priority's bar."""


class TaskFacts:
    """Of the office that a desk is open on. `apt_num` is the appointment of "This appointment"; 0: none."""

    def __init__(self, desk: DeskViewModel) -> None:
        self._desk = desk
        self.board = desk.parts.tasks()
        self.mine = desk.parts.my_tasks()
        self.priorities = desk.parts.task_priorities()
        self.users = desk.parts.user_names()
        self.tree = TaskTree(self.board.lists)
        self.apt_num = 0

    def grow_tree(self) -> None:
        """The office's lists are others now."""
        self.tree = TaskTree(self.board.lists)

    def scopes_of(self, task: Task) -> set[Scope]:
        """The views and lists that show a task."""
        done = task.TaskStatus is TaskStatusEnum.DONE
        found: set[Scope] = {View.DONE} if done else {View.OPEN}
        if self._is_of_patient(task):
            found.add(View.PATIENT)
        if self.apt_num and (task.ObjectType, task.KeyNum) == (TaskObjectType.APPOINTMENT, self.apt_num):
            found.add(View.APPOINTMENT)
        if done:
            return found
        if task.TaskStatus is TaskStatusEnum.NEW:
            found.add(View.NEW)
        if self.mine.due_today(task):
            found.add(View.REMINDERS)
        if self.mine.follows(task.TaskListNum):
            found.add(View.INBOX)
        home = self.tree.home(task.TaskListNum)
        return found | {home, *self.tree.above(home)}

    def key(self, task: Task, sort: TaskSort) -> SortKey:
        """Its place."""
        return sort_key(task, sort, self.priorities.rank(task.PriorityDefNum), self._overdue_since(task))

    def person(self, task: Task) -> Person | None:
        """The patient whom a task is about, if the name is known."""
        pat_num = self.pat_num(task)
        return self._desk.parts.office.person(pat_num) if pat_num else None

    def pat_num(self, task: Task) -> int:
        """The patient whom a task is about, directly or by an appointment in memory; 0: none, or unknown."""
        if task.ObjectType is TaskObjectType.PATIENT:
            return task.KeyNum
        if task.ObjectType is TaskObjectType.APPOINTMENT:
            visit = self._desk.parts.office.visit_row(task.KeyNum)
            return visit.PatNum if visit is not None else 0
        return 0

    def row(self, task: Task) -> TaskRow:
        """What the list shows of it."""
        now = self._desk.now()
        done = task.TaskStatus is TaskStatusEnum.DONE
        priority = self.priorities.get(task.PriorityDefNum)
        person = self.person(task)
        about = (
            person.display if person is not None else "",
            self.list_name(task),
            typed(self.users.name(task.UserNum)),
        )
        return TaskRow(
            task.TaskNum,
            title_of(task),
            short_age(task.DateTimeFinished if done else entered_at(task), now),
            unread=self.mine.is_unread(task),
            done=done,
            priority=priority.name if priority is not None else "",
            tone=TONES[priority.grade] if priority is not None else "",
            overdue=_overdue_words(self._overdue_since(task), now),
            about=tuple(filter(None, about)),
        )

    def list_name(self, task: Task) -> str:
        """The list that a task is in."""
        home = self.tree.home(task.TaskListNum)
        return tr(LOST_WORDS) if home == LOST else self.tree.name(home)

    def _overdue_since(self, task: Task) -> datetime | None:
        if not self.mine.is_overdue(task, self._desk.now()):
            return None
        own = self.mine.reminder(task.TaskNum)
        return due_at(task, Reminder(own) if own is not None else None)

    def _is_of_patient(self, task: Task) -> bool:
        current = self._desk.patient.current
        return current is not None and self.pat_num(task) == current.pat_num


def title_of(task: Task) -> str:
    """The short text, or the first line of the text."""
    lines = (task.DescriptOverride.strip() or task.Descript.strip()).splitlines()
    return lines[0].strip() if lines else tr("(no text)")


def _overdue_words(since: datetime | None, now: datetime) -> str:
    if since is None:
        return ""
    if since.date() == now.date():
        return tr("Overdue since {time}", time=At(since))
    return tr("Overdue since {date}", date=At(since, Shape.MONTH_DAY))
