"""Claimprocs, changed, and the totals of their claims."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, Opener, good, refused

SENT = f"/claimprocs/{insurance.ON_SENT}"
ANSWERED = f"/claimprocs/{insurance.ON_ANSWERED}"


async def test_claimprocs_are_found_by_their_filters(desk: Desk) -> None:
    """All filters combine."""
    rows = await desk.rows("/claimprocs", PatNum=insurance.EVE, Status="Received")
    assert [row["ClaimProcNum"] for row in rows] == [
        insurance.ON_ANSWERED, insurance.ALSO_ANSWERED, insurance.ON_PAID,
    ]  # fmt: skip
    (row,) = await desk.rows("/claimprocs", ClaimPaymentNum=insurance.PAYMENT)
    assert (row["InsPayAmt"], row["PercentOverride"], row["IsTransfer"]) == (46.4, -1, "false")
    assert await desk.rows("/claimprocs", ProcNum=insurance.FILLING, ClaimNum=insurance.PAID) == []


async def test_old_offices_list_the_claimprocs_of_one_claim(open_desk: Opener) -> None:
    """Up to 23.2.16 ClaimNum and PatNum are required."""
    desk = open_desk(version="23.2.15")
    refused(await desk.get("/claimprocs", ClaimNum=insurance.SENT), 400, "PatNum", "23.2.16")
    assert len(await desk.rows("/claimprocs", ClaimNum=insurance.SENT, PatNum=insurance.EVE)) == 1


async def test_an_answer_is_dated_and_added_up(desk: Desk) -> None:
    """Received sets DateEntry, the first time DateSuppReceived, and updates the claim's totals to the cent."""
    body = {
        "Status": "Received",
        "InsPayAmt": "190.35",
        "WriteOff": "10.10",
        "Remarks": "Over the allowed fee",
    }
    row = good(await desk.put(SENT, **body)).json()
    assert (row["Status"], row["DateEntry"], row["DateSuppReceived"]) == (
        "Received",
        "2026-11-23",
        "2026-11-23",
    )
    claim = await desk.rows(f"/claims/{insurance.SENT}")
    assert (claim["InsPayAmt"], claim["WriteOff"], claim["ClaimStatus"]) == (190.35, 10.1, "S")
    desk.clock.pass_(days=1)
    row = good(await desk.put(SENT, Status="Supplemental")).json()
    assert (row["DateEntry"], row["DateSuppReceived"]) == ("2026-11-24", "2026-11-23")
    row = good(await desk.put(SENT, Status="NotReceived")).json()
    assert (row["DateEntry"], row["DateSuppReceived"]) == ("2026-11-24", "0001-01-01")


async def test_overrides_stand_above_the_estimate(desk: Desk) -> None:
    """A percentage, a deductible and another insurance are included, on a claim too."""
    row = good(await desk.put(SENT, PercentOverride="50")).json()
    assert (row["BaseEst"], row["InsEstTotal"], row["InsPayEst"]) == (124.0, 124.0, 124.0)
    row = good(await desk.put(SENT, DedEstOverride="48", PaidOtherInsOverride="20.01")).json()
    assert (row["BaseEst"], row["InsEstTotal"], row["DedApplied"]) == (124.0, 79.99, 48.0)
    claim = await desk.rows(f"/claims/{insurance.SENT}")
    assert (claim["InsPayEst"], claim["DedApplied"]) == (79.99, 48.0)
    row = good(await desk.put(SENT, PercentOverride=-1, FeeBilled="248")).json()
    assert (row["BaseEst"], row["InsPayEst"]) == (198.4, 139.99)


async def test_a_total_of_ones_own_moves_no_balance_once_it_is_claimed(desk: Desk) -> None:
    """InsEstTotalOverride replaces an estimate; on a claim InsPayEst and the balance stay."""
    aging = await desk.rows(f"/accountmodules/{insurance.EVE}/Aging")
    row = good(await desk.put(SENT, InsEstTotalOverride="60.5")).json()
    assert (row["InsEstTotalOverride"], row["InsEstTotal"], row["InsPayEst"]) == (60.5, 198.4, 198.4)
    assert await desk.rows(f"/accountmodules/{insurance.EVE}/Aging") == aging
    row = good(await desk.put(f"/claimprocs/{insurance.ESTIMATED}", InsEstTotalOverride="60.5")).json()
    assert row["InsPayEst"] == 60.5


async def test_the_deductible_stands_in_two_fields(desk: Desk) -> None:
    """Until it is received DedApplied equals DedEstOverride; different values are refused."""
    row = good(await desk.put(SENT, DedApplied="25")).json()
    assert (row["DedApplied"], row["DedEstOverride"]) == (25.0, 25.0)
    refused(await desk.put(SENT, DedApplied="25", DedEstOverride="30"), 400, "DedApplied")
    row = good(await desk.put(SENT, Status="Received", DedApplied="10", DedEstOverride="-1")).json()
    assert (row["DedApplied"], row["DedEstOverride"]) == (10.0, -1)


async def test_what_is_not_billed_is_not_expected(desk: Desk) -> None:
    """NoBillIns clears every estimate and override."""
    good(await desk.put(SENT, PercentOverride=50, DedEstOverride=5))
    row = good(await desk.put(SENT, NoBillIns="true")).json()
    assert (row["NoBillIns"], row["InsPayEst"], row["BaseEst"], row["DedApplied"]) == ("true", 0, 0, 0)
    assert {row[name] for name in ("PercentOverride", "DedEstOverride", "Percentage", "CopayAmt")} == {-1}
    assert (await desk.rows(f"/claims/{insurance.SENT}"))["InsPayEst"] == 0


@pytest.mark.parametrize(
    ("fields", "status", "word"),
    [
        ({"PercentOverride": 101}, 400, "PercentOverride"),
        ({"PercentOverride": -2}, 400, "PercentOverride"),
        ({"CopayOverride": "-3"}, 400, "CopayOverride"),
        ({"WriteOff": "-1"}, 400, "WriteOff"),
        ({"Status": "Estimate"}, 400, "Status"),
        ({"Status": "Preauth"}, 400, "Status"),
        ({"Status": "Adjustment"}, 400, "Status"),
        ({"CodeSent": "D0000"}, 404, "CodeSent"),
        ({"ClaimPaymentTracking": insurance.CHECK}, 400, "ClaimPaymentTracking"),
        ({"ClaimPaymentNum": insurance.PARTIAL}, 400, "not received"),
    ],
)
async def test_changing_refuses_what_is_wrong(
    desk: Desk, fields: dict[str, Any], status: int, word: str
) -> None:
    """An invalid value or status is refused."""
    refused(await desk.put(SENT, **fields), status, word)


@pytest.mark.parametrize("status", [3, 5, 7, 8, 9])
async def test_some_claimprocs_are_not_changed_here(desk: Desk, status: int) -> None:
    """Adjustments, capitation and history are refused by status, and so is an income transfer."""
    desk.sql("UPDATE claimproc SET Status = ? WHERE ClaimProcNum = ?", status, insurance.ON_SENT)
    refused(await desk.put(SENT, Remarks="x"), 400, "Status")
    desk.sql("UPDATE claimproc SET IsTransfer = 1 WHERE ClaimProcNum = ?", insurance.ON_ANSWERED)
    refused(await desk.put(ANSWERED, Remarks="x"), 400, "transfer")


async def test_an_estimate_becomes_nothing_else_without_a_claim(desk: Desk) -> None:
    """Off a claim it can't be received or paid."""
    path = f"/claimprocs/{insurance.ESTIMATED}"
    refused(await desk.put(path, Status="Received"), 400, "Status")
    refused(await desk.put(path, InsPayAmt="5"), 400, "InsPayAmt")
    row = good(await desk.put(path, PercentOverride=75)).json()
    assert (row["InsPayEst"], row["FeeBilled"]) == (43.5, 0.0)


async def test_a_check_locks_the_amount(desk: Desk) -> None:
    """InsPayAmt is refused once the procedure is on a payment, and so is reverting the receipt."""
    path = f"/claimprocs/{insurance.ON_PAID}"
    refused(await desk.put(path, InsPayAmt="40"), 400, "InsPayAmt")
    refused(await desk.put(path, Status="NotReceived"), 400, "Status")
    assert good(await desk.put(path, Remarks="x")).json()["Remarks"] == "x"


async def test_a_partial_payment_takes_the_whole_claim(desk: Desk) -> None:
    """ClaimPaymentNum attaches all received procedures of the claim; 0 detaches them all."""
    row = good(await desk.put(ANSWERED, ClaimPaymentNum=insurance.PARTIAL)).json()
    assert (row["ClaimPaymentNum"], row["DateCP"], row["DateInsFinalized"]) == (
        insurance.PARTIAL, "2026-11-20", "2026-11-23",
    )  # fmt: skip
    attached = await desk.rows("/claimprocs", ClaimPaymentNum=insurance.PARTIAL)
    assert [each["ClaimProcNum"] for each in attached] == [insurance.ON_ANSWERED, insurance.ALSO_ANSWERED]
    row = good(await desk.put(ANSWERED, ClaimPaymentNum=0)).json()
    assert (row["ClaimPaymentNum"], row["DateInsFinalized"]) == (0, "0001-01-01")
    assert await desk.rows("/claimprocs", ClaimPaymentNum=insurance.PARTIAL) == []


async def test_a_whole_payment_takes_nothing_more(desk: Desk) -> None:
    """Only partial payments accept attachments, and only procedures on no payment."""
    refused(await desk.put(ANSWERED, ClaimPaymentNum=insurance.PAYMENT), 400, "partial")
    path = f"/claimprocs/{insurance.ON_PAID}"
    refused(await desk.put(path, ClaimPaymentNum=insurance.PARTIAL), 400, "on a payment")
    good(await desk.put(path, ClaimPaymentNum=insurance.PAYMENT))


async def test_the_provider_may_follow_the_procedure(desk: Desk) -> None:
    """With the office's preference a claim's row keeps its procedure's provider."""
    assert good(await desk.put(SENT, ProvNum=3)).json()["ProvNum"] == 3
    desk.prefer("ProcProvChangesClaimProcWithClaim", "1")
    refused(await desk.put(SENT, ProvNum=2), 400, "ProvNum")
    good(await desk.put(SENT, ProvNum=1))


async def test_another_amount_undoes_income_transfers(desk: Desk) -> None:
    """Editing the payment of a received procedure removes its claim's transfers."""
    desk.sql(
        "INSERT INTO claimproc (ClaimNum, Status, IsTransfer, InsPayAmt) VALUES (?, 4, 1, 30)",
        insurance.ANSWERED,
    )
    good(await desk.put(ANSWERED, Remarks="x"))
    assert len(desk.sql("SELECT * FROM claimproc WHERE IsTransfer = 1")) == 1
    good(await desk.put(ANSWERED, InsPayAmt="70"))
    assert desk.sql("SELECT * FROM claimproc WHERE IsTransfer = 1") == []
    assert (await desk.rows(f"/claims/{insurance.ANSWERED}"))["InsPayAmt"] == 110.05


async def test_claimprocs_of_the_deleted_stay(desk: Desk) -> None:
    """A deleted patient's claimprocs and adjustments can't be changed."""
    desk.sql("UPDATE claimproc SET PatNum = ? WHERE ClaimProcNum = ?", insurance.GIL, insurance.ON_SENT)
    refused(await desk.put(SENT, Remarks="x"), 400, "deleted")
    body = {"PatPlanNum": insurance.GILS_COVERAGE, "insUsed": "1"}
    refused(await desk.post("/claimprocs/InsAdjust", **body), 400, "deleted")
    refused(await desk.put("/claimprocs/InsAdjust", **body), 400, "deleted")
