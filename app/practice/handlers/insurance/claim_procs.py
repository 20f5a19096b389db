"""ClaimProcs: read, changed, supplemented and deleted."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.practice.handlers.insurance.claim_proc_amounts import with_amounts
from app.practice.handlers.insurance.claim_proc_rules import check
from app.practice.handlers.insurance.claim_rows import CLAIM_PROC_ROWS
from app.practice.rules.balances import refresh_balances
from app.practice.rules.claims import (
    PAID,
    RECEIVED,
    SUPPLEMENTAL,
    awaits_payment,
    pay,
    procs_on,
    take_off_payment,
    total_claim,
    when_answered,
)
from app.practice.rules.estimates import NOTHING
from app.practice.rules.insurance import NONE
from app.practice.schema.attached import orthoproclink
from app.practice.schema.claims import claimpayment
from app.practice.schema.insurance import claimproc
from app.practice.server.audit import log
from app.practice.server.older import required_until
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.claim_procs import ClaimProcs

_C = claimproc.c
_APART = frozenset({"ClaimProcNum", "ClaimPaymentNum"})
"""Fields that are not plain columns of this row."""
_SUPPLEMENT_KEEPS = (
    "ProcNum", "ClaimNum", "PatNum", "ProvNum", "PlanNum", "CodeSent", "Percentage", "BaseEst", "ProcDate",
    "LineNumber", "InsEstTotal", "ClinicNum", "InsSubNum",
)  # fmt: skip
_BLANK_IN_SUPPLEMENT = (
    "AllowedOverride", "PercentOverride", "CopayAmt", "PaidOtherIns", "CopayOverride", "DedEstOverride",
    "InsEstTotalOverride", "PaidOtherInsOverride", "WriteOffEst", "WriteOffEstOverride",
)  # fmt: skip


@serves(ClaimProcs.get)
def get(work: Work, given: Given) -> Outcome:
    """One claimproc."""
    return work.one(CLAIM_PROC_ROWS, "ClaimProc", given)


@serves(ClaimProcs.list)
def list_(work: Work, given: Given) -> Outcome:
    """The claimprocs that match all filters."""
    required_until(work, given, "23.2.16", "ClaimNum", "PatNum")
    return work.page(CLAIM_PROC_ROWS, given)


@serves(ClaimProcs.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one, recompute its estimate, and its claim's totals."""
    before = work.find(claimproc, given["ClaimProcNum"], "ClaimProc")
    key = before.ClaimProcNum
    refuse_deleted_patient(work, before.PatNum)
    check(work, given, before)
    values = for_columns(claimproc, given, [name for name in given if name not in _APART])
    if "Status" in values and values["Status"] != before.Status:
        values |= when_answered(work, before, values["Status"])
    elif values.get("Status") in PAID:
        values["DateEntry"] = work.today
    if given.get("NoBillIns"):
        values |= NOTHING
    else:
        values |= with_amounts(work, before, values)
    work.update(claimproc, key, values)
    if before.Status in PAID and {"InsPayAmt", "ProvNum"} & given.keys():
        _remove_transfers(work, before)
    if "ClaimPaymentNum" in given:
        _put_on_payment(work, work.find(claimproc, key, "ClaimProc"), given["ClaimPaymentNum"])
    if before.ClaimNum:
        total_claim(work, before.ClaimNum)
    refresh_balances(work, [before.PatNum])
    _log(work, before, given)
    return work.one(CLAIM_PROC_ROWS, "ClaimProc", {"ClaimProcNum": key})


@serves(ClaimProcs.create_supplemental)
def create_supplemental(work: Work, given: Given) -> Outcome:
    """Add a further payment, which may be negative, to a received procedure of a claim."""
    paid = work.find(claimproc, given["ClaimProcNum"], "ClaimProc")
    refuse_deleted_patient(work, paid.PatNum)
    if not (paid.Status == RECEIVED and paid.ClaimNum and paid.ProcNum) or paid.IsTransfer:
        raise BadRequest("ClaimProcNum is invalid: it must be a received procedure of a claim.")
    _remove_transfers(work, paid)
    key = work.insert(claimproc, _supplement(work, paid, given))
    total_claim(work, paid.ClaimNum)
    refresh_balances(work, [paid.PatNum])
    log(work, "ClaimProcReceivedEdit", "Supplemental payment created.", pat_num=paid.PatNum, key=key)
    return work.created(CLAIM_PROC_ROWS, f"/claimprocs/{key}", {"ClaimProcNum": key})


def _supplement(work: Work, paid: Row, given: Given) -> dict[str, Any]:
    """A second claimproc of a procedure: its estimate stays readable, nothing more is billed or expected."""
    copied = {name: getattr(paid, name) for name in _SUPPLEMENT_KEEPS}
    return {
        **copied,
        **dict.fromkeys(_BLANK_IN_SUPPLEMENT, NONE),
        "Status": SUPPLEMENTAL,
        "InsPayAmt": float(given.get("InsPayAmt", 0)),
        "DateCP": work.today,
        "DateEntry": work.today,
        "DateSuppReceived": work.today,
    }


@serves(ClaimProcs.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one that is neither paid, nor supplemented, nor all that is left of a claim."""
    row = work.find(claimproc, given["ClaimProcNum"], "ClaimProc")
    refuse_deleted_patient(work, row.PatNum)
    if reason := _why_kept(work, row):
        raise BadRequest(f"ClaimProc cannot be deleted. {reason}")
    if row.Status in PAID:
        _remove_transfers(work, row)
    work.connection.execute(sa.delete(claimproc).where(_C.ClaimProcNum == row.ClaimProcNum))
    if row.ClaimNum:
        total_claim(work, row.ClaimNum)
    refresh_balances(work, [row.PatNum])
    _log(work, row, {}, "Claim procedure deleted.")
    return None


def _why_kept(work: Work, row: Row) -> str:
    """What prevents deleting a claimproc; empty: nothing."""
    if row.ClaimPaymentNum:
        return "It is attached to a ClaimPayment."
    linked = sa.select(orthoproclink.c.ProcNum).where(orthoproclink.c.ProcNum == row.ProcNum).limit(1)
    if row.ProcNum and work.connection.execute(linked).first() is not None:
        return "Its procedure is attached to an OrthoCase."
    if not row.ClaimNum:
        return ""
    lines = [each for each in procs_on(work, row.ClaimNum) if not each.IsTransfer]
    others = [each for each in lines if each.ClaimProcNum != row.ClaimProcNum]
    if not others:
        return "It is the last ClaimProc of the claim."
    more = {each.ProcNum for each in others if each.Status == SUPPLEMENTAL}
    if row.Status != SUPPLEMENTAL and row.ProcNum in more:
        return "A supplemental payment is attached to it."
    return ""


def _log(work: Work, before: Row, given: Given, words: str = "Claim procedure changed.") -> None:
    permission = "ClaimProcReceivedEdit" if before.Status in PAID else "ClaimEdit"
    log(work, permission, words, pat_num=before.PatNum, key=before.ClaimProcNum)
    if "WriteOff" in given:
        log(work, "InsWriteOffEdit", "Write-off changed.", pat_num=before.PatNum, key=before.ClaimProcNum)


def _remove_transfers(work: Work, before: Row) -> None:
    """Income transfers based on the old payment are no longer valid."""
    if before.ClaimNum:
        work.connection.execute(
            sa.delete(claimproc).where(_C.ClaimNum == before.ClaimNum, _C.IsTransfer != 0)
        )


def _put_on_payment(work: Work, row: Row, payment_num: int) -> None:
    """Attach a claim's received procedures to a partial payment; 0 detaches those of this row's payment."""
    of_claim = procs_on(work, row.ClaimNum) if row.ClaimNum else [row]
    if payment_num == 0:
        if row.ClaimPaymentNum:
            take_off_payment(work, [each for each in of_claim if each.ClaimPaymentNum == row.ClaimPaymentNum])
        return
    payment = work.find(claimpayment, payment_num, "ClaimPayment")
    if row.ClaimPaymentNum == payment_num:
        return
    if not payment.IsPartial:
        raise BadRequest("ClaimPaymentNum is invalid: the payment is not partial.")
    if not awaits_payment(row):
        raise BadRequest("ClaimPaymentNum is invalid: the procedure is not received, or is on a payment.")
    pay(work, [each for each in of_claim if awaits_payment(each)], payment)
