"""Refunding a payment, without a window."""

from __future__ import annotations

from typing import Any

from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.panels import REFUND
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.money.refund.refund import RefundViewModel
from app.viewmodels.staff.money.refund.shown import chosen_amount, list_words, payment_rows, reasons
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.owing import owing, payments
from tests.support.qt_loop import until
from tests.viewmodels.money.money_panels import opened, posted


async def panel_of(desk: DeskViewModel, pat_num: int, pay_num: int = 0) -> RefundViewModel:
    """The panel, with the payments."""
    desk.money.refund(pat_num, pay_num)
    panel: RefundViewModel = await opened(desk, REFUND, pat_num)
    await until(lambda: bool(panel.payments.rows))
    return panel


def refundable(served: Served, pat_num: int) -> list[Any]:
    """The patient's payments on no plan, the newest first."""
    return served.sql(
        "SELECT PayNum, PayAmt FROM payment WHERE PatNum = ? AND PayAmt > 0 AND PayNum NOT IN"
        " (SELECT PayNum FROM paysplit WHERE PayPlanNum > 0) ORDER BY PayDate DESC, PayNum DESC",
        pat_num,
    )


async def test_a_payment_is_refunded_once(model: ScheduleScreenViewModel, served: Served) -> None:
    """With its reason in the note; then the list says that it was refunded, and a second refund is refused."""
    pat_num = owing(served)
    number, amount = refundable(served, pat_num)[0]
    panel = await panel_of(model.desk, pat_num, number)
    assert panel.state.draft.pay_num == number
    assert chosen_amount(panel) == f"${amount:,.2f}"
    panel.type_text("reason", reasons()[0])
    await posted(panel)
    ((refunded, note),) = payments(served, pat_num, "PayAmt, PayNote")
    assert (refunded, note.startswith("Paid twice")) == (-amount, True)
    assert f"(refund of payment {number})" in note
    panel.start_over()
    await until(lambda: any(not row.can_refund for row in payment_rows(panel)))
    assert [row.pay_num for row in payment_rows(panel) if not row.can_refund] == [number]
    panel.choose("pay_num", number)
    panel.type_text("reason", "Again")
    panel.post()
    assert panel.state.phase is Phase.ENTERING
    assert panel.state.problem == "This payment was already refunded."
    assert len(payments(served, pat_num)) == 1


async def test_what_is_missing_is_said(model: ScheduleScreenViewModel, served: Served) -> None:
    """A payment has to be chosen and a reason given."""
    panel = await panel_of(model.desk, owing(served))
    fields: list[str] = []
    panel.missing.connect(fields.append)
    panel.post()
    panel.choose("pay_num", payment_rows(panel)[0].pay_num)
    panel.post()
    panel.type_text("reason", "4111111111111111")
    assert fields == ["pay_num", "reason", "reason"]
    assert panel.state.draft.reason == ""


async def test_nobody_has_paid(model: ScheduleScreenViewModel, served: Served) -> None:
    """Without payments the panel says so."""
    pat_num = served.sql(
        "SELECT PatNum FROM patient WHERE PatStatus = 0 AND PatNum NOT IN (SELECT PatNum FROM payment)"
    )[0][0]
    model.desk.money.refund(pat_num)
    panel: RefundViewModel = await opened(model.desk, REFUND, pat_num)
    assert list_words(panel) == "No payments of this patient."
