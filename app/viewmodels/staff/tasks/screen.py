"""The tasks: the tree of views and lists, the list of tasks, and which one is open."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.domain.tasks.order import TaskSort
from app.store.tasks.changes import Standing
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.screens import ScreenModel, ScreenStatus
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.staff.tasks import commands
from app.viewmodels.staff.tasks.choices import TaskChoices
from app.viewmodels.staff.tasks.empty import Empty, Way, why_empty
from app.viewmodels.staff.tasks.facts import TaskFacts
from app.viewmodels.staff.tasks.following import FollowedLists
from app.viewmodels.staff.tasks.older import OlderDone
from app.viewmodels.staff.tasks.open.model import OpenTaskViewModel
from app.viewmodels.staff.tasks.opened import OpenedTask
from app.viewmodels.staff.tasks.scopes import Only, Scope, View
from app.viewmodels.staff.tasks.shown import ShownTasks
from app.viewmodels.staff.tasks.upkeep import TaskUpkeep
from app.viewmodels.translation import tr


class TasksScreenViewModel(ScreenModel):
    """`changed` follows everything but the open task. `asked` is emitted with the id of what only the view can do."""

    changed = Signal()
    opened_changed = Signal()
    asked = Signal(str)

    def __init__(self, desk: DeskViewModel, _early: None) -> None:
        super().__init__(desk)
        self.desk = desk
        self.facts = TaskFacts(desk)
        self.board = self.facts.board
        self.choices = TaskChoices(self.facts.mine.notebook)
        self.tasks = ShownTasks(self.facts, self)
        self._opened = OpenedTask(self.facts, self.tasks, self)
        self._opened.changed.connect(self.opened_changed)
        self.upkeep = TaskUpkeep(desk, self.facts, self.tasks, self._opened, self)
        self.following = FollowedLists(self.facts, self)
        self.older = OlderDone(desk, self.tasks, self)
        self.tree = self.upkeep.tree
        self.open_task = OpenTaskViewModel(desk)
        self.opened_changed.connect(lambda: self.open_task.open(self.opened))
        self._opened.is_entering = lambda: self.open_task.is_entering
        self._opened.moved_on.connect(self.open_task.actions.pause)
        self.own_commands = [
            desk.command(commands.SEARCH, self._go_to_search),
            desk.command(commands.FOLLOW, self._choose_lists),
            *self.open_task.actions.commands,
        ]
        for signal in (self.tasks.changed, self.following.changed, self.upkeep.changed):
            signal.connect(self.changed)
        self.upkeep.changed.connect(self.status_changed)
        self.upkeep.changed.connect(self.older.changed)
        self.upkeep.switched.connect(self._restore)
        desk.tasks.adding.shown_list = lambda: self.tasks.list_num if desk.screens.shown is self else 0
        self.upkeep.switched.connect(self.following.start_over)
        self.tree.layoutChanged.connect(self.following.grow)
        self._restore()

    @property
    def opened(self) -> int:
        """The TaskNum of the open task; 0: none."""
        return self._opened.task_num

    @property
    def status(self) -> ScreenStatus:
        """The age of the tasks, and that they are being read."""
        coming = tr("tasks") if self.board.standing is Standing.READING else ""
        return ScreenStatus(self.board.age, coming, refused=self.board.standing is Standing.REFUSED)

    @property
    def empty(self) -> Empty | None:
        """What is shown in place of the list; None: there are tasks to show."""
        return None if self.tasks.model.rowCount() else why_empty(self.tasks, self.facts)

    def enter(self) -> None:
        """Read what has not been read."""
        self.upkeep.enter()

    def leave(self) -> None:
        """Another screen is shown; the board is kept up to date all the same."""
        self.upkeep.leave()

    def refresh(self) -> None:
        """Read the tasks again."""
        self.upkeep.read(again=True)
        self.open_task.refresh()

    def close(self) -> None:
        """Stop following the tasks."""
        self.upkeep.close()
        self.open_task.close()

    # --- what the user does --------------------------------------------------------------------------------

    def choose(self, scope: Scope) -> None:
        """Show a view or a list."""
        self._show(scope, self.tasks.only)

    def arrange(self, *, only: Only | None = None, sort: TaskSort | None = None) -> None:
        """Use another filter, or another order."""
        self.tasks.sort_by(sort or self.tasks.sort)
        self._show(self.tasks.scope, only or self.tasks.only)

    def open(self, task_num: int) -> None:
        """Open a task beside the list; 0: none."""
        self._opened.open(task_num)

    def show(self, task_num: int) -> None:
        """Open a task, in its list if what is shown doesn't have it."""
        task = self.board.task(task_num)
        if task is None:
            return
        if task_num not in self.tasks.model:
            self.tasks.search("")
            self._show(self.facts.tree.home(task.TaskListNum), Only.ALL)
        self.open(task_num)

    def show_patient(self, pat_num: int) -> None:
        """List the tasks of a patient, who is selected."""
        if self.facts.pat_num != pat_num:
            self.desk.patient.select(pat_num, Origin.TASKS)
        self.tasks.search("")
        self._show(View.PATIENT, Only.ALL)

    def show_appointment(self, apt_num: int) -> None:
        """List the tasks of an appointment."""
        self.desk.tasks.apt_num = apt_num
        self.tasks.search("")
        self._show(View.APPOINTMENT, Only.ALL)
        self.tasks.fill()
        self.tree.refresh()

    def help_empty(self, way: Way) -> None:
        """The button in place of the list."""
        match way:
            case Way.RETRY:
                self.refresh()
            case Way.EVERYWHERE:
                self.tasks.search(self.tasks.text, everywhere=True)
            case Way.ALL:
                self.arrange(only=Only.ALL)
            case Way.FOLLOW:
                self.following.ask()

    def _show(self, scope: Scope, only: Only) -> None:
        self.tasks.show(scope, only)
        self.choices.keep(self.tasks.scope, self.tasks.only, self.tasks.sort)

    def _restore(self) -> None:
        """What this person had chosen last. A list that is gone is not shown again."""
        scope, choices = self.choices.scope, self.choices
        known = isinstance(scope, View) or scope in self.facts.tree
        self.tasks.begin(scope if known else View.INBOX, choices.only, choices.sort)

    async def _go_to_search(self) -> None:
        self.asked.emit(commands.SEARCH.id)

    async def _choose_lists(self) -> None:
        self.choose(View.INBOX)
        self.following.ask()
