"""ProcedureLogs PUT: attached rows follow a procedure's changes."""

from __future__ import annotations

from typing import Any

from tests.practice import office, office_money
from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, good

MOVED = {"ProvNum": office.OTHER_DOC, "ClinicNum": 2, "ProcDate": "2026-09-30"}


async def line_of(desk: Desk, proc_num: int) -> Any:
    """The one claimproc of a procedure."""
    (row,) = await desk.rows("/claimprocs", ProcNum=proc_num)
    return row


async def test_money_follows_its_procedure(desk: Desk) -> None:
    """Adjustments, splits and plan charges take over provider and clinic; an adjustment also the date."""
    for number in (office_money.OLD_FILLING, office_money.PLANNED_CROWN):
        good(await desk.put(f"/procedurelogs/{number}", **MOVED))
    (discount,) = await desk.rows("/adjustments", PatNum=office_money.JON)
    (split,) = await desk.rows("/paysplits", ProcNum=office_money.OLD_FILLING)
    (charge,) = await desk.rows("/payplancharges", PayPlanNum=office_money.PLAN)
    assert {(row["ProvNum"], row["ClinicNum"]) for row in (discount, split, charge)} == {
        (office.OTHER_DOC, 2)
    }
    assert discount["ProcDate"] == "2026-09-30"
    assert discount["AdjDate"] != "2026-09-30"


async def test_an_estimate_follows_its_procedure(desk: Desk) -> None:
    """It is recomputed from the new fee, keeping overrides."""
    good(await desk.put(f"/procedurelogs/{insurance.UNBILLED}", **MOVED, ProcFee="100"))
    row = await line_of(desk, insurance.UNBILLED)
    assert (row["ProvNum"], row["ClinicNum"], row["ProcDate"]) == (office.OTHER_DOC, 2, "2026-09-30")
    assert (row["DateCP"], row["PercentOverride"], row["InsEstTotal"]) == ("2026-09-30", 90, 90.0)


async def test_a_claim_keeps_its_provider_unless_the_office_wants_otherwise(desk: Desk) -> None:
    """A claim's row takes over date and clinic, and by ProcProvChangesClaimProcWithClaim the provider."""
    good(await desk.put(f"/procedurelogs/{insurance.FILLING}", **MOVED))
    row = await line_of(desk, insurance.FILLING)
    assert (row["ProvNum"], row["ClinicNum"], row["ProcDate"]) == (office.DOC, 2, "2026-09-30")
    desk.prefer("ProcProvChangesClaimProcWithClaim", "1")
    good(await desk.put(f"/procedurelogs/{insurance.FILLING}", ProvNum=office.HYG))
    assert (await line_of(desk, insurance.FILLING))["ProvNum"] == office.HYG


async def test_what_is_paid_stays(desk: Desk) -> None:
    """A claimproc on an insurance payment keeps its date, provider and clinic."""
    (number,) = (row["ProcNum"] for row in await desk.rows("/claimprocs", ClaimNum=insurance.PAID))
    before = await line_of(desk, number)
    good(await desk.put(f"/procedurelogs/{number}", **MOVED))
    assert await line_of(desk, number) == before
