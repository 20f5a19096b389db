"""A button that runs a command."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QToolButton

from app.viewmodels.command import AsyncCommand
from app.viewmodels.translation import typed
from app.viewmodels.verdict import Verdict
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_tip

SET_MARK = "\u2713"
"""Shown before the text of an active state, so that color is not its only sign."""


def command_button(command: AsyncCommand, theme: Theme, *, text: bool) -> QToolButton:
    """A button that runs a command, shows its shortcut on hover, and is disabled with the reason.

    A command whose result already holds is shown as set, not merely disabled.
    """
    button = CommandButton(command, with_text=text)
    spec = command.spec
    if text:
        button.setText(typed(spec.word or spec.title))
    elif spec.icon:
        button.setIcon(theme.icon(Icon[spec.icon]))
    button.follow()
    return button


class CommandButton(QToolButton):
    """While it has the focus it stays enabled, and tells why it can't run when it is pressed.

    Qt would pass the focus of a disabled button on to the next one, where a second Enter does something else.
    """

    def __init__(self, command: AsyncCommand, *, with_text: bool) -> None:
        super().__init__()
        self._command = command
        self._with_text = with_text
        self.setAccessibleName(typed(command.spec.title))
        self.clicked.connect(lambda: command.run())
        command.changed.connect(self.follow)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Now it may be disabled."""
        super().focusOutEvent(event)
        self.follow()

    def follow(self) -> None:
        """Show whether the command can run."""
        spec, verdict = self._command.spec, show_verdict(self, self._command)
        before = self.property("set")
        if self._with_text and before is not verdict.done:
            self.setProperty("set", verdict.done)
            words = typed(spec.word or spec.title)
            self.setText(f"{SET_MARK} {words}" if verdict.done else words)
            if before is not None:  # a stylesheet reads properties when it is first shown, and here
                self.style().unpolish(self)
                self.style().polish(self)


def show_verdict(button: QAbstractButton, command: AsyncCommand) -> Verdict:
    """Enable a button while its command can run or it has the focus; hovering tells the key, or why it can't run.

    Call it again when the command has changed and when the button has lost the focus.
    """
    spec, verdict = command.spec, command.verdict
    button.setEnabled(verdict.ok or button.hasFocus())
    title, reason = typed(spec.title), typed(verdict.reason)
    key = f"  ({spec.shortcut})" if spec.shortcut else ""
    button.setToolTip(plain_tip(f"{title}{key}" if verdict.ok else f"{title}: {reason}"))
    return verdict
