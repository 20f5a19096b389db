"""How it is paid: the type, and what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.money.pay_methods import Method
from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.money.payment.shown import change
from app.viewmodels.tables.column import date_text
from app.viewmodels.translation import tr
from app.views.staff.money.amount_field import AmountField, mark_wrong
from app.views.staff.money.choice_buttons import ChoiceButtons
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmCombo, fill
from app.views.widgets.labels import plain_label

MOST_BUTTONS = 6
"""An office with more types chooses from a list."""


class MethodBox(QWidget):
    """A check has a number and a branch, a card a terminal's reference, cash gives change."""

    def __init__(self, model: PaymentViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.types = ChoiceButtons(tr("Payment type"))
        self.list = CalmCombo()
        self.list.setAccessibleName(tr("Payment type"))
        self.check, self.bank, self.reference, self.note, self.day = (QLineEdit() for _ in range(5))
        self.tendered = AmountField(tr("Cash given"), theme)
        self._change, self._change_name = plain_label(), plain_label(tr("Change"), kind="second")
        self._change.setFont(theme.fonts.number)
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._rows: dict[str, tuple[QWidget, Method | None]] = {}
        cash = QWidget()
        row = QHBoxLayout(cash)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.tendered.setFixedWidth(grown(96, self.font()))
        for each in (self.tendered, self._change_name, self._change):
            row.addWidget(each)
        row.addStretch(1)
        self._add(tr("Check no."), self.check, "check", Method.CHECK)
        self._add(tr("Bank branch"), self.bank, "bank", Method.CHECK)
        self._add(tr("Terminal ref."), self.reference, "reference", Method.CARD)
        self._add(tr("Cash given"), cash, "tendered", Method.CASH)
        self._add(tr("Note"), self.note, "note", None)
        self._add(tr("Date"), self.day, "day", None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.types)
        column.addWidget(self.list)
        column.addLayout(self._form)
        self.types.chosen.connect(self._choose)
        self.list.activated.connect(lambda at: model.entries.choose_type(self.list.itemData(at)))

    @property
    def fields(self) -> dict[str, QLineEdit]:
        """The fields by the names that the draft has for them."""
        return {
            "check": self.check,
            "bank": self.bank,
            "reference": self.reference,
            "tendered": self.tendered,
            "note": self.note,
            "day": self.day,
        }

    def fill(self) -> None:
        """Show the state."""
        state = self._model.state
        few = len(state.types) <= MOST_BUTTONS
        self.types.fill(state.types if few else (), state.draft.pay_type)
        self.list.setVisible(not few)
        if not few:
            fill(self.list, state.types, state.draft.pay_type)
        for name, field in self.fields.items():
            with QSignalBlocker(field):
                if field.text() != (text := getattr(state.draft, name)):
                    field.setText(text)
            mark_wrong(field, wrong=False)
        self.day.setPlaceholderText(tr("Today, {day}", day=date_text(self._model.desk.now().date())))
        for widget, method in self._rows.values():
            self._form.setRowVisible(widget, method is None or method is state.method)
        words = change(state)
        self._change.setText(words)
        for label in (self._change, self._change_name):
            label.setVisible(bool(words))

    def _choose(self, pay_type: int) -> None:
        """The type's own field comes next: the check's number, the cash given, the terminal's reference."""
        self._model.entries.choose_type(pay_type)
        own = next((each for each in self._rows if self._rows[each][1] is self._model.state.method), "")
        if own and not self.fields[own].text():
            self.fields[own].setFocus()

    def _add(self, title: str, widget: QWidget, name: str, method: Method | None) -> None:
        label = plain_label(title, kind="second")
        field = self.fields[name]
        label.setBuddy(field)
        label.setFixedHeight(field.sizeHint().height())
        field.setAccessibleName(title)
        field.textEdited.connect(lambda text: self._model.entries.type_text(name, text))
        self._rows[name] = widget, method
        self._form.addRow(label, widget)
