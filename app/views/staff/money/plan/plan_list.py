"""The patient's open payment plans, each with what can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.services.money.ledger.plans import PlanStatus
from app.viewmodels.staff.money.plan.plan import PlanViewModel
from app.viewmodels.staff.money.plan.shown import status_words
from app.viewmodels.translation import tr
from app.views.staff.money.confirming import Confirming
from app.views.widgets.labels import plain_label
from app.views.widgets.tab_order import lead_into


class PlanList(QWidget):
    """Rebuilt when the plans change: there are few."""

    def __init__(self, model: PlanViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._asks = Confirming()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: tuple[object, ...] = ()
        self.takes: dict[int, QPushButton] = {}
        """By PayPlanNum, the buttons that take what is due."""
        self.closes: dict[int, QPushButton] = {}

    def fill(self) -> None:
        """Show the state."""
        model = self._model
        statuses = model.statuses
        self._asks.show(model.closing)
        shown = tuple((each.plan.PayPlanNum, status_words(each), bool(each.overdue)) for each in statuses)
        if shown != self._shown:
            self._shown = shown
            self._make(statuses)
        for number, button in self.closes.items():
            asks = number == model.closing
            button.setText(tr("Close anyway") if asks else tr("Close plan"))
        self.setVisible(bool(statuses))

    def _make(self, statuses: tuple[PlanStatus, ...]) -> None:
        for old in [self._column.itemAt(at).widget() for at in range(self._column.count())]:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.takes, self.closes = {}, {}
        for each in statuses:
            self._column.addWidget(self._row(each))
        lead_into(self, [each for number in self.takes for each in (self.takes[number], self.closes[number])])

    def _row(self, status: PlanStatus) -> QWidget:
        row, number = QWidget(), status.plan.PayPlanNum
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        words = plain_label(status_words(status), kind="money" if status.overdue else "", wrap=True)
        take, close = QPushButton(tr("Take payment")), QPushButton(tr("Close plan"))
        close.setToolTip(tr("What is left becomes due at once. A closed plan can't be opened again here."))
        take.clicked.connect(lambda: self._model.take_payment(status))
        close.clicked.connect(lambda: self._close(status))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (take, close):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addWidget(words)
        column.addLayout(buttons)
        self.takes[number], self.closes[number] = take, close
        return row

    def _close(self, status: PlanStatus) -> None:
        if not self._asks.is_too_fast:
            self._model.close_plan(status)
