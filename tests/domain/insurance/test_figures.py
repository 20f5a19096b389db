"""What a plan still pays this year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.insurance.figures import Allowance, Covered, PlanFigures, figures
from app.domain.insurance.percentages import Percentage, percentages
from app.domain.insurance.years import benefit_year
from app.wire.resources.benefits import (
    Benefit,
    BenefitCoverageLevel,
    BenefitQuantity,
    BenefitTimePeriod,
    InsBenefitType,
)
from app.wire.resources.claim_procs import ClaimProc, ClaimProcStatus

TODAY = date(2026, 11, 23)
MINE = Covered(pat_num=1, pat_plan_num=10, ins_sub_num=20, plan_num=30)
SISTER = 2
MAXIMUM, DEDUCTIBLE = InsBenefitType.LIMITATIONS, InsBenefitType.DEDUCTIBLE
FAMILY = BenefitCoverageLevel.FAMILY


def yearly(kind: InsBenefitType, amount: int, **more: Any) -> Benefit:
    """A general yearly amount of the plan."""
    usual = {"PlanNum": 30, "CoverageLevel": BenefitCoverageLevel.INDIVIDUAL, "Percent": -1}
    period = {"TimePeriod": BenefitTimePeriod.CALENDAR_YEAR}
    return Benefit(**{**usual, **period, "BenefitType": kind, "MonetaryAmt": Decimal(amount), **more})


def proc(status: str, paid: str = "0", expected: str = "0", deductible: str = "0", **more: Any) -> ClaimProc:
    """A claimproc of this patient and year."""
    amounts = {"InsPayAmt": Decimal(paid), "InsPayEst": Decimal(expected), "DedApplied": Decimal(deductible)}
    usual = {"PatNum": 1, "InsSubNum": 20, "PlanNum": 30, "ProcDate": date(2026, 5, 4)}
    return ClaimProc(**{**usual, **amounts, "Status": ClaimProcStatus(status), **more})


def of(*rows: Benefit | ClaimProc, month_renew: int = 0, day: date = TODAY) -> PlanFigures:
    """The figures from these rows."""
    covered = Covered(1, 10, 20, 30, month_renew)
    benefits = [row for row in rows if isinstance(row, Benefit)]
    return figures(covered, benefits, [row for row in rows if isinstance(row, ClaimProc)], day)


def test_a_usual_plan() -> None:
    """What was paid and what is pending is taken from the maximum, the deductible applied from the deductible."""
    found = of(
        yearly(MAXIMUM, 1500),
        yearly(DEDUCTIBLE, 50),
        proc("Received", paid="310.40", deductible="50"),
        proc("Supplemental", paid="20"),
        proc("Adjustment", paid="100"),
        proc("NotReceived", paid="0", expected="212.10"),
    )
    assert found.maximum == Allowance(Decimal(1500), Decimal("430.40"), Decimal("212.10"))
    assert found.remaining == Decimal("857.50")
    assert (found.used, found.pending) == (Decimal("430.40"), Decimal("212.10"))
    assert found.deductible_remaining == 0
    assert found.deductible is not None
    assert found.deductible.is_met


def test_what_does_not_count() -> None:
    """Estimates, preauthorizations, history, transfers, other years, other subscribers and plans use up nothing."""
    elsewhere = [
        proc("Estimate", expected="99"),
        proc("Preauth", expected="99"),
        proc("InsHist", paid="99"),
        proc("CapComplete", paid="99"),
        proc("Received", paid="99", IsTransfer=True),
        proc("Received", paid="99", ProcDate=date(2025, 12, 31)),
        proc("Received", paid="99", ProcDate=date(2027, 1, 1)),
        proc("Received", paid="99", ProcDate=None),
        proc("Received", paid="99", InsSubNum=21),
        proc("Received", paid="99", PlanNum=31),
    ]
    found = of(yearly(MAXIMUM, 1000), *elsewhere)
    assert found.maximum == Allowance(Decimal(1000), Decimal(0), Decimal(0))


def test_limits_of_something_else() -> None:
    """A code's, a category's or a lifetime's limit, an age, a blank amount or another plan's is no yearly maximum."""
    other = [
        yearly(MAXIMUM, 9, CodeNum=5),
        yearly(MAXIMUM, 9, CodeGroupNum=5),
        yearly(MAXIMUM, 9, CovCatNum=5),
        yearly(MAXIMUM, 9, TimePeriod=BenefitTimePeriod.LIFETIME),
        yearly(MAXIMUM, 9, QuantityQualifier=BenefitQuantity.NUMBER_OF_SERVICES),
        yearly(MAXIMUM, -1),
        yearly(MAXIMUM, 9, PlanNum=31),
        yearly(MAXIMUM, 9, PlanNum=0, PatPlanNum=11),
    ]
    found = of(*other, proc("Received", paid="7"))
    assert (found.maximum, found.family_maximum, found.remaining) == (None, None, None)
    assert found.used == 7
    general = figures(MINE, other, [], TODAY, general=frozenset({5}))
    assert general.maximum == Allowance(Decimal(9), Decimal(0))


def test_a_patients_own_amount_comes_first() -> None:
    """An amount of the patient's coverage takes the place of the plan's, whatever their order."""
    own = yearly(MAXIMUM, 800, PlanNum=0, PatPlanNum=10)
    for rows in ((own, yearly(MAXIMUM, 1500)), (yearly(MAXIMUM, 1500), own)):
        assert of(*rows).remaining == 800


def test_a_familys_amounts() -> None:
    """Relatives under the same subscriber use up the family's amounts, not the patient's; the smaller rest counts."""
    rows = (
        yearly(MAXIMUM, 1000),
        yearly(MAXIMUM, 1500, CoverageLevel=FAMILY),
        yearly(DEDUCTIBLE, 50),
        yearly(DEDUCTIBLE, 100, CoverageLevel=FAMILY),
        proc("Received", paid="200", deductible="50"),
        proc("Received", paid="900", deductible="30", PatNum=SISTER),
        proc("NotReceived", expected="150", deductible="20", PatNum=SISTER),
    )
    found = of(*rows)
    assert found.maximum == Allowance(Decimal(1000), Decimal(200))
    assert found.family_maximum == Allowance(Decimal(1500), Decimal(1100), Decimal(150))
    assert [found.remaining, found.used, found.pending] == [250, 200, 0]
    assert found.deductible_remaining == 0
    assert found.family_deductible == Allowance(Decimal(100), Decimal(100))


def test_a_plan_that_renews_in_july() -> None:
    """The year begins on the first of the plan's month, so that what was paid before no longer counts."""
    spring, summer = proc("Received", paid="300"), proc("Received", paid="40", ProcDate=date(2026, 7, 1))
    found = of(yearly(MAXIMUM, 1000), spring, summer, month_renew=7)
    assert (found.year.first, found.year.after) == (date(2026, 7, 1), date(2027, 7, 1))
    assert found.used == 40
    assert of(yearly(MAXIMUM, 1000), spring, summer, month_renew=7, day=date(2026, 6, 30)).used == 300


def test_percentages_by_category() -> None:
    """The patient's own percentage comes before the plan's, in the office's order; codes' are left out."""
    share = InsBenefitType.CO_INSURANCE
    rows = [
        yearly(share, -1, CovCatNum=2, Percent=50),
        yearly(share, -1, CovCatNum=1, Percent=100),
        yearly(share, -1, CovCatNum=2, Percent=60, PlanNum=0, PatPlanNum=10),
        yearly(share, -1, CovCatNum=2, Percent=10, PlanNum=0, PatPlanNum=11),
        yearly(share, -1, CodeNum=7, Percent=20),
        yearly(share, -1, CovCatNum=9, Percent=-1),
    ]
    found = percentages(MINE, rows, {1: "Preventive", 2: "Crowns"})
    assert found == (Percentage(1, "Preventive", 100), Percentage(2, "Crowns", 60))


AMOUNT = st.decimals(0, 3000, places=2)


@given(
    limit=st.integers(0, 3000),
    rows=st.lists(st.tuples(st.sampled_from(list(ClaimProcStatus)), AMOUNT, AMOUNT, AMOUNT), max_size=8),
)
def test_nothing_is_counted_twice(
    limit: int, rows: list[tuple[ClaimProcStatus, Decimal, Decimal, Decimal]]
) -> None:
    """Used, pending and remaining add up to the maximum unless it is exceeded, and no rest is negative."""
    found = of(yearly(MAXIMUM, limit), yearly(DEDUCTIBLE, 50), *(proc(*map(str, each)) for each in rows))
    assert found.maximum is not None
    assert found.deductible_remaining is not None
    gone = found.used + found.pending
    assert found.remaining == max(limit - gone, 0)
    assert (found.remaining == 0) is found.maximum.is_met
    assert 0 <= found.deductible_remaining <= 50


@given(day=st.dates(), month=st.integers(-3, 15))
def test_every_day_is_in_its_year(day: date, month: int) -> None:
    """The benefit year of a day begins in the plan's month, and holds the day (but the calendar's very last)."""
    year = benefit_year(month, day)
    assert day in year or day == date.max
    assert year.first.month == (month if 1 <= month <= 12 else 1) or year.first == date.min
    assert None not in year
