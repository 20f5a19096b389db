"""The selected appointment's card in the side panel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.command import CommandSet
from app.viewmodels.staff.schedule.visit_card import VisitCardViewModel
from app.views.staff.frame.command_button import command_button
from app.views.theme.theme import Theme
from app.views.widgets.card_rows import CardRows
from app.views.widgets.click_guard import ClickGuard
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import breakable, plain_label


class VisitCard(QWidget):
    """Patient, time, details and actions: for the selected appointment, or for a patient selected elsewhere."""

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
        self._hint = plain_label(wrap=True)
        self._rows = CardRows(selectable=True, capped=False)
        for part in (self._rows, self._hint):
            column.addWidget(part)
        self._buttons = _make_buttons(viewmodel.BUTTON_ROWS, commands, theme)
        self._person_buttons = _make_buttons(viewmodel.PERSON_BUTTONS, commands, theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._title)
        for buttons in (self._buttons, self._person_buttons):
            whole.addWidget(buttons)  # above the rows, whose number changes with the appointment's stage
        whole.addWidget(FittingScroll(words))
        whole.addStretch(1)
        viewmodel.changed.connect(self._follow)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed behind another screen."""
        super().showEvent(event)
        self._show()

    def _follow(self) -> None:
        """Each row of another screen's list selects a patient: what nobody sees needn't be laid out for each."""
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        viewmodel = self._viewmodel
        self._title.setText(breakable(viewmodel.title))
        self._rows.fill(viewmodel.rows)
        self._rows.setVisible(bool(viewmodel.rows))
        self._hint.setText(viewmodel.hint)
        self._hint.setVisible(bool(viewmodel.hint))
        self._buttons.setVisible(viewmodel.has_visit)
        self._person_buttons.setVisible(viewmodel.person is not None)


def _make_buttons(rows: Iterable[Sequence[str]], commands: CommandSet, theme: Theme) -> QWidget:
    buttons = QWidget()
    click_guard = ClickGuard(buttons)
    grid = QVBoxLayout(buttons)
    grid.setContentsMargins(0, 4, 0, 0)
    grid.setSpacing(8)
    for ids in rows:
        line = QHBoxLayout()
        line.setSpacing(8)
        for command_id in (each for each in ids if each in commands):
            button = command_button(commands[command_id], theme, text=True)
            policy = button.sizePolicy().Policy
            button.setSizePolicy(policy.Ignored if len(ids) < 3 else policy.Expanding, policy.Fixed)
            button.setProperty("kind", "action")
            click_guard.add(button)
            line.addWidget(button)
        grid.addLayout(line)
    return buttons
