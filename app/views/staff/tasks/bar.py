"""The tasks' part of the bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.viewmodels.command import AsyncCommand
from app.viewmodels.translation import typed
from app.views.staff.frame.command_button import command_button
from app.views.staff.frame.screen_view import ScreenBar
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme


class TasksBar(ScreenBar):
    """A button for a new task."""

    def __init__(self, new_task: AsyncCommand, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new_task = command_button(new_task, theme, text=False)
        self.new_task.setText(typed(new_task.spec.title))
        self.new_task.setIcon(theme.icon(Icon.ADD))
        self.new_task.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.new_task.setProperty("kind", "action")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.new_task)
        row.addStretch(1)
