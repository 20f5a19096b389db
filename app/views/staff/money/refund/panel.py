"""The panel that refunds a payment."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.viewmodels.staff.money.refund.refund import RefundViewModel
from app.viewmodels.staff.money.refund.shown import (
    chosen_amount,
    limits,
    list_words,
    payment_rows,
    reasons,
)
from app.viewmodels.translation import tr
from app.views.staff.money.choice_buttons import ChoiceButtons
from app.views.staff.money.form_panel import MoneyFormPanel, add_row, plain_form, say
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_label, plain_tip

LIST_ROWS = 6
"""So many payments are visible at once."""


class RefundPanel(MoneyFormPanel):
    """The payments, the reason, and the amount beside the patient's name and birthdate."""

    model: RefundViewModel

    def __init__(self, model: RefundViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, tr("Refund payment"), parent)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Payments"))
        self.list.setUniformItemSizes(True)
        self._none = plain_label(kind="second", wrap=True)
        self._amount = plain_label()
        self._amount.setFont(theme.fonts.number)
        self.reason = QLineEdit()
        self.reasons = ChoiceButtons(tr("Reason"), sets=False)
        self.fields = {"pay_num": self.list, "reason": self.reason}
        self.list.currentItemChanged.connect(self._choose)
        self.reason.textEdited.connect(lambda text: model.type_text("reason", text))
        self.reasons.chosen.connect(self._take_reason)
        self.lay_out(self._fields())

    @property
    def post_title(self) -> str:
        """With the amount."""
        found = chosen_amount(self.model)
        return tr("Refund {amount}", amount=found) if found else tr("Refund")

    def fill(self) -> None:
        """Show the draft."""
        model, state = self.model, self.model.state
        rows = payment_rows(model)
        with QSignalBlocker(self.list):
            if self._shown() != [(row.pay_num, row.title) for row in rows]:
                self._make()
            for at in range(self.list.count()):
                if self.list.item(at).data(Qt.ItemDataRole.UserRole) == state.draft.pay_num:
                    self.list.setCurrentRow(at)
        self.list.setVisible(bool(rows))
        say(self._none, list_words(model))
        say(self._amount, chosen_amount(model))
        self.reasons.fill([(each, each) for each in reasons()])
        with QSignalBlocker(self.reason):
            if self.reason.text() != state.draft.reason:
                self.reason.setText(state.draft.reason)

    def _make(self) -> None:
        self.list.clear()
        for row in payment_rows(self.model):
            item = QListWidgetItem(row.title)
            item.setData(Qt.ItemDataRole.UserRole, row.pay_num)
            item.setToolTip(plain_tip(row.title))
            if not row.can_refund:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)
        height = self.list.sizeHintForRow(0) if self.list.count() else 0
        self.list.setFixedHeight(height * min(self.list.count(), LIST_ROWS) + 2 * self.list.frameWidth() + 2)

    def _shown(self) -> list[tuple[int, str]]:
        items = [self.list.item(at) for at in range(self.list.count())]
        return [(item.data(Qt.ItemDataRole.UserRole), item.text()) for item in items]

    def _take_reason(self, text: str) -> None:
        self.model.type_text("reason", text)
        self.post.setFocus()  # as with an amount that is offered: Enter refunds

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.model.choose("pay_num", item.data(Qt.ItemDataRole.UserRole))

    def _fields(self) -> QVBoxLayout:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.name)
        who.addWidget(self.birth)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._amount)
        first.addLayout(who, 1)
        form = plain_form()
        add_row(form, tr("Reason"), self.reason)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(first)
        for widget in (self.list, self._none):
            column.addWidget(widget)
        column.addLayout(form)
        column.addWidget(self.reasons)
        column.addWidget(plain_label(limits(), kind="second", wrap=True))
        return column
