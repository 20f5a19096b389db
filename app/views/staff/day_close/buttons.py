"""The main button of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from app.viewmodels.command import AsyncCommand
from app.viewmodels.translation import typed
from app.views.widgets.labels import plain_tip


def primary_button(command: AsyncCommand) -> QPushButton:
    """The one button of a page that runs a command; while it can't, hovering tells why."""
    button = QPushButton(typed(command.spec.word or command.spec.title))
    button.setProperty("kind", "primary")
    button.clicked.connect(lambda: command.run())

    def follow() -> None:
        verdict = command.verdict
        button.setEnabled(verdict.ok)
        title, reason = typed(command.spec.title), typed(verdict.reason)
        button.setToolTip(
            plain_tip(f"{title}  ({command.spec.shortcut})" if verdict.ok else f"{title}: {reason}")
        )

    command.changed.connect(follow)
    follow()
    return button
