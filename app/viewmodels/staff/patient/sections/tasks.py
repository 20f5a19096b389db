"""The patient's open tasks, and those of the patient's appointments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import At, Shape, msg
from app.domain.tasks.attached import title_of
from app.domain.tasks.order import entered_at
from app.domain.tasks.tree import LOST, TaskTree
from app.store.patients.parts import PatientPart, Ready, Refused, Unread
from app.store.tasks.changes import Standing, TaskChange
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.people import person_of
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.staff.tasks.about import TaskAbout
from app.viewmodels.staff.tasks.ages import short_age
from app.viewmodels.staff.tasks.facts import TONES
from app.viewmodels.staff.tasks.new.author import may_add
from app.viewmodels.staff.tasks.new.late import NEW_TASK
from app.viewmodels.staff.tasks.scopes import LOST_WORDS
from app.viewmodels.translation import tr
from app.wire.resources.appointments import Appointment
from app.wire.resources.tasks import Task, TaskObjectType

ADD_TASK = replace(NEW_TASK, title=msg("Add task"), word="")


class PatientTaskRow(Struct, frozen=True):
    """One task, ready to be shown."""

    task_num: int
    title: str
    age: str
    priority: str
    """Its name; empty: none."""
    tone: str
    """The color of its priority, by name in the tokens; empty: none."""
    about: str
    """The appointment that it is attached to, and its list."""
    overdue: str
    """That it is overdue, in words; empty: it isn't."""

    @property
    def spoken(self) -> str:
        """All of it, for screen readers."""
        parts = (self.title, self.priority, self.overdue, self.about, self.age)
        return ", ".join(part for part in parts if part)


class BoardPart:
    """The office's tasks as a part of each patient's data: what a section uses of a `PatientPart`.

    They are read for all patients at once.
    """

    def __init__(self, desk: DeskViewModel) -> None:
        self._desk = desk
        self._board = desk.parts.tasks()
        self._needed: list[int] = []

    def state(self, pat_num: int) -> Unread | Ready[tuple[Task, ...]] | Refused:
        """What is known of a patient's open tasks."""
        board = self._board
        if board.standing is Standing.REFUSED and board.why is not None:
            return Refused(board.why)
        tasks = self._desk.tasks.marks.of_patient(pat_num)
        if board.standing is not Standing.READY and not tasks:
            return Unread(reading=board.standing is Standing.READING)
        return Ready(tasks, self._desk.parts.clock.monotonic(), board.why is not None, board.why)

    def watch(self, callback: Callable[[int], object]) -> Callable[[], None]:
        """Call back for each patient who is needed: any of the tasks may be theirs."""

        def follow(change: TaskChange) -> None:
            if change.tasks or not (change.notes or change.lists):
                for pat_num in self._needed:
                    callback(pat_num)

        return self._board.watch(follow)

    def need(self, pat_num: int, _need: Need) -> Callable[[], None]:
        """Tell of this patient from now on. The board is read without being asked."""
        self._needed.append(pat_num)
        return lambda: self._needed.remove(pat_num)

    def read_again(self, _pat_num: int) -> None:
        """Read the board again where that failed; else it is kept up to date."""
        if self._board.why is not None:
            self._desk.parts.scope.start(self._read(), "tasks")

    async def _read(self) -> None:
        try:
            await self._board.read(Need.CLICK)
        except ApiError:
            return  # the board keeps it, and tells


class TasksSection(Section[tuple[Task, ...]]):
    """Overdue ones first, then the most urgent ones, then the newest. A click opens one on the tasks' screen."""

    rows: tuple[PatientTaskRow, ...] = ()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk, part=cast("PatientPart[tuple[Task, ...]]", BoardPart(desk)))
        parts = desk.parts
        self._board, self._mine = parts.tasks(), parts.my_tasks()
        self._priorities = parts.task_priorities()
        self._tree = TaskTree(self._board.lists)
        self.action = desk.command(ADD_TASK, self._add, lambda: may_add(desk))
        self._learning = LatestTask(parts.scope)
        self._unwatch_others = (
            self._board.watch(self._follow_lists),
            self._priorities.watch(lambda _: self._update()),
            self._mine.watch(lambda _: self._update()),
        )

    def open(self, row: PatientTaskRow) -> None:
        """Open a task on its screen."""
        self.desk.tasks.show(row.task_num)

    def close(self) -> None:
        """Stop following the tasks."""
        super().close()
        for unwatch in self._unwatch_others:
            unwatch()

    async def _add(self) -> None:
        if self.pat_num is not None:
            self.desk.tasks.new(TaskAbout(person_of(self.desk, self.pat_num)))

    def _follow_lists(self, change: TaskChange) -> None:
        if change.lists:
            self._tree = TaskTree(self._board.lists)
            self._update()

    def _fill(self, value: tuple[Task, ...]) -> None:
        now, mine, priorities = self.desk.now(), self._mine, self._priorities
        late = {task.TaskNum for task in value if mine.is_overdue(task, now)}
        ordered = sorted(
            value,
            key=lambda task: (task.TaskNum not in late, priorities.rank(task.PriorityDefNum), -task.TaskNum),
        )
        self.rows = tuple(self._row(task, now, late=task.TaskNum in late) for task in ordered)
        if any(task.PriorityDefNum and priorities.get(task.PriorityDefNum) is None for task in value):
            self._learning.start(self._read_priorities(), "task priorities")

    def _row(self, task: Task, now: datetime, *, late: bool) -> PatientTaskRow:
        priority = self._priorities.get(task.PriorityDefNum)
        home = self._tree.home(task.TaskListNum)
        visit = self.desk.parts.office.visit_row(task.KeyNum)
        parts = (_appointment(task, visit), tr(LOST_WORDS) if home == LOST else self._tree.name(home))
        return PatientTaskRow(
            task.TaskNum,
            title_of(task) or tr("(no text)"),
            short_age(entered_at(task), now),
            priority.name if priority is not None else "",
            TONES[priority.grade] if priority is not None else "",
            " · ".join(part for part in parts if part),
            tr("Overdue") if late else "",
        )

    async def _read_priorities(self) -> None:
        try:
            await self._priorities.read(Need.PREFETCH)
        except ApiError:
            return  # a task is shown without its priority's name


def _appointment(task: Task, visit: Appointment | None) -> str:
    """When the appointment is that a task is attached to; empty: to none."""
    if task.ObjectType is not TaskObjectType.APPOINTMENT:
        return ""
    at = visit.AptDateTime if visit is not None else None
    return tr("Appointment {time}", time=At(at, Shape.BOTH)) if at is not None else tr("Appointment")
