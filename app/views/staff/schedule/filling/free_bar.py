"""The selected free time, below the card in the side panel, with what can be done with it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.command import CommandSet
from app.viewmodels.staff.schedule.commands import NEW
from app.viewmodels.staff.schedule.filling.commands import FILL
from app.viewmodels.staff.schedule.filling.late import LateFilling
from app.views.staff.frame.command_button import command_button
from app.views.theme.theme import Theme
from app.views.widgets.click_guard import ClickGuard
from app.views.widgets.labels import breakable, plain_label


class FreeTimeBar(QWidget):
    """At the lower edge of the panel, so that no button of the card moves when free time is clicked."""

    def __init__(self, model: LateFilling, commands: CommandSet, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._words = plain_label(kind="second", wrap=True)
        guard, line = ClickGuard(self), QHBoxLayout()
        line.setSpacing(8)
        for spec in (FILL, NEW):
            button = command_button(commands[spec.id], theme, text=True)
            button.setSizePolicy(button.sizePolicy().Policy.Ignored, button.sizePolicy().Policy.Fixed)
            button.setProperty("kind", "action")
            guard.add(button)
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addLayout(line)
        model.free_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._words.setText(breakable(self._model.free))
        self.setVisible(bool(self._model.free))


def above(bar: FreeTimeBar, other: QWidget) -> QWidget:
    """The bar above another part of the panel."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(bar)
    column.addWidget(other)
    return both
