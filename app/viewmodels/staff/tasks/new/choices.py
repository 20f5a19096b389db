"""What can be chosen for a new task: the office's priorities, its Quick Paste notes, and the lists used before."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.services.patients.ready_notes import FOR_TASKS, ReadyNote, read_ready_notes
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.new.state import PriorityChoice
from app.viewmodels.staff.tasks.new.used_lists import UsedLists
from app.viewmodels.translation import tr
from app.wire.resources.definitions import Definition, DefinitionCategory


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
        notebook = desk.parts.my_tasks().notebook
        self.used = UsedLists(lambda: notebook.kept.choices, notebook.changed)

    def read(self) -> None:
        """Read them, once."""
        if not self._read:
            self._read = True
            self._reading.start(self._read_all(), "task choices")

    async def _read_all(self) -> None:
        client = self._desk.parts.client
        with suppress(ApiError):
            at = client.at(Need.CLICK)
            rows = await at.definitions.list(Category=DefinitionCategory.TASK_PRIORITIES.number)
            self._take(rows)
        self.changed.emit()
        self.notes = await read_ready_notes(client, Need.CLICK, FOR_TASKS)
        self.changed.emit()

    def _take(self, rows: Iterable[Definition]) -> None:
        named = [PriorityChoice(row.DefNum, row.ItemName) for row in rows if not row.isHidden]
        if named:
            self.priorities = (PriorityChoice(0, tr("Office default")), *named)
