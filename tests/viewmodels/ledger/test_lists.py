"""Claims, discount plans and what this desk hasn't posted yet."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.services.money.ledger.filings import Discount, FiledClaim
from app.viewmodels.staff.ledger.claims import claim_row
from app.viewmodels.staff.ledger.discounts import DiscountRow, used_of, year_start
from app.wire.resources.adjustments import Adjustment
from app.wire.resources.claims import ClaimKind, ClaimState
from app.wire.resources.discount_plan_subs import DiscountPlanSub
from app.wire.resources.discount_plans import DiscountPlan
from tests.viewmodels.ledger.made_up import ANA, BEN, TODAY


def days_ago(days: int) -> date:
    """A day before today."""
    return TODAY - timedelta(days)


@pytest.mark.parametrize(
    ("claim", "waiting", "late"),
    [
        (FiledClaim(ClaimStatus=ClaimState.SENT, DateSent=days_ago(30)), 30, False),
        (FiledClaim(ClaimStatus=ClaimState.SENT, DateSent=days_ago(31)), 31, True),
        (
            FiledClaim(ClaimStatus=ClaimState.SENT, DateSent=days_ago(90), ClaimType=ClaimKind.PRE_AUTH),
            90,
            False,
        ),
        (FiledClaim(ClaimStatus=ClaimState.UNSENT, DateService=days_ago(8)), 8, True),
        (FiledClaim(ClaimStatus=ClaimState.HELD_FOR_PRIMARY, DateService=days_ago(60)), 60, False),
        (FiledClaim(ClaimStatus=ClaimState.RECEIVED, DateSent=days_ago(90)), None, False),
        (FiledClaim(ClaimStatus=ClaimState.UNSENT), 0, False),
    ],
)
def test_a_claim_waits_since_it_was_sent(claim: FiledClaim, waiting: int | None, late: bool) -> None:
    """Late is a claim without an answer for over 30 days, and one that the office hasn't sent for over a week."""
    row = claim_row(claim, TODAY, "Ana", ())
    assert (row.waiting, row.late) == (waiting, late)
    assert ("late" in str(row.state)) is late


def test_a_discount_plans_year_begins_on_its_anniversary() -> None:
    """Without a start it is the calendar year; a start on February 29 has an anniversary every year."""
    assert year_start(None, TODAY) == date(2026, 1, 1)
    assert year_start(date(2024, 11, 23), TODAY) == TODAY
    assert year_start(date(2024, 11, 24), TODAY) == date(2025, 11, 24)
    assert year_start(date(2024, 2, 29), TODAY) == date(2026, 2, 28)


def test_a_discount_plan_says_what_remains_and_whether_it_ended() -> None:
    """Discounts of the plan's type since its year began count, of this patient only."""
    sub = DiscountPlanSub(PatNum=ANA, DateEffective=date(2026, 3, 1), DateTerm=date(2027, 3, 1))
    discount = Discount(sub, DiscountPlan(DefNum=4, AnnualMax=Decimal(100)))
    given = (
        Adjustment(PatNum=ANA, AdjType=4, AdjAmt=Decimal(-30), AdjDate=date(2026, 3, 1)),
        Adjustment(PatNum=ANA, AdjType=4, AdjAmt=Decimal(-70), AdjDate=date(2026, 2, 28)),
        Adjustment(PatNum=BEN, AdjType=4, AdjAmt=Decimal(-70), AdjDate=TODAY),
        Adjustment(PatNum=ANA, AdjType=5, AdjAmt=Decimal(-70), AdjDate=TODAY),
    )
    row = DiscountRow(1, discount, "Ana", TODAY, used_of(discount, given, TODAY))
    assert (row.used, row.left, str(row.state)) == (Decimal("30.00"), Decimal("70.00"), "Active")
    assert str(DiscountRow(1, discount, "Ana", date(2027, 3, 2), Decimal(0)).state) == "Expired"
    assert str(DiscountRow(1, discount, "Ana", TODAY, Decimal(100)).state) == "Used up"
    unlimited = Discount(sub, DiscountPlan(AnnualMax=Decimal(-1)))
    assert DiscountRow(1, unlimited, "Ana", TODAY, Decimal(30)).left is None
