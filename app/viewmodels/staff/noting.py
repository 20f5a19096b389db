"""Adding to a visit's note: always behind what stands there, never over it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.tasks import TaskScope
from app.domain.visit import Visit
from app.services.visits import VisitWrites
from app.viewmodels.staff.visit_actions import VisitActions


class NoteViewModel(QObject):
    """One visit's note. `finished` comes when the popover can close."""

    finished = Signal()

    def __init__(
        self,
        visit: Visit,
        writes: VisitWrites,
        actions: VisitActions,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.visit = visit
        self._writes = writes
        self._actions = actions
        self._scope = scope

    def add(self, text: str) -> None:
        """Append the text; blank text adds nothing."""
        if text.strip():
            write = self._writes.append_note(self.visit, text.strip())
            self._scope.start(self._actions.tell(write), "note")
        self.finished.emit()
