"""Insurance estimates: a plan's percentages, deductible and yearly maximum.

The documentation does not give the arithmetic. This covers what a front desk meets: the percentage of the
most specific benefit, after the individual deductible, up to what is left of the yearly maximum.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from app.practice.rules.claims import ADJUSTMENT, NOT_RECEIVED, PAID
from app.practice.rules.insurance import NONE, benefit_year, cents, total
from app.practice.rules.procedures import day_of
from app.practice.schema.benefits import benefit
from app.practice.schema.catalog import covcat, covspan
from app.practice.schema.enums.insurance import BENEFIT_LEVEL, BENEFIT_QUANTITY, BENEFIT_TYPE
from app.practice.schema.insurance import claimproc
from app.practice.schema.procedures import fee
from app.practice.server.work import Row, Work

_B, _C = benefit.c, claimproc.c
_PPO = "p"
_MAY_BE_BLANK = (
    "AllowedOverride", "Percentage", "PercentOverride", "CopayAmt", "CopayOverride", "DedEst", "DedEstOverride",
    "InsEstTotalOverride", "PaidOtherIns", "PaidOtherInsOverride", "WriteOffEst", "WriteOffEstOverride",
)  # fmt: skip
NOTHING: Mapping[str, Any] = {
    **dict.fromkeys(_MAY_BE_BLANK, NONE),
    **dict.fromkeys(("BaseEst", "InsEstTotal", "InsPayEst", "DedApplied"), 0.0),
    "EstimateNote": "",
}
"""A claimproc without an estimate or override."""
OVERRIDES = tuple(name for name in NOTHING if name.endswith("Override"))
"""Overrides that a user entered stay when the estimate is recomputed."""


class Insured(Struct, frozen=True):
    """A patient's coverage and its plan."""

    coverage: Row
    plan: Row


def estimate(
    work: Work, insured: Insured, procedure: Row, code: str, overrides: Mapping[str, Any]
) -> dict[str, Any]:
    """The estimate of one procedure, as a claimproc's columns. `overrides` take precedence over computed values."""
    day = day_of(procedure.ProcDate)
    found = {**NOTHING, **overrides}
    known = _benefits(work, insured)
    found["Percentage"] = _percentage(work, known, procedure.CodeNum, code)
    covered = _first(found["PercentOverride"], found["Percentage"]) > 0
    left = _deductible_left(work, insured, known, procedure.CodeNum, code, day) if covered else Decimal(0)
    found["DedEst"] = float(left)
    if insured.coverage.Ordinal > 1:
        found["PaidOtherIns"] = float(_paid_by_others(work, insured, procedure.ProcNum))
    if insured.plan.PlanType == _PPO:
        found["WriteOffEst"] = float(_write_off(work, insured.plan, procedure))
    return {**found, **work_out(found, fee_of(procedure), most=left_of_maximum(work, insured, day))}


def fee_of(procedure: Row) -> Decimal:
    """A procedure's total fee: its fee times its units."""
    return cents(procedure.ProcFee) * _quantity(procedure)


def work_out(values: Mapping[str, Any], fee_billed: Decimal, *, most: Decimal | None) -> dict[str, Any]:
    """BaseEst, InsEstTotal and InsPayEst of a claimproc; `most` is what is left of the yearly maximum."""
    allowed = _first(values["AllowedOverride"], fee_billed) - _first(
        values["CopayOverride"], values["CopayAmt"]
    )
    share = _first(values["PercentOverride"], values["Percentage"]) / 100
    deductible = min(_first(values["DedEstOverride"], values["DedEst"]), allowed)
    others = _first(values["PaidOtherInsOverride"], values["PaidOtherIns"])
    expected = max(cents((allowed - deductible) * share) - others, Decimal(0))
    over = most is not None and expected > most
    expected = max(most, Decimal(0)) if over and most is not None else expected
    return {
        "BaseEst": float(cents(allowed * share)),
        "InsEstTotal": float(expected),
        "InsPayEst": float(_first(values["InsEstTotalOverride"], expected)),
        "EstimateNote": "Over annual max" if over else "",
    }


def left_of_maximum(work: Work, insured: Insured, day: datetime.date, *, besides: int = 0) -> Decimal | None:
    """What the plan still pays in the benefit year of a day.

    None without a maximum. `besides` is left out of the sum.
    """
    limits = [
        row
        for row in _benefits(work, insured)
        if row.BenefitType == BENEFIT_TYPE.number("Limitations")
        and row.QuantityQualifier == BENEFIT_QUANTITY.number("None")
        and row.CovCatNum == row.CodeNum == row.CodeGroupNum == 0
        and row.MonetaryAmt != NONE
    ]
    if not limits:
        return None
    used = [
        row.InsPayEst if row.Status == NOT_RECEIVED else row.InsPayAmt
        for row in used_in_year(work, insured, day)
        if row.ClaimProcNum != besides
    ]
    return cents(limits[0].MonetaryAmt) - total(used)


def used_in_year(work: Work, insured: Insured, day: datetime.date) -> list[Row]:
    """The claimprocs that count against the benefit year of a day."""
    first, after = benefit_year(insured.plan.MonthRenew, day)
    wanted = sa.select(claimproc).where(
        _C.PatNum == insured.coverage.PatNum,
        _C.InsSubNum == insured.coverage.InsSubNum,
        _C.ProcDate >= first,
        _C.ProcDate < after,
        _C.Status.in_((NOT_RECEIVED, ADJUSTMENT, *PAID)),
    )
    return list(work.connection.execute(wanted.order_by(_C.ClaimProcNum)))


def _benefits(work: Work, insured: Insured) -> list[Row]:
    """The plan's and the patient's own benefits, the patient's first, without family benefits."""
    mine = _B.PatPlanNum == insured.coverage.PatPlanNum
    wanted = (
        sa.select(benefit)
        .where(sa.or_(mine, _B.PlanNum == insured.plan.PlanNum))
        .where(_B.CoverageLevel != BENEFIT_LEVEL.number("Family"))
        .order_by(_B.PatPlanNum.desc(), _B.BenefitNum)
    )
    return list(work.connection.execute(wanted))


def _percentage(work: Work, known: list[Row], code_num: int, code: str) -> int:
    found = _most_specific(work, known, "CoInsurance", code_num, code)
    return NONE if found is None else int(found.Percent)


def _deductible_left(
    work: Work, insured: Insured, known: list[Row], code_num: int, code: str, day: datetime.date
) -> Decimal:
    found = _most_specific(work, known, "Deductible", code_num, code)
    if found is None or found.MonetaryAmt == NONE:
        return Decimal(0)
    used = total(row.DedApplied for row in used_in_year(work, insured, day))
    return max(cents(found.MonetaryAmt) - used, Decimal(0))


def _most_specific(work: Work, known: list[Row], kind: str, code_num: int, code: str) -> Row | None:
    """The benefit of one type for this code: the code's own, else its narrowest category's, else the general one."""
    of_kind = [row for row in known if row.BenefitType == BENEFIT_TYPE.number(kind)]
    categories = _categories(work, code)
    ranks = {category: place for place, category in enumerate(categories, 2)} | {0: len(categories) + 2}
    best: tuple[int, Row] | None = None
    for row in of_kind:
        rank = 1 if row.CodeNum == code_num else ranks.get(row.CovCatNum, 0) if not row.CodeNum else 0
        if rank and (best is None or rank < best[0]):
            best = rank, row
    return None if best is None else best[1]


def _categories(work: Work, code: str) -> list[int]:
    """The insurance categories that contain a code, narrowest first (they come last in the office's order)."""
    wanted = (
        sa.select(covspan.c.CovCatNum)
        .join(covcat, covcat.c.CovCatNum == covspan.c.CovCatNum)
        .where(covspan.c.FromCode <= code, covspan.c.ToCode >= code)
        .order_by(covcat.c.CovOrder.desc())
    )
    return list(dict.fromkeys(work.connection.execute(wanted).scalars()))


def _paid_by_others(work: Work, insured: Insured, proc_num: int) -> Decimal:
    """What the patient's other insurance paid, or is expected to pay, for a procedure."""
    wanted = sa.select(claimproc).where(
        _C.ProcNum == proc_num,
        _C.InsSubNum != insured.coverage.InsSubNum,
        _C.Status.in_((NOT_RECEIVED, *PAID)),
    )
    rows = work.connection.execute(wanted)
    return total(row.InsPayAmt if row.Status in PAID else row.InsPayEst for row in rows)


def _write_off(work: Work, plan: Row, procedure: Row) -> Decimal:
    """The PPO write-off: the part of a fee above the plan's fee schedule."""
    wanted = sa.select(fee.c.Amount).where(
        fee.c.FeeSched == plan.FeeSched,
        fee.c.CodeNum == procedure.CodeNum,
        fee.c.ProvNum.in_((0, procedure.ProvNum)),
    )
    allowed = work.connection.execute(wanted.order_by(fee.c.ProvNum.desc()).limit(1)).scalar()
    if allowed is None:
        return Decimal(0)
    return max(fee_of(procedure) - cents(allowed) * _quantity(procedure), Decimal(0))


def _quantity(procedure: Row) -> int:
    return max(int(procedure.BaseUnits) + int(procedure.UnitQty), 1)


def _first(*values: float | Decimal) -> Decimal:
    """The first amount or percentage that is not blank, else 0."""
    return next((cents(value) for value in values if value != NONE), Decimal(0))
