"""A button that runs a command."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from app.viewmodels.command import AsyncCommand
from app.viewmodels.translation import typed
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_tip

SET_MARK = "\u2713"
"""Shown before the text of an active state, so that color is not its only sign."""


def command_button(command: AsyncCommand, theme: Theme, *, text: bool) -> QToolButton:
    """A button that runs a command, shows its shortcut on hover, and is disabled with the reason.

    A command whose result already holds is shown as set, not merely disabled.
    """
    button = QToolButton()
    spec = command.spec
    if text:
        button.setText(typed(spec.word or spec.title))
    elif spec.icon:
        button.setIcon(theme.icon(Icon[spec.icon]))
    button.setAccessibleName(typed(spec.title))
    button.clicked.connect(lambda: command.run())

    def follow() -> None:
        verdict = command.verdict
        works_here = (
            command.running and button.hasFocus()
        )  # disabled, it would lose the focus it was pressed with
        button.setEnabled(verdict.ok or works_here)
        title, reason = typed(spec.title), typed(verdict.reason)
        key = f"  ({spec.shortcut})" if spec.shortcut else ""
        tip = f"{title}{key}" if verdict.ok else f"{title}: {reason}"
        button.setToolTip(plain_tip(tip))
        before = button.property("set")
        if text and before is not verdict.done:
            button.setProperty("set", verdict.done)
            words = typed(spec.word or spec.title)
            button.setText(f"{SET_MARK} {words}" if verdict.done else words)
            if before is not None:
                button.style().unpolish(button)
                button.style().polish(
                    button
                )  # a stylesheet reads properties when it is first shown, and here

    command.changed.connect(follow)
    follow()
    return button
