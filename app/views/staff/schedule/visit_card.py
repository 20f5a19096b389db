"""The selected appointment's card in the side panel."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.command import CommandSet
from app.viewmodels.staff.schedule.visit_card import VisitCardViewModel
from app.views.staff.frame.command_button import command_button
from app.views.theme.theme import Theme
from app.views.widgets.burst import Burst
from app.views.widgets.card_rows import CardRows
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import breakable, plain_label


class VisitCard(QWidget):
    """The selected appointment: who, when, what, and what can be done with it."""

    def __init__(
        self, viewmodel: VisitCardViewModel, commands: CommandSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = plain_label(kind="title", wrap=True)
        self._hint = plain_label(viewmodel.HINT, wrap=True)
        self._rows = CardRows(selectable=True)
        for part in (self._title, self._hint, self._rows):
            column.addWidget(part)
        self._buttons = self._make_buttons(commands, theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(FittingScroll(words))
        whole.addWidget(self._buttons)  # always in sight, however much is to be said
        whole.addStretch(1)
        viewmodel.changed.connect(self._show)
        self._show()

    def _make_buttons(self, commands: CommandSet, theme: Theme) -> QWidget:
        buttons = QWidget()
        burst = Burst(buttons)
        grid = QVBoxLayout(buttons)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setSpacing(8)
        for ids in self._viewmodel.BUTTON_ROWS:
            line = QHBoxLayout()
            line.setSpacing(8)
            for command_id in ids:
                button = command_button(commands[command_id], theme, text=True)
                button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
                button.setProperty("kind", "action")
                burst.add(button)
                line.addWidget(button)
            grid.addLayout(line)
        return buttons

    def _show(self) -> None:
        self._title.setText(breakable(self._viewmodel.title))
        self._rows.fill(self._viewmodel.rows)
        self._rows.setVisible(self._viewmodel.has_visit)
        self._hint.setVisible(not self._viewmodel.has_visit)
        self._buttons.setVisible(self._viewmodel.has_visit)
