"""Rules of claims that several resources share: what stands on them, and what that adds up to."""

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
"""The statuses of what an insurance has answered."""
_TOTALS = {"ClaimFee": "FeeBilled"} | {
    name: name for name in ("InsPayEst", "InsPayAmt", "DedApplied", "WriteOff")
}
"""A claim's totals, and what of its claimprocs they are the sums of."""


def changeable_claim(work: Work, claim_num: int) -> Row:
    """A claim that may be changed. NotFound as "Claim not found.", BadRequest for a deleted patient's."""
    row = work.find(claim, claim_num, "Claim")
    refuse_deleted_patient(work, row.PatNum)
    return row


def procs_on(work: Work, claim_num: int) -> list[Row]:
    """The claimprocs of a claim, in the order of their lines."""
    wanted = (
        sa.select(claimproc)
        .where(claimproc.c.ClaimNum == claim_num)
        .order_by(claimproc.c.LineNumber, claimproc.c.ClaimProcNum)
    )
    return list(work.connection.execute(wanted))


def total_claim(work: Work, claim_num: int) -> None:
    """Make a claim's totals the sums of its claimprocs, exact to the cent."""
    rows = procs_on(work, claim_num)
    work.update(
        claim,
        claim_num,
        {name: float(total(getattr(row, of) for row in rows)) for name, of in _TOTALS.items()},
    )


def when_answered(work: Work, before: Row, status: int) -> dict[str, Any]:
    """What becomes of a claimproc's dates when it gets a status: DateEntry now, DateSuppReceived the first time."""
    if status not in PAID:
        return {"DateSuppReceived": NO_DATE}
    first = work.today if before.DateSuppReceived == NO_DATE else before.DateSuppReceived
    return {"DateEntry": work.today, "DateSuppReceived": first}


def awaits_payment(row: Row) -> bool:
    """Whether a claimproc is answered and on no payment yet, so that it can go onto one."""
    return row.Status in PAID and row.ClaimPaymentNum == 0 and not row.IsTransfer


def pay(work: Work, rows: list[Row], payment: Row) -> None:
    """Put a claim's claimprocs onto a payment: a row of it, its date, and finalized the first time."""
    taken = sa.select(sa.func.max(claimproc.c.PaymentRow)).where(
        claimproc.c.ClaimPaymentNum == payment.ClaimPaymentNum
    )
    line = (work.connection.execute(taken).scalar() or 0) + 1
    for row in rows:
        values = {
            "ClaimPaymentNum": payment.ClaimPaymentNum,
            "DateCP": payment.CheckDate,
            "PaymentRow": line,
            "DateInsFinalized": work.today if row.DateInsFinalized == NO_DATE else row.DateInsFinalized,
        }
        work.update(claimproc, row.ClaimProcNum, values)


def take_off_payment(work: Work, rows: list[Row]) -> None:
    """Take claimprocs off their payment: they await another one."""
    values: Mapping[str, Any] = {"ClaimPaymentNum": 0, "PaymentRow": 0, "DateInsFinalized": NO_DATE}
    for row in rows:
        work.update(claimproc, row.ClaimProcNum, values)
