"""The selected row beside a list: whom to call, about what, and the buttons of the one-key actions."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.screen import ListsScreenViewModel
from app.viewmodels.translation import tr, typed
from app.views.staff.frame.command_button import command_button
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.card_rows import CardRows
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import breakable, plain_label

WIDTH = 300
NO_AGE = "\N{NO-BREAK SPACE}"
"""Takes the place of an age that isn't known: the buttons below don't move."""
BUTTONS = (
    (commands.CONFIRM, commands.FAMILY),
    (commands.BOOK, commands.STATUS),
    (commands.MESSAGE, commands.NO_ANSWER),
    (commands.LOG, commands.SHOW),
    (commands.ESTIMATE,),
)


class ListCard(QFrame):
    """Follows the selected row of the list that is shown."""

    def __init__(self, model: ListsScreenViewModel, theme: Theme) -> None:
        super().__init__()
        self._screen = model
        self._model = model.card
        self._made = {command.spec: command for command in model.actions.commands}
        self.setObjectName("section")
        self.setFixedWidth(grown(WIDTH, self.font()))
        self._title = plain_label(kind="title", wrap=True)
        self._born = plain_label(kind="second")
        self.call = QPushButton()
        self.call.setIcon(theme.icon(Icon.PHONE))
        self.call.clicked.connect(lambda: self._made[commands.CALL].run())
        self.buttons = {spec: self._button(spec, theme) for pair in BUTTONS for spec in pair}
        self._sets = plain_label(kind="second", wrap=True)
        self._rows = CardRows(selectable=True)
        self._told_title = plain_label(tr("Recent commlogs"), kind="second")
        self._told = CardRows(selectable=True)
        self._lay_out()
        self._model.changed.connect(self._show)
        model.tab_changed.connect(self._show)
        self._show()

    def _button(self, spec: CommandSpec, theme: Theme) -> QToolButton:
        button = command_button(self._made[spec], theme, text=True)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setProperty("kind", "action")
        return button

    @property
    def offered(self) -> list[AsyncCommand]:
        """The commands that this list has a button for."""
        return [self._made[spec] for spec, button in self.buttons.items() if not button.isHidden()]

    def _lay_out(self) -> None:
        words = QWidget()
        inner = QVBoxLayout(words)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        for pair in BUTTONS:
            line = QHBoxLayout()
            line.setSpacing(8)
            for spec in pair:
                line.addWidget(self.buttons[spec])
            inner.addLayout(line)
        for part in (self._sets, self._rows, self._told_title, self._told):
            inner.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._born)
        column.addWidget(self.call)
        column.addWidget(FittingScroll(words))
        column.addStretch(1)

    def _show(self) -> None:
        model, row = self._model, self._model.row
        self._title.setText(breakable(model.title))
        self._born.setText(model.born or NO_AGE)
        number = row.phone if row is not None else ""
        self.call.setText(number or tr("No phone number"))
        self.call.setAccessibleName(tr("Call {number}", number=number) if number else self.call.text())
        self.call.setToolTip(f"{typed(commands.CALL.title)}  ({commands.CALL.shortcut})")
        self.call.setEnabled(bool(number))
        spec = self._screen.tab.spec
        self.buttons[commands.BOOK].setText(model.book_word)
        self.buttons[commands.CONFIRM].setVisible(spec is commands.CONFIRMATIONS)
        self.buttons[commands.FAMILY].setVisible(spec is commands.CONFIRMATIONS)
        self.buttons[commands.STATUS].setVisible(spec not in (commands.LAB, commands.TREATMENT))
        self.buttons[commands.ESTIMATE].setVisible(spec is commands.TREATMENT)
        self._sets.setText(breakable(model.sets))
        self._sets.setVisible(bool(model.sets))
        self._rows.fill(model.rows)
        self._told.fill(model.told)
        self._told_title.setVisible(bool(model.told))
