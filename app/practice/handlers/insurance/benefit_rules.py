"""What makes a benefit contradictory, and what a new one has unless something else is sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from app.practice.rules.insurance import NONE, plan_of
from app.practice.schema.benefits import benefit
from app.practice.schema.insurance import insplan, patplan
from app.practice.server.refusals import BadRequest
from app.practice.server.work import Given, Row, Work
from app.wire.resources.benefits import BenefitQuantity, BenefitTimePeriod, InsBenefitType

_B = benefit.c
_FREQUENCIES = (BenefitQuantity.NUMBER_OF_SERVICES, BenefitQuantity.MONTHS, BenefitQuantity.YEARS)


def check_benefit(row: Given) -> None:
    """BadRequest for a contradictory benefit. `row` has database values."""
    kind, counts = _kind(row), _counts(row)
    if row["Percent"] != NONE:
        if not 0 <= row["Percent"] <= 100:
            raise BadRequest("Percent is invalid: 0 to 100, or -1 for none.")
        if kind != InsBenefitType.CO_INSURANCE:
            raise BadRequest("Percent is invalid: it may only be sent with the BenefitType CoInsurance.")
    if row["MonetaryAmt"] < 0 and row["MonetaryAmt"] != NONE:
        raise BadRequest("MonetaryAmt is invalid: an amount, or -1 for none.")
    if not 0 <= row["Quantity"] <= 100:
        raise BadRequest("Quantity is invalid: 0 to 100 is expected.")
    if counts == BenefitQuantity.AGE_LIMIT and row["Quantity"] == 0:
        raise BadRequest("Quantity is invalid: above 0 with the QuantityQualifier AgeLimit.")
    if kind == InsBenefitType.WAITING_PERIOD and counts not in (
        BenefitQuantity.MONTHS,
        BenefitQuantity.YEARS,
    ):
        raise BadRequest("QuantityQualifier is invalid: Months or Years with the BenefitType WaitingPeriod.")
    _check_place(row)


def _check_place(row: Given) -> None:
    """BadRequest for contradictory codes, areas or teeth."""
    if row["CovCatNum"] and row["CodeNum"]:
        raise BadRequest("CodeNum and procCode are invalid: they may only be sent if CovCatNum is 0.")
    if row["TreatArea"] and not is_frequency(row):
        raise BadRequest("TreatArea is invalid: it may only be sent for a frequency limitation.")
    if row["ToothRange"] and not row["TreatArea"]:
        raise BadRequest("ToothRange is invalid: it may only be sent with a TreatArea.")


def check_group(before: Row, values: Mapping[str, Any]) -> None:
    """BadRequest when a frequency or age limitation would get another CodeGroupNum than it already has."""
    row = before._asdict()
    moves = before.CodeGroupNum and values.get("CodeGroupNum", before.CodeGroupNum) != before.CodeGroupNum
    if moves and (is_frequency(row) or _counts(row) == BenefitQuantity.AGE_LIMIT):
        raise BadRequest("CodeGroupNum cannot be changed for a frequency limitation or an age limit.")


def is_frequency(row: Mapping[str, Any]) -> bool:
    """Whether a benefit limits how often something is paid. `row` has database values."""
    return (
        _kind(row) == InsBenefitType.LIMITATIONS
        and _counts(row) in _FREQUENCIES
        and row["MonetaryAmt"] == NONE
    )


def usual_period(work: Work, given: Given) -> BenefitTimePeriod:
    """A new benefit's period: the plan's year, and none for a limitation by months, years or age."""
    spans = (BenefitQuantity.MONTHS, BenefitQuantity.YEARS, BenefitQuantity.AGE_LIMIT)
    if given["BenefitType"] == InsBenefitType.LIMITATIONS and given.get("QuantityQualifier") in spans:
        return BenefitTimePeriod.NONE
    plan_num = given.get("PlanNum") or _plan_behind(work, given["PatPlanNum"])
    renews = work.connection.execute(sa.select(insplan.c.MonthRenew).where(insplan.c.PlanNum == plan_num))
    return BenefitTimePeriod.SERVICE_YEAR if renews.scalar() else BenefitTimePeriod.CALENDAR_YEAR


def _plan_behind(work: Work, pat_plan_num: int) -> int:
    return int(plan_of(work, work.find(patplan, pat_plan_num, "PatPlan").InsSubNum).PlanNum)


def _kind(row: Mapping[str, Any]) -> str:
    return str(_B.BenefitType.info["codes"].text(row["BenefitType"]))


def _counts(row: Mapping[str, Any]) -> str:
    return str(_B.QuantityQualifier.info["codes"].text(row["QuantityQualifier"]))
