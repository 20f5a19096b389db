"""The rail at the left edge: where one is, and what belongs to the whole program."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.viewmodels.command import AsyncCommand, CommandSet
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.theme.tokens import ICON, RAIL_WIDTH

BUTTON_HEIGHT = 52
TOP = ("place.schedule",)
BOTTOM = ("view.notices", "app.theme", "app.office")


class Rail(QWidget):
    """An icon and one word each."""

    def __init__(self, commands: CommandSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._width = grown(RAIL_WIDTH, self.font())
        self.setFixedWidth(self._width)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 8, 2, 8)
        column.setSpacing(4)
        for command_id in TOP:
            button = self._button(commands[command_id], theme)
            button.setCheckable(True)
            button.setChecked(True)
            button.clicked.connect(lambda _, button=button: button.setChecked(True))
            column.addWidget(button)
        column.addStretch(1)
        for command_id in BOTTOM:
            column.addWidget(self._button(commands[command_id], theme))

    def _button(self, command: AsyncCommand, theme: Theme) -> QToolButton:
        spec = command.spec
        button = QToolButton()
        button.setIcon(theme.icon(Icon[spec.icon], size=ICON))
        button.setIconSize(QSize(ICON, ICON))
        button.setText(spec.word or spec.title)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFixedSize(self._width - 4, grown(BUTTON_HEIGHT, self.font()))
        button.setToolTip(f"{spec.title}  ({spec.shortcut})" if spec.shortcut else spec.title)
        button.setAccessibleName(spec.title)
        button.clicked.connect(lambda: command.run())
        return button
