"""What payments, splits, plan charges, statements and deposits have gained since 25.1."""

from __future__ import annotations

import datetime
from typing import Any

from tests.practice.conftest import Desk, good, refused
from tests.practice.office_money import (
    CHECK,
    DISCOUNT,
    EXAM,
    IDA,
    JON,
    LATE_FEE,
    NEW_FILLING,
    NEXT_CROWN,
    PLAN,
    PLANNED_CROWN,
    TODAY,
    ago,
)


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


async def test_a_split_moves_to_another_provider_and_clinic(desk: Desk) -> None:
    """What it pays stays; only what was sent changes, and its answer has the time of the change."""
    before = (await desk.rows("/paysplits", PayNum=CHECK))[0]
    row = good(await desk.put("/paysplits/1001", ProvNum=2)).json()
    assert row == before | {"ProvNum": 2, "SecDateTEdit": f"{TODAY} 12:00:00"}
    row = good(await desk.put("/paysplits/1001", ClinicNum=0)).json()
    assert (row["ProvNum"], row["ClinicNum"]) == (2, 0)
    refused(await desk.put("/paysplits/9999", ProvNum=2), 404, "PaySplit")
    refused(await desk.put("/paysplits/1001", ProvNum=9999), 404, "Provider")


async def test_a_prepayment_has_a_provider_only_where_the_office_allows_it(desk: Desk) -> None:
    """The preference AllowPrepayProvider."""
    row = await take(desk, "50.00", isPrepayment="true")
    (split,) = await desk.rows("/paysplits", PayNum=row["PayNum"])
    path = f"/paysplits/{split['SplitNum']}"
    refused(await desk.put(path, ProvNum=2), 400, "ProvNum is invalid")
    assert good(await desk.put(path, ProvNum=0, ClinicNum=1)).json()["ClinicNum"] == 1
    desk.prefer("AllowPrepayProvider", "1")
    assert good(await desk.put(path, ProvNum=2)).json()["ProvNum"] == 2


async def charge(desk: Desk, principal: str, **fields: Any) -> Any:
    """Charge the plan's completed crown; returns the answer."""
    usual = {"PayPlanNum": PLAN, "ChargeDate": str(TODAY), "FKey": PLANNED_CROWN, "LinkType": "Procedure"}
    return await desk.post("/payplancharges", **(usual | {"Principal": principal} | fields))


async def owed(desk: Desk) -> Any:
    """The balance of Ida's family."""
    return (await desk.rows(f"/accountmodules/{IDA}/Aging"))["Total"]


async def test_a_plan_is_charged_no_more_than_it_covers(desk: Desk) -> None:
    """A charge is for something that the plan covers, and at most for what is left of it; it is owed when due."""
    before = await owed(desk)
    made = good(await charge(desk, "150.00", Interest="2.50", Note="Extra")).json()
    assert (made["Guarantor"], made["PatNum"], made["ProvNum"]) == (IDA, IDA, 1)
    assert (made["Principal"], made["Interest"], made["ChargeType"]) == (150.0, 2.5, "Debit")
    assert made in await desk.rows("/payplancharges", PayPlanNum=PLAN)
    assert await owed(desk) == before + 152.5
    ahead = good(await charge(desk, "10.00", ChargeDate=str(TODAY + datetime.timedelta(days=30)))).json()
    assert await owed(desk) == before + 152.5, "it isn't due yet"
    good(await desk.delete(f"/payplancharges/{ahead['PayPlanChargeNum']}"))
    refused(await charge(desk, "50.01"), 400, "more than what is left")
    refused(await charge(desk, "-1.00"), 400, "less than 0")
    refused(await charge(desk, "10.00", FKey=EXAM), 400, "does not cover")
    refused(await charge(desk, "10.00", LinkType="OrthoCase"), 400, "does not cover")
    refused(await charge(desk, "10.00", PayPlanNum=99), 404, "PayPlan not found: PayPlanNum 99")
    good(await charge(desk, "200.00", FKey=NEXT_CROWN))


async def test_a_deleted_procedure_is_not_charged(desk: Desk) -> None:
    """A plan covers no procedure with the status D."""
    desk.sql("UPDATE procedurelog SET ProcStatus = 6 WHERE ProcNum = ?", NEXT_CROWN)
    refused(await charge(desk, "10.00", FKey=NEXT_CROWN), 400, "does not cover")


async def test_a_charge_ahead_holds_no_other_up(desk: Desk) -> None:
    """The plan's own charges come on their days, whatever a person has dated later; none is made twice."""
    good(await charge(desk, "10.00", ChargeDate=str(TODAY + datetime.timedelta(days=90))))
    desk.clock.pass_(days=40)
    row = await take(desk, "1.00", patient=IDA, payPlanNum=PLAN)
    assert row["PayNum"]
    charges = await desk.rows("/payplancharges", PayPlanNum=PLAN)
    days = [each["ChargeDate"] for each in charges]
    assert len(days) == 4, days
    assert len(set(days)) == 4, days


async def test_a_plan_has_a_category(desk: Desk) -> None:
    """A definition of its own category, named in the answer; of another one it is refused."""
    desk.sql("INSERT INTO definition (DefNum, Category, ItemName) VALUES (2001, 47, 'Ortho')")
    terms = {"PatNum": JON, "procNums": [NEW_FILLING], "NumberOfPayments": 4}
    refused(await desk.post("/payplans/Dynamic", **terms, PlanCategory=DISCOUNT), 400, "category 47")
    row = good(await desk.post("/payplans/Dynamic", **terms, PlanCategory=2001)).json()
    assert (row["PlanCategory"], row["planCategory"]) == (2001, "Ortho")


async def test_a_charge_keeps_what_was_paid_for_it(desk: Desk) -> None:
    """It is not lowered below that, and not deleted; one without payments is."""
    extra = good(await charge(desk, "20.00")).json()["PayPlanChargeNum"]
    row = await take(desk, "60.00", patient=IDA, isPrepayment="true")
    charges = [{"PayPlanChargeNum": 1, "Amount": "60.00"}]
    good(await desk.put(f"/payments/{row['PayNum']}/Partial", payPlanChargeNumsAndAmounts=charges))
    refused(await desk.put("/payplancharges/1", Principal="59.00"), 400, "has been paid")
    refused(await desk.put("/payplancharges/1", Principal="280.01"), 400, "more than what is left")
    changed = good(await desk.put("/payplancharges/1", Principal="60.00", ChargeDate=ago(3))).json()
    assert (changed["Principal"], changed["ChargeDate"], changed["Interest"]) == (60.0, ago(3), 0.0)
    refused(await desk.delete("/payplancharges/1"), 400, "attached to a payment")
    good(await desk.delete(f"/payplancharges/{extra}"))
    refused(await desk.delete(f"/payplancharges/{extra}"), 404, "PayPlanCharge")
    good(await desk.put(f"/payplans/{PLAN}/Close"))
    refused(await desk.put("/payplancharges/1", Note="x"), 400, "closed")


async def test_a_statement_is_added_as_sent(desk: Desk) -> None:
    """Its mode is API, it has no end and its date is today's; without its patient there is none."""
    row = good(await desk.post("/statements", PatNum=JON, Note="Mailed by Acme")).json()
    assert (row["Mode_"], row["IsSent"], row["HidePayment"], row["Intermingled"]) == ("API", *["true"] * 3)
    assert (row["DateSent"], row["DateRangeFrom"], row["DateRangeTo"]) == (
        str(TODAY), "0001-01-01", "2200-01-01",
    )  # fmt: skip
    assert row in await desk.rows("/statements", PatNum=JON)
    refused(await desk.post("/statements", PatNum=9999), 404, "Patient")
    refused(await desk.post("/statements", PatNum=JON, DocNum=9999), 404, "Document")
    desk.sql("UPDATE procedurelog SET StatementNum = ? WHERE ProcNum = ?", row["StatementNum"], EXAM)
    good(await desk.delete(f"/statements/{row['StatementNum']}"))
    assert desk.sql("SELECT StatementNum FROM procedurelog WHERE ProcNum = ?", EXAM)[0][0] == 0
    refused(await desk.delete(f"/statements/{row['StatementNum']}"), 404, "Statement")


async def test_an_adjustment_has_the_sign_of_its_type(desk: Desk) -> None:
    """Refused in the words that others saw on live servers."""
    fields = {"PatNum": JON, "AdjDate": str(TODAY)}
    wrong = await desk.post("/adjustments", AdjType=DISCOUNT, AdjAmt="5.00", **fields)
    refused(wrong, 400, "AdjAmt must be negative for this AdjType.")
    wrong = await desk.post("/adjustments", AdjType=LATE_FEE, AdjAmt="-5.00", **fields)
    refused(wrong, 400, "AdjAmt must be positive for this AdjType.")


async def test_a_plans_new_guarantor_exists(desk: Desk) -> None:
    """It is a patient who isn't deleted."""
    path = f"/payplans/{PLAN}/Dynamic"
    refused(await desk.put(path, Guarantor=99), 404, "Patient not found: Guarantor 99")
    desk.sql("DELETE FROM payplancharge WHERE PayPlanNum = ?", PLAN)
    desk.sql("UPDATE paysplit SET PayPlanNum = 0 WHERE PayPlanNum = ?", PLAN)
    refused(await desk.put(path, Guarantor=0), 400, "Guarantor")
    desk.sql("UPDATE patient SET PatStatus = 4 WHERE PatNum = ?", JON)
    refused(await desk.put(path, Guarantor=JON), 400, "deleted")
