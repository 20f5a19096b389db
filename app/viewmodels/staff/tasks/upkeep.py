"""Keeps tree and list up to date: with the board, what the person has seen, the selected patient, and the time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.services.tasks.mine import MyChange
from app.store.tasks.changes import TaskChange
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.counts import TreeCounts
from app.viewmodels.staff.tasks.facts import TaskFacts
from app.viewmodels.staff.tasks.opened import OpenedTask
from app.viewmodels.staff.tasks.scopes import View
from app.viewmodels.staff.tasks.shown import ShownTasks
from app.viewmodels.staff.tasks.tree import TaskTreeModel
from app.wire.resources.tasks import Task

MINUTE = 60.0


class TaskUpkeep(QObject):
    """`changed`: anything but rows may be another. `switched`: another person is here, with her own choices."""

    changed = Signal()
    switched = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        facts: TaskFacts,
        shown: ShownTasks,
        opened: OpenedTask,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._facts, self._shown, self._opened = desk, facts, shown, opened
        self._counts = TreeCounts(facts)
        self._user_num = facts.mine.notebook.user_num
        self.tree = TaskTreeModel(self._counts.row, self)
        scope = desk.parts.scope
        self._reading, self._ticking, self._naming = LatestTask(scope), LatestTask(scope), LatestTask(scope)
        desk.patient.changed.connect(self._follow_patient)
        self._unwatch: Sequence[Callable[[], None]] = (
            facts.board.watch(self._follow),
            facts.mine.watch(self._follow_mine),
            facts.priorities.watch(lambda _: self._sort_anew()),
            facts.users.watch(self._follow_names),
        )
        self._grow()

    def enter(self) -> None:
        """The screen is shown: read what has not been read."""
        self.read()
        if self._shown.scope is View.APPOINTMENT:  # another one may have been selected on the schedule
            self._shown.fill()
        self.tree.refresh()
        self._shown.read_again()
        self._shown.searching.prepare()
        self._ticking.start(self._tick(), "ages of tasks")

    def leave(self) -> None:
        """It isn't any more."""
        self._ticking.cancel()
        self._naming.cancel()

    def read(self, *, again: bool = False) -> None:
        """Read the tasks, at least where they have not been read."""
        self._reading.start(self._read(again=again), "read tasks")

    def close(self) -> None:
        """Stop following."""
        for unwatch in self._unwatch:
            unwatch()

    def name_patients(self, first: int, last: int) -> None:
        """Read whom the tasks in these rows of the list are about: they are in sight."""
        board, model = self._facts.board, self._shown.model
        numbers = (model.at(row) for row in range(first, last + 1))
        tasks = [task for each in numbers if (task := board.task(each)) is not None]
        if self._facts.subjects.lacks(tasks):
            self._naming.start(self._name(tasks), "patients of tasks")

    def _follow(self, change: TaskChange) -> None:
        if change.lists:
            self._facts.grow_tree()
            self._counts.begin()
            self._grow()
            self._shown.fill()
        if change.tasks or change.notes:
            self._take(change.tasks | change.notes)
        self.changed.emit()

    def _take(self, task_nums: frozenset[int]) -> None:
        had = self._counts.has_lost
        self._counts.follow(task_nums)
        self._shown.follow(task_nums)
        self._opened.follow(task_nums)
        if had is not self._counts.has_lost:
            self._grow()
        self.tree.refresh()

    def _follow_mine(self, change: MyChange) -> None:
        if change.everything:
            user_num = self._facts.mine.notebook.user_num
            if user_num != self._user_num:
                self._user_num = user_num
                self.switched.emit()
            self._shown.fill()
        elif change.tasks:
            self._shown.follow(change.tasks)
        self.tree.refresh()
        self.changed.emit()

    def _follow_patient(self) -> None:
        if self._shown.scope is View.PATIENT:
            self._shown.show_another()
        self.tree.refresh()

    def _sort_anew(self) -> None:
        """Their order is known now: a task that was opened by a click elsewhere may be far down."""
        self._shown.fill()
        self._shown.another_shown.emit()

    def _follow_names(self) -> None:
        self._shown.model.refresh()
        self._shown.searching.put_all()

    def _grow(self) -> None:
        self.tree.show(self._facts.tree, lost=self._counts.has_lost)

    async def _read(self, *, again: bool) -> None:
        board = self._facts.board
        await self._desk.tasks.begin()
        await self._read_priorities()  # first: once there are tasks, they don't change their places
        try:
            if again or not board.reading.is_complete:  # one that is under way is hurried
                await board.read(Need.SCREEN)
        except ApiError as error:
            if board.tasks:
                self._desk.fail(error)
        await self._facts.users.load(Need.SCREEN)

    async def _read_priorities(self) -> None:
        try:
            await self._facts.priorities.read(Need.SCREEN)
        except ApiError:
            return  # tasks are listed without them, and the next refresh tries again

    async def _name(self, tasks: Sequence[Task]) -> None:
        try:
            await self._facts.subjects.read(tasks, Need.REFRESH, lambda: self._shown.name_again(tasks))
        except ApiError:
            return  # the rows are there without names, and are tried again when they come into sight

    async def _tick(self) -> None:
        while True:
            await self._desk.parts.clock.sleep(MINUTE)
            self._shown.read_again()
            self.tree.refresh()
