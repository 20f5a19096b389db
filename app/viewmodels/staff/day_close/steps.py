"""The next steps of a day's differences, and the way to a patient's ledger."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.money.day_close import Difference
from app.domain.money.pay_methods import Method
from app.viewmodels.staff.commands import ATTENTION
from app.viewmodels.staff.day_close.difference_rows import Step
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient_commands import OPEN_IN
from app.viewmodels.staff.selected_patient import Origin

LEDGER, PATIENT = "ledger", "patient"  # words: ids of screens


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
                self.show_ledger(difference.patient)
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

    def show_ledger(self, pat_num: int) -> None:
        """Show a patient's ledger."""
        self._select(pat_num)
        screens = self._desk.screens
        target = LEDGER if LEDGER in screens.specs else PATIENT
        self._desk.parts.scope.start(screens.show(target), LEDGER)

    def _select(self, pat_num: int) -> None:
        if pat_num:
            self._desk.patient.select(pat_num, Origin.SEARCH)
