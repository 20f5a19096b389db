"""The rail at the left edge: the screens and the global commands."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.commands import RAIL_BOTTOM
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import typed
from app.views.staff.frame.parts.rail_button import RailButton
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.theme.tokens import ICON, RAIL_WIDTH

BUTTON_HEIGHT = 52
LEAST_HEIGHT = 38
MARGIN = 2
EDGE, GAP = 8, 4


class Rail(QWidget):
    """The screens, with the current one marked; below them the global commands. An icon and one word each."""

    def __init__(self, desk: DeskViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._screens = desk.screens
        column = QVBoxLayout(self)
        column.setContentsMargins(1, EDGE, 1, EDGE)
        column.setSpacing(GAP)
        self._buttons: dict[str, RailButton] = {}
        for spec in desk.screens.specs.values():
            if not spec.on_rail:
                continue
            button = self._buttons[spec.id] = self._button(desk.commands[spec.command.id], theme)
            button.setCheckable(True)
            button.clicked.connect(self._mark)  # a click on the current one must not unmark it
            column.addWidget(button)
        column.addStretch(1)
        bottom = [self._button(desk.commands[command_id], theme) for command_id in RAIL_BOTTOM]
        for button in bottom:
            column.addWidget(button)
        self._all = (*self._buttons.values(), *bottom)
        self._widen(theme.fonts.small, *self._buttons.values(), *bottom)
        desk.screens.shown_changed.connect(self._mark)
        desk.screens.counts.changed.connect(self._show_count)
        for screen_id in desk.screens.counts.all:
            self._show_count(screen_id)
        self._mark()

    def _widen(self, font: QFont, *buttons: RailButton) -> None:
        """Make room for the longest word, which another language may have longer than the empty frame knew."""
        metrics = QFontMetrics(font)
        longest = max(metrics.horizontalAdvance(each.text()) for each in buttons)
        width = max(grown(RAIL_WIDTH, self.font()), longest + 2 * MARGIN)
        self.setFixedWidth(width)
        for each in buttons:
            each.setFixedSize(width - 2, grown(BUTTON_HEIGHT, self.font()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window with large text the buttons come closer, so that none covers another."""
        super().resizeEvent(event)
        room = (self.height() - 2 * EDGE) // len(self._all) - GAP
        height = max(min(grown(BUTTON_HEIGHT, self.font()), room), grown(LEAST_HEIGHT, self.font()))
        for each in self._all:
            each.setFixedHeight(height)

    def _mark(self) -> None:
        for screen_id, button in self._buttons.items():
            button.setChecked(screen_id == self._screens.current)

    def _show_count(self, screen_id: str) -> None:
        if (button := self._buttons.get(screen_id)) is not None:
            button.show_count(self._screens.counts.all.get(screen_id))

    def _button(self, command: AsyncCommand, theme: Theme) -> RailButton:
        spec = command.spec
        title = typed(spec.title)
        button = RailButton(title)
        button.setIcon(theme.icon(Icon[spec.icon], size=ICON))
        button.setIconSize(QSize(ICON, ICON))
        button.setText(typed(spec.word) or title)
        button.setToolTip(f"{title}  ({spec.shortcut})" if spec.shortcut else title)
        button.clicked.connect(lambda: command.run())
        return button
