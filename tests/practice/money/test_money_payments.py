"""Payments: what they pay, and how they are refunded or reallocated."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused
from tests.practice.office_money import (
    CARD,
    CASH,
    CHECK,
    EXAM,
    IDA,
    JON,
    LATE_FEE,
    NEW_FILLING,
    OLD_FILLING,
    PLAN,
    PREPAID,
    ago,
)


async def splits(desk: Desk, pay_num: int) -> list[tuple[Any, ...]]:
    """A payment's splits: patient, amount, procedure, unearned type; in order of creation."""
    rows = await desk.rows("/paysplits", PayNum=pay_num)
    return [(row["PatNum"], row["SplitAmt"], row["ProcNum"], row["UnearnedType"]) for row in reversed(rows)]


async def take(desk: Desk, amount: str, patient: int = JON, **fields: Any) -> dict[str, Any]:
    """Take a payment; returns its row."""
    row: dict[str, Any] = good(await desk.post("/payments", PatNum=patient, PayAmt=amount, **fields)).json()
    return row


async def test_what_is_left_out(desk: Desk) -> None:
    """POST sets the office's type for the API, today, and the patient's clinic; amounts in its answer are text."""
    row = await take(desk, "129.99")
    assert (row["PayType"], row["payType"], row["PayDate"]) == (CARD, "Credit card", str(office.TODAY))
    assert (row["PayAmt"], row["ClinicNum"], row["PaymentSource"]) == ("129.99", "1", "API")
    assert (row["serverDateTime"], row["DateEntry"]) == ("", str(office.TODAY))
    (listed,) = await desk.rows("/payments", PatNum=JON, PayType=CARD)
    assert listed["serverDateTime"] == "2026-11-23 12:00:00"
    assert (await take(desk, "339.00"))["PayAmt"] == "339"


async def test_the_oldest_charge_is_paid_first(desk: Desk) -> None:
    """The old filling (120 - 10 - 30) is paid before the new one; the rest is unearned."""
    row = await take(desk, "100.00")
    assert await splits(desk, row["PayNum"]) == [(JON, 80.0, OLD_FILLING, 0), (JON, 20.0, NEW_FILLING, 0)]
    row = await take(desk, "65.50")
    assert await splits(desk, row["PayNum"]) == [(JON, 60.0, NEW_FILLING, 0), (JON, 5.5, 0, PREPAID)]
    unearned = (await desk.rows("/paysplits", PayNum=row["PayNum"]))[0]
    assert (unearned["unearnedType"], unearned["ProvNum"]) == ("Prepayment", 0)


async def test_the_family_is_paid_by_date_unless_the_patient_is_preferred(desk: Desk) -> None:
    """Splits go to the family's oldest debts; isPatientPreferred keeps them on the patient."""
    desk.sql("UPDATE procedurelog SET PatNum = ? WHERE ProcNum = ?", office.BEN, OLD_FILLING)
    desk.sql("UPDATE procedurelog SET PatNum = ? WHERE ProcNum = ?", office.ANN, NEW_FILLING)
    desk.sql("DELETE FROM paysplit WHERE SplitNum = 1001")
    desk.sql("DELETE FROM adjustment")
    row = await take(desk, "130.00", office.ANN)
    assert await splits(desk, row["PayNum"]) == [
        (office.BEN, 120.0, OLD_FILLING, 0), (office.ANN, 10.0, NEW_FILLING, 0),
    ]  # fmt: skip
    row = await take(desk, "101.00", office.ANN, isPatientPreferred="true")
    assert await splits(desk, row["PayNum"]) == [
        (office.ANN, 70.0, NEW_FILLING, 0), (office.ANN, 30.0, 3, 0), (office.ANN, 1.0, 0, PREPAID),
    ]  # fmt: skip


async def test_a_prepayment_pays_for_nothing(desk: Desk) -> None:
    """A prepayment makes one unearned split, whatever is owed and whatever procedures are given."""
    row = await take(desk, "50.00", isPrepayment="true", procNums=[OLD_FILLING])
    assert await splits(desk, row["PayNum"]) == [(JON, 50.0, 0, PREPAID)]
    assert (await desk.rows(f"/accountmodules/{JON}/Aging"))["Unearned"] == 50


async def test_named_procedures_are_paid_by_date(desk: Desk) -> None:
    """The given procedures are paid in order of date; other patients' and unknown ones are ignored silently."""
    row = await take(desk, "90.00", procNums=[NEW_FILLING, EXAM, OLD_FILLING, 99_999])
    assert await splits(desk, row["PayNum"]) == [(JON, 80.0, OLD_FILLING, 0), (JON, 10.0, NEW_FILLING, 0)]
    row = await take(desk, "10.00", procNums=[])
    assert await splits(desk, row["PayNum"]) == [(JON, 10.0, NEW_FILLING, 0)]
    row = await take(desk, "30.00", procNums=[EXAM])
    assert await splits(desk, row["PayNum"]) == [(JON, 30.0, 0, PREPAID)]


async def test_an_extra_charge_is_paid_in_its_turn(desk: Desk) -> None:
    """An unattached late fee is paid by its own date, on a split that references it."""
    fee = good(
        await desk.post("/adjustments", PatNum=JON, AdjType=LATE_FEE, AdjAmt=15, AdjDate=ago(20))
    ).json()
    row = await take(desk, "100.00")
    rows = await desk.rows("/paysplits", PayNum=row["PayNum"])
    assert [(each["SplitAmt"], each["AdjNum"]) for each in reversed(rows)] == [
        (80.0, 0), (15.0, fee["AdjNum"]), (5.0, 0),
    ]  # fmt: skip


async def test_pending_insurance_is_not_paid_by_the_patient(desk: Desk) -> None:
    """The expected insurance payment and write-off of an open claim is not paid."""
    desk.sql(
        "INSERT INTO claimproc (ProcNum, PatNum, Status, InsPayEst, WriteOff) VALUES (?, ?, 0, 45.5, 4.5)",
        OLD_FILLING, JON,
    )  # fmt: skip
    row = await take(desk, "200.00")
    assert [each[1:3] for each in await splits(desk, row["PayNum"])] == [
        (30.0, OLD_FILLING), (80.0, NEW_FILLING), (90.0, 0),
    ]  # fmt: skip


async def test_a_plan_that_is_due_is_paid_first(desk: Desk) -> None:
    """The due charge of the patient's plan is paid before older charges, and the split references it."""
    row = await take(desk, "120.00", IDA)
    rows = (await desk.rows("/paysplits", PayNum=row["PayNum"]))[::-1]
    found = [(each["SplitAmt"], each["PayPlanNum"], each["PayPlanChargeNum"]) for each in rows]
    assert found == [(100.0, PLAN, 1), (20.0, 0, 0)]
    assert (rows[0]["PayPlanDebitType"], rows[1]["ProcNum"]) == ("Principal", EXAM)


async def test_a_plan_is_prepaid_and_uses_that_up(desk: Desk) -> None:
    """A prepayment on a plan is unearned until the next charge is due, which it then pays."""
    row = await take(desk, "60.00", IDA, isPrepayment="true", payPlanNum=PLAN)
    (prepaid,) = await desk.rows("/paysplits", PayNum=row["PayNum"])
    assert (prepaid["PayPlanNum"], prepaid["UnearnedType"]) == (PLAN, PREPAID)
    desk.sql("INSERT INTO paysplit (PatNum, SplitAmt, PayNum, PayPlanNum, PayPlanChargeNum, PayPlanDebitType)"
             " VALUES (?, 100, ?, ?, 1, 1)", IDA, 77, PLAN)  # fmt: skip
    desk.clock.pass_(days=30)
    await take(desk, "1.00", IDA)
    assert (await desk.rows(f"/accountmodules/{IDA}/Aging"))["Unearned"] == 0
    (charge,) = (await desk.rows("/payplancharges", PayPlanNum=PLAN))[1:]
    paid = desk.sql(
        "SELECT SUM(SplitAmt) FROM paysplit WHERE PayPlanChargeNum = ?", charge["PayPlanChargeNum"]
    )
    assert (charge["Principal"], paid) == (100.0, [(61.0,)])


async def test_a_prepayment_used_by_another_family_is_in_the_payers_row(desk: Desk) -> None:
    """A prepayment used by another family's plan is also in the payer's row."""
    desk.sql("UPDATE patient SET Guarantor = ? WHERE PatNum = ?", JON, IDA)
    await take(desk, "60.00", JON, isPrepayment="true", payPlanNum=PLAN)
    desk.sql("UPDATE patient SET Guarantor = PatNum WHERE PatNum = ?", IDA)
    desk.clock.pass_(days=30)
    good(await desk.put(f"/payplans/{PLAN}/Close"))
    aging = await desk.rows(f"/accountmodules/{JON}/Aging")
    assert aging["Unearned"] == 0
    assert desk.sql("SELECT BalTotal, EstBalance FROM patient WHERE PatNum = ?", JON) == [
        (aging["Total"], aging["Total"])
    ]


@pytest.mark.parametrize(
    ("fields", "status", "word"),
    [
        ({"PayAmt": "0"}, 400, "PayAmt"),
        ({"PayAmt": "-5"}, 400, "PayAmt"),
        ({"PayAmt": "0.004"}, 400, "PayAmt"),
        ({"PayAmt": "99999999999"}, 400, "PayAmt"),
        ({"PayDate": str(office.TOMORROW)}, 400, "PayDate"),
        ({"PayType": LATE_FEE}, 400, "category 10"),
        ({"payPlanNum": PLAN}, 400, "another family's"),
        ({"PatNum": office.DELETED}, 400, "deleted"),
        ({"CheckNum": "1" * 26}, 400, "CheckNum"),
    ],
)
async def test_payments_that_are_refused(desk: Desk, fields: dict[str, Any], status: int, word: str) -> None:
    """No zero payment, none in the future, none with an invalid type, none on another family's plan."""
    refused(await desk.post("/payments", **{"PatNum": JON, "PayAmt": "10", **fields}), status, word)
    assert len(await desk.rows("/payments", PatNum=JON)) == 1


async def test_amounts_are_read_exactly(desk: Desk) -> None:
    """A JSON number is its decimal amount, half a cent rounded up; an out-of-range one is refused."""

    async def post(amount: bytes) -> httpx.Response:
        body, kind = b'{"PatNum": 62, "PayAmt": %b}' % amount, {"Content-Type": "application/json"}
        return await desk.http.post("/payments", content=body, headers=kind)

    assert good(await post(b"1.005")).json()["PayAmt"] == "1.01"
    assert good(await post(b"129.9")).json()["PayAmt"] == "129.9"
    refused(await post(b"1e9999999999999999999999"), 400, "JSON")
    refused(await post(b"1e300"), 400, "PayAmt")


async def test_the_offices_preferences_are_followed(desk: Desk) -> None:
    """Future payments, providers on prepayments, one unattached split instead of FIFO: by the office's preferences."""
    desk.prefer("FutureTransDatesAllowed", "1")
    await take(desk, "5.00", PayDate=str(office.TOMORROW))
    desk.prefer("AllowPrepayProvider", "1")
    row = await take(desk, "5.00", isPrepayment="true")
    assert (await desk.rows("/paysplits", PayNum=row["PayNum"]))[0]["ProvNum"] == office.DOC
    desk.prefer("RigorousAccounting", "2")
    row = await take(desk, "5.00")
    assert await splits(desk, row["PayNum"]) == [(JON, 5.0, 0, 0)]


async def test_older_offices_want_more(open_desk: Opener) -> None:
    """Payments are listed by patient before 23.3.11, plans only prepaid before 23.3.4, splits by both till 24.4.24."""
    old = open_desk(version="23.3.3")
    refused(await old.get("/payments"), 400, "PatNum")
    refused(await old.post("/payments", PatNum=IDA, PayAmt="5", payPlanNum=PLAN), 400, "isPrepayment")
    refused(await old.get("/paysplits", PatNum=JON), 400, "PayNum")
    assert len(await old.rows("/paysplits", PatNum=JON, PayNum=CHECK)) == 1


async def test_a_refund_is_the_payment_turned_round(desk: Desk) -> None:
    """The refund has the same splits with the opposite sign, today, and the debt is open again."""
    row = good(await desk.post("/payments/Refund", PayNum=CHECK)).json()
    assert (row["PayAmt"], row["PayDate"], row["PaymentSource"]) == ("-30", str(office.TODAY), "None")
    assert (row["PayType"], row["PatNum"]) == (CASH, JON)
    assert await splits(desk, row["PayNum"]) == [(JON, -30.0, OLD_FILLING, 0)]
    assert (await desk.rows(f"/accountmodules/{JON}/Aging"))["Total"] == 190


async def test_what_cannot_be_refunded(desk: Desk) -> None:
    """A refund can't be refunded, nor a payment on a plan."""
    back = good(await desk.post("/payments/Refund", PayNum=CHECK)).json()
    refused(await desk.post("/payments/Refund", PayNum=back["PayNum"]), 400, "negative")
    on_plan = await take(desk, "10.00", IDA)
    refused(await desk.post("/payments/Refund", PayNum=on_plan["PayNum"]), 400, "payment plan")


async def test_a_payment_is_changed(desk: Desk) -> None:
    """PUT replaces the texts and the type; the status can become one of the two online ones."""
    body = {"PayType": CARD, "CheckNum": "7492", "BankBranch": "98-795", "PayNote": "Later"}
    row = good(await desk.put(f"/payments/{CHECK}", **body, ProcessStatus="OnlinePending")).json()
    assert {name: row[name] for name in body} == body
    assert (row["ProcessStatus"], row["serverDateTime"]) == ("OnlinePending", "")
    refused(await desk.put(f"/payments/{CHECK}", ProcessStatus="OfficeProcessed"), 400, "ProcessStatus")


async def test_a_payment_is_allocated_anew(desk: Desk) -> None:
    """Partial replaces all splits by those given."""
    pairs = [{"ProcNum": OLD_FILLING, "Amount": 10.5}, {"ProcNum": NEW_FILLING, "Amount": "19.50"}]
    row = good(await desk.put(f"/payments/{CHECK}/Partial", procNumsAndAmounts=pairs)).json()
    assert row["PayAmt"] == "30"
    assert await splits(desk, CHECK) == [(JON, 10.5, OLD_FILLING, 0), (JON, 19.5, NEW_FILLING, 0)]


@pytest.mark.parametrize(
    ("pairs", "status", "word"),
    [
        ([(OLD_FILLING, 29.99)], 400, "add up"),
        ([(OLD_FILLING, 35), (NEW_FILLING, -5)], 400, "more than 0"),
        ([(EXAM, 30)], 400, str(EXAM)),
        ([(99_999, 30)], 404, "Procedure"),
        ([], 400, "procNumsAndAmounts"),
    ],
)
async def test_allocations_that_are_refused(
    desk: Desk, pairs: list[tuple[int, float]], status: int, word: str
) -> None:
    """The amounts must add up to the payment, and each procedure be the family's and still owed."""
    body = [{"ProcNum": number, "Amount": amount} for number, amount in pairs]
    refused(await desk.put(f"/payments/{CHECK}/Partial", procNumsAndAmounts=body), status, word)
    assert await splits(desk, CHECK) == [(JON, 30.0, OLD_FILLING, 0)]


async def test_no_procedure_is_overpaid(desk: Desk) -> None:
    """Partial refuses more for a procedure than is owed for it."""
    row = await take(desk, "100.00", isPrepayment="true")
    pairs = [{"ProcNum": NEW_FILLING, "Amount": 100}]
    path = f"/payments/{row['PayNum']}/Partial"
    refused(await desk.put(path, procNumsAndAmounts=pairs), 400, str(NEW_FILLING))
