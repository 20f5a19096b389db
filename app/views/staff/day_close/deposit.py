"""Making a deposit: the table at the left, the slip at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.amounts import amount
from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.day_close.deposit import SPANS, DepositModel
from app.viewmodels.translation import tr
from app.views.staff.day_close.buttons import PrimaryButton
from app.views.staff.day_close.figures import FiguresGrid
from app.views.staff.frame.command_button import command_button
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmCombo, fill
from app.views.widgets.entry_form import KeepsLetters
from app.views.widgets.labels import plain_label
from app.views.widgets.tables.pane import TablePane

SLIP_WIDTH, SUMS_WIDTH = 320, 300
MOST_BATCH, MOST_MEMO = 25, 200


class DepositView(QWidget):
    """Space, Enter or a click on the tick puts a row on the slip."""

    def __init__(self, model: DepositModel, make: AsyncCommand, slip: AsyncCommand, theme: Theme) -> None:
        """`make` makes the deposit, `slip` prints the slip."""
        super().__init__()
        self._model = model
        self.pane = TablePane(model.table)
        self.span = CalmCombo()
        self.span.setAccessibleName(tr("Entered in the last"))
        for days, words in SPANS:
            self.span.addItem(tr(words), days)
        self.slip = SlipForm(model, make, slip, theme)
        self._unseen = plain_label(kind="second", wrap=True)
        self._lay_out()
        self.pane.table.installEventFilter(self)
        self.pane.table.clicked.connect(self._clicked)
        self.span.activated.connect(lambda _: model.set_span(self.span.currentData()))
        model.changed.connect(self._show)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space puts the current row on the slip, or takes it off."""
        if (
            watched is self.pane.table
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            at = self.pane.table.currentIndex()
            if event.key() == Qt.Key.Key_Space and at.isValid():
                self._model.table.open(at.row())
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        every, none = QPushButton(tr("Tick all")), QPushButton(tr("Untick all"))
        every.clicked.connect(lambda: self._model.tick_all(ticked=True))
        none.clicked.connect(lambda: self._model.tick_all(ticked=False))
        tools.addWidget(plain_label(tr("Entered in the last")))
        for widget in (self.span, every, none):
            tools.addWidget(widget)
        tools.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(tools)
        left.addWidget(self._unseen)
        left.addWidget(self.pane, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 12)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self.slip)

    def _clicked(self, at: QModelIndex) -> None:
        if at.column() == 0:
            self._model.table.open(at.row())

    def _show(self) -> None:
        with_span = [days for days, _ in SPANS].index(self._model.span)
        self.span.setCurrentIndex(with_span)
        found = self._model.found
        words = "\n".join(map(tr, found.unseen)) if found is not None else ""
        self._unseen.setText(words)
        self._unseen.setVisible(bool(words))


class SlipForm(KeepsLetters):
    """The sums, the account, and the buttons."""

    def __init__(self, model: DepositModel, make: AsyncCommand, slip: AsyncCommand, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._commands = (make, slip)
        self.setObjectName("section")
        self.setFixedWidth(grown(SLIP_WIDTH, self.font()))
        self._sums = FiguresGrid(SUMS_WIDTH)
        self._total = plain_label(kind="heading")
        self._total.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._done = plain_label(kind="good", wrap=True)
        self._why = plain_label(kind="second", wrap=True)
        self.account = CalmCombo()
        self.account.setAccessibleName(tr("Bank account"))
        self.batch, self.memo = QLineEdit(), QLineEdit()
        self.batch.setMaxLength(MOST_BATCH)
        self.memo.setMaxLength(MOST_MEMO)
        self.make = PrimaryButton(make)
        self.print = command_button(slip, theme, text=True)
        self.print.setProperty("kind", "action")
        self._lay_out()
        self.account.activated.connect(lambda _: setattr(model, "account", self.account.currentData() or 0))
        self.batch.textEdited.connect(lambda text: setattr(model, "batch", text))
        self.memo.textEdited.connect(lambda text: setattr(model, "memo", text))
        model.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for title, field in (
            (tr("Account"), self.account),
            (tr("Batch"), self.batch),
            (tr("Memo"), self.memo),
        ):
            field.setAccessibleName(title)
            form.addRow(plain_label(title), field)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print)
        buttons.addStretch(1)
        buttons.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(plain_label(tr("Deposit slip"), kind="title"))
        column.addWidget(self._sums)
        column.addWidget(self._total)
        column.addLayout(form)
        column.addWidget(self._done)
        column.addWidget(self._why)
        column.addLayout(buttons)
        column.addStretch(1)

    def _show(self) -> None:
        model, sums = self._model, self._model.sums
        lines = [
            (tr("Cash"), amount(sums.cash)),
            (tr("Checks"), amount(sums.checks)),
            (tr("Insurance checks"), amount(sums.insurance)),
        ]
        self._sums.fill(("", tr("Amount")), lines)
        self._total.setText(amount(sums.total))
        self._total.setAccessibleName(tr("Total {amount}", amount=amount(sums.total)))
        accounts = model.found.accounts if model.found is not None else ()
        fill(self.account, [(0, tr("None")), *accounts], model.account)
        self._done.setText(tr("Deposit made.") if model.made is not None else "")
        self._done.setVisible(model.made is not None)
        verdict = model.may_make()
        blocked = not verdict.ok and not verdict.done and bool(model.chosen)
        self._why.setText(tr(verdict.reason) if blocked else "")
        self._why.setVisible(blocked)
        for command in self._commands:
            command.refresh()
