"""The panel that posts an adjustment."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.viewmodels.amounts import dollars
from app.viewmodels.staff.money.adjustment.adjustment import AdjustmentViewModel
from app.viewmodels.staff.money.adjustment.shown import (
    balances,
    procedure_choices,
    provider_choices,
    type_choices,
)
from app.viewmodels.translation import tr
from app.views.staff.money.amount_field import AmountField
from app.views.staff.money.form_panel import MoneyFormPanel, add_row, plain_form
from app.views.staff.money.share_list import ShareList
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmCombo, fill

AMOUNT_WIDTH = 148


class AdjustmentPanel(MoneyFormPanel):
    """Amount, type, procedure, provider, date and note; the new balance is shown before posting."""

    model: AdjustmentViewModel

    def __init__(self, model: AdjustmentViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, tr("Add adjustment"), parent)
        self.amount = AmountField(tr("Amount"), theme, large=True)
        self.amount.setFixedWidth(grown(AMOUNT_WIDTH, self.font()))
        self.type, self.procedure, self.provider = CalmCombo(), CalmCombo(), CalmCombo()
        self.day, self.note = QLineEdit(), QLineEdit()
        self.day.setPlaceholderText(tr("Today"))
        self.type.setPlaceholderText(tr("Choose"))
        self.balances = ShareList(theme)
        self.fields = {
            "amount": self.amount,
            "adj_type": self.type,
            "procedure": self.procedure,
            "provider": self.provider,
            "day": self.day,
            "note": self.note,
        }
        self.amount.textEdited.connect(lambda text: model.type_text("amount", text))
        self.day.textEdited.connect(lambda text: model.type_text("day", text))
        self.note.textEdited.connect(lambda text: model.type_text("note", text))
        self.type.activated.connect(lambda at: model.choose("adj_type", self.type.itemData(at)))
        self.procedure.activated.connect(lambda at: model.choose_procedure(self.procedure.itemData(at)))
        self.provider.activated.connect(lambda at: model.choose("provider", self.provider.itemData(at)))
        self.lay_out(self._fields())

    @property
    def post_title(self) -> str:
        """With the amount."""
        value = self.model.state.draft.value
        return tr("Post {amount}", amount=dollars(value)) if value else tr("Post")

    def fill(self) -> None:
        """Show the draft."""
        model, state = self.model, self.model.state
        with QSignalBlocker(self.amount):
            self.amount.show_text(state.draft.amount)
        for field, text in ((self.day, state.draft.day), (self.note, state.draft.note)):
            with QSignalBlocker(field):
                if field.text() != text:
                    field.setText(text)
        fill(self.type, type_choices(model), state.draft.adj_type or None)
        fill(self.procedure, procedure_choices(state), state.draft.procedure)
        fill(self.provider, provider_choices(model), state.draft.provider)
        self.balances.fill(balances(model))

    def _fields(self) -> QVBoxLayout:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.name)
        who.addWidget(self.birth)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.amount)
        first.addLayout(who, 1)
        form = plain_form()
        add_row(form, tr("Type"), self.type)
        add_row(form, tr("Procedure"), self.procedure)
        add_row(form, tr("Provider"), self.provider)
        add_row(form, tr("Date"), self.day)
        add_row(form, tr("Note"), self.note)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(form)
        column.addWidget(self.balances)
        return column
