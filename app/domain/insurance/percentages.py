"""What share of each category a plan pays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from app.domain.insurance.figures import NONE, Covered
from app.wire.resources.benefits import Benefit, InsBenefitType


class Percentage(Struct, frozen=True):
    """The share that a plan pays of one category; `category` empty: of everything else."""

    cov_cat_num: int
    category: str
    percent: int


def percentages(
    covered: Covered, benefits: Iterable[Benefit], categories: Mapping[int, str]
) -> tuple[Percentage, ...]:
    """A coverage's percentages in the office's order of categories; those of the patient's own take precedence.

    `categories`: names by CovCatNum, in order. Percentages of single codes are left out.
    """
    found: dict[int, Benefit] = {}
    for each in benefits:
        ours = (
            each.PatPlanNum == covered.pat_plan_num if each.PatPlanNum else each.PlanNum == covered.plan_num
        )
        whole = not each.CodeNum and not each.CodeGroupNum
        if each.BenefitType is InsBenefitType.CO_INSURANCE and each.Percent != NONE and ours and whole:
            known = found.get(each.CovCatNum)
            if known is None or (each.PatPlanNum and not known.PatPlanNum):
                found[each.CovCatNum] = each
    order = {number: place for place, number in enumerate(categories)}
    return tuple(
        Percentage(number, categories.get(number, ""), found[number].Percent)
        for number in sorted(found, key=lambda number: (order.get(number, len(order)), number))
    )
