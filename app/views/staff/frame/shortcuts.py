"""All shortcuts of the window. They belong to the frame, so they work on every screen."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import typed


def add_shortcuts(frame: QWidget, desk: DeskViewModel) -> None:
    """Enable all commands' shortcuts while the frame is visible and its window is active.

    The command of a key depends on the current screen. A command that can't run shows the reason. Single
    printable keys are handled by TypedKeys, which distinguishes them from the beginning of a name.
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
