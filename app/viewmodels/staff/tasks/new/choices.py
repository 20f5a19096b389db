"""What can be chosen for a new task: the office's priorities, its Quick Paste notes, and the lists used before."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.services.patients.ready_notes import FOR_TASKS, ReadyNote, read_ready_notes
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.facts import TONES
from app.viewmodels.staff.tasks.new.state import PriorityChoice
from app.viewmodels.staff.tasks.new.used_lists import UsedLists
from app.viewmodels.translation import tr


class TaskChoices(QObject):
    """Read when the panel is first opened. `changed` once something is there; a list that can't be read is empty."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = LatestTask(desk.parts.scope)
        self._read = False
        self.notes: tuple[ReadyNote, ...] = ()
        self.priorities: tuple[PriorityChoice, ...] = ()
        """The most urgent one first."""
        self.usual = 0
        """The DefNum of the one that a task has if none is chosen; 0: only the office knows."""
        self._known = desk.parts.task_priorities()
        self.close = self._known.watch(lambda _: self._take())
        """Stops following them."""
        notebook = desk.parts.my_tasks().notebook
        self.used = UsedLists(lambda: notebook.kept.choices, notebook.changed)

    def read(self) -> None:
        """Read them, once."""
        if self._known.choices and not self.priorities:
            self._take()
        if not self._read:
            self._read = True
            self._reading.start(self._read_all(), "task choices")

    async def _read_all(self) -> None:
        with suppress(ApiError):
            await self._known.read(Need.CLICK)
        self.notes = await read_ready_notes(self._desk.parts.client, Need.CLICK, FOR_TASKS)
        self.changed.emit()

    def _take(self) -> None:
        """Without the office's default the first one says that there is one."""
        found = [PriorityChoice(each.def_num, each.name, TONES[each.grade]) for each in self._known.choices]
        default = self._known.default
        if found and default is None:
            found.insert(0, PriorityChoice(0, tr("Office default")))
        self.priorities, self.usual = tuple(found), default.def_num if default is not None else 0
        self.changed.emit()
