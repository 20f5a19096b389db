"""Insurance payments, their EOBs, and messages about claims."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest

from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, Opener, good, refused

ONE = {"claimNum": insurance.ANSWERED, "CheckAmt": "112.15"}
BATCH = {"claimNums": [insurance.ANSWERED, insurance.SENT], "CheckAmt": "112.15"}
SFTP = {"SftpUsername": "me", "SftpPassword": "secret"}


async def test_a_payment_finalizes_a_claim(desk: Desk) -> None:
    """POST sets today, the claim's clinic and carrier and the office's first types, and its procedures' dates."""
    answer = good(await desk.post("/claimpayments", **ONE))
    row = answer.json()
    assert answer.headers["location"].endswith(f"/claimpayments/{row['ClaimPaymentNum']}")
    assert (row["CheckAmt"], row["CheckDate"], row["ClinicNum"]) == ("112.15", "2026-11-23", 1)
    assert (row["CarrierName"], row["payType"], row["payGroup"]) == ("Blue Heron Dental", "Check", "Lockbox")
    assert (row["IsPartial"], row["DateIssued"], row["DepositNum"]) == ("false", "0001-01-01", 0)
    lines = await desk.rows("/claimprocs", ClaimPaymentNum=row["ClaimPaymentNum"])
    assert [each["PaymentRow"] for each in lines] == [1, 1]
    assert (
        {each["DateCP"] for each in lines} == {each["DateInsFinalized"] for each in lines} == {"2026-11-23"}
    )
    refused(await desk.post("/claimpayments", **ONE), 400, "CheckAmt")


async def test_a_check_of_a_later_day_counts_from_then_on(desk: Desk) -> None:
    """Until its date nothing is paid, in the account and in the patient's row; then the account has the check."""
    balance = "SELECT BalTotal FROM patient WHERE PatNum = ?"
    good(await desk.post("/claimpayments", **ONE, CheckDate="2026-11-25"))
    before = (await desk.rows(f"/accountmodules/{insurance.EVE}/Aging"))["Total"]
    assert desk.sql(balance, insurance.EVE) == [(before,)]
    desk.clock.pass_(days=2)
    after = (await desk.rows(f"/accountmodules/{insurance.EVE}/Aging"))["Total"]
    assert round(before - after, 2) == 122.15


@pytest.mark.parametrize("amount", ["112.14", "112.16", "0", "-112.15"])
async def test_a_payment_is_what_its_claim_adds_up_to(desk: Desk, amount: str) -> None:
    """An amount that differs by a cent is refused."""
    words = "CheckAmt does not match the total of eligible ClaimProcs."
    refused(await desk.post("/claimpayments", **{**ONE, "CheckAmt": amount}), 400, words)


async def test_a_payment_needs_an_answer(desk: Desk) -> None:
    """A claim without a received procedure can't be paid; an office may require batches."""
    refused(await desk.post("/claimpayments", claimNum=insurance.SENT, CheckAmt="0"), 400, "received")
    refused(await desk.post("/claimpayments", claimNum=999, CheckAmt="0"), 404, "Claim")
    desk.prefer("ClaimPaymentBatchOnly", "1")
    refused(await desk.post("/claimpayments", **ONE), 400, "batches")


async def test_a_batch_of_another_amount_is_partial(desk: Desk) -> None:
    """POST Batch pays several claims, and marks a check that doesn't add up as partial."""
    row = good(await desk.post("/claimpayments/Batch", **{**BATCH, "CheckAmt": "112.1"})).json()
    assert (row["IsPartial"], row["ClinicNum"], row["CheckAmt"]) == ("true", 0, "112.1")
    good(await desk.delete(f"/claimpayments/{row['ClaimPaymentNum']}"))
    good(await desk.put(f"/claimprocs/{insurance.ON_SENT}", Status="Received"))
    row = good(await desk.post("/claimpayments/Batch", **BATCH, PayType=insurance.TRANSFER)).json()
    lines = await desk.rows("/claimprocs", ClaimPaymentNum=row["ClaimPaymentNum"])
    assert {each["ClaimNum"]: each["PaymentRow"] for each in lines} == {
        insurance.ANSWERED: 1,
        insurance.SENT: 2,
    }
    assert (row["IsPartial"], row["payType"]) == ("false", "Transfer")
    refused(await desk.post("/claimpayments/Batch", **{**BATCH, "claimNums": []}), 400, "claimNums")
    refused(await desk.post("/claimpayments/Batch", **{**BATCH, "claimNums": [999]}), 404, "Claim not found")


async def test_a_payment_is_described_anew(desk: Desk) -> None:
    """PUT changes its fields, with definitions of the right categories; amounts have no trailing zeros."""
    path = f"/claimpayments/{insurance.PAYMENT}"
    row = good(await desk.put(path, CheckNum="9", PayType=insurance.TRANSFER, Note="Lost in the mail")).json()
    assert (row["CheckNum"], row["payType"], row["Note"], row["CheckAmt"]) == (
        "9",
        "Transfer",
        "Lost in the mail",
        "46.4",
    )
    assert row["SecDateTEdit"] == "2026-11-23 12:00:00"
    refused(await desk.put(path, PayGroup=insurance.CHECK), 400, "PayGroup")
    refused(await desk.put(path, CheckNum="9" * 26), 400, "CheckNum")


async def test_an_amount_that_does_not_add_up_makes_a_payment_partial(desk: Desk) -> None:
    """PUT CheckAmt marks a payment partial unless it is what its claimprocs add up to."""
    path = f"/claimpayments/{insurance.PAYMENT}"
    for amount, partial in (("50", "true"), ("46.4", "false")):
        row = good(await desk.put(path, CheckAmt=amount)).json()
        assert (row["CheckAmt"], row["IsPartial"]) == (amount, partial)


async def test_payments_are_listed_since_a_moment(desk: Desk) -> None:
    """SecDateTEdit is inclusive."""
    rows = await desk.rows("/claimpayments", SecDateTEdit="2026-11-20 11:00:00")
    assert [row["ClaimPaymentNum"] for row in rows] == [insurance.PARTIAL]


async def test_what_is_attached_keeps_a_payment(desk: Desk) -> None:
    """DELETE is refused with an EOB or a deposit; else its procedures can be paid again."""
    path = f"/claimpayments/{insurance.PAYMENT}"
    refused(await desk.delete(path), 400, "EOB")
    desk.sql("DELETE FROM eobattach")
    desk.sql("UPDATE claimpayment SET DepositNum = 1")
    refused(await desk.delete(path), 400, "deposit")
    desk.sql("UPDATE claimpayment SET DepositNum = 0")
    good(await desk.delete(path))
    (row,) = await desk.rows("/claimprocs", ClaimNum=insurance.PAID)
    assert (row["ClaimPaymentNum"], row["DateInsFinalized"], row["PaymentRow"]) == (0, "0001-01-01", 0)


async def test_an_eob_travels_over_sftp(open_desk: Opener, tmp_path: Path) -> None:
    """Upload attaches a file named by date and number; download copies it, under that name by default."""
    desk = open_desk(files=tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "smith.png").write_bytes(b"scanned")
    body = {"ClaimPaymentNum": insurance.PARTIAL, **SFTP, "SftpAddress": "site/smith.png"}
    row = good(await desk.post("/eobattaches/UploadSftp", **body)).json()
    assert row["FileName"] == f"20261123_120000_{row['EobAttachNum']}.png"
    assert base64.b64decode(row["RawBase64"]) == b"scanned"
    assert [row] == await desk.rows("/eobattaches", ClaimPaymentNum=insurance.PARTIAL)
    body = {"EobAttachNum": row["EobAttachNum"], **SFTP, "SftpAddress": "site/back/"}
    answer = await desk.post("/eobattaches/DownloadSftp", **body)
    assert (answer.status_code, answer.content) == (201, b"")
    assert answer.headers["location"] == f"site/back/{row['FileName']}"
    assert (tmp_path / "site" / "back" / row["FileName"]).read_bytes() == b"scanned"


async def test_an_eob_is_deleted_with_its_file(desk: Desk) -> None:
    """DELETE leaves nothing of it, and the payment can be deleted then."""
    good(await desk.delete("/eobattaches/1"))
    assert await desk.rows("/eobattaches", ClaimPaymentNum=insurance.PAYMENT) == []
    refused(await desk.delete("/eobattaches/1"), 404, "EobAttach not found.")
    good(await desk.delete(f"/claimpayments/{insurance.PAYMENT}"))


async def test_an_eob_has_to_be_there(open_desk: Opener, tmp_path: Path) -> None:
    """A file missing on the site, or unreadable in the database, is a 400."""
    desk = open_desk(files=tmp_path)
    body = {"ClaimPaymentNum": insurance.PARTIAL, **SFTP, "SftpAddress": "site/none.png"}
    refused(await desk.post("/eobattaches/UploadSftp", **body), 400, "SFTP")
    desk.sql("UPDATE eobattach SET RawBase64 = 'no base64!'")
    body = {"EobAttachNum": 1, **SFTP, "SftpAddress": "site/x.png"}
    refused(await desk.post("/eobattaches/DownloadSftp", **body), 400, "EobAttachNum")


async def test_a_claim_is_tracked_now(desk: Desk) -> None:
    """POST adds an entry to its status history, dated now; PUT replaces the note and the time."""
    body = {"ClaimNum": insurance.SENT, "Note": "Missing", "TrackingErrorDefNum": insurance.MISSING}
    row = good(await desk.post("/claimtrackings", **body)).json()
    assert (row["TrackingType"], row["UserNum"], row["TrackingDefNum"]) == ("StatusHistory", 0, 0)
    assert row["DateTimeEntry"] == "2026-11-23 12:00:00"
    desk.clock.pass_(minutes=5)
    path = f"/claimtrackings/{row['ClaimTrackingNum']}"
    row = good(await desk.put(path, Note="Sent", TrackingErrorDefNum=0)).json()
    assert (row["Note"], row["TrackingErrorDefNum"], row["DateTimeEntry"]) == (
        "Sent",
        0,
        "2026-11-23 12:05:00",
    )
    newest = await desk.rows("/claimtrackings", ClaimNum=insurance.SENT)
    assert [each["ClaimTrackingNum"] for each in newest] == [row["ClaimTrackingNum"], 1]


async def test_an_office_may_track_by_a_status_alone(desk: Desk) -> None:
    """With ClaimTrackingStatusExcludesNone the status is required on POST and never 0."""
    desk.prefer("ClaimTrackingStatusExcludesNone", "1")
    refused(await desk.post("/claimtrackings", ClaimNum=insurance.SENT), 400, "TrackingDefNum")
    refused(await desk.put("/claimtrackings/1", TrackingDefNum=0), 400, "TrackingDefNum")
    good(await desk.put("/claimtrackings/1", Note="x"))
    good(await desk.post("/claimtrackings", ClaimNum=insurance.SENT, TrackingDefNum=insurance.HOLD))
    refused(
        await desk.post("/claimtrackings", ClaimNum=insurance.SENT, TrackingDefNum=insurance.MISSING),
        400,
        "31",
    )


async def test_transactions_are_a_patients(desk: Desk) -> None:
    """GET etranss needs PatNum; carrier and claim filter; the older page returns an ERA 835 with its text."""
    rows = await desk.rows("/etranss", PatNum=insurance.EVE)
    assert [(row["Etype"], row["TransSetId835"]) for row in rows] == [("ClaimSent", 0), ("ERA_835", 35)]
    assert len(await desk.rows("/etranss", PatNum=insurance.EVE, CarrierNum=1)) == 1
    body: dict[str, Any] = {
        "MessageText": "ISA*00*",
        "HqClearinghouseNum": 3,
        "DateTimeTrans": "2021-05-26 08:16:46",
    }
    answer = await desk.post("/etrans", **body)
    assert (answer.status_code, answer.content) == (201, b"")
    wanted = (
        "SELECT Etype, ClearingHouseNum, DateTimeTrans, EtransMessageTextNum FROM etrans WHERE EtransNum = 3"
    )
    assert desk.sql(wanted) == [(27, 3, "2021-05-26 08:16:46", 2)]
    assert (await desk.rows("/etransmessagetexts/2"))["MessageText"] == "ISA*00*"
    refused(await desk.get("/etransmessagetexts/9"), 404, "EtransMessageText not found.")


async def test_claim_forms_are_all_listed(desk: Desk) -> None:
    """Hidden forms are included."""
    assert [row["IsHidden"] for row in await desk.rows("/claimforms")] == ["false", "true"]
