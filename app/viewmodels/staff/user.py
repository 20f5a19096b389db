"""The name under which this PC's changes are recorded."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.journal.outbox import Outbox


class UserViewModel(QObject):
    """`changed` is emitted with the new name."""

    changed = Signal(str)

    def __init__(self, outbox: Outbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outbox = outbox

    @property
    def name(self) -> str:
        """The current name."""
        return self._outbox.who

    def rename(self, name: str) -> None:
        """Record the following changes under another name. A blank one changes nothing."""
        name = " ".join(name.split())
        if name and name != self.name:
            self._outbox.who = name
            self.changed.emit(name)
