"""Benefits of plans, and of a patient's plan."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.clinical.treatment_area import teeth_listed
from app.practice.handlers.insurance.benefit_rules import check_benefit, check_group, usual_period
from app.practice.rules.insurance import NONE
from app.practice.rules.procedures import code_row
from app.practice.schema.benefits import benefit
from app.practice.schema.insurance import patplan
from app.practice.schema.procedures import procedurecode
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.older import required_until
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.benefits import Benefit, Benefits

_B = benefit.c
_LISTS_ALL_SINCE = "23.2.62"
ROWS = Listing(
    name="Benefit",
    columns=lambda: columns_of(
        Benefit,
        benefit,
        {"procCode": name_behind(_B.CodeNum, procedurecode.c.CodeNum, procedurecode.c.ProcCode)},
    ),
    source=benefit,
    filters={
        "BenefitNum": Filter(_B.BenefitNum),
        "PlanNum": Filter(_B.PlanNum),
        "PatPlanNum": Filter(_B.PatPlanNum),
    },
    order=(_B.BenefitNum,),
)


@serves(Benefits.get)
def get(work: Work, given: Given) -> Outcome:
    """One benefit."""
    return work.one(ROWS, "Benefit", given)


@serves(Benefits.list)
def list_(work: Work, given: Given) -> Outcome:
    """Benefits by plan and by patient plan."""
    required_until(work, given, _LISTS_ALL_SINCE, ("PlanNum", "PatPlanNum"))
    return work.page(ROWS, given)


@serves(Benefits.create, unchecked=("procCode",))
def create(work: Work, given: Given) -> Outcome:
    """Add one to a plan or to one patient's plan."""
    plan, pat_plan = given.get("PlanNum", 0), given.get("PatPlanNum", 0)
    if not plan and not pat_plan:
        raise BadRequest("PlanNum or PatPlanNum is required.")
    if plan and pat_plan:
        raise BadRequest("Only one of PlanNum and PatPlanNum may be sent.")
    usual = {"Percent": NONE, "MonetaryAmt": Decimal(NONE), "TimePeriod": usual_period(work, given)}
    values = _columns(work, {**usual, **given})
    check_benefit({**_BLANK, **values})
    pat_num = _person(work, pat_plan)
    key = work.insert(benefit, values)
    log(work, "InsPlanEdit", "Benefit created.", pat_num=pat_num, key=plan)
    path = f"PlanNum={plan}" if plan else f"PatPlanNum={pat_plan}"
    return work.created(ROWS, f"/benefits?{path}", {"BenefitNum": key})


@serves(Benefits.update, unchecked=("procCode",))
def update(work: Work, given: Given) -> Outcome:
    """Change one; the result is checked as a whole."""
    before = work.find(benefit, given["BenefitNum"], "Benefit")
    pat_num = _person(work, before.PatPlanNum)
    values = _columns(work, {name: value for name, value in given.items() if name != "BenefitNum"})
    check_benefit({**before._asdict(), **values})
    check_group(before, values)
    work.update(benefit, before.BenefitNum, values)
    log(work, "InsPlanEdit", "Benefit changed.", pat_num=pat_num, key=before.PlanNum)
    return work.one(ROWS, "Benefit", {"BenefitNum": before.BenefitNum})


@serves(Benefits.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one."""
    before = work.find(benefit, given["BenefitNum"], "Benefit")
    pat_num = _person(work, before.PatPlanNum)
    work.connection.execute(sa.delete(benefit).where(_B.BenefitNum == before.BenefitNum))
    log(work, "InsPlanEdit", "Benefit deleted.", pat_num=pat_num, key=before.PlanNum)
    return None


_BLANK = {
    "CovCatNum": 0,
    "QuantityQualifier": 0,
    "Quantity": 0,
    "CodeNum": 0,
    "TreatArea": 0,
    "ToothRange": "",
}


def _columns(work: Work, given: Given) -> dict[str, Any]:
    """A request's fields as stored; CodeNum takes precedence over ProcCode."""
    values = for_columns(benefit, given, [name for name in given if name != "procCode"])
    if "ToothRange" in values:
        values["ToothRange"] = teeth_listed(values["ToothRange"])
    if given.get("procCode") and not given.get("CodeNum"):
        code: Row | None = code_row(work, given["procCode"])
        if code is None:
            raise NotFound("procCode not found.")
        values["CodeNum"] = code.CodeNum
    return values


def _person(work: Work, pat_plan_num: int) -> int:
    """The patient of a patient-specific benefit, 0 for a plan's. BadRequest when they are deleted."""
    if not pat_plan_num:
        return 0
    pat_num = int(work.find(patplan, pat_plan_num, "PatPlan").PatNum)
    refuse_deleted_patient(work, pat_num)
    return pat_num
