"""What became of a payment: its receipt, once it is on the account."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.money.payment.shown import change, done_words
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.translation import tr
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_label


class DoneBox(QWidget):
    """The receipt is printed from here, and only when the payment is done."""

    def __init__(self, model: PaymentViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words, self._change = plain_label(wrap=True), plain_label()
        self._words.setFont(theme.fonts.strong)
        self._change.setFont(theme.fonts.number)
        self.receipt, self.pdf = QPushButton(tr("Print receipt")), QPushButton(tr("Save PDF"))
        self.receipt.setProperty("kind", "primary")
        self.store, self.again = QPushButton(tr("Store receipt")), QPushButton(tr("New payment"))
        self.store.setToolTip(tr("Upload the receipt to the patient's documents in Open Dental"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self._change)
        column.addWidget(self.receipt)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.pdf, self.store, self.again):
            row.addWidget(button, 1)
        column.addLayout(row)
        self.receipt.clicked.connect(lambda: model.receipt.print())
        self.pdf.clicked.connect(lambda: model.receipt.save())
        self.store.clicked.connect(lambda: model.receipt.store())
        self.again.clicked.connect(lambda: model.start_over())

    def fill(self) -> None:
        """Show the state."""
        state = self._model.state
        done = state.phase is Phase.DONE
        self.setVisible(done)
        self._words.setText(done_words(state))
        words = change(state)
        self._change.setText(tr("Change {amount}", amount=words) if words else "")
        self._change.setVisible(bool(words))
        may = self._model.receipt.may_store
        self.store.setVisible(may.ok)
