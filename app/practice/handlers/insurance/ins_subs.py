"""InsSubs."""

from __future__ import annotations

import operator

import sqlalchemy as sa

from app.practice.rules.claims import ESTIMATE
from app.practice.schema.claims import claim
from app.practice.schema.insurance import claimproc, inssub, patplan
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.ins_subs import InsSub, InsSubs

_S, _C = inssub.c, claimproc.c
ROWS = Listing(
    name="InsSub",
    columns=lambda: columns_of(InsSub, inssub),
    source=inssub,
    filters={
        "InsSubNum": Filter(_S.InsSubNum),
        "PlanNum": Filter(_S.PlanNum),
        "Subscriber": Filter(_S.Subscriber),
        "SecDateTEdit": Filter(_S.SecDateTEdit, operator.ge),
    },
    order=(_S.InsSubNum,),
)


@serves(InsSubs.get)
def get(work: Work, given: Given) -> Outcome:
    """One subscriber."""
    return work.one(ROWS, "InsSub", given)


@serves(InsSubs.list)
def list_(work: Work, given: Given) -> Outcome:
    """Subscribers by plan, person, and time of change."""
    return work.page(ROWS, given)


@serves(InsSubs.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a subscriber to a plan. This covers nobody yet."""
    _check(given)
    values = {"ReleaseInfo": True, "AssignBen": work.preference("InsDefaultAssignBen") == "1", **given}
    key = work.insert(inssub, for_columns(inssub, values, values))
    log(work, "InsPlanCreateSub", "Insurance subscriber created.", pat_num=given["Subscriber"], key=key)
    return work.one(ROWS, "InsSub", {"InsSubNum": key})


@serves(InsSubs.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one, including plan and person. Covered patients stay covered."""
    before = work.find(inssub, given["InsSubNum"], "InsSub")
    refuse_deleted_patient(work, before.Subscriber)
    _check(given)
    sent = [name for name in given if name != "InsSubNum"]
    work.update(inssub, before.InsSubNum, for_columns(inssub, given, sent))
    log(
        work,
        "InsPlanEditSub",
        "Insurance subscriber changed.",
        pat_num=before.Subscriber,
        key=before.InsSubNum,
    )
    return None


@serves(InsSubs.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one that covers nobody and is on no claim; its estimates are deleted too."""
    before = work.find(inssub, given["InsSubNum"], "InsSub")
    key = before.InsSubNum
    refuse_deleted_patient(work, before.Subscriber)
    if _any(work, sa.select(patplan.c.PatPlanNum).where(patplan.c.InsSubNum == key)):
        raise BadRequest("Can't delete InsSub because PatPlans are still attached.")
    named = sa.or_(claim.c.InsSubNum == key, claim.c.InsSubNum2 == key)
    kept = sa.select(_C.ClaimProcNum).where(_C.InsSubNum == key, _C.Status != ESTIMATE)
    if _any(work, sa.select(claim.c.ClaimNum).where(named)) or _any(work, kept):
        raise BadRequest("Can't delete InsSub because claims are still attached.")
    work.connection.execute(sa.delete(claimproc).where(_C.InsSubNum == key))
    work.connection.execute(sa.delete(inssub).where(_S.InsSubNum == key))
    log(work, "InsPlanEditSub", "Insurance subscriber deleted.", pat_num=before.Subscriber, key=key)
    return None


def _any(work: Work, wanted: sa.Select[tuple[int]]) -> bool:
    return work.connection.execute(wanted.limit(1)).first() is not None


def _check(given: Given) -> None:
    """BadRequest for an empty required field."""
    if "SubscriberID" in given and not given["SubscriberID"].strip():
        raise BadRequest("SubscriberID is required.")
    for name in ("PlanNum", "Subscriber"):
        if name in given and not given[name]:
            raise BadRequest(f"{name} is required.")
