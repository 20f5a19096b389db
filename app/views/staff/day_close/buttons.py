"""The main button of a page."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton

from app.viewmodels.command import AsyncCommand
from app.viewmodels.translation import typed
from app.views.staff.frame.command_button import show_verdict


class PrimaryButton(QPushButton):
    """The one button of a page that runs a command; while it can't, hovering tells why.

    Like a CommandButton it stays enabled while it has the focus: a second Enter presses nothing else.
    """

    def __init__(self, command: AsyncCommand) -> None:
        super().__init__(typed(command.spec.word or command.spec.title))
        self._command = command
        self.setProperty("kind", "primary")
        self.clicked.connect(lambda: command.run())
        command.changed.connect(self._follow)
        self._follow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Now it may be disabled."""
        super().focusOutEvent(event)
        self._follow()

    def _follow(self) -> None:
        show_verdict(self, self._command)
