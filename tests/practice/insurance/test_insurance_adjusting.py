"""Adjustments to the insurance amounts used: the totals sent, whatever exists already."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, good, refused

BODY: dict[str, Any] = {"PatPlanNum": insurance.EVES_COVERAGE}
PAID = Decimal("158.55")
"""Insurance payments for Eve in 2026."""


async def adjustments(desk: Desk) -> list[Any]:
    """The existing adjustments."""
    rows: list[Any] = await desk.rows("/claimprocs", Status="Adjustment")
    return rows


async def test_an_adjustment_is_made_of_what_is_sent(desk: Desk) -> None:
    """POST accepts both amounts or none, and today; blank overrides are returned as 0."""
    row = good(
        await desk.post("/claimprocs/InsAdjust", **BODY, insUsed="300.75", deductibleUsed="25.99")
    ).json()
    assert (row["Status"], row["InsPayAmt"], row["DedApplied"]) == ("Adjustment", 300.75, 25.99)
    assert (row["ProcDate"], row["DateCP"], row["PercentOverride"]) == ("2026-11-23", "0001-01-01", 0)
    assert (row["PlanNum"], row["InsSubNum"], row["ClaimNum"]) == (insurance.PPO, insurance.EVES_SUB, 0)
    row = good(await desk.post("/claimprocs/InsAdjust", **BODY, date="2025-03-04")).json()
    assert (row["InsPayAmt"], row["DedApplied"], row["ProcDate"]) == (0, 0, "2025-03-04")


async def test_payments_count_towards_a_total(desk: Desk) -> None:
    """PUT adds the difference to the payments, changes an existing adjustment, and answers nothing."""
    answer = good(await desk.put("/claimprocs/InsAdjust", **BODY, insUsed="300", deductibleUsed="25"))
    assert answer.content == b""
    (row,) = await adjustments(desk)
    assert (Decimal(str(row["InsPayAmt"])), row["DedApplied"]) == (300 - PAID, 25.0)
    good(await desk.put("/claimprocs/InsAdjust", **BODY, insUsed="400", date="2026-02-03"))
    (again,) = await adjustments(desk)
    assert (again["ClaimProcNum"], again["ProcDate"]) == (row["ClaimProcNum"], "2026-02-03")
    assert (Decimal(str(again["InsPayAmt"])), again["DedApplied"]) == (400 - PAID, 25.0)


async def test_totals_that_match_need_no_adjustment(desk: Desk) -> None:
    """InsUsed equal to what was paid, to the cent, deletes the adjustment."""
    good(await desk.put("/claimprocs/InsAdjust", **BODY, insUsed="300"))
    good(await desk.put("/claimprocs/InsAdjust", **BODY, insUsed=f"{PAID}0004"))
    assert await adjustments(desk) == []
    good(await desk.put("/claimprocs/InsAdjust", **BODY, deductibleUsed="30"))
    (row,) = await adjustments(desk)
    assert (row["InsPayAmt"], row["DedApplied"]) == (0, 30.0)


@pytest.mark.parametrize(("month", "date", "counts"), [(0, "2025-12-31", False), (11, "2026-01-01", True)])
async def test_a_benefit_year_may_begin_in_another_month(
    desk: Desk, month: int, date: str, *, counts: bool
) -> None:
    """Only payments of the date's benefit year count."""
    desk.sql("UPDATE insplan SET MonthRenew = ? WHERE PlanNum = ?", month, insurance.PPO)
    good(await desk.put("/claimprocs/InsAdjust", **BODY, insUsed="300", date=date))
    (row,) = await adjustments(desk)
    assert Decimal(str(row["InsPayAmt"])) == (300 - PAID if counts else 300)


@pytest.mark.parametrize(
    ("fields", "status", "word"),
    [
        ({}, 400, "insUsed"),
        ({"insUsed": "-1"}, 400, "insUsed"),
        ({"insUsed": "1", "PatPlanNum": 99}, 404, "PatPlan"),
    ],
)
async def test_adjusting_refuses_what_is_wrong(
    desk: Desk, fields: dict[str, Any], status: int, word: str
) -> None:
    """One of the totals is required, neither may be negative, and the coverage must exist."""
    refused(await desk.put("/claimprocs/InsAdjust", **{**BODY, **fields}), status, word)
