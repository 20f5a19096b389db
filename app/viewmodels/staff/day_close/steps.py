"""The next steps of a day's differences, and the way to a patient's ledger."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from app.domain.money.day_close import Difference
from app.domain.money.pay_methods import Method
from app.viewmodels.staff.commands import ATTENTION
from app.viewmodels.staff.day_close.difference_rows import Step
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient_commands import OPEN_IN
from app.viewmodels.staff.selected_patient import Origin

LEDGER = "ledger"  # words: the id of a screen


@runtime_checkable
class ShowsPayment(Protocol):
    """The ledger's screen."""

    def show_payment(self, pat_num: int, pay_num: int) -> None:
        """Select a payment."""
        ...


class NextSteps(QObject):
    """`count_asked`: the first field of the drawer is wanted. `payments_asked`: the payments of a Method, None: all."""

    count_asked = Signal()
    payments_asked = Signal(object)

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def take(self, step: Step, difference: Difference) -> None:
        """What a button beside a difference does."""
        match step:
            case Step.LEDGER:
                self.show_ledger(difference.patient, (*difference.payments, 0)[0])
            case Step.OPEN_DENTAL:
                self._select(difference.patient)
                self._desk.commands[OPEN_IN.id].run()
            case Step.REFUND:
                self._select(difference.patient)
                self._desk.money.refund(difference.patient, difference.payments[-1])
            case Step.SETTLE:
                self._desk.commands[ATTENTION.id].run()
            case Step.COUNT:
                self.count_asked.emit()
            case _:
                methods = {Step.CARDS: Method.CARD, Step.CHECKS: Method.CHECK}
                self.payments_asked.emit(methods.get(step))

    def show_ledger(self, pat_num: int, pay_num: int = 0) -> None:
        """Show a patient's ledger, with a payment selected; 0: none."""
        self._select(pat_num)
        self._desk.parts.scope.start(self._show(pat_num, pay_num), LEDGER)

    async def _show(self, pat_num: int, pay_num: int) -> None:
        ledger = await self._desk.screens.show(LEDGER)
        if pay_num and isinstance(ledger, ShowsPayment):
            ledger.show_payment(pat_num, pay_num)

    def _select(self, pat_num: int) -> None:
        if pat_num:
            self._desk.patient.select(pat_num, Origin.SEARCH)
