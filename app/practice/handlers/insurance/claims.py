"""Claims: reading, changing, marking as sent. Creating, splitting and deleting are in other modules."""

from __future__ import annotations

from typing import Any

from app.practice.handlers.insurance.claim_rows import CLAIM_ROWS
from app.practice.rules.balances import refresh_balances
from app.practice.rules.claims import NOT_RECEIVED, RECEIVED, changeable_claim, procs_on, when_answered
from app.practice.rules.insurance import carrier_of, coverage_by
from app.practice.schema.claims import claim
from app.practice.schema.columns import NO_DATE
from app.practice.schema.enums.insurance import ETRANS_TYPE, RELATIONSHIP
from app.practice.schema.etrans import etrans
from app.practice.schema.insurance import claimproc, inssub
from app.practice.server.audit import log
from app.practice.server.older import required_until
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.claims import AccidentSent, Claims, ClaimState

_PLAIN = (
    "ClaimStatus", "DateSent", "DateReceived", "ProvTreat", "IsProsthesis", "PriorDate", "ClaimNote", "ReasonUnderPaid",
    "ProvBill", "PlaceService", "AccidentDate", "AccidentST", "IsOrtho", "OrthoRemainM", "OrthoDate", "PatRelat",
    "PatRelat2", "ClaimForm", "PriorAuthorizationNumber", "MedType", "OrthoTotalM",
)  # fmt: skip


@serves(Claims.get)
def get(work: Work, given: Given) -> Outcome:
    """One claim."""
    return work.one(CLAIM_ROWS, "Claim", given)


@serves(Claims.list)
def list_(work: Work, given: Given) -> Outcome:
    """Claims by patient, status, and time of change."""
    required_until(work, given, "23.3.11", "PatNum")
    return work.page(CLAIM_ROWS, given)


@serves(Claims.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one. Its status sets dates and the statuses of its claimprocs."""
    before = changeable_claim(work, given["ClaimNum"])
    _check(work, given)
    values = for_columns(claim, given, _PLAIN)
    if "AccidentRelated" in given:
        no_accident = given["AccidentRelated"] == AccidentSent.NONE
        values["AccidentRelated"] = "" if no_accident else str(given["AccidentRelated"])
    if "InsSubNum2" in given:
        values |= other_coverage(work, before.PatNum, before.InsSubNum, given)
    values |= _by_status(work, before, given)
    work.update(claim, before.ClaimNum, values)
    refresh_balances(work, [before.PatNum])
    log(work, "ClaimEdit", "Claim changed.", pat_num=before.PatNum, key=before.ClaimNum)
    return work.one(CLAIM_ROWS, "Claim", {"ClaimNum": before.ClaimNum})


@serves(Claims.mark_sent)
def mark_sent(work: Work, given: Given) -> Outcome:
    """Mark one as sent on a day, with its transaction. The first sent date stays."""
    before = changeable_claim(work, given["ClaimNum"])
    values = {"ClaimStatus": ClaimState.SENT.value, "DateSent": given["DateSent"]}
    if not _was_sent(before):
        values["DateSentOrig"] = given.get("DateSentOrig", given["DateSent"])
    work.update(claim, before.ClaimNum, values)
    carrier = carrier_of(work, before.PlanNum)
    transaction = {
        "DateTimeTrans": work.now,
        "Etype": ETRANS_TYPE.number("ClaimSent"),
        "ClaimNum": before.ClaimNum,
        "PatNum": before.PatNum,
        "CarrierNum": carrier.CarrierNum if carrier is not None else 0,
    }
    work.insert(etrans, transaction)
    log(work, "ClaimSentEdit", "Claim marked as sent.", pat_num=before.PatNum, key=before.ClaimNum)
    return work.one(CLAIM_ROWS, "Claim", {"ClaimNum": before.ClaimNum})


def other_coverage(work: Work, pat_num: int, ins_sub_num: int, given: Given) -> dict[str, Any]:
    """The columns of a claim's other coverage. BadRequest when it is not the patient's, or the claim's own."""
    other = given.get("InsSubNum2", 0)
    if not other:
        return {
            "InsSubNum2": 0,
            "PlanNum2": 0,
            "PatRelat2": RELATIONSHIP.number(given.get("PatRelat2", "Self")),
        }
    if other == ins_sub_num:
        raise BadRequest("InsSubNum2 is invalid: it is the claim's own insurance.")
    covered = coverage_by(work, pat_num, other, "InsSubNum2")
    sent = RELATIONSHIP.number(given["PatRelat2"]) if "PatRelat2" in given else covered.Relationship
    plan_num = work.find(inssub, other, "InsSub").PlanNum
    return {"InsSubNum2": other, "PlanNum2": plan_num, "PatRelat2": sent}


def _by_status(work: Work, before: Row, given: Given) -> dict[str, Any]:
    """What a new status sets: the sent or received date, and all claimprocs received."""
    status = given.get("ClaimStatus")
    if status == ClaimState.RECEIVED:
        _receive_all(work, before.ClaimNum)
        if before.DateReceived == NO_DATE and "DateReceived" not in given:
            return {"DateReceived": work.today}
    if status == ClaimState.SENT and before.DateSentOrig == NO_DATE:
        known = work.today if before.DateSent == NO_DATE else before.DateSent
        sent = given.get("DateSent", known)
        return {"DateSent": sent, "DateSentOrig": sent}
    return {}


def _receive_all(work: Work, claim_num: int) -> None:
    for row in procs_on(work, claim_num):
        if row.Status == NOT_RECEIVED:
            answered = when_answered(work, row, RECEIVED)
            work.update(claimproc, row.ClaimProcNum, {"Status": RECEIVED, **answered})


def _was_sent(row: Row) -> bool:
    sent = (ClaimState.SENT, ClaimState.RECEIVED)
    return row.DateSentOrig != NO_DATE or row.ClaimStatus in sent


def _check(work: Work, given: Given) -> None:
    """BadRequest for a field outside its documented limits."""
    for name in ("OrthoRemainM", "OrthoTotalM"):
        if name in given and not 1 <= given[name] <= 36:
            raise BadRequest(f"{name} is invalid: 1 to 36 months are expected.")
    if len(given.get("AccidentST", "")) == 1:
        raise BadRequest("AccidentST is invalid: the two letters of a state are expected, or none.")
    if "OrthoDate" in given and work.preference("OrthoClaimUseDatePlacement") == "1":
        raise BadRequest("OrthoDate is invalid: the office takes the date of the first ortho procedure.")
