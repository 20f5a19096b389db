"""What the refund panel shows: the payments, and what it can't do."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from app.domain.money.cents import cents
from app.viewmodels.amounts import amount, dollars
from app.viewmodels.staff.money.payment.shown import short_day
from app.viewmodels.staff.money.refund.refund import RefundViewModel
from app.viewmodels.translation import tr

MOST_PAYMENTS = 40
"""So many are offered; older ones are refunded in Open Dental."""


class PaymentRow(Struct, frozen=True):
    """A payment in the list."""

    pay_num: int
    title: str
    can_refund: bool


def payment_rows(model: RefundViewModel) -> tuple[PaymentRow, ...]:
    """The patient's payments, the newest first, without the refunds themselves."""
    today, payments = model.desk.now().date(), model.payments
    found = []
    for row in payments.rows:
        if row.PayAmt <= 0:
            continue
        refunded = payments.is_refunded(row)
        parts = [
            short_day(row.PayDate or date.min, today),
            row.payType,
            row.CheckNum,
            amount(cents(row.PayAmt)),
        ]
        parts += [tr("refunded")] if refunded else []
        found.append(PaymentRow(row.PayNum, " · ".join(filter(None, parts)), not refunded))
    return tuple(found[:MOST_PAYMENTS])


def reasons() -> tuple[str, ...]:
    """The usual reasons, one click each."""
    return (tr("Paid twice"), tr("Overpaid"), tr("Wrong patient"))


def limits() -> str:
    """What can't be done from here, and where it can."""
    return tr(
        "The whole payment goes back, with all that it paid. To refund a part of it, or to change or delete a "
        "payment, open it in Open Dental's Account Module. To allocate unearned income, use Income Transfer there."
    )


def chosen_amount(model: RefundViewModel) -> str:
    """The amount of the chosen payment; empty without one."""
    row = model.payments.find(model.state.draft.pay_num)
    return dollars(cents(row.PayAmt)) if row is not None else ""


def list_words(model: RefundViewModel) -> str:
    """Why the list is empty."""
    if model.payments.words:
        return model.payments.words
    return "" if payment_rows(model) else tr("No payments of this patient.")
