"""What a plan still pays this year: maximum, used, pending, remaining and deductible, as the front desk tells it.

These are estimates. They follow what Open Dental shows in its Treatment Plan and Family modules: the plan's
general yearly amounts, without limits of single codes or categories. What counts as used is what insurance paid
for procedures of the benefit year, adjustments for benefits used elsewhere included; what has been claimed and
not answered is pending.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct

from app.domain.insurance.years import BenefitYear, benefit_year
from app.domain.money.cents import ZERO, cents, total
from app.wire.resources.benefits import (
    Benefit,
    BenefitCoverageLevel,
    BenefitQuantity,
    BenefitTimePeriod,
    InsBenefitType,
)
from app.wire.resources.claim_procs import ClaimProc, ClaimProcStatus

NONE = -1
"""A benefit's amount or percentage that is blank."""
_YEARLY = frozenset({BenefitTimePeriod.CALENDAR_YEAR, BenefitTimePeriod.SERVICE_YEAR})
_PAID = frozenset({ClaimProcStatus.RECEIVED, ClaimProcStatus.SUPPLEMENTAL, ClaimProcStatus.ADJUSTMENT})
_PENDING = frozenset({ClaimProcStatus.NOT_RECEIVED})


class Covered(Struct, frozen=True):
    """One coverage of a patient: whose, through which subscriber, of which plan."""

    pat_num: int
    pat_plan_num: int
    ins_sub_num: int
    plan_num: int
    month_renew: int = 0


class Allowance(Struct, frozen=True):
    """A yearly amount and how much of it is gone, in US dollars."""

    limit: Decimal
    used: Decimal
    pending: Decimal = ZERO

    @property
    def remaining(self) -> Decimal:
        """What is left of it, never below zero."""
        return max(self.limit - self.used - self.pending, ZERO)

    @property
    def is_met(self) -> bool:
        """Whether nothing is left of it."""
        return not self.remaining


class PlanFigures(Struct, frozen=True):
    """One plan's estimates for one patient. An amount that the plan doesn't limit is None."""

    year: BenefitYear
    maximum: Allowance | None = None
    family_maximum: Allowance | None = None
    deductible: Allowance | None = None
    family_deductible: Allowance | None = None
    used: Decimal = ZERO
    """Paid for this patient in the benefit year, whether or not there is a maximum."""
    pending: Decimal = ZERO

    @property
    def remaining(self) -> Decimal | None:
        """What the plan still pays for this patient: the family's rest may be less. None without a maximum."""
        left = [each.remaining for each in (self.maximum, self.family_maximum) if each is not None]
        return min(left) if left else None

    @property
    def deductible_remaining(self) -> Decimal | None:
        """What this patient still pays first: nothing once the family's deductible is met. None without one."""
        left = [each.remaining for each in (self.deductible, self.family_deductible) if each is not None]
        return min(left) if left else None


def figures(
    covered: Covered,
    benefits: Iterable[Benefit],
    claim_procs: Iterable[ClaimProc],
    day: date,
    *,
    general: frozenset[int] = frozenset(),
) -> PlanFigures:
    """The figures of one coverage on a day.

    `benefits` and `claim_procs` may hold those of other plans and of family members; `general` are the CovCatNums
    of the category General, whose benefits apply to everything like those without a category.
    """
    year = benefit_year(covered.month_renew, day)
    yearly = [each for each in benefits if _is_yearly(each, covered, general)]
    of_sub = [each for each in claim_procs if _counts(each, covered) and each.ProcDate in year]
    own = [each for each in of_sub if each.PatNum == covered.pat_num]
    used, pending = _paid(own), _pending(own)

    def allowance(kind: InsBenefitType, level: BenefitCoverageLevel) -> Allowance | None:
        limit = _limit(yearly, kind, level)
        if limit is None:
            return None
        rows = own if level is BenefitCoverageLevel.INDIVIDUAL else of_sub
        if kind is InsBenefitType.DEDUCTIBLE:
            return Allowance(limit, total(cents(each.DedApplied) for each in rows))
        return Allowance(limit, _paid(rows), _pending(rows))

    maximum, deductible = InsBenefitType.LIMITATIONS, InsBenefitType.DEDUCTIBLE
    individual, family = BenefitCoverageLevel.INDIVIDUAL, BenefitCoverageLevel.FAMILY
    return PlanFigures(
        year,
        allowance(maximum, individual),
        allowance(maximum, family),
        allowance(deductible, individual),
        allowance(deductible, family),
        used,
        pending,
    )


def _is_yearly(benefit: Benefit, covered: Covered, general: frozenset[int]) -> bool:
    """Whether it is a general yearly amount of this plan, or of this patient's coverage."""
    ours = benefit.PatPlanNum == covered.pat_plan_num if benefit.PatPlanNum else _is_plans(benefit, covered)
    everything = not benefit.CodeNum and not benefit.CodeGroupNum
    return (
        ours
        and everything
        and (not benefit.CovCatNum or benefit.CovCatNum in general)
        and benefit.MonetaryAmt != NONE
        and benefit.TimePeriod in _YEARLY
        and benefit.QuantityQualifier is BenefitQuantity.NONE
    )


def _is_plans(benefit: Benefit, covered: Covered) -> bool:
    return bool(benefit.PlanNum) and benefit.PlanNum == covered.plan_num


def _limit(yearly: Iterable[Benefit], kind: InsBenefitType, level: BenefitCoverageLevel) -> Decimal | None:
    """The amount; one of the patient's own coverage takes precedence. A level that isn't stated is the individual's."""
    levels = {level}
    if level is BenefitCoverageLevel.INDIVIDUAL:
        levels.add(BenefitCoverageLevel.NONE)
    found = [each for each in yearly if each.BenefitType is kind and each.CoverageLevel in levels]
    found.sort(key=lambda each: (not each.PatPlanNum, each.CoverageLevel is not level, each.BenefitNum))
    return cents(found[0].MonetaryAmt) if found else None


def _counts(row: ClaimProc, covered: Covered) -> bool:
    """Whether it was paid or claimed through this subscriber. Transfers between claims move nothing."""
    ours = row.InsSubNum == covered.ins_sub_num and row.PlanNum in (0, covered.plan_num)
    return ours and not row.IsTransfer and row.Status in _PAID | _PENDING


def _paid(rows: Iterable[ClaimProc]) -> Decimal:
    return total(cents(each.InsPayAmt) for each in rows if each.Status in _PAID)


def _pending(rows: Iterable[ClaimProc]) -> Decimal:
    return total(cents(each.InsPayEst) for each in rows if each.Status in _PENDING)
