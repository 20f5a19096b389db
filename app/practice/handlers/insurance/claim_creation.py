"""Creating claims for a patient's procedures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.clinical.procedure_logs import changeable
from app.practice.handlers.insurance.claim_rows import CLAIM_ROWS
from app.practice.handlers.insurance.claims import other_coverage
from app.practice.handlers.office.office_lists import uses_clinics
from app.practice.rules.balances import refresh_balances
from app.practice.rules.claims import ESTIMATE, NOT_RECEIVED, PREAUTH, total_claim
from app.practice.rules.estimates import OVERRIDES, Insured, estimate, fee_of
from app.practice.rules.insurance import NONE, coverage_by, coverage_of, plan_of
from app.practice.rules.procedures import COMPLETE, code_of
from app.practice.schema.claims import claim
from app.practice.schema.enums.insurance import RELATIONSHIP
from app.practice.schema.insurance import claimproc
from app.practice.schema.office import clinic, provider
from app.practice.schema.people import patient
from app.practice.server.audit import log
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.claims import ClaimKind, Claims, ClaimState, ProsthesisKind

_C = claimproc.c
_CODE_LENGTH = 5
"""Only the first five characters of a D code are sent."""
_TREATING = -1
"""The InsBillingProv preference's value for the treating provider."""


@serves(Claims.create)
def create(work: Work, given: Given) -> Outcome:
    """Create a waiting claim, attach the procedures, and compute its totals."""
    kind = given["ClaimType"]
    procedures = _procedures(work, given)
    covered = _coverage(work, given)
    insured = Insured(covered, plan_of(work, covered.InsSubNum))
    for row in procedures:
        _refuse_billed(work, row, covered, kind)
    key = work.insert(claim, _columns(work, given, procedures, insured))
    work.update(claim, key, {"ClaimIdentifier": f"{covered.PatNum}/{key}"})
    for line, row in enumerate(procedures, 1):
        _put_on(work, key, line, row, insured, kind)
    total_claim(work, key)
    refresh_balances(work, [covered.PatNum])
    log(work, "ClaimEdit", "Claim created.", pat_num=covered.PatNum, key=key)
    return work.created(CLAIM_ROWS, f"/claims/{key}", {"ClaimNum": key})


def _procedures(work: Work, given: Given) -> list[Row]:
    """The procedures in a request, without duplicates."""
    found = [changeable(work, number) for number in dict.fromkeys(given["procNums"])]
    if not found:
        raise BadRequest("procNums is required.")
    if any(row.PatNum != given["PatNum"] for row in found):
        raise BadRequest("procNums is invalid: a procedure is another patient's.")
    if len({row.ClinicNum for row in found}) > 1:
        raise BadRequest("procNums is invalid: a claim is for procedures of one clinic.")
    if given["ClaimType"] != ClaimKind.PRE_AUTH and any(row.ProcStatus != COMPLETE for row in found):
        raise BadRequest("procNums is invalid: a procedure is not complete.")
    return found


def _coverage(work: Work, given: Given) -> Row:
    """The coverage to bill: the named one for a preauthorization, else primary or secondary."""
    kind, sent = given["ClaimType"], given.get("InsSubNum", 0)
    if kind == ClaimKind.PRE_AUTH:
        for name in ("InsSubNum", "PatRelat"):
            if not given.get(name):
                raise BadRequest(f"{name} is required with the ClaimType PreAuth.")
    covered = coverage_by(work, given["PatNum"], sent, "InsSubNum") if sent else None
    if kind == ClaimKind.PRE_AUTH and covered is not None:
        return covered
    rows = coverage_of(work, given["PatNum"])
    place, words = (0, "primary") if kind == ClaimKind.PRIMARY else (1, "secondary")
    if len(rows) <= place:
        raise BadRequest(f"ClaimType is invalid: the patient has no {words} insurance.")
    if covered is not None and covered.PatPlanNum != rows[place].PatPlanNum:
        raise BadRequest(f"InsSubNum is invalid: it is not the patient's {words} insurance.")
    return rows[place]


def _refuse_billed(work: Work, row: Row, covered: Row, kind: ClaimKind) -> None:
    """BadRequest for a procedure that is already on a claim to this insurance, or must not be billed to it."""
    held = work.connection.execute(_attached(row, covered)).all()
    if any(each.NoBillIns for each in held):
        raise BadRequest("procNums is invalid: a procedure is not billed to this insurance.")
    billed = any(each.ClaimNum and each.Status != PREAUTH for each in held)
    if kind != ClaimKind.PRE_AUTH and billed:
        raise BadRequest("procNums is invalid: a procedure is on a claim to this insurance already.")


def _attached(row: Row, covered: Row) -> sa.Select[Any]:
    return sa.select(claimproc).where(_C.ProcNum == row.ProcNum, _C.InsSubNum == covered.InsSubNum)


def _columns(work: Work, given: Given, procedures: Sequence[Row], insured: Insured) -> dict[str, Any]:
    preauthorizes = given["ClaimType"] == ClaimKind.PRE_AUTH
    covered, first = insured.coverage, procedures[0]
    relation = RELATIONSHIP.number(given["PatRelat"]) if "PatRelat" in given else covered.Relationship
    treats = given.get("ProvTreat") or _treating(work, first)
    values = {
        "PatNum": covered.PatNum,
        "ClaimType": given["ClaimType"].value,
        "ClaimStatus": ClaimState.WAITING.value,
        "DateSent": given.get("DateSent", work.today),
        "PlanNum": insured.plan.PlanNum,
        "InsSubNum": covered.InsSubNum,
        "PatRelat": relation,
        "ProvTreat": treats,
        "ProvBill": given.get("ProvBill") or _billing(work, treats, first.ClinicNum),
        "ClaimForm": given.get("ClaimForm") or insured.plan.ClaimFormNum,
        "ClinicNum": first.ClinicNum,
        "PlaceService": first.PlaceService,
        "IsProsthesis": ProsthesisKind.NO.value,
        **other_coverage(work, covered.PatNum, covered.InsSubNum, given),
    }
    if not preauthorizes:
        values["DateService"] = given.get("DateService", min(row.ProcDate for row in procedures))
    return values


def _treating(work: Work, procedure: Row) -> int:
    """The treating provider; the patient's dentist when a hygienist treated."""
    who = work.find(provider, procedure.ProvNum, "Provider") if procedure.ProvNum else None
    if who is not None and not who.IsSecondary:
        return int(who.ProvNum)
    usual = work.find(patient, procedure.PatNum, "Patient").PriProv
    return int(usual) or work.preference_number("PracticeDefaultProv")


def _billing(work: Work, treats: int, clinic_num: int) -> int:
    """The billing provider of the clinic or office: a set one, the treating one, or the office's default."""
    wanted = work.preference_number("InsBillingProv")
    if clinic_num and uses_clinics(work):
        wanted = work.find(clinic, clinic_num, "Clinic").InsBillingProv
    if wanted == _TREATING:
        return treats
    return int(wanted) or work.preference_number("PracticeDefaultProv") or treats


def _put_on(work: Work, claim_num: int, line: int, row: Row, insured: Insured, kind: ClaimKind) -> None:
    """Attach a procedure to a claim. Its estimate becomes the claimproc; a preauthorization leaves the estimate."""
    code = code_of(work, row.CodeNum).ProcCode
    preauthorizes = kind == ClaimKind.PRE_AUTH
    held = work.connection.execute(_attached(row, insured.coverage).where(_C.Status == ESTIMATE)).first()
    overrides = {} if held is None else {name: getattr(held, name) for name in OVERRIDES}
    found = estimate(work, insured, row, code, overrides)
    deductible = found["DedEst"] if found["DedEstOverride"] == NONE else found["DedEstOverride"]
    written_off = (
        found["WriteOffEst"] if found["WriteOffEstOverride"] == NONE else found["WriteOffEstOverride"]
    )
    values = {
        **found,
        "ProcNum": row.ProcNum,
        "ClaimNum": claim_num,
        "PatNum": row.PatNum,
        "ProvNum": row.ProvNum,
        "ClinicNum": row.ClinicNum,
        "PlanNum": insured.plan.PlanNum,
        "InsSubNum": insured.coverage.InsSubNum,
        "Status": PREAUTH if preauthorizes else NOT_RECEIVED,
        "FeeBilled": float(fee_of(row)),
        "DedApplied": max(deductible, 0.0),
        "WriteOff": 0.0 if preauthorizes else max(written_off, 0.0),
        "CodeSent": code[:_CODE_LENGTH] if code.startswith("D") else code,
        "ProcDate": row.ProcDate,
        "DateCP": row.ProcDate,
        "LineNumber": line,
    }
    if held is None or preauthorizes:
        work.insert(claimproc, values)
    else:
        work.update(claimproc, held.ClaimProcNum, values)
