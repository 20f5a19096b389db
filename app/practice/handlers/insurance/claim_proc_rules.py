"""Which claimproc fields may change, depending on its status and its claim's."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.rules.claims import ESTIMATE, PAID, PREAUTH, SUPPLEMENTAL
from app.practice.rules.insurance import NONE, total
from app.practice.schema.claims import claim
from app.practice.schema.enums.base import CLAIM_PROC_STATUS
from app.practice.schema.insurance import claimproc
from app.practice.schema.procedures import procedurelog
from app.practice.server.refusals import BadRequest
from app.practice.server.work import Given, Row, Work
from app.wire.resources.claims import ClaimKind

_LOCKED = frozenset(
    CLAIM_PROC_STATUS.number(word)
    for word in ("Adjustment", "InsHist", "CapClaim", "CapComplete", "CapEstimate")
)
_OVERRIDES = (
    "CopayOverride", "DedEstOverride", "InsEstTotalOverride", "PaidOtherInsOverride", "WriteOffEstOverride",
)  # fmt: skip
_AMOUNTS = ("FeeBilled", "DedApplied")


def check(work: Work, given: Given, before: Row) -> None:
    """BadRequest for a change that the claimproc, its claim or its payment does not allow."""
    if before.IsTransfer:
        raise BadRequest("The claimproc cannot be changed: it is part of an income transfer.")
    if before.Status in _LOCKED:
        word = CLAIM_PROC_STATUS.text(before.Status)
        raise BadRequest(f"The claimproc cannot be changed: its Status is {word}.")
    _check_amounts(given)
    _check_write_off(work, given, before)
    _check_status(work, given, before)
    _check_provider(work, given, before)
    if "InsPayAmt" in given and before.ClaimPaymentNum:
        word = CLAIM_PROC_STATUS.text(before.Status)
        raise BadRequest(f"Cannot change InsPayAmt when Status is {word} and attached to a ClaimPayment.")


def _check_amounts(given: Given) -> None:
    if not NONE <= given.get("PercentOverride", NONE) <= 100:
        raise BadRequest("PercentOverride is invalid: 0 to 100, or -1 for none.")
    for name in _OVERRIDES:
        if name in given and given[name] < 0 and given[name] != NONE:
            raise BadRequest(f"{name} is invalid: an amount, or -1 for none.")
    for name in _AMOUNTS:
        if name in given and given[name] < 0:
            raise BadRequest(f"{name} is invalid: an amount of 0 or more is expected.")


def _check_write_off(work: Work, given: Given, before: Row) -> None:
    """A supplemental payment may take back a write-off, but not more than was written off for the procedure."""
    if given.get("WriteOff", 0) >= 0:
        return
    same = claimproc.c.ClaimNum == before.ClaimNum, claimproc.c.ProcNum == before.ProcNum
    others = sa.select(claimproc.c.WriteOff).where(*same, claimproc.c.ClaimProcNum != before.ClaimProcNum)
    written_off = total(work.connection.execute(others).scalars())
    if before.Status != SUPPLEMENTAL or written_off + given["WriteOff"] < 0:
        raise BadRequest("WriteOff is invalid: an amount of 0 or more is expected.")


def _check_status(work: Work, given: Given, before: Row) -> None:
    """An estimate is on no claim, a preauthorization on its own type, and a payment requires a received claimproc."""
    status = CLAIM_PROC_STATUS.number(given["Status"]) if "Status" in given else before.Status
    if status != before.Status:
        if before.Status == SUPPLEMENTAL and _has_sibling(work, before):
            raise BadRequest(
                "Cannot change Status from Supplemental when there is a ClaimProc with a different status and the"
                " same ProcNum."
            )
        if before.ClaimPaymentNum and status not in PAID:
            raise BadRequest("Status is invalid: the procedure is attached to a check.")
        if bool(before.ClaimNum) == (status == ESTIMATE):
            raise BadRequest("Status is invalid: Estimate without a claim, any other on a claim.")
        preauthorizes = before.ClaimNum and (
            work.find(claim, before.ClaimNum, "Claim").ClaimType == ClaimKind.PRE_AUTH
        )
        if bool(preauthorizes) != (status == PREAUTH):
            raise BadRequest("Status is invalid: Preauth on a preauthorization and nowhere else.")
    if given.get("InsPayAmt") and status in (ESTIMATE, PREAUTH):
        raise BadRequest("InsPayAmt is invalid: nothing is paid on an estimate or a preauthorization.")


def _has_sibling(work: Work, row: Row) -> bool:
    """Whether the procedure of a supplemental payment has a claimproc of another status."""
    same = claimproc.c.ProcNum == row.ProcNum, claimproc.c.Status != row.Status
    wanted = sa.select(claimproc.c.ClaimProcNum).where(*same).limit(1)
    return bool(row.ProcNum) and work.connection.execute(wanted).first() is not None


def _check_provider(work: Work, given: Given, before: Row) -> None:
    """On a claim, the provider follows the procedure's if the office's preference says so."""
    follows = work.preference("ProcProvChangesClaimProcWithClaim") == "1"
    if "ProvNum" not in given or not (follows and before.ClaimNum and before.ProcNum):
        return
    if work.find(procedurelog, before.ProcNum, "Procedure").ProvNum != given["ProvNum"]:
        raise BadRequest("ProvNum is invalid: on a claim it follows the procedure's provider.")
