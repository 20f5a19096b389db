"""Discount plans, coverage categories, deposits and employers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, good, refused
from tests.practice.office_catalog import DISCOUNTS

PLAN = {"Description": "Silver", "FeeSchedNum": 2, "DefNum": DISCOUNTS}


async def test_a_discount_plan_is_unlimited_unless_told(desk: Desk) -> None:
    """POST sets every limit not sent to -1, and answers with the name of DefNum."""
    row = good(await desk.post("/discountplans", **PLAN, ExamFreqLimit=2)).json()
    assert (row["adjustmentType"], row["ExamFreqLimit"], row["PAFreqLimit"]) == ("Discount plan", 2, -1)
    assert (row["AnnualMax"], row["PlanNote"], row["IsHidden"]) == (-1.0, "", "false")
    assert await desk.rows(f"/discountplans/{row['DiscountPlanNum']}") == row


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"Description": " "}, "Description"),
        ({"FeeSchedNum": 0}, "FeeSchedNum"),
        ({"DefNum": 0}, "DefNum"),
        ({"DefNum": 11}, "dp"),
        ({"DefNum": 60}, "category 1"),
        ({"XrayFreqLimit": -2}, "XrayFreqLimit"),
        ({"AnnualMax": "-1.5"}, "AnnualMax"),
    ],
)
async def test_a_discount_plan_refuses_what_is_wrong(desk: Desk, fields: dict[str, Any], word: str) -> None:
    """A plan needs its three fields, an adjustment type for discount plans, and limits of -1 or more."""
    refused(await desk.post("/discountplans", **{**PLAN, **fields}), 400, word)
    refused(await desk.put("/discountplans/1", **fields), 400, word)


async def test_a_discount_plans_texts_are_replaced(desk: Desk) -> None:
    """PUT replaces the note and keeps fields not sent; GET lists hidden plans too."""
    good(await desk.put("/discountplans/1", PlanNote="Ask first"))
    row = good(await desk.put("/discountplans/1", PlanNote="Half off")).json()
    assert (row["PlanNote"], row["AnnualMax"]) == ("Half off", 500.0)
    assert [each["IsHidden"] for each in await desk.rows("/discountplans")] == ["false", "true"]


async def test_a_patient_has_one_discount_plan(desk: Desk) -> None:
    """GET answers one object, 404 for a patient without a plan; POST refuses a second plan."""
    row = await desk.rows("/discountplansubs", PatNum=office.CARA)
    assert (row["DiscountSubNum"], row["DateEffective"], row["DateTerm"]) == (1, "2026-01-01", "0001-01-01")
    refused(await desk.get("/discountplansubs"), 400, "PatNum")
    refused(await desk.get("/discountplansubs", PatNum=office.ANN), 404, "DiscountPlanSub not found")
    answer = good(await desk.post("/discountplansubs", DiscountPlanNum=1, PatNum=office.ANN, SubNote="New"))
    assert (answer.status_code, answer.content) == (201, b"")
    assert (await desk.rows("/discountplansubs", PatNum=office.ANN))["SubNote"] == "New"
    refused(await desk.post("/discountplansubs", DiscountPlanNum=2, PatNum=office.ANN), 400, "already")


async def test_a_subscription_needs_plan_patient_and_order(desk: Desk) -> None:
    """Plan and patient must exist, the patient must not be deleted, and the end must not precede the start."""
    body = {"DiscountPlanNum": 1, "PatNum": office.ANN}
    refused(await desk.post("/discountplansubs", **{**body, "DiscountPlanNum": 9}), 404, "DiscountPlanNum")
    refused(await desk.post("/discountplansubs", **{**body, "PatNum": 0}), 400, "PatNum")
    refused(await desk.post("/discountplansubs", **{**body, "PatNum": office.DELETED}), 400, "deleted")
    dates = {"DateEffective": "2026-05-01", "DateTerm": "2026-04-30"}
    refused(await desk.post("/discountplansubs", **body, **dates), 400, "DateTerm")
    refused(await desk.put("/discountplansubs/1", PatNum=office.CARA, DateTerm="2025-12-31"), 400, "DateTerm")
    good(await desk.post("/discountplansubs", **body, DateTerm="2026-04-30"))


async def test_a_subscription_is_changed_by_its_patient(desk: Desk) -> None:
    """PUT needs the subscription's own PatNum; a deleted patient's can't be changed or dropped."""
    refused(await desk.put("/discountplansubs/1", SubNote="x"), 400, "PatNum")
    refused(await desk.put("/discountplansubs/1", PatNum=office.BEN, SubNote="x"), 400, "another patient")
    good(await desk.put("/discountplansubs/1", PatNum=office.CARA, SubNote="x", DateEffective="0001-01-01"))
    row = await desk.rows("/discountplansubs", PatNum=office.CARA)
    assert (row["SubNote"], row["DateEffective"]) == ("x", "0001-01-01")
    refused(await desk.delete("/discountplansubs/2"), 400, "deleted")
    good(await desk.delete("/discountplansubs/1"))
    refused(await desk.get("/discountplansubs", PatNum=office.CARA), 404)
    assert desk.sql("SELECT PatNum FROM securitylog WHERE PermType = 161") == [(office.CARA,)] * 2


async def test_coverage_categories_grow_more_specific(desk: Desk) -> None:
    """POST appends a category, without a percentage by default; PUT moves it."""
    row = good(await desk.post("/covcats", Description="Implants")).json()
    assert (row["DefaultPercent"], row["CovOrder"], row["EbenefitCat"]) == (-1, 2, "None")
    row = good(await desk.put(f"/covcats/{row['CovCatNum']}", CovOrder=0, EbenefitCat="Crowns")).json()
    assert (row["CovOrder"], row["EbenefitCat"], row["Description"]) == (0, "Crowns", "Implants")
    assert [each["CovCatNum"] for each in await desk.rows("/covcats")] == [1, row["CovCatNum"], 2]


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"Description": ""}, "Description"),
        ({"DefaultPercent": 101}, "DefaultPercent"),
        ({"DefaultPercent": -2}, "DefaultPercent"),
        ({"EbenefitCat": "Toys"}, "EbenefitCat"),
    ],
)
async def test_a_category_refuses_what_is_wrong(desk: Desk, fields: dict[str, Any], word: str) -> None:
    """A category has a name, a percentage from -1 to 100, and a benefit category that exists."""
    refused(await desk.post("/covcats", **{"Description": "x", **fields}), 400, word)
    refused(await desk.put("/covcats/1", **fields), 400, word)


async def test_spans_run_forwards(desk: Desk) -> None:
    """FromCode must sort before ToCode, whether both are sent or one; codes need not exist."""
    row = good(await desk.post("/covspans", CovCatNum=2, FromCode="D0001", ToCode="D0002")).json()
    assert row["CovCatNum"] == 2
    refused(await desk.post("/covspans", CovCatNum=2, FromCode="D2", ToCode="D1"), 400, "FromCode")
    refused(await desk.post("/covspans", CovCatNum=2, FromCode="D1", ToCode="d1"), 400, "FromCode")
    refused(await desk.post("/covspans", CovCatNum=2, FromCode="", ToCode="D1"), 400, "FromCode")
    refused(await desk.put("/covspans/3", ToCode="D0999"), 400, "FromCode")
    refused(await desk.post("/covspans", CovCatNum=0, FromCode="D1", ToCode="D2"), 400, "CovCatNum")
    assert good(await desk.put("/covspans/3", ToCode="D1499", CovCatNum=1)).json()["CovCatNum"] == 2


async def test_spans_are_listed_by_category(desk: Desk) -> None:
    """GET lists all spans or one category's; DELETE removes one."""
    assert [row["CovSpanNum"] for row in await desk.rows("/covspans", CovCatNum=1)] == [1, 2]
    good(await desk.delete("/covspans/1"))
    assert [row["CovSpanNum"] for row in await desk.rows("/covspans")] == [2, 3]
    refused(await desk.get("/covspans/1"), 404, "CovSpan not found")


async def test_deposits_are_todays_unless_told(desk: Desk) -> None:
    """POST dates a deposit slip today; Amount can't be sent; GET filters by date."""
    row = good(await desk.post("/deposits", Memo="Monday", Amount=500, DepositAccountNum=14)).json()
    assert (row["DateDeposit"], row["Amount"], row["DepositAccountNum"]) == (str(office.TODAY), 0.0, 14)
    assert [each["DepositNum"] for each in await desk.rows("/deposits", DateDeposit="2026-11-20")] == [1]
    refused(await desk.post("/deposits", Batch="x" * 26), 400, "Batch")
    refused(await desk.put("/deposits/1", Memo="x" * 256), 400, "Memo")
    refused(await desk.put("/deposits/1", DepositAccountNum=60), 400, "DepositAccountNum")
    assert good(await desk.put("/deposits/1", DateDeposit="2026-11-21")).json()["Memo"] == "Friday"


async def test_a_deposit_adds_up_what_is_attached(desk: Desk) -> None:
    """Amount is the sum of the payments on the slip; deleting the slip detaches them."""
    for amount in (20.1, 30.2):
        desk.sql("INSERT INTO payment (PayAmt, DepositNum, PatNum) VALUES (?, 1, 1)", amount)
    assert (await desk.rows("/deposits/1"))["Amount"] == 50.3
    good(await desk.delete("/deposits/1"))
    assert desk.sql("SELECT COUNT(*) FROM payment WHERE DepositNum <> 0") == [(0,)]


async def test_employers_in_use_stay(desk: Desk) -> None:
    """An employer used by a patient or an insurance plan can't be deleted."""
    row = good(await desk.post("/employers", EmpName="Nursery")).json()
    desk.sql("UPDATE patient SET EmployerNum = 1 WHERE PatNum = 1")
    desk.sql("UPDATE insplan SET EmployerNum = 2")
    refused(await desk.delete("/employers/1"), 400, "patient")
    refused(await desk.delete("/employers/2"), 400, "insurance plan")
    good(await desk.delete(f"/employers/{row['EmployerNum']}"))
    assert [each["EmployerNum"] for each in await desk.rows("/employers")] == [1, 2]


async def test_employers_have_a_name(desk: Desk) -> None:
    """EmpName is required and must not be blank, on creation and on renaming."""
    refused(await desk.post("/employers", EmpName=" "), 400, "EmpName")
    refused(await desk.put("/employers/1"), 400, "EmpName")
    assert good(await desk.put("/employers/1", EmpName="Harbor cannery")).json() == {
        "EmployerNum": 1, "EmpName": "Harbor cannery",
    }  # fmt: skip
