"""The buttons of a toast."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.viewmodels.activity import Notice
from app.viewmodels.translation import tr


def undo_tip(notice: Notice) -> str:
    """What an undo leaves as it is; empty: nothing."""
    return tr("Undo leaves: {what}", what=notice.undo_leaves) if notice.undo_leaves else ""


def link_button(title: str, action: Callable[[], None]) -> QToolButton:
    """A button that looks like a link, and takes no focus from what is being typed."""
    button = QToolButton()
    button.setText(title)
    button.setProperty("kind", "link")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(lambda: action())
    return button
