"""The payments of the patient, from which one is refunded."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.services.writes.money.refund import is_refunded
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.wire.resources.payments import Payment


class PatientPayments(QObject):
    """`changed`: they were read, or could not be read."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = LatestTask(desk.parts.scope)
        self.rows: tuple[Payment, ...] = ()
        """The newest first."""
        self.words = ""
        """Why there are none: they could not be read."""

    def read(self, pat_num: int) -> None:
        """Read them anew; 0: nobody's."""
        self.rows, self.words = (), ""
        if pat_num:
            self._reading.start(self._read(pat_num), "payments of a patient")
        else:
            self._reading.cancel()

    def find(self, pay_num: int) -> Payment | None:
        """A payment by its number."""
        return next((row for row in self.rows if row.PayNum == pay_num), None)

    def is_refunded(self, payment: Payment) -> bool:
        """Whether it certainly has a refund."""
        return is_refunded(payment, self.rows)

    async def _read(self, pat_num: int) -> None:
        try:
            rows = await self._desk.parts.client.at(Need.CLICK).payments.list(PatNum=pat_num)
        except ApiError as error:
            self.words = explain(error).sentence
        else:
            self.rows = tuple(
                sorted(rows, key=lambda row: (row.PayDate or date.min, row.PayNum), reverse=True)
            )
        self.changed.emit()
