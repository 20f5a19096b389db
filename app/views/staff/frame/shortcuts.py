"""Every shortcut of the window. They belong to the frame, so they work whatever screen it shows."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import typed


def add_shortcuts(frame: QWidget, desk: DeskViewModel) -> None:
    """Let every command's key work while the frame is seen and its window is active.

    What a key does depends on the shown screen. A command that cannot run says why. Single printable keys are left
    to TypedKeys, which tells them from the beginning of a name.
    """
    added: set[str] = set()
    for command in desk.commands:
        shortcut = command.spec.shortcut
        if shortcut and shortcut not in added and not command.spec.letter:
            added.add(shortcut)
            action = QAction(typed(command.spec.title), frame)
            action.setShortcut(QKeySequence(shortcut))
            action.setAutoRepeat(command.spec.repeats)
            action.triggered.connect(lambda _=False, shortcut=shortcut: desk.screens.key(shortcut))
            frame.addAction(action)
