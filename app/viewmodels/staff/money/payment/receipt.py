"""The receipt of the payment that the panel shows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QObject

from app.api.errors import ApiError
from app.domain.money.cents import ZERO
from app.domain.money.pay_methods import Method
from app.services.money.receipts import payment_of
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.papers import MoneyPapers, Paper
from app.viewmodels.staff.money.payment.draft import read_typed
from app.viewmodels.staff.money.payment.state import PaymentState, Phase
from app.viewmodels.verdict import Verdict
from app.wire.resources.documents import Documents

Do = Callable[[MoneyPapers, Paper], asyncio.Task[None] | None]


class PaymentReceipt(QObject):
    """Printed, saved or stored; nothing of it happens before the payment is done."""

    def __init__(
        self, desk: DeskViewModel, state: Callable[[], PaymentState], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._state = state
        self._busy = False
        """Whether one is being made: only the next one knows whether it is a copy."""

    @property
    def may_store(self) -> Verdict:
        """Whether the office takes documents."""
        found = self._desk.parts.client.can(Documents.upload)
        return Verdict(ok=found.ok, reason=found.reason)

    def print(self) -> None:
        """Print it."""
        self._start(MoneyPapers.print)

    def save(self) -> None:
        """Save it as a PDF."""
        self._start(MoneyPapers.save)

    def store(self) -> None:
        """Upload it to the patient's documents."""
        self._start(MoneyPapers.store)

    def _start(self, do: Do) -> None:
        state = self._state()
        if state.phase is Phase.DONE and state.entry is not None and not self._busy:
            self._busy = True
            self._desk.parts.scope.start(self._guarded(state, do), "receipt")

    async def _guarded(self, state: PaymentState, do: Do) -> None:
        try:
            await self._make(state, do)
        finally:
            self._busy = False

    async def _make(self, state: PaymentState, do: Do) -> None:
        """The account is read anew unless it shows the payment already; without one the receipt is shorter."""
        papers = await self._desk.money.papers()
        person, entry = state.person, state.entry
        row = payment_of(entry) if entry is not None else None
        if person is None or row is None:
            return
        try:
            family = await papers.account_with(person.pat_num, row.PayNum)
        except ApiError:
            family = None
        method = dict(state.types).get(row.PayType, "")
        given = read_typed(state.draft.tendered).value if state.method is Method.CASH else None
        doing = do(papers, papers.receipt(row, person, family, method=method, tendered=given or ZERO))
        if doing is not None:
            await doing
