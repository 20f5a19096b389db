"""Invariants of insurance under any changes: sums to the cent, and ordinals without gaps."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.practice.rules.estimates import NOTHING, work_out
from app.practice.rules.insurance import cents, total
from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, closed, good, open_at
from tests.practice.copies import Copies

few = settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
AMOUNT = st.decimals(0, 5000, places=2)
SUBS = (insurance.BENS_SUB, insurance.EVES_SUB, insurance.IDLE_SUB, insurance.DANS_SUB)


@few
@given(amounts=st.lists(AMOUNT, min_size=3, max_size=3))
async def test_a_claim_is_the_sum_of_its_lines(copies: Copies, amounts: list[Decimal]) -> None:
    """Whatever the lines' amounts, the claim and its check are their sums to the cent."""
    desk = open_at(copies.take())
    keys = (insurance.ON_WAITING, insurance.ALSO_WAITING)
    for key, paid in zip(keys, amounts, strict=False):
        body = {"Status": "Received", "InsPayAmt": str(paid), "WriteOff": str(amounts[2])}
        good(await desk.put(f"/claimprocs/{key}", **body))
    claim = await desk.rows(f"/claims/{insurance.WAITING}")
    paid = amounts[0] + amounts[1]
    assert Decimal(str(claim["InsPayAmt"])) == paid
    assert Decimal(str(claim["WriteOff"])) == 2 * amounts[2]
    wrong = await desk.post(
        "/claimpayments", claimNum=insurance.WAITING, CheckAmt=str(paid + Decimal("0.01"))
    )
    assert wrong.status_code == 400
    good(await desk.post("/claimpayments", claimNum=insurance.WAITING, CheckAmt=str(paid)))
    await closed(desk, copies)


@few
@given(used=AMOUNT, deductible=AMOUNT, again=AMOUNT)
async def test_an_adjustment_makes_the_totals(
    copies: Copies, used: Decimal, deductible: Decimal, again: Decimal
) -> None:
    """However often totals are sent, payments plus the one adjustment equal the last totals."""
    desk = open_at(copies.take())
    body = {"PatPlanNum": insurance.EVES_COVERAGE}
    good(await desk.put("/claimprocs/InsAdjust", **body, insUsed=str(used), deductibleUsed=str(deductible)))
    good(await desk.put("/claimprocs/InsAdjust", **body, insUsed=str(again), deductibleUsed=str(deductible)))
    counted = "SELECT InsPayAmt, DedApplied, Status FROM claimproc WHERE PatNum = ? AND Status IN (1, 3, 4)"
    rows = desk.sql(counted, insurance.EVE)
    assert total(row[0] for row in rows) == again
    assert total(row[1] for row in rows) == deductible
    assert sum(row[2] == 3 for row in rows) <= 1
    await closed(desk, copies)


STEPS = st.lists(
    st.tuples(st.sampled_from(["cover", "move", "drop"]), st.integers(0, 3), st.integers(1, 9)), max_size=8
)


@few
@given(steps=STEPS)
async def test_coverage_stays_in_order(copies: Copies, steps: list[tuple[str, int, int]]) -> None:
    """Whatever is covered, moved and dropped, a patient's ordinals count from 1 without gaps."""
    desk = open_at(copies.take())
    for verb, which, ordinal in steps:
        rows = await covered(desk)
        if verb == "cover":
            body = {"PatNum": insurance.CARA, "InsSubNum": SUBS[which], "Ordinal": ordinal}
            await desk.post("/patplans", **body)
        elif which < len(rows):
            path = f"/patplans/{rows[which]['PatPlanNum']}"
            moved = await desk.put(path, Ordinal=ordinal) if verb == "move" else await desk.delete(path)
            good(moved)
            if verb == "move":
                assert moved.json()["Ordinal"] == min(ordinal, len(rows))
        ordinals = sorted(row["Ordinal"] for row in await covered(desk))
        assert ordinals == list(range(1, len(ordinals) + 1))
    await closed(desk, copies)


async def covered(desk: Desk) -> list[Any]:
    """Cara's coverage."""
    rows: list[Any] = await desk.rows("/patplans", PatNum=insurance.CARA)
    return rows


@given(
    fee=AMOUNT, share=st.integers(0, 100), deductible=AMOUNT, others=AMOUNT, most=st.none() | AMOUNT,
)  # fmt: skip
def test_an_estimate_is_bounded(
    fee: Decimal, share: int, deductible: Decimal, others: Decimal, most: Decimal | None
) -> None:
    """An estimate is never negative, nor above the fee's share or the remaining maximum."""
    values = {**NOTHING, "Percentage": share, "DedEst": float(deductible), "PaidOtherIns": float(others)}
    found = work_out(values, fee, most=most)
    expected, base = cents(found["InsEstTotal"]), cents(found["BaseEst"])
    assert 0 <= expected <= base <= fee
    assert most is None or expected <= most
    assert found["InsPayEst"] == found["InsEstTotal"]


@given(amounts=st.lists(AMOUNT, max_size=40))
def test_sums_are_exact(amounts: list[Decimal]) -> None:
    """Amounts converted through floating point still add up to the cent."""
    assert total(float(each) for each in amounts) == sum(amounts, Decimal(0))
