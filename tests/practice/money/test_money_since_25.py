"""What payments and deposits have gained since 25.1."""

from __future__ import annotations

from typing import Any

from tests.practice.conftest import Desk, good, refused
from tests.practice.office_money import CHECK, EXAM, IDA, JON, PLAN, PLANNED_CROWN


async def take(desk: Desk, amount: str, patient: int = JON, **fields: Any) -> dict[str, Any]:
    """Take a payment; returns its row."""
    row: dict[str, Any] = good(await desk.post("/payments", PatNum=patient, PayAmt=amount, **fields)).json()
    return row


async def test_plan_charges_are_paid_exactly(desk: Desk) -> None:
    """Partial takes charges of the family's dynamic plans, alone or with procedures, and no more than is owed."""
    row = await take(desk, "60.00", patient=IDA, isPrepayment="true")
    path = f"/payments/{row['PayNum']}/Partial"
    charges = [{"PayPlanChargeNum": 1, "Amount": "40.00"}]
    exam = [{"ProcNum": EXAM, "Amount": "20.00"}]
    good(await desk.put(path, payPlanChargeNumsAndAmounts=charges, procNumsAndAmounts=exam))
    found = await desk.rows("/paysplits", PayNum=row["PayNum"])
    assert {(each["ProcNum"], each["PayPlanChargeNum"], each["SplitAmt"]) for each in found} == {
        (EXAM, 0, 20.0),
        (PLANNED_CROWN, 1, 40.0),
    }
    much = [{"PayPlanChargeNum": 1, "Amount": "60.00"}]
    await take(desk, "70.00", patient=IDA, payPlanNum=PLAN)
    refused(await desk.put(path, payPlanChargeNumsAndAmounts=much), 400, "less than that is owed")
    refused(await desk.put(path), 400, "required")


async def test_an_unallocated_prepayment_is_one_split_whatever_the_preference(desk: Desk) -> None:
    """Also in an office that doesn't enforce allocation."""
    desk.prefer("RigorousAccounting", "2")
    row = await take(desk, "50.00", isUnallocatedPrepayment="true")
    (split,) = await desk.rows("/paysplits", PayNum=row["PayNum"])
    assert (split["ProcNum"], split["ProvNum"], split["unearnedType"]) == (0, 0, "Prepayment")


async def test_a_payment_is_in_one_deposit(desk: Desk) -> None:
    """A deposit is made with its payments, whose sum is its amount; none can be in a second one."""
    row = await take(desk, "50.00")
    made = good(await desk.post("/deposits", payNums=[CHECK, row["PayNum"]], Batch="Mon")).json()
    assert (made["Amount"], made["Batch"]) == (80.0, "Mon")
    refused(await desk.post("/deposits", payNums=[CHECK]), 400, "attached")
    refused(await desk.post("/deposits", payNums=[99_999]), 404, "Payment")
