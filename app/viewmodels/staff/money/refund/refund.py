"""Refund a payment: choose it, give the reason, post it once."""

from __future__ import annotations

from typing import Any

from app.domain.schedule.visit import Person
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.form import MoneyForm
from app.viewmodels.staff.money.refund.payments import PatientPayments
from app.viewmodels.staff.money.refund.rules import RefundRules


class RefundViewModel(MoneyForm):
    """The refund panel."""

    def __init__(self, desk: DeskViewModel) -> None:
        self.payments = PatientPayments(desk)
        super().__init__(desk, RefundRules(desk, self.payments))
        self.payments.setParent(self)
        self.payments.changed.connect(self.show_state)
        self.attempt.done.connect(lambda _: self._read_again())

    def begin(self, person: Person, **about: Any) -> None:
        """Open it, with the patient's payments."""
        is_new = self.person is None or self.person.pat_num != person.pat_num
        super().begin(person, **about)
        if is_new:
            self.payments.read(person.pat_num)

    def leave(self) -> None:
        """The panel was closed."""
        super().leave()
        self.payments.read(0)

    def _read_again(self) -> None:
        if self.person is not None:
            self.payments.read(self.person.pat_num)
