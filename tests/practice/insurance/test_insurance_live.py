"""A claim paid and taken back, step by step as it was done on a live server (Open Dental 25.4.48)."""

from __future__ import annotations

from typing import Any

from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, Opener, good, refused

WORK: dict[str, Any] = {
    "PatNum": insurance.EVE, "ProcDate": "2026-11-23", "procCode": "D0120", "ProcStatus": "C", "ProcFee": "1.00",
    "ProvNum": 1,
}  # fmt: skip
ZERO = {"Status": "NotReceived", "InsPayAmt": 0, "WriteOff": 0, "DedApplied": 0}


class Paid:
    """A new procedure of Eve's, its claim, and the claim's only line."""

    def __init__(self, desk: Desk, proc_num: int, claim_num: int, line: dict[str, Any]) -> None:
        self.desk = desk
        self.procedure = f"/procedurelogs/{proc_num}"
        self.claim_num, self.claim = claim_num, f"/claims/{claim_num}"
        self.line_num, self.line = line["ClaimProcNum"], f"/claimprocs/{line['ClaimProcNum']}"


async def claimed(desk: Desk) -> Paid:
    """A claim for a procedure of 1.00, of which insurance paid 0.60, not finalized yet."""
    proc_num = good(await desk.post("/procedurelogs", **WORK)).json()["ProcNum"]
    body = {"PatNum": insurance.EVE, "procNums": [proc_num], "ClaimType": "P"}
    claim = good(await desk.post("/claims", **body)).json()
    assert (claim["ClaimStatus"], claim["ClaimFee"]) == ("W", 1)
    (line,) = await desk.rows("/claimprocs", ClaimNum=claim["ClaimNum"])
    assert (line["Status"], line["InsPayAmt"], line["DateCP"]) == ("NotReceived", 0, "2026-11-23")
    paid = Paid(desk, proc_num, claim["ClaimNum"], line)
    answer = {"Status": "Received", "InsPayAmt": "0.60", "WriteOff": "0.20", "DedApplied": "0.20"}
    good(await desk.put(paid.line, **answer))
    claim = good(await desk.put(paid.claim, ClaimStatus="R", DateReceived="2026-11-23")).json()
    assert (claim["ClaimStatus"], claim["InsPayAmt"], claim["WriteOff"]) == ("R", 0.6, 0.2)
    return paid


async def check_of(paid: Paid, amount: str) -> str:
    """The path of a check that finalizes what awaits a payment."""
    row = good(await paid.desk.post("/claimpayments", claimNum=paid.claim_num, CheckAmt=amount)).json()
    assert row["IsPartial"] == "false"
    return f"/claimpayments/{row['ClaimPaymentNum']}"


async def test_a_claim_is_paid_and_taken_back(desk: Desk) -> None:
    """Delete the check, zero the line, then the claim and its procedure can be deleted, and not before."""
    paid = await claimed(desk)
    wrong = await desk.post("/claimpayments", claimNum=paid.claim_num, CheckAmt="999.99")
    refused(wrong, 400, "CheckAmt does not match the total of eligible ClaimProcs.")
    check = await check_of(paid, "0.60")
    locked = "Cannot change InsPayAmt when Status is Received and attached to a ClaimPayment."
    refused(await desk.put(paid.line, InsPayAmt="0.70"), 400, locked)
    good(await desk.delete(check))
    assert (await desk.rows(paid.line))["InsPayAmt"] == 0.6
    assert good(await desk.put(paid.claim, ClaimStatus="U")).json()["ClaimStatus"] == "U"
    pinned = "Claim cannot be deleted. Procedure(s) have an insurance payment attached."
    refused(await desk.delete(paid.claim), 400, pinned)
    refused(await desk.delete(paid.procedure), 400, "claim")
    good(await desk.put(paid.line, **ZERO))
    good(await desk.delete(paid.claim))
    good(await desk.delete(paid.procedure))


async def test_a_negative_supplemental_payment_pins_its_claim(open_desk: Opener) -> None:
    """It can't be taken back in 25.4, not even without its check; since 26.2 it can be deleted."""
    desk = open_desk(version="25.4.48")
    paid = await claimed(desk)
    first = await check_of(paid, "0.60")
    more = good(
        await desk.post("/claimprocs/Supplemental", ClaimProcNum=paid.line_num, InsPayAmt="-0.20")
    ).json()
    assert (more["Status"], more["InsPayAmt"], more["ClaimPaymentNum"]) == ("Supplemental", -0.2, 0)
    second = await check_of(paid, "-0.20")
    for check in (first, second):
        good(await desk.delete(check))
    good(await desk.put(paid.claim, ClaimStatus="U"))
    good(await desk.put(paid.line, **ZERO))
    path = f"/claimprocs/{more['ClaimProcNum']}"
    refused(await desk.put(path, **ZERO), 400, "Cannot change Status from Supplemental")
    assert (await desk.delete(path)).status_code == 400
    refused(await desk.delete(paid.claim), 400, "insurance payment attached")


async def test_a_supplemental_payment_is_deleted_since(desk: Desk) -> None:
    """An office of 26.2 deletes it, and then its claim."""
    paid = await claimed(desk)
    more = good(
        await desk.post("/claimprocs/Supplemental", ClaimProcNum=paid.line_num, InsPayAmt="-0.20")
    ).json()
    good(await desk.delete(f"/claimprocs/{more['ClaimProcNum']}"))
    good(await desk.put(paid.line, **ZERO))
    good(await desk.put(paid.claim, ClaimStatus="U"))
    good(await desk.delete(paid.claim))


async def test_one_check_pays_two_claims(desk: Desk) -> None:
    """A batch finalizes the lines of both claims, and is whole when it adds up."""
    both = [await claimed(desk), await claimed(desk)]
    body = {"claimNums": [each.claim_num for each in both], "CheckAmt": "1.20"}
    check = good(await desk.post("/claimpayments/Batch", **body)).json()
    assert check["IsPartial"] == "false"
    lines = await desk.rows("/claimprocs", ClaimPaymentNum=check["ClaimPaymentNum"])
    assert {each["ClaimNum"] for each in lines} == {each.claim_num for each in both}
