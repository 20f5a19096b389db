"""Supplemental insurance payments, and claimprocs deleted."""

from __future__ import annotations

import pytest

from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, Opener, good, refused

MORE = {"ClaimProcNum": insurance.ON_ANSWERED, "InsPayAmt": "15"}
ALSO_WAITING = f"/claimprocs/{insurance.ALSO_WAITING}"


async def test_a_received_procedure_is_paid_again(desk: Desk) -> None:
    """POST Supplemental adds a claimproc of today, without a fee and an expectation, to the claim's totals."""
    before = await desk.rows(f"/claims/{insurance.ANSWERED}")
    answer = good(await desk.post("/claimprocs/Supplemental", **MORE))
    row = answer.json()
    assert answer.headers["location"].endswith(f"/claimprocs/{row['ClaimProcNum']}")
    assert row == await desk.rows(f"/claimprocs/{row['ClaimProcNum']}")
    assert (row["Status"], row["InsPayAmt"], row["ProcNum"]) == ("Supplemental", 15.0, insurance.CLEANING)
    assert {
        row[name] for name in ("FeeBilled", "InsPayEst", "DedApplied", "WriteOff", "ClaimPaymentNum")
    } == {0}
    assert {row[name] for name in ("DateCP", "DateEntry", "DateSuppReceived")} == {"2026-11-23"}
    assert (row["PercentOverride"], row["WriteOffEst"], row["DateInsFinalized"]) == (-1, -1.0, "0001-01-01")
    after = await desk.rows(f"/claims/{insurance.ANSWERED}")
    assert after["InsPayAmt"] == round(before["InsPayAmt"] + 15, 2)
    assert after["ClaimFee"] == before["ClaimFee"]


async def test_insurance_takes_back_by_a_negative_check(desk: Desk) -> None:
    """A negative supplemental payment is finalized by a check of the same amount; the account owes it again."""
    good(await desk.post("/claimpayments", claimNum=insurance.ANSWERED, CheckAmt="112.15"))
    owed = (await desk.rows(f"/accountmodules/{insurance.EVE}/Aging"))["Total"]
    row = good(await desk.post("/claimprocs/Supplemental", **{**MORE, "InsPayAmt": "-20.5"})).json()
    check = good(await desk.post("/claimpayments", claimNum=insurance.ANSWERED, CheckAmt="-20.5")).json()
    assert (check["CheckAmt"], check["IsPartial"]) == ("-20.5", "false")
    (paid,) = await desk.rows("/claimprocs", ClaimPaymentNum=check["ClaimPaymentNum"])
    assert paid["ClaimProcNum"] == row["ClaimProcNum"]
    assert (await desk.rows(f"/accountmodules/{insurance.EVE}/Aging"))["Total"] == round(owed + 20.5, 2)


@pytest.mark.parametrize(
    ("number", "status", "words"),
    [
        (999, 404, "ClaimProc not found."),
        (insurance.ON_SENT, 400, "received"),
        (insurance.ESTIMATED, 400, "received"),
    ],
)
async def test_only_what_was_received_is_supplemented(
    desk: Desk, number: int, status: int, words: str
) -> None:
    """An unknown, an unanswered and an estimated claimproc are refused."""
    refused(await desk.post("/claimprocs/Supplemental", ClaimProcNum=number), status, words)


async def test_a_supplemental_payment_is_not_supplemented_and_keeps_its_status(desk: Desk) -> None:
    """It stays Supplemental while its procedure has a claimproc of another status; its amount can change."""
    row = good(await desk.post("/claimprocs/Supplemental", **MORE)).json()
    refused(await desk.post("/claimprocs/Supplemental", ClaimProcNum=row["ClaimProcNum"]), 400, "received")
    path = f"/claimprocs/{row['ClaimProcNum']}"
    words = "Cannot change Status from Supplemental when there is a ClaimProc with a different status and "
    words += "the same ProcNum."
    refused(await desk.put(path, Status="NotReceived", InsPayAmt=0), 400, words)
    assert good(await desk.put(path, Status="Supplemental", InsPayAmt="3")).json()["InsPayAmt"] == 3


async def test_a_supplemental_payment_takes_a_write_off_back(desk: Desk) -> None:
    """Its WriteOff may be negative down to what was written off for the procedure, 10 here; others' may not."""
    row = good(await desk.post("/claimprocs/Supplemental", **MORE)).json()
    path = f"/claimprocs/{row['ClaimProcNum']}"
    refused(await desk.put(path, WriteOff="-10.01"), 400, "WriteOff")
    assert good(await desk.put(path, WriteOff="-10")).json()["WriteOff"] == -10
    assert (await desk.rows(f"/claims/{insurance.ANSWERED}"))["WriteOff"] == 0
    refused(await desk.put(f"/claimprocs/{insurance.ALSO_ANSWERED}", WriteOff="-1"), 400, "WriteOff")


async def test_nothing_is_expected_of_a_supplemental_payment(desk: Desk) -> None:
    """A deductible or an override on it is stored, but its claim expects no more than before."""
    row = good(await desk.post("/claimprocs/Supplemental", **MORE)).json()
    before = await desk.rows(f"/claims/{insurance.ANSWERED}")
    for sent in ({"DedApplied": "5"}, {"PercentOverride": "50"}, {"FeeBilled": "9"}):
        changed = good(await desk.put(f"/claimprocs/{row['ClaimProcNum']}", **sent)).json()
        (name, text), *_ = sent.items()
        assert (changed[name], changed["InsPayEst"], changed["BaseEst"]) == (float(text), 0, 0)
    assert (await desk.rows(f"/claims/{insurance.ANSWERED}"))["InsPayEst"] == before["InsPayEst"]


async def test_income_transfers_go_with_what_they_were_based_on(desk: Desk) -> None:
    """A further payment on a claim, and a paid claimproc deleted, remove the claim's income transfers."""
    transfer = "UPDATE claimproc SET IsTransfer = 1, Status = 4 WHERE ClaimProcNum = ?"
    left = "SELECT COUNT(*) FROM claimproc WHERE IsTransfer = 1"
    desk.sql(transfer, insurance.ALSO_ANSWERED)
    row = good(await desk.post("/claimprocs/Supplemental", **MORE)).json()
    assert desk.sql(left) == [(0,)]
    desk.sql(
        "UPDATE claimproc SET ClaimNum = ? WHERE ClaimProcNum = ?", insurance.ANSWERED, insurance.ON_WAITING
    )
    desk.sql(transfer, insurance.ON_WAITING)
    good(await desk.delete(f"/claimprocs/{row['ClaimProcNum']}"))
    assert desk.sql(left) == [(0,)]
    desk.sql(transfer, insurance.ALSO_WAITING)
    desk.sql(
        "UPDATE claimproc SET ClaimNum = ? WHERE ClaimProcNum = ?", insurance.ANSWERED, insurance.ALSO_WAITING
    )
    refused(await desk.delete(f"/claimprocs/{insurance.ON_ANSWERED}"), 400, "last ClaimProc of the claim")


@pytest.mark.parametrize("status", ["Received", "Supplemental"])
async def test_a_paid_amount_stays_until_its_check_is_gone(desk: Desk, status: str) -> None:
    """InsPayAmt is locked on a check, in Open Dental's words, and free again when the check is deleted."""
    desk.sql("DELETE FROM eobattach")
    path = f"/claimprocs/{insurance.ON_PAID}"
    good(await desk.put(path, Status=status))
    words = f"Cannot change InsPayAmt when Status is {status} and attached to a ClaimPayment."
    refused(await desk.put(path, InsPayAmt="40"), 400, words)
    good(await desk.delete(f"/claimpayments/{insurance.PAYMENT}"))
    assert good(await desk.put(path, InsPayAmt="40")).json()["InsPayAmt"] == 40


async def test_a_deleted_claimproc_leaves_the_claims_totals(desk: Desk) -> None:
    """DELETE takes its amounts off the claim; the claim keeps its last one."""
    good(await desk.delete(ALSO_WAITING))
    refused(await desk.get(ALSO_WAITING), 404, "ClaimProc not found.")
    claim = await desk.rows(f"/claims/{insurance.WAITING}")
    assert (claim["ClaimFee"], claim["InsPayEst"]) == (58.0, 46.4)
    refused(await desk.delete(f"/claimprocs/{insurance.ON_WAITING}"), 400, "last ClaimProc of the claim")


async def test_what_others_refer_to_is_not_deleted(desk: Desk) -> None:
    """One on a check, of an ortho case, or with a supplemental payment stays; the supplemental payment goes."""
    refused(await desk.delete(f"/claimprocs/{insurance.ON_PAID}"), 400, "attached to a ClaimPayment")
    desk.sql("INSERT INTO orthoproclink (OrthoCaseNum, ProcNum) VALUES (1, ?)", insurance.WAITS_TWO)
    refused(await desk.delete(ALSO_WAITING), 400, "OrthoCase")
    row = good(await desk.post("/claimprocs/Supplemental", **MORE)).json()
    refused(await desk.delete(f"/claimprocs/{insurance.ON_ANSWERED}"), 400, "supplemental")
    good(await desk.delete(f"/claimprocs/{row['ClaimProcNum']}"))
    good(await desk.delete(f"/claimprocs/{insurance.ON_ANSWERED}"))


async def test_claimprocs_of_the_deleted_stay(desk: Desk) -> None:
    """A deleted patient's claimprocs are neither supplemented nor deleted."""
    desk.sql("UPDATE claimproc SET PatNum = ? WHERE ClaimNum = ?", insurance.GIL, insurance.ANSWERED)
    refused(await desk.post("/claimprocs/Supplemental", **MORE), 400, "deleted")
    refused(await desk.delete(f"/claimprocs/{insurance.ON_ANSWERED}"), 400, "deleted")


async def test_older_offices_lack_the_gains(open_desk: Opener) -> None:
    """An office of 25.1 refuses both methods with the version that has them."""
    desk = open_desk(version="25.1.26")
    refused(await desk.get(ALSO_WAITING), 400, "25.1.27")
    refused(await desk.post("/claimprocs/Supplemental", **MORE), 400, "25.2.7")
    refused(await desk.delete(ALSO_WAITING), 400, "26.2")
