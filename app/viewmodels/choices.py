"""Choices that this PC remembers, such as the system of tooth numbers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.text import msg

SET_BY_OFFICE = msg("Set by your office's administrator.")
"""Of a setting that the user can't change (`app.core.policy`)."""


class RememberedChoice(QObject):
    """One value by its name in the settings file. `changed` is emitted with the new one."""

    changed = Signal(str)

    def __init__(self, value: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.fixed = False
        """The office's administrator has set it: nobody chooses another one."""

    def choose(self, value: str) -> None:
        """Choose another value."""
        if value != self.value and not self.fixed:
            self.value = value
            self.changed.emit(value)
