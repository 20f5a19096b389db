"""Rules of claims that several resources share: which rows belong to a claim, and its totals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from app.practice.rules.insurance import total
from app.practice.schema.claims import claim
from app.practice.schema.columns import NO_DATE
from app.practice.schema.enums.base import CLAIM_PROC_STATUS
from app.practice.schema.insurance import claimproc
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.work import Row, Work

NOT_RECEIVED, RECEIVED, PREAUTH, ADJUSTMENT, SUPPLEMENTAL, ESTIMATE = (
    CLAIM_PROC_STATUS.number(word)
    for word in ("NotReceived", "Received", "Preauth", "Adjustment", "Supplemental", "Estimate")
)
PAID = frozenset({RECEIVED, SUPPLEMENTAL})
"""Statuses of claimprocs that the carrier has answered."""
_TOTALS = {"ClaimFee": "FeeBilled"} | {
    name: name for name in ("InsPayEst", "InsPayAmt", "DedApplied", "WriteOff")
}
"""A claim's totals, and the claimproc columns that they sum."""


def changeable_claim(work: Work, claim_num: int) -> Row:
    """A claim that may be changed. NotFound ("Claim not found."), or BadRequest for a deleted patient."""
    row = work.find(claim, claim_num, "Claim")
    refuse_deleted_patient(work, row.PatNum)
    return row


def procs_on(work: Work, claim_num: int) -> list[Row]:
    """The claimprocs of a claim, in line order."""
    wanted = (
        sa.select(claimproc)
        .where(claimproc.c.ClaimNum == claim_num)
        .order_by(claimproc.c.LineNumber, claimproc.c.ClaimProcNum)
    )
    return list(work.connection.execute(wanted))


def total_claim(work: Work, claim_num: int) -> None:
    """Set a claim's totals to the sums of its claimprocs, exact to the cent."""
    rows = procs_on(work, claim_num)
    work.update(
        claim,
        claim_num,
        {name: float(total(getattr(row, of) for row in rows)) for name, of in _TOTALS.items()},
    )


def when_answered(work: Work, before: Row, status: int) -> dict[str, Any]:
    """The dates of a claimproc when its status changes: DateEntry now, DateSuppReceived the first time."""
    if status not in PAID:
        return {"DateSuppReceived": NO_DATE}
    first = work.today if before.DateSuppReceived == NO_DATE else before.DateSuppReceived
    return {"DateEntry": work.today, "DateSuppReceived": first}


def awaits_payment(row: Row) -> bool:
    """Whether a claimproc is received and not yet on a payment."""
    return row.Status in PAID and row.ClaimPaymentNum == 0 and not row.IsTransfer


def pay(work: Work, rows: list[Row], payment: Row) -> None:
    """Attach a claim's claimprocs to a payment: row order, date, and finalized the first time."""
    on_it = claimproc.c.ClaimPaymentNum == payment.ClaimPaymentNum
    line = work.next_order(claimproc.c.PaymentRow, on_it, first=1)
    for row in rows:
        values = {
            "ClaimPaymentNum": payment.ClaimPaymentNum,
            "DateCP": payment.CheckDate,
            "PaymentRow": line,
            "DateInsFinalized": work.today if row.DateInsFinalized == NO_DATE else row.DateInsFinalized,
        }
        work.update(claimproc, row.ClaimProcNum, values)


def take_off_payment(work: Work, rows: list[Row]) -> None:
    """Detach claimprocs from their payment, so that they can go on another one."""
    values: Mapping[str, Any] = {"ClaimPaymentNum": 0, "PaymentRow": 0, "DateInsFinalized": NO_DATE}
    for row in rows:
        work.update(claimproc, row.ClaimProcNum, values)
