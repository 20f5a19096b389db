"""The way into the panel for a new task. Nothing of the panel is imported before it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.core.later import load_name
from app.core.text import msg
from app.viewmodels.command import CommandSpec
from app.viewmodels.verdict import Verdict

if TYPE_CHECKING:  # the desk has the panel, and passes itself to it
    from app.journal.entries import Entry
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.tasks.about import TaskAbout

MAY_ADD = "app.viewmodels.staff.tasks.new.author:may_add"
SELECTED = "app.viewmodels.staff.tasks.about:TaskAbout"
MODEL = "app.viewmodels.staff.tasks.new.form:NewTaskViewModel"
VIEW = "app.views.staff.tasks.new.panel:NewTaskPanel"
KIND = "task"  # words: a kind of write
"""The journal's name of the write, without importing it."""
NEW_TASK = CommandSpec(
    "tasks.new",
    msg("New task"),
    "Ctrl+Shift+N",
    "Patient",
    "NEW_TASK",
    word=msg("Task"),
    synonyms=msg("to do reminder add create todo follow up", "search words"),
    group=1,
)


class LateNewTask(QObject):
    """Opens the panel: `opened` is emitted when it is to be shown, with its `model` and `view` loaded."""

    opened = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self.model: Any = None
        """The panel's viewmodel, once it has been opened."""
        self.view: Callable[..., Any] | None = None
        """The factory of its widget."""
        self.shown_list: Callable[[], int] = lambda: 0
        """The TaskListNum that the user is looking at; 0: none. Set by the tasks' screen."""
        self.command = desk.command(NEW_TASK, self._new, self.verdict)
        desk.outcomes.changers[KIND] = self._change
        self._unwatch = desk.parts.staff.watch(self.command.refresh)

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return self.model is not None and self.model.state.is_open

    def verdict(self) -> Verdict:
        """Whether a task can be written now, and if not, why."""
        found: Verdict = load_name(MAY_ADD)(self._desk)
        return found

    def begin(self, about: TaskAbout) -> None:
        """Begin a task, or go on with the one that was begun there. Says why, if nobody can write one now."""
        if not self.verdict().ok:
            self.command.run()  # it can't: that reports the reason
            return
        self._start(lambda form: form.begin(about))

    def close(self) -> None:
        """The desk was closed."""
        self._unwatch()
        if self.model is not None:
            self.model.close()

    def _change(self, entry: Entry) -> None:
        """Go on with a refused one."""
        self._start(lambda form: form.change(entry))

    async def _new(self) -> None:
        about = load_name(SELECTED)(self._desk.chosen.person(), list_num=self.shown_list())
        await self._open(lambda form: form.begin(about))

    def _start(self, do: Callable[[Any], None]) -> None:
        self._desk.parts.scope.start(self._open(do), "new task")

    async def _open(self, do: Callable[[Any], None]) -> None:
        model, self.view = await self._desk.parts.load(MODEL, VIEW)
        if self.model is None:
            self.model = model(self._desk)
        do(self.model)
        self.opened.emit()
