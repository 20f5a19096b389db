"""PatPlans: which subscriber's plans cover a patient, and in which order."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.practice.rules.insurance import coverage_of, order_coverage
from app.practice.rules.verifications import start_verifying, stop_verifying
from app.practice.schema.benefits import benefit
from app.practice.schema.enums.insurance import PAT_PLAN_RELATIONSHIP
from app.practice.schema.insurance import claimproc, patplan
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns, words_of
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.pat_plans import PatPlan, PatPlans

_P = patplan.c
ROWS = Listing(
    name="PatPlan",
    columns=lambda: columns_of(
        PatPlan, patplan, {"Relationship": words_of(_P.Relationship, PAT_PLAN_RELATIONSHIP)}
    ),
    source=patplan,
    filters={
        "PatPlanNum": Filter(_P.PatPlanNum),
        "PatNum": Filter(_P.PatNum),
        "InsSubNum": Filter(_P.InsSubNum),
    },
    order=(_P.PatPlanNum,),
)


@serves(PatPlans.list)
def list_(work: Work, given: Given) -> Outcome:
    """Coverage by patient and by subscriber."""
    return work.page(ROWS, given)


@serves(PatPlans.create)
def create(work: Work, given: Given) -> Outcome:
    """Add coverage. It takes its place in the order and moves the later ones down."""
    pat_num = given["PatNum"]
    _check(work, given, pat_num, 0)
    fixed = {"PatNum": pat_num, "InsSubNum": given["InsSubNum"], "OrthoAutoFeeBilledOverride": -1.0}
    key = work.insert(patplan, {**fixed, **_columns(given)})
    order_coverage(work, pat_num, key, given.get("Ordinal", 1))
    start_verifying(work, "PatientEnrollment", key)
    log(work, "PatPlanCreate", "Patient covered by a plan.", pat_num=pat_num, key=key)
    return work.created(ROWS, f"/patplans?PatNum={pat_num}", {"PatPlanNum": key})


@serves(PatPlans.update)
def update(work: Work, given: Given) -> Outcome:
    """Change subscriber, ordinal, relationship or patient ID."""
    before = work.find(patplan, given["PatPlanNum"], "PatPlan")
    refuse_deleted_patient(work, before.PatNum)
    _check(work, given, before.PatNum, before.PatPlanNum)
    moved = {"InsSubNum": given["InsSubNum"]} if "InsSubNum" in given else {}
    work.update(patplan, before.PatPlanNum, {**_columns(given), **moved})
    if "Ordinal" in given:
        order_coverage(work, before.PatNum, before.PatPlanNum, given["Ordinal"])
    log(work, "InsPlanEdit", "Coverage changed.", pat_num=before.PatNum, key=before.PatPlanNum)
    return work.one(ROWS, "PatPlan", {"PatPlanNum": before.PatPlanNum})


@serves(PatPlans.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete coverage with its own benefits; the plan stays, and later coverage moves up."""
    before = work.find(patplan, given["PatPlanNum"], "PatPlan")
    refuse_deleted_patient(work, before.PatNum)
    _drop_estimates(work, before)
    stop_verifying(work, "PatientEnrollment", before.PatPlanNum)
    work.connection.execute(sa.delete(benefit).where(benefit.c.PatPlanNum == before.PatPlanNum))
    work.connection.execute(sa.delete(patplan).where(_P.PatPlanNum == before.PatPlanNum))
    order_coverage(work, before.PatNum)
    log(work, "InsPlanDropPat", "Coverage dropped.", pat_num=before.PatNum, key=before.PatPlanNum)
    return None


def _drop_estimates(work: Work, row: Row) -> None:
    """Delete estimates of coverage that has ended; claimprocs on claims stay."""
    c = claimproc.c
    work.connection.execute(
        sa.delete(claimproc).where(
            c.PatNum == row.PatNum,
            c.InsSubNum == row.InsSubNum,
            c.Status == c.Status.info["codes"].number("Estimate"),
        )
    )


def _check(work: Work, given: Given, pat_num: int, key: int) -> None:
    """BadRequest for an invalid ordinal, or a subscriber who already covers the patient."""
    if not 1 <= given.get("Ordinal", 1) <= 9:
        raise BadRequest("Ordinal is invalid: a single digit from 1 is expected.")
    if "InsSubNum" not in given:
        return
    if not given["InsSubNum"]:
        raise BadRequest("InsSubNum is required.")
    for row in coverage_of(work, pat_num):
        if row.InsSubNum == given["InsSubNum"] and row.PatPlanNum != key:
            raise BadRequest("InsSubNum is invalid: the patient is linked to that InsSub already.")


def _columns(given: Given) -> dict[str, Any]:
    values = for_columns(patplan, given, ("PatID",))
    if "Relationship" in given:
        values["Relationship"] = PAT_PLAN_RELATIONSHIP.number(given["Relationship"])
    return values
