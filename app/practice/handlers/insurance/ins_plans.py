"""InsPlans."""

from __future__ import annotations

from app.practice.rules.verifications import start_verifying
from app.practice.schema.enums.catalog import FEE_SCHED_TYPE
from app.practice.schema.insurance import insplan
from app.practice.schema.procedures import feesched
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.ins_plans import InsPlan, InsPlanFilter, InsPlans, InsPlanType

_P = insplan.c
_BLUE_BOOK = "2"
"""The AllowedFeeSchedsAutomate preference's value for BlueBook."""
_SCHEDULES = {
    "AllowedFeeSched": "OutNetwork",
    "CopayFeeSched": "CoPay",
    "ManualFeeSchedNum": "ManualBlueBook",
}
"""The type of fee schedule that each of these refers to."""
_FILING = ("FilingCode", "FilingCodeSubtype")
"""The office has no filing codes: only 0, none, refers to one."""
ROWS = Listing(
    name="InsPlan",
    columns=lambda: columns_of(InsPlan, insplan),
    source=insplan,
    filters={
        "PlanNum": Filter(_P.PlanNum),
        "PlanType": Filter(_P.PlanType),
        "CarrierNum": Filter(_P.CarrierNum),
    },
    order=(_P.PlanNum,),
)


@serves(InsPlans.get)
def get(work: Work, given: Given) -> Outcome:
    """One plan."""
    return work.one(ROWS, "InsPlan", given)


@serves(InsPlans.list)
def list_(work: Work, given: Given) -> Outcome:
    """Plans by type and carrier; "percentage" is stored as blank."""
    if given.get("PlanType") == InsPlanFilter.PERCENTAGE:
        given = {**given, "PlanType": InsPlanType.PERCENTAGE}
    return work.page(ROWS, given)


@serves(InsPlans.create, unchecked=_FILING)
def create(work: Work, given: Given) -> Outcome:
    """Add a plan with unverified benefits and the office's defaults."""
    percentage = given.get("PlanType", InsPlanType.PERCENTAGE) == InsPlanType.PERCENTAGE
    values = {"IsBlueBookEnabled": _is_automated(work) and percentage, **given}
    _check(work, values, percentage=percentage)
    usual = {
        "ClaimFormNum": work.preference_number("DefaultClaimForm"),
        "ClaimsUseUCR": int(percentage and work.preference("InsDefaultShowUCRonClaims") == "1"),
        "CobRule": work.preference_number("InsDefaultCobRule"),
        "HasPpoSubstWriteoffs": 1,
    }
    key = work.insert(insplan, {**usual, **for_columns(insplan, values, values)})
    start_verifying(work, "InsuranceBenefit", key)
    log(work, "InsPlanCreate", "Insurance plan created.", key=key)
    return work.one(ROWS, "InsPlan", {"PlanNum": key})


@serves(InsPlans.update, unchecked=_FILING)
def update(work: Work, given: Given) -> Outcome:
    """Change a plan for all its subscribers. A plan that is no longer percentage leaves BlueBook."""
    before = work.find(insplan, given["PlanNum"], "InsPlan")
    sent = {name: value for name, value in given.items() if name != "PlanNum"}
    percentage = sent.get("PlanType", before.PlanType) == InsPlanType.PERCENTAGE
    if not percentage:
        sent = {"IsBlueBookEnabled": False, **sent}
    _check(work, {"IsBlueBookEnabled": before.IsBlueBookEnabled, **sent}, percentage=percentage)
    work.update(insplan, before.PlanNum, for_columns(insplan, sent, sent))
    log(work, "InsPlanEdit", "Insurance plan changed.", key=before.PlanNum)
    return work.one(ROWS, "InsPlan", {"PlanNum": before.PlanNum})


def _check(work: Work, given: Given, *, percentage: bool) -> None:
    """BadRequest for a month, fee schedule or BlueBook setting that is invalid for the plan."""
    if not 0 <= given.get("MonthRenew", 0) <= 12:
        raise BadRequest("MonthRenew is invalid: a month from 1 to 12, or 0 for the calendar year.")
    if given.get("IsBlueBookEnabled") and not percentage:
        raise BadRequest("IsBlueBookEnabled is invalid: only a percentage plan can use BlueBook.")
    for name, kind in _SCHEDULES.items():
        if given.get(name):
            _check_schedule(work, given[name], name, kind)
    if given.get("ManualFeeSchedNum") and not (_is_automated(work) and given["IsBlueBookEnabled"]):
        raise BadRequest("ManualFeeSchedNum is invalid: it may only be sent for a plan that uses BlueBook.")
    for name in _FILING:
        if given.get(name, "0").strip() not in ("", "0"):
            raise NotFound(f"{name} not found.")
    if "CarrierNum" in given and not given["CarrierNum"]:
        raise BadRequest("CarrierNum is required.")


def _check_schedule(work: Work, key: int, name: str, kind: str) -> None:
    if work.find(feesched, key, name).FeeSchedType != FEE_SCHED_TYPE.number(kind):
        raise BadRequest(f"{name} is invalid: the fee schedule must be of the type {kind}.")


def _is_automated(work: Work) -> bool:
    return work.preference("AllowedFeeSchedsAutomate") == _BLUE_BOOK
