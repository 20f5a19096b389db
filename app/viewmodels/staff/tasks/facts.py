"""What the screen knows of tasks: which views they belong to, their order, and their rows."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from app.core.text import At, Shape
from app.domain.tasks.attached import title_of
from app.domain.tasks.order import SortKey, TaskSort, entered_at, sorter
from app.domain.tasks.reminders import Reminder, due_at
from app.domain.tasks.tree import LOST, TaskTree
from app.services.tasks.priorities import Grade
from app.services.tasks.subjects import TaskSubjects
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.ages import short_age
from app.viewmodels.staff.tasks.scopes import LOST_WORDS, UNREADABLE_WORDS, Only, Scope, View
from app.viewmodels.staff.tasks.task_list import TaskRow
from app.viewmodels.translation import tr, typed
from app.wire.resources.tasks import Task, TaskObjectType, TaskStatusEnum

TONES = {Grade.URGENT: "alert", Grade.HIGH: "money", Grade.NORMAL: "line", Grade.LOW: "hairline"}
"""The color of a priority's bar."""
NEW, DONE = TaskStatusEnum.NEW, TaskStatusEnum.DONE
Belongs = Callable[[Task], bool]


class TaskFacts:
    """Of the office that a desk is open on."""

    def __init__(self, desk: DeskViewModel) -> None:
        parts = desk.parts
        self._desk = desk
        self.board = parts.tasks()
        self.mine = parts.my_tasks()
        self.priorities = parts.task_priorities()
        self.users = parts.user_names()
        self.subjects = TaskSubjects(parts.client, parts.office, self.board.people)
        self.tree = TaskTree(self.board.lists)

    def grow_tree(self) -> None:
        """The office's lists are others now."""
        self.tree = TaskTree(self.board.lists)

    @property
    def apt_num(self) -> int:
        """The appointment of "This appointment"; 0: none."""
        return self._desk.tasks.apt_num

    @property
    def pat_num(self) -> int:
        """The patient of "This patient"; 0: none."""
        current = self._desk.patient.current
        return current.pat_num if current is not None else 0

    @property
    def user_name(self) -> str:
        """The person at the desk."""
        return self._desk.user.name

    def of_patient(self) -> Collection[Task]:
        """The open tasks of the selected patient."""
        return self.board.of_patient(self.pat_num) if self.pat_num else ()

    def of_appointment(self) -> Collection[Task]:
        """The open tasks of the appointment that was asked for."""
        return self.board.of_appointment(self.apt_num) if self.apt_num else ()

    # --- which tasks ---------------------------------------------------------------------------------------

    def candidates(self, scope: Scope) -> Collection[Task]:
        """All tasks that may belong to a view or list."""
        if scope is View.DONE:
            return self.board.done_tasks
        return self.board.tasks if scope in (View.PATIENT, View.APPOINTMENT) else self.board.open_tasks

    def belongs_to(self, scope: Scope) -> Belongs:
        """Tells whether a task belongs to a view or list, as long as tree, patient and followed lists stay."""
        if not isinstance(scope, View):
            below, home = frozenset(self.tree.with_below(scope)), self.tree.home
            return lambda task: task.TaskStatus is not DONE and home(task.TaskListNum) in below
        follows, due_today, about = self.mine.follows, self.mine.due_today, self.subjects.pat_num
        pat_num, appointment = self.pat_num, (TaskObjectType.APPOINTMENT, self.apt_num)
        rules: dict[View, Belongs] = {
            View.INBOX: lambda task: task.TaskStatus is not DONE and follows(task.TaskListNum),
            View.NEW: lambda task: task.TaskStatus is NEW,
            View.OPEN: lambda task: task.TaskStatus is not DONE,
            View.PATIENT: lambda task: bool(pat_num) and about(task) == pat_num,
            View.APPOINTMENT: lambda task: (
                bool(self.apt_num) and (task.ObjectType, task.KeyNum) == appointment
            ),
            View.REMINDERS: due_today,
            View.DONE: lambda task: task.TaskStatus is DONE,
        }
        return rules[scope]

    def allowed_by(self, only: Only) -> Belongs | None:
        """Tells whether a filter leaves a task; None: it leaves all."""
        mine, priorities = self.mine, self.priorities
        user_num = self._desk.user.user_num
        rules: dict[Only, Belongs] = {
            Only.UNREAD: mine.is_unread,
            Only.OVERDUE: lambda task: self.overdue_since(task) is not None,
            Only.URGENT: lambda task: priorities.grade(task.PriorityDefNum) < Grade.NORMAL,
            Only.OWN: lambda task: bool(user_num) and task.UserNum == user_num,
        }
        return rules.get(only)

    # --- their order ---------------------------------------------------------------------------------------

    def keys(self, sort: TaskSort) -> Callable[[Task], SortKey]:
        """Gives each task its place, as it is now."""
        return sorter(sort, self.priorities.rank, self.overdue_since)

    def keys_at_once(self, sort: TaskSort) -> Callable[[Task], SortKey]:
        """The same for very many: only those that have a date at all are looked at."""
        due = {
            task_num: self.overdue_since(task)
            for task_num in self.mine.due()
            if (task := self.board.task(task_num))
        }
        return sorter(sort, self.priorities.rank, lambda task: due.get(task.TaskNum))

    def overdue_since(self, task: Task) -> datetime | None:
        """Since when a task is overdue; None: it isn't."""
        if not self.mine.is_overdue(task, self._desk.now()):
            return None
        own = self.mine.reminder(task.TaskNum)
        return due_at(task, Reminder(own) if own is not None else None)

    # --- their rows ----------------------------------------------------------------------------------------

    def row(self, task: Task, held: str = "") -> TaskRow:
        """What the list shows of a task."""
        now = self._desk.now()
        done = task.TaskStatus is DONE
        priority = self.priorities.get(task.PriorityDefNum)
        return TaskRow(
            task.TaskNum,
            title_of(task) or tr("(no text)"),
            short_age(task.DateTimeFinished if done else entered_at(task), now),
            unread=self.mine.is_unread(task),
            done=done,
            priority=priority.name if priority is not None else "",
            tone=TONES[priority.grade] if priority is not None else "",
            overdue=_overdue_words(self.overdue_since(task), now),
            about=tuple(
                filter(None, (self._name(task), self.list_name(task), typed(self.users.name(task.UserNum))))
            ),
            held=held,
            text="\n".join(filter(None, (task.DescriptOverride.strip(), task.Descript.strip()))),
        )

    def text(self, task_num: int) -> str:
        """All that is searched of a task."""
        task = self.board.task(task_num)
        if task is None:
            return ""
        parts = (
            task.DescriptOverride,
            task.Descript,
            self._name(task),
            typed(self.users.name(task.UserNum)),
            *self.tree.path(task.TaskListNum),
            *(note.Note for note in self.board.notes(task_num) or ()),
        )
        return "\n".join(filter(None, parts))

    def list_name(self, task: Task) -> str:
        """The list that a task is in."""
        home = self.tree.home(task.TaskListNum)
        return self.lost_words if home == LOST else self.tree.name(home)

    @property
    def lost_words(self) -> str:
        """What the lists are called that are not in the tree."""
        return tr(LOST_WORDS if self.board.reading.lists_why is None else UNREADABLE_WORDS)

    def _name(self, task: Task) -> str:
        person = self.subjects.person(task)
        return person.display if person is not None else ""


def _overdue_words(since: datetime | None, now: datetime) -> str:
    """A date of the office is over at the end of its day; a reminder has a time."""
    if since is None:
        return ""
    if since.date() == now.date():
        return tr("Overdue since {time}", time=At(since))
    if (now.date() - since.date()).days == 1:
        return tr("Overdue since yesterday")
    return tr("Overdue since {date}", date=At(since, Shape.MONTH_DAY))
