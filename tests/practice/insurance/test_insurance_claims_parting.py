"""Claims split and deleted, and their attached rows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, good, refused

SPLIT = f"/claims/{insurance.WAITING}/Split"


async def test_a_split_moves_procedures_to_a_new_claim(desk: Desk) -> None:
    """PUT Split answers 201 with the new claim's number; both claims' totals are correct."""
    answer = await desk.put(SPLIT, ProcNums=[insurance.WAITS_TWO, insurance.WAITS_TWO])
    assert answer.status_code == 201
    assert answer.json() == {"ClaimNum": 5, "ProcNums": [insurance.WAITS_TWO]}
    old, new = [await desk.rows(f"/claims/{number}") for number in (insurance.WAITING, 5)]
    assert (old["ClaimFee"], old["InsPayEst"]) == (58.0, 46.4)
    assert (new["ClaimFee"], new["InsPayEst"]) == (90.0, 72.0)
    assert (new["ClaimStatus"], new["InsSubNum"], new["CustomTracking"]) == (
        "W",
        insurance.EVES_SUB,
        insurance.REVIEW,
    )
    (line,) = await desk.rows("/claimprocs", ClaimNum=5)
    assert line["ProcNum"] == insurance.WAITS_TWO


@pytest.mark.parametrize(
    ("numbers", "status", "word"),
    [
        ([], 400, "ProcNums"),
        ([999], 404, "Procedure not found"),
        ([insurance.FILLING], 400, "not on the claim"),
        ([insurance.WAITS_ONE, insurance.WAITS_TWO], 400, "stays"),
    ],
)
async def test_a_split_leaves_something_behind(
    desk: Desk, numbers: list[int], status: int, word: str
) -> None:
    """Procedures not on the claim, or all of them, can't be split off."""
    refused(await desk.put(SPLIT, ProcNums=numbers), status, word)


async def test_what_is_paid_does_not_move(desk: Desk) -> None:
    """A procedure on a payment stays on its claim."""
    desk.sql("UPDATE claimproc SET ClaimPaymentNum = 1 WHERE ClaimProcNum = ?", insurance.ALSO_WAITING)
    refused(await desk.put(SPLIT, ProcNums=[insurance.WAITS_TWO]), 400, "payment")


async def test_a_deleted_claim_leaves_estimates(desk: Desk) -> None:
    """Its procedures can be billed again; its history and its place on ERAs are deleted."""
    good(await desk.delete(f"/claims/{insurance.WAITING}"))
    refused(await desk.get(f"/claims/{insurance.WAITING}"), 404, "Claim not found.")
    (line,) = await desk.rows("/claimprocs", ProcNum=insurance.WAITS_ONE)
    assert (line["Status"], line["ClaimNum"], line["FeeBilled"]) == ("Estimate", 0, 0.0)
    for table in ("etrans835attach", "claimtracking"):
        assert desk.sql(f"SELECT * FROM {table} WHERE ClaimNum = ?", insurance.WAITING) == []
    again: dict[str, Any] = {"PatNum": insurance.EVE, "procNums": [insurance.WAITS_ONE], "ClaimType": "P"}
    good(await desk.post("/claims", **again))


async def test_what_is_answered_is_not_deleted(desk: Desk) -> None:
    """A claim with payments, checks or the status Received can't be deleted."""
    words = "Claim cannot be deleted. Procedure(s) have an insurance payment attached."
    refused(await desk.delete(f"/claims/{insurance.PAID}"), 400, words)
    refused(await desk.delete(f"/claims/{insurance.ANSWERED}"), 400, words)
    good(await desk.put(f"/claims/{insurance.SENT}", ClaimStatus="R"))
    refused(await desk.delete(f"/claims/{insurance.SENT}"), 400, "received")


async def test_a_preauthorization_goes_with_its_lines(desk: Desk) -> None:
    """Deleting one leaves nothing of it, and the procedure can be deleted then."""
    body = {
        "PatNum": insurance.EVE, "procNums": [insurance.CROWN], "ClaimType": "PreAuth",
        "InsSubNum": insurance.EVES_SUB, "PatRelat": "Self",
    }  # fmt: skip
    row = good(await desk.post("/claims", **body)).json()
    refused(await desk.delete(f"/procedurelogs/{insurance.CROWN}"), 400, "claim")
    good(await desk.delete(f"/claims/{row['ClaimNum']}"))
    assert await desk.rows("/claimprocs", ProcNum=insurance.CROWN) == []
    good(await desk.delete(f"/procedurelogs/{insurance.CROWN}"))


async def test_an_estimate_goes_with_its_procedure(desk: Desk) -> None:
    """A procedure that only has estimates can be deleted."""
    good(await desk.delete(f"/procedurelogs/{insurance.UNBILLED}"))
    assert desk.sql("SELECT * FROM claimproc WHERE ClaimProcNum = ?", insurance.ESTIMATED) == []


async def test_claims_of_the_deleted_stay(desk: Desk) -> None:
    """A deleted patient's claims can't be changed."""
    desk.sql("UPDATE claim SET PatNum = ? WHERE ClaimNum = ?", insurance.GIL, insurance.WAITING)
    path = f"/claims/{insurance.WAITING}"
    refused(await desk.put(path, ClaimNote="x"), 400, "deleted")
    refused(await desk.put(f"{path}/Status", DateSent="2026-11-20"), 400, "deleted")
    refused(await desk.put(SPLIT, ProcNums=[insurance.WAITS_TWO]), 400, "deleted")
    refused(await desk.delete(path), 400, "deleted")
