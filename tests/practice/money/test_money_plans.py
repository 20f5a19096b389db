"""Payment plans: created, charged, changed and closed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused
from tests.practice.office_money import (
    CROWN_LINK,
    EXAM,
    IDA,
    JON,
    LATE_FEE,
    NEW_FILLING,
    NEXT_CROWN,
    NEXT_LINK,
    OLD_FILLING,
    PLAN,
    PLANNED_CROWN,
    ago,
)

NEW = {"PatNum": JON, "procNums": [OLD_FILLING, NEW_FILLING], "NumberOfPayments": 4}


async def charges(desk: Desk, plan: int) -> list[tuple[Any, ...]]:
    """A plan's charges: date, principal, interest, what they are for."""
    rows = await desk.rows("/payplancharges", PayPlanNum=plan)
    return [(row["ChargeDate"], row["Principal"], row["Interest"], row["FKey"]) for row in rows]


async def total(desk: Desk, patient: int) -> Any:
    """What a family owes."""
    return (await desk.rows(f"/accountmodules/{patient}/Aging"))["Total"]


async def test_a_plan_takes_over_what_it_covers(desk: Desk) -> None:
    """The debt moves to the plan: nothing is due before the first charge, a month later; Note has the terms."""
    answer = good(await desk.post("/payplans/Dynamic", **NEW))
    row = answer.json()
    assert answer.headers["location"].endswith(f"/payplans/{row['PayPlanNum']}")
    assert (row["principalAmount"], row["CompletedAmt"], row["PayAmt"]) == (160.0, 160.0, 40.0)
    assert (row["NumberOfPayments"], row["IsDynamic"], row["IsLocked"]) == (0, "true", "true")
    assert (row["DatePayPlanStart"], row["DynamicPayPlanTPOption"]) == ("2026-12-23", "AwaitComplete")
    assert row["Note"] == (
        "11/23/2026 - Date of Agreement: 11/23/2026, Total Amount: 160.00, APR: 0, Total Cost of Loan: 160.00"
    )
    assert await charges(desk, row["PayPlanNum"]) == []
    assert await total(desk, JON) == 0


async def test_down_payment_and_past_charges_are_due_at_once(desk: Desk) -> None:
    """A plan that starts in the past makes its down payment and each charge since due, oldest production first."""
    row = good(
        await desk.post(
            "/payplans/Dynamic", **NEW, PayPlanDate=ago(70), DatePayPlanStart=ago(40), DownPayment=60,
            ChargeFrequency="EveryOtherWeek", Note="Cash",
        )
    ).json()  # fmt: skip
    assert row["Note"].endswith("Total Cost of Loan: 160.00, Cash")
    assert row["PayAmt"] == 25.0
    assert await charges(desk, row["PayPlanNum"]) == [
        (ago(70), 60.0, 0.0, OLD_FILLING), (ago(40), 20.0, 0.0, OLD_FILLING), (ago(40), 5.0, 0.0, NEW_FILLING),
        (ago(26), 25.0, 0.0, NEW_FILLING), (ago(12), 25.0, 0.0, NEW_FILLING),
    ]  # fmt: skip
    assert await total(desk, JON) == 135.0


async def test_interest_is_charged_from_its_day(desk: Desk) -> None:
    """Charges on or after DateInterestStart bear a month's interest on the remainder; APR needs a locked plan."""
    terms = {"PatNum": JON, "procNums": [NEW_FILLING], "PayAmt": 30, "APR": 12}
    dates = {"PayPlanDate": ago(100), "DatePayPlanStart": "2026-09-01", "DateInterestStart": "2026-10-01"}
    refused(await desk.post("/payplans/Dynamic", **terms, IsLocked="false"), 400, "IsLocked")
    row = good(await desk.post("/payplans/Dynamic", **terms, **dates)).json()
    assert "APR: 12, Total Cost of Loan: 80.71" in row["Note"]
    found = await charges(desk, row["PayPlanNum"])
    assert [each[:3] for each in found] == [
        ("2026-09-01", 30.0, 0.0), ("2026-10-01", 29.5, 0.5), ("2026-11-01", 20.5, 0.21),
    ]  # fmt: skip


async def test_production_that_outgrows_its_payments_is_not_charged(desk: Desk) -> None:
    """If a fee grows until payments don't cover the interest, charging stops, and payments are still accepted."""
    terms = {"PatNum": JON, "procNums": [NEW_FILLING], "PayAmt": 2, "APR": 12, "DatePayPlanStart": ago(40)}
    row = good(await desk.post("/payplans/Dynamic", **terms)).json()
    before = await charges(desk, row["PayPlanNum"])
    grown = {"PatNum": JON, "AdjType": LATE_FEE, "AdjAmt": 1000, "AdjDate": ago(1), "ProcNum": NEW_FILLING}
    good(await desk.post("/adjustments", **grown))
    desk.clock.pass_(days=60)
    good(await desk.post("/payments", PatNum=JON, PayAmt="1.00"))
    assert await charges(desk, row["PayPlanNum"]) == before != []


async def test_planned_procedures_wait_unless_treated_as_complete(desk: Desk) -> None:
    """A treatment planned procedure counts in the total, and is charged once complete, or at once if agreed."""
    dates = {"PayPlanDate": ago(40), "DatePayPlanStart": ago(10)}
    terms = {"PatNum": office.BEN, "procNums": [6], "PayAmt": 20, **dates}
    row = good(await desk.post("/payplans/Dynamic", **terms)).json()
    assert (row["principalAmount"], row["CompletedAmt"]) == (50.0, 0.0)
    assert await charges(desk, row["PayPlanNum"]) == []
    terms = {**terms, "PatNum": office.ANN, "procNums": [4], "DynamicPayPlanTPOption": "TreatAsComplete"}
    row = good(await desk.post("/payplans/Dynamic", **terms)).json()
    assert await charges(desk, row["PayPlanNum"]) == [(ago(10), 20.0, 0.0, 4)]


@pytest.mark.parametrize(
    ("fields", "status", "word"),
    [
        ({"procNums": []}, 400, "procNums"),
        ({"NumberOfPayments": None}, 400, "PayAmt"),
        ({"PayAmt": 10}, 400, "Exactly one"),
        ({"NumberOfPayments": 0}, 400, "NumberOfPayments"),
        ({"NumberOfPayments": None, "PayAmt": 0}, 400, "PayAmt"),
        ({"DownPayment": 160}, 400, "DownPayment"),
        ({"APR": 200}, 400, "APR"),
        ({"NumberOfPayments": None, "PayAmt": 1, "APR": 50}, 400, "interest"),
        ({"procNums": [EXAM]}, 400, "another patient's"),
        ({"procNums": [999]}, 404, "Procedure"),
        ({"adjNums": [1]}, 400, "adjNums"),
        ({"PayPlanDate": "9999-12-31"}, 400, "PayPlanDate"),
        ({"DatePayPlanStart": "9999-12-31"}, 400, "PayAmt"),
        ({"Guarantor": 999}, 404, "Guarantor"),
    ],
)
async def test_plans_that_are_refused(desk: Desk, fields: dict[str, Any], status: int, word: str) -> None:
    """A plan needs production of its patient, one way to set the payment, and terms by which it ends."""
    body = {name: value for name, value in {**NEW, **fields}.items() if value is not None}
    refused(await desk.post("/payplans/Dynamic", **body), status, word)
    assert await desk.rows("/payplans", PatNum=JON) == []


async def test_nothing_is_on_two_plans(desk: Desk) -> None:
    """A procedure on a plan can't be added to another one."""
    refused(
        await desk.post("/payplans/Dynamic", PatNum=IDA, procNums=[PLANNED_CROWN], PayAmt=10), 400, "already"
    )


async def test_an_extra_charge_may_be_on_a_plan(desk: Desk) -> None:
    """An unattached late fee is production, too."""
    fee = good(
        await desk.post("/adjustments", PatNum=JON, AdjType=LATE_FEE, AdjAmt=15, AdjDate=ago(20))
    ).json()
    row = good(await desk.post("/payplans/Dynamic", **NEW, adjNums=[fee["AdjNum"]])).json()
    assert row["principalAmount"] == 175.0
    assert await total(desk, JON) == 0


async def test_a_guarantor_of_another_family_owes_the_charges(desk: Desk) -> None:
    """The charges are on the account of the plan's guarantor."""
    dates = {"PayPlanDate": ago(40), "DatePayPlanStart": ago(10)}
    row = good(await desk.post("/payplans/Dynamic", **NEW, **dates, Guarantor=office.CARA)).json()
    assert (await total(desk, JON), await total(desk, office.CARA)) == (0, 40.0)
    assert len(await desk.rows("/payplans", Guarantor=office.CARA)) == 1
    good(await desk.post("/payments", PatNum=JON, PayAmt="25.00", payPlanNum=row["PayPlanNum"]))
    assert (await total(desk, JON), await total(desk, office.CARA)) == (0, 15.0)
    ((balance,),) = desk.sql("SELECT BalTotal FROM patient WHERE PatNum = ?", office.CARA)
    assert balance == 15


async def test_plans_are_read_by_number_patient_or_guarantor(desk: Desk) -> None:
    """GET needs a PatNum or a Guarantor; a plan is returned with its whole principal."""
    refused(await desk.get("/payplans"), 400, "Guarantor")
    refused(await desk.get("/payplans", PatNum=999), 404, "Patient")
    row = await desk.rows(f"/payplans/{PLAN}")
    assert row == (await desk.rows("/payplans", PatNum=IDA))[0]
    assert (row["principalAmount"], row["ChargeFrequency"], row["IsClosed"]) == (500.0, "Monthly", "false")


async def test_closing_makes_the_rest_due(desk: Desk) -> None:
    """The remaining principal of completed work is due today; the plan then covers just what it charged."""
    row = good(await desk.put(f"/payplans/{PLAN}/Close")).json()
    assert (row["IsClosed"], row["IsDynamic"], row["PaySchedule"]) == (True, True, 0)
    assert (row["DynamicPayPlanTPOption"], row["principalAmount"]) == (1, 300.0)
    rows = await desk.rows("/payplancharges", PayPlanNum=PLAN)
    assert [(each["Principal"], each["Note"]) for each in rows] == [(100.0, ""), (200.0, "Close Out Charge")]
    assert rows[1]["ChargeDate"] == str(office.TODAY)
    assert await total(desk, IDA) == 345.5
    refused(await desk.put(f"/payplans/{PLAN}/Close"), 400, "closed")
    refused(await desk.post("/payments", PatNum=IDA, PayAmt="5", payPlanNum=PLAN), 400, "payPlanNum")
    good(await desk.put(f"/procedurelogs/{NEXT_CROWN}", ProcStatus="C"))
    assert await total(desk, IDA) == 545.5


async def test_an_insurance_plan_is_not_closed(desk: Desk) -> None:
    """A plan that tracks an insurance's payments can't be closed."""
    desk.sql("UPDATE payplan SET PlanNum = 9, InsSubNum = 7 WHERE PayPlanNum = ?", PLAN)
    refused(await desk.put(f"/payplans/{PLAN}/Close"), 400, "insurance")


async def test_production_is_added_changed_and_taken_off(desk: Desk) -> None:
    """A link changes what a plan covers, but not below what it has charged, and charges are kept."""
    row = good(
        await desk.post(
            "/payplanlinks", PayPlanNum=PLAN, LinkType="Procedure", FKey=EXAM, AmountOverride="20.25"
        )
    ).json()
    assert (row["LinkType"], row["FKey"], row["AmountOverride"]) == ("Procedure", EXAM, 20.25)
    assert await total(desk, IDA) == 125.25
    refused(await desk.put(f"/payplanlinks/{CROWN_LINK}", AmountOverride=99), 400, "charged")
    good(await desk.put(f"/payplanlinks/{CROWN_LINK}", AmountOverride=150))
    assert await total(desk, IDA) == 275.25
    refused(await desk.delete(f"/payplanlinks/{CROWN_LINK}"), 400, "charges")
    good(await desk.delete(f"/payplanlinks/{NEXT_LINK}"))
    assert (await desk.rows(f"/payplans/{PLAN}"))["principalAmount"] == 170.25
    refused(await desk.get(f"/payplanlinks/{NEXT_LINK}"), 404, "PayPlanLink")


@pytest.mark.parametrize("column", ["IsClosed", "IsLocked"])
async def test_closed_and_locked_plans_take_no_changes(desk: Desk, column: str) -> None:
    """Links of a closed or locked plan can't change."""
    desk.sql(f"UPDATE payplan SET {column} = 1 WHERE PayPlanNum = ?", PLAN)
    body = {"PayPlanNum": PLAN, "LinkType": "Procedure", "FKey": EXAM}
    refused(await desk.post("/payplanlinks", **body), 400, "closed or locked")
    refused(await desk.put(f"/payplanlinks/{NEXT_LINK}", AmountOverride=5), 400, "closed or locked")
    refused(await desk.delete(f"/payplanlinks/{NEXT_LINK}"), 400, "closed or locked")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"useEstBalance": "true", "PayAmt": 100}, "Total Amount: 160.00, APR: 0, Total Cost of Loan: 160.00 "),
        (
            {"principalAmount": 256.12, "NumberOfPayments": 12, "APR": 5},
            "Total Amount: 256.12, APR: 5, Total Cost of Loan: 263.11 ",
        ),
        (
            {"principalAmount": 500, "PayAmt": 75.5, "APR": 18, "DownPayment": 125, "Note": "First Mondays.",
             "ChargeFrequency": "OrdinalWeekday", "DatePayPlanStart": "2021-12-06",
             "DateInterestStart": "2022-01-03"},
            "Total Amount: 500.00, APR: 18, Total Cost of Loan: 511.66 First Mondays.",
        ),
    ],
)  # fmt: skip
async def test_an_older_office_has_patient_plans(open_desk: Opener, body: dict[str, Any], text: str) -> None:
    """POST returns the terms as text; all charges exist, and closing charges the remaining principal."""
    desk = open_desk(version="23.2.28")
    answer = good(await desk.post("/payplans", PatNum=JON, **body))
    assert answer.json() == f"11/23/2026 - Date of Agreement: 11/23/2026, {text}"
    (row,) = await desk.rows("/payplans", PatNum=JON)
    made = await desk.rows("/payplancharges", PayPlanNum=row["PayPlanNum"])
    debits = [each for each in made if each["ChargeType"] == "Debit"]
    whole = Decimal(str(row["principalAmount"]))
    assert sum(Decimal(str(each["Principal"])) for each in debits) == whole
    assert [each["Principal"] for each in made if each["ChargeType"] == "Credit"] == [float(whole)]
    good(await desk.put(f"/payplans/{row['PayPlanNum']}/Close"))
    closed = await desk.rows("/payplancharges", PayPlanNum=row["PayPlanNum"])
    assert sum(Decimal(str(each["Principal"])) for each in closed if each["ChargeType"] == "Debit") == whole
    assert max(each["ChargeDate"] for each in closed) <= str(office.TODAY)


async def test_a_report_of_a_day_before_the_plan_knows_nothing_of_it(desk: Desk) -> None:
    """A plan over old treatment keeps the aging of earlier days, and today's matches the account's own."""
    before = await desk.rows("/reports/Aging", DateAsOf=ago(1))
    good(await desk.post("/payplans/Dynamic", **NEW, DownPayment=60))
    assert await desk.rows("/reports/Aging", DateAsOf=ago(1)) == before
    (row,) = [each for each in await desk.rows("/reports/Aging") if each["PatNum"] == JON]
    assert row["BalTotal"] == await total(desk, JON) == 60


async def test_terms_of_a_dynamic_plan_change(desk: Desk) -> None:
    """The sent terms change; a number of payments decides their amount."""
    row = good(await desk.put(f"/payplans/{PLAN}/Dynamic", PayAmt="80.00", Note="x", PlanCategory=0)).json()
    assert (row["PayAmt"], row["Note"]) == (80.0, "x")
    row = good(await desk.put(f"/payplans/{PLAN}/Dynamic", NumberOfPayments=10)).json()
    assert row["PayAmt"] == 50.0


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"PayAmt": "0"}, "PayAmt"),
        ({"PayAmt": "10", "NumberOfPayments": 2}, "exclude"),
        ({"NumberOfPayments": 0}, "NumberOfPayments"),
        ({"APR": "101"}, "APR"),
        ({"DatePayPlanStart": "2026-12-01"}, "has charges"),
        ({"Guarantor": JON}, "charges or payments"),
        ({"DateInterestStart": "2026-12-01"}, "APR"),
        ({"PayPlanDate": "2027-01-01"}, "future"),
        ({"SheetDefNum": 1}, "SheetDefNum"),
    ],
)
async def test_terms_that_are_refused(desk: Desk, fields: dict[str, Any], word: str) -> None:
    """What has begun can't begin anew, and the office's preferences count."""
    refused(await desk.put(f"/payplans/{PLAN}/Dynamic", **fields), 400, word)
