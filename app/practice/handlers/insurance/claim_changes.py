"""Splitting and deleting claims."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.practice.rules.balances import refresh_balances
from app.practice.rules.claims import ESTIMATE, NOT_RECEIVED, changeable_claim, procs_on, total_claim
from app.practice.schema.claims import claim, claimattach, claimtracking
from app.practice.schema.etrans import etrans835attach
from app.practice.schema.insurance import claimproc
from app.practice.schema.procedures import procedurelog
from app.practice.server.audit import log
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.claims import Claims, ClaimState

_HANGS_ON = (claimtracking, claimattach, etrans835attach)
"""Rows deleted with a claim: its history, attachments, and ERA matches."""
_STAMPS = {"ClaimNum", "SecDateEntry", "SecDateTEdit"}


@serves(Claims.split)
def split(work: Work, given: Given) -> Outcome:
    """Move procedures to a new claim with the same data; at least one stays."""
    before = changeable_claim(work, given["ClaimNum"])
    moved, stay = _parted(work, before, list(dict.fromkeys(given["ProcNums"])))
    copied: dict[str, Any] = {name: value for name, value in before._asdict().items() if name not in _STAMPS}
    key = work.insert(claim, copied)
    work.update(claim, key, {"ClaimIdentifier": f"{before.PatNum}/{key}"})
    for rows, claim_num in ((moved, key), (stay, before.ClaimNum)):
        for line, row in enumerate(rows, 1):
            work.update(claimproc, row.ClaimProcNum, {"ClaimNum": claim_num, "LineNumber": line})
        total_claim(work, claim_num)
    log(work, "ClaimEdit", "Claim split.", pat_num=before.PatNum, key=before.ClaimNum)
    return {"ClaimNum": key, "ProcNums": list(dict.fromkeys(row.ProcNum for row in moved))}


def _parted(work: Work, before: Row, wanted: list[int]) -> tuple[list[Row], list[Row]]:
    """A claim's claimprocs: the wanted ones, and the others. BadRequest when they can't be split."""
    if not wanted:
        raise BadRequest("ProcNums is required.")
    rows = procs_on(work, before.ClaimNum)
    for number in wanted:
        work.find(procedurelog, number, "Procedure")
        if all(row.ProcNum != number for row in rows):
            raise BadRequest("ProcNums is invalid: a procedure is not on the claim.")
    moved = [row for row in rows if row.ProcNum in wanted]
    stay = [row for row in rows if row.ProcNum not in wanted]
    if not any(row.ProcNum for row in stay):
        raise BadRequest("ProcNums is invalid: at least one procedure stays on the claim.")
    if any(row.ClaimPaymentNum for row in moved):
        raise BadRequest("ProcNums is invalid: a procedure is on an insurance payment.")
    return moved, stay


@serves(Claims.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one that is neither received nor paid. Its procedures become billable again."""
    before = changeable_claim(work, given["ClaimNum"])
    rows = procs_on(work, before.ClaimNum)
    if any(row.ClaimPaymentNum or row.InsPayAmt for row in rows):
        raise BadRequest("Claim cannot be deleted. Procedure(s) have an insurance payment attached.")
    if before.ClaimStatus == ClaimState.RECEIVED:
        raise BadRequest("Claim cannot be deleted. It is received.")
    for row in rows:
        _take_off(work, row)
    for table in _HANGS_ON:
        work.connection.execute(sa.delete(table).where(table.c.ClaimNum == before.ClaimNum))
    work.connection.execute(sa.delete(claim).where(claim.c.ClaimNum == before.ClaimNum))
    refresh_balances(work, [before.PatNum])
    log(work, "ClaimDelete", "Claim deleted.", pat_num=before.PatNum, key=before.ClaimNum)
    return None


def _take_off(work: Work, row: Row) -> None:
    """A claimproc of an unanswered procedure becomes an estimate again; others are deleted."""
    if row.ProcNum and row.Status == NOT_RECEIVED:
        values = {
            "ClaimNum": 0,
            "Status": ESTIMATE,
            "LineNumber": 0,
            "FeeBilled": 0.0,
            "DedApplied": 0.0,
            "WriteOff": 0.0,
        }
        work.update(claimproc, row.ClaimProcNum, values)
    else:
        work.connection.execute(sa.delete(claimproc).where(claimproc.c.ClaimProcNum == row.ClaimProcNum))
