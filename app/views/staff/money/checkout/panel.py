"""The checkout panel: what was done today, the payment, and the walkout statement."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.money.checkout.checkout import CheckoutViewModel
from app.viewmodels.translation import tr
from app.views.staff.money.checkout.summary_box import SummaryBox
from app.views.staff.money.payment.panel import PaymentPanel
from app.views.theme.theme import Theme
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.entry_form import ENTER, KeepsLetters
from app.views.widgets.labels import plain_tip


class CheckoutPanel(KeepsLetters):
    """The payment's panel with today's treatment above the amount, and the walkout statement below the buttons.

    Enter presses the focused button; Esc closes it, and what was typed is kept.
    """

    def __init__(self, model: CheckoutViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.summary = SummaryBox(model, theme)
        self.pays = ElidedLabel()
        self.payment = PaymentPanel(
            model.payment, theme, title=tr("Check out"), above=self.summary, near=self.pays
        )
        self.print = QPushButton(tr("Print walkout"))
        self.pdf, self.store = QPushButton(tr("Save PDF")), QPushButton(tr("Store"))
        self.pdf.setToolTip(tr("Save the walkout statement as a PDF file"))
        self.store.setToolTip(tr("Upload the walkout statement to the patient's documents in Open Dental"))
        papers = QHBoxLayout()
        papers.setSpacing(8)
        papers.addWidget(self.print, 1)
        papers.addWidget(self.pdf)
        papers.addWidget(self.store)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.payment, 1)
        column.addLayout(papers)
        self.print.clicked.connect(lambda: model.print_all())
        self.pdf.clicked.connect(lambda: model.save())
        self.store.clicked.connect(lambda: model.store())
        model.changed.connect(self._show)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the payment's panel doesn't take: keys on the buttons of the walkout statement."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.model.finished.emit()
        elif event.key() in ENTER and isinstance(focus, QPushButton) and not event.isAutoRepeat():
            focus.click()
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Focus the amount, or what there is to do now."""
        self.payment.begin()

    def _show(self) -> None:
        model = self.model
        self.pays.setText(model.state.pays)
        self.pays.setToolTip(plain_tip(model.state.pays))
        self.pays.setVisible(bool(model.state.pays))
        self.print.setText(tr("Print both") if model.is_paid else tr("Print walkout"))
        self.print.setToolTip(tr("Print the receipt and the walkout statement") if model.is_paid else "")
        self.store.setVisible(model.papers.may_store.ok)
        for button in (self.print, self.pdf, self.store):
            button.setEnabled(model.day is not None)
