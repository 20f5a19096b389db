"""Choices that this PC remembers, such as the system of tooth numbers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class RememberedChoice(QObject):
    """One value by its name in the settings file. `changed` is emitted with the new one."""

    changed = Signal(str)

    def __init__(self, value: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.value = value

    def choose(self, value: str) -> None:
        """Choose another value."""
        if value != self.value:
            self.value = value
            self.changed.emit(value)
