"""The query for a day's money, where the key has Queries: one request for payments, checks and adjustments."""

# words: columns and tables of the database
from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from app.services.patients.parts.union import Branch
from app.wire.fields import BigInt, Date, Money
from app.wire.record import Record
from app.wire.resources.claim_payments import ClaimPayment
from app.wire.resources.payments import CreditCardSource

MARK = "FD-"
"""Every payment of Front Desk has a mark in its note that begins like this."""


class PaymentRow(Record):
    """A payment with its splits, its type's name, and who entered it."""

    primary_key = "PayNum"

    PayNum: BigInt = 0
    PatNum: BigInt = 0
    PayAmt: Money = Money(0)
    PayDate: Date | None = None
    DateEntry: Date | None = None
    payType: str = ""
    CheckNum: str = ""
    BankBranch: str = ""
    PayNote: str = ""
    ClinicNum: BigInt = 0
    DepositNum: BigInt = 0
    PaymentSource: CreditCardSource = CreditCardSource.NONE
    userName: str = ""
    LName: str = ""
    FName: str = ""
    splitCount: int = 0
    splitSum: Money = Money(0)


class AdjustmentRow(Record):
    """An adjustment; a discount is negative."""

    primary_key = "AdjNum"

    AdjNum: BigInt = 0
    PatNum: BigInt = 0
    AdjAmt: Money = Money(0)
    AdjDate: Date | None = None
    adjType: str = ""
    ClinicNum: BigInt = 0
    userName: str = ""
    LName: str = ""
    FName: str = ""


_SPLITS = "paysplit WHERE paysplit.PayNum = payment.PayNum)"
_COUNT, _SUM = "SELECT COUNT(*)", "SELECT SUM(paysplit.SplitAmt)"
_PERSON = (
    "LEFT JOIN patient ON patient.PatNum = {table}.PatNum"
    " LEFT JOIN userod ON userod.UserNum = {table}.SecUserNumEntry"
)
PAYMENT_FIELDS = (
    "payment.PayNum", "payment.PatNum", "payment.PayAmt", "payment.PayDate", "payment.DateEntry",
    "definition.ItemName AS payType", "payment.CheckNum", "payment.BankBranch", "payment.PayNote",
    "payment.ClinicNum", "payment.DepositNum", "payment.PaymentSource", "userod.UserName AS userName",
    "patient.LName", "patient.FName", f"({_COUNT} FROM {_SPLITS} AS splitCount",
    f"({_SUM} FROM {_SPLITS} AS splitSum",
)  # fmt: skip
PAYMENT_SOURCE = "payment LEFT JOIN definition ON definition.DefNum = payment.PayType " + _PERSON.format(
    table="payment"
)
CHECK_FIELDS = (
    "claimpayment.ClaimPaymentNum", "claimpayment.CheckDate", "claimpayment.CheckAmt", "claimpayment.CheckNum",
    "claimpayment.BankBranch", "claimpayment.ClinicNum", "claimpayment.DepositNum", "claimpayment.CarrierName",
    "claimpayment.IsPartial", "definition.ItemName AS payType", "claimpayment.SecDateEntry",
)  # fmt: skip
CHECK_SOURCE = "claimpayment LEFT JOIN definition ON definition.DefNum = claimpayment.PayType"

BRANCHES: Mapping[str, Branch] = MappingProxyType(
    {
        "payment": Branch(
            PaymentRow,
            PAYMENT_FIELDS,
            PAYMENT_SOURCE
            + " WHERE payment.DateEntry = '{day}' OR payment.PayDate = '{day}'"
            + " OR (payment.DateEntry = '{next}' AND payment.PayNote LIKE '%{mark}%')",
        ),
        "check": Branch(
            ClaimPayment,
            CHECK_FIELDS,
            CHECK_SOURCE + " WHERE claimpayment.CheckDate = '{day}' OR claimpayment.SecDateEntry = '{day}'",
        ),
        "adjustment": Branch(
            AdjustmentRow,
            (
                "adjustment.AdjNum", "adjustment.PatNum", "adjustment.AdjAmt", "adjustment.AdjDate",
                "definition.ItemName AS adjType", "adjustment.ClinicNum", "userod.UserName AS userName",
                "patient.LName", "patient.FName",
            ),
            "adjustment LEFT JOIN definition ON definition.DefNum = adjustment.AdjType "
            + _PERSON.format(table="adjustment")
            + " WHERE adjustment.DateEntry = '{day}'",
        ),
    }
)  # fmt: skip


def day_values(day: date) -> dict[str, str]:
    """The values of the query."""
    return {"day": day.isoformat(), "next": (day + timedelta(days=1)).isoformat(), "mark": MARK}
