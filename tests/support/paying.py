"""The payment panel, without a window."""

from __future__ import annotations

from decimal import Decimal

from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.panels import PAYMENT
from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.money.payment.state import Phase
from tests.support.qt_loop import until


async def open_panel(desk: DeskViewModel, pat_num: int, amount: str = "") -> PaymentViewModel:
    """The panel of a patient, with the account and the payment types."""
    desk.money.take_payment(pat_num, Decimal(amount) if amount else None)

    def ready() -> bool:
        opened = desk.money.panels.get(PAYMENT)
        state = getattr(opened.model, "state", None) if opened is not None else None
        known = state is not None and state.person is not None and state.person.pat_num == pat_num
        return bool(known and state.family is not None and state.family.complete and state.types)

    await until(ready)
    model = desk.money.panels[PAYMENT].model
    assert isinstance(model, PaymentViewModel)
    return model


async def post(panel: PaymentViewModel) -> None:
    """Post it, answering questions with yes, and wait until it is done."""
    panel.post()
    if panel.state.asked:
        panel.post()
    await until(lambda: panel.state.phase is Phase.DONE)
