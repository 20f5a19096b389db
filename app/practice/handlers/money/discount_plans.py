"""DiscountPlans."""

from __future__ import annotations

from typing import Any

from app.practice.handlers.office.sent import refuse_below, refuse_blank, refuse_zero
from app.practice.schema.catalog import discountplan
from app.practice.schema.office import definition
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.discount_plans import DiscountPlan, DiscountPlans

_D = discountplan.c
UNLIMITED = -1
LIMITS = (
    "ExamFreqLimit", "XrayFreqLimit", "ProphyFreqLimit", "FluorideFreqLimit", "PerioFreqLimit",
    "LimitedExamFreqLimit", "PAFreqLimit", "AnnualMax",
)  # fmt: skip
_IS_DISCOUNT_PLAN = "dp"
"""The ItemValue of adjustment types used for discount plans."""
ROWS = Listing(
    name="DiscountPlan",
    columns=lambda: columns_of(
        DiscountPlan,
        discountplan,
        {"adjustmentType": name_behind(_D.DefNum, definition.c.DefNum, definition.c.ItemName)},
    ),
    source=discountplan,
    filters={"DiscountPlanNum": Filter(_D.DiscountPlanNum)},
    order=(_D.DiscountPlanNum,),
)


@serves(DiscountPlans.get)
def get(work: Work, given: Given) -> Outcome:
    """One plan."""
    return work.one(ROWS, "DiscountPlan", given)


@serves(DiscountPlans.list)
def list_(work: Work, given: Given) -> Outcome:
    """All plans, hidden ones included."""
    return work.page(ROWS, given)


@serves(DiscountPlans.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a plan; missing limits mean unlimited."""
    key = work.insert(discountplan, {**dict.fromkeys(LIMITS, UNLIMITED), **_columns(work, given)})
    log(work, "DiscountPlanAdd", "Discount plan created.", key=key)
    return work.created(ROWS, f"/discountplans/{key}", {"DiscountPlanNum": key})


@serves(DiscountPlans.update)
def update(work: Work, given: Given) -> Outcome:
    """Change a plan."""
    key = given["DiscountPlanNum"]
    work.find(discountplan, key, "DiscountPlan")
    work.update(discountplan, key, _columns(work, given))
    log(work, "DiscountPlanEdit", "Discount plan changed.", key=key)
    return work.one(ROWS, "DiscountPlan", {"DiscountPlanNum": key})


def _columns(work: Work, given: Given) -> dict[str, Any]:
    refuse_blank(given, "Description")
    refuse_zero(given, "FeeSchedNum", "DefNum")
    refuse_below(given, UNLIMITED, *LIMITS)
    if "DefNum" in given:
        kind = work.find(definition, given["DefNum"], "Definition")
        if kind.ItemValue != _IS_DISCOUNT_PLAN:
            raise BadRequest("DefNum is invalid: an adjustment type with the ItemValue dp is expected.")
    return for_columns(discountplan, given, [name for name in given if name != "DiscountPlanNum"])
