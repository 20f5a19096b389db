"""The tasks: the tree of views and lists, the list of tasks, and which one is open."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.domain.tasks.tree import LOST
from app.services.tasks.mine import MyChange
from app.store.tasks.changes import Standing, TaskChange
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.screens import ScreenModel
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.staff.tasks.facts import TaskFacts
from app.viewmodels.staff.tasks.open.model import OpenTaskViewModel
from app.viewmodels.staff.tasks.scopes import Scope, View
from app.viewmodels.staff.tasks.shown import ShownTasks
from app.viewmodels.staff.tasks.tree import TaskTreeModel
from app.viewmodels.translation import tr


class TasksScreenViewModel(ScreenModel):
    """`opened_changed` follows `opened`, `changed` everything else."""

    opened_changed = Signal()
    changed = Signal()

    def __init__(self, desk: DeskViewModel, _early: None) -> None:
        super().__init__(desk)
        self.desk = desk
        self.facts = TaskFacts(desk)
        self.board = self.facts.board
        self.tasks = ShownTasks(self.facts, self)
        self.tree = TaskTreeModel(self.tasks.counts, self)
        self.opened = 0
        """The TaskNum of the open task; 0: none."""
        self.open_task = OpenTaskViewModel(desk)
        self.own_commands = [*self.open_task.actions.commands]
        self._reading = LatestTask(desk.parts.scope)
        self.tasks.changed.connect(self.changed)
        self.opened_changed.connect(lambda: self.open_task.open(self.opened))
        desk.patient.changed.connect(self._follow_patient)
        self._unwatch = [
            self.board.watch(self._follow),
            self.facts.mine.watch(self._follow_mine),
            self.facts.priorities.watch(lambda _: self._count()),
            self.facts.users.watch(self.tasks.model.refresh),
        ]
        self._follow(TaskChange(lists=True))

    @property
    def words(self) -> str:
        """What is shown in place of the list; empty: there are tasks to show."""
        if self.tasks.model.rowCount():
            return ""
        if self.board.standing is Standing.REFUSED and self.board.why is not None:
            return explain(self.board.why).sentence
        if self.board.standing is not Standing.READY:
            return tr("Loading…")
        return tr("No tasks here.")

    def enter(self) -> None:
        """Read what has not been read."""
        self._reading.start(self._read(), "read tasks")

    def leave(self) -> None:
        """Another screen is shown: the board goes on."""

    def refresh(self) -> None:
        """Read the tasks again."""
        self.open_task.refresh()
        self._reading.start(self._read(again=True), "read tasks")

    def close(self) -> None:
        """Stop following the tasks."""
        self.open_task.close()
        for unwatch in self._unwatch:
            unwatch()

    def choose(self, scope: Scope) -> None:
        """Show a view or a list."""
        self.tasks.choose(scope)

    def open(self, task_num: int) -> None:
        """Open a task beside the list; 0: none."""
        if task_num != self.opened:
            self.opened = task_num
            if task_num:
                self.facts.mine.see(task_num)
            self.opened_changed.emit()

    def show(self, task_num: int) -> None:
        """Open a task, in its list if the current view doesn't have it."""
        task = self.board.task(task_num)
        if task is not None and task_num not in self.tasks.model:
            self.choose(self.facts.tree.home(task.TaskListNum))
        self.open(task_num)

    def show_patient(self, pat_num: int) -> None:
        """List the tasks of a patient, who is selected."""
        if self.desk.patient.current is None or self.desk.patient.current.pat_num != pat_num:
            self.desk.patient.select(pat_num, Origin.TASKS)
        self.choose(View.PATIENT)

    def show_appointment(self, apt_num: int) -> None:
        """List the tasks of an appointment."""
        self.facts.apt_num = apt_num
        self._count()
        self.choose(View.APPOINTMENT)

    async def _read(self, *, again: bool = False) -> None:
        board = self.board
        try:
            if again or board.standing in (Standing.UNREAD, Standing.REFUSED):
                await board.read(Need.SCREEN)
            await self.facts.priorities.read(Need.SCREEN)
        except ApiError as error:
            if self.tasks.model.rowCount():
                self.desk.fail(error)
        await self.facts.users.load(Need.SCREEN)

    def _follow(self, change: TaskChange) -> None:
        if change.lists:
            self.facts.grow_tree()
            self._count()
        elif change.tasks:
            self.tree.refresh(self.tasks.follow(change.tasks))
            if self._has_lost is not self.tree.shows_lost:
                self._grow()
        else:
            self.changed.emit()

    def _follow_mine(self, change: MyChange) -> None:
        if change.everything:
            self._count()
        else:
            self.tree.refresh(self.tasks.follow(change.tasks))

    def _follow_patient(self) -> None:
        self._count()

    def _count(self) -> None:
        self.tasks.count_all()
        self._grow()

    @property
    def _has_lost(self) -> bool:
        return self.tasks.counts[LOST] > 0

    def _grow(self) -> None:
        self.tree.show(self.facts.tree, lost=self._has_lost)
