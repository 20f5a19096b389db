"""Benefits of plans and coverage, and when they were verified."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, Opener, good, refused

NEW = {"PlanNum": insurance.PPO, "BenefitType": "Limitations", "CoverageLevel": "None"}


async def test_a_benefit_is_blank_where_nothing_was_sent(desk: Desk) -> None:
    """Percent and MonetaryAmt are -1, the period is the calendar year; the other of plan and coverage is 0."""
    answer = good(await desk.post("/benefits", **NEW))
    row = answer.json()
    assert (row["Percent"], row["MonetaryAmt"], row["TimePeriod"], row["QuantityQualifier"]) == (
        -1, -1, "CalendarYear", "None",
    )  # fmt: skip
    assert (row["PatPlanNum"], row["Quantity"], row["procCode"]) == (0, 0, "")
    assert (row["SecDateTEntry"], row["SecDateTEdit"]) == ("2026-11-23 12:00:00", "2026-11-23 12:00:00")
    mine = {**NEW, "PlanNum": None, "PatPlanNum": insurance.EVES_COVERAGE}
    assert good(await desk.post("/benefits", **mine)).json()["PlanNum"] == 0


async def test_a_code_is_named_by_number_or_text(desk: Desk) -> None:
    """A text finds CodeNum, a number procCode; if they disagree CodeNum takes precedence."""
    by_text = good(await desk.post("/benefits", **NEW, procCode="D1110")).json()
    assert (by_text["CodeNum"], by_text["procCode"]) == (3, "D1110")
    by_number = good(await desk.post("/benefits", **NEW, CodeNum=1, procCode="D1110")).json()
    assert (by_number["CodeNum"], by_number["procCode"]) == (1, "D0120")
    refused(await desk.post("/benefits", **NEW, procCode="D0000"), 404, "procCode")


WRONG: tuple[tuple[dict[str, Any], str], ...] = (
    ({"Percent": 30}, "Percent"),
    ({"BenefitType": "CoInsurance", "Percent": 101}, "Percent"),
    ({"BenefitType": "CoInsurance", "Percent": -2}, "Percent"),
    ({"MonetaryAmt": "-5"}, "MonetaryAmt"),
    ({"Quantity": 101}, "Quantity"),
    ({"Quantity": -1}, "Quantity"),
    ({"QuantityQualifier": "AgeLimit"}, "Quantity"),
    ({"BenefitType": "WaitingPeriod"}, "QuantityQualifier"),
    ({"BenefitType": "WaitingPeriod", "QuantityQualifier": "Visits"}, "QuantityQualifier"),
    ({"CovCatNum": 1, "CodeNum": 1}, "CodeNum"),
    ({"CovCatNum": 1, "procCode": "D0120"}, "procCode"),
)


@pytest.mark.parametrize(("fields", "word"), WRONG)
async def test_a_benefit_does_not_contradict_itself(desk: Desk, fields: dict[str, Any], word: str) -> None:
    """The same is refused on creation and on change."""
    refused(await desk.post("/benefits", **{**NEW, **fields}), 400, word)
    row = good(await desk.post("/benefits", **NEW)).json()
    refused(await desk.put(f"/benefits/{row['BenefitNum']}", **fields), 400, word)


async def test_what_is_there_counts_when_a_benefit_changes(desk: Desk) -> None:
    """A type without percentage is refused while one is set, and accepted when it is cleared in the same request."""
    refused(await desk.put("/benefits/1", BenefitType="Exclusions"), 400, "Percent")
    row = good(await desk.put("/benefits/1", BenefitType="Exclusions", Percent=-1)).json()
    assert (row["BenefitType"], row["Percent"]) == ("Exclusions", -1)
    refused(await desk.put("/benefits/2", CovCatNum=1), 400, "CodeNum")
    assert good(await desk.put("/benefits/2", CovCatNum=1, CodeNum=0)).json()["procCode"] == ""


FREQUENCY: dict[str, Any] = {**NEW, "QuantityQualifier": "Years", "Quantity": 2, "CodeGroupNum": 1}


async def test_a_benefits_period_follows_its_plan(desk: Desk) -> None:
    """A plan that renews in a month has service years; limits by years, months and age have no period of their own."""
    desk.sql("UPDATE insplan SET MonthRenew = 7 WHERE PlanNum = ?", insurance.PPO)
    mine = {**NEW, "PlanNum": None, "PatPlanNum": insurance.EVES_COVERAGE}
    for body in (NEW, mine):
        assert good(await desk.post("/benefits", **body)).json()["TimePeriod"] == "ServiceYear"
    for span in ("Years", "Months", "AgeLimit"):
        row = good(await desk.post("/benefits", **{**FREQUENCY, "QuantityQualifier": span})).json()
        assert row["TimePeriod"] == "None"


async def test_an_area_limits_a_frequency(desk: Desk) -> None:
    """Only a frequency limitation has a TreatArea, and only with it a ToothRange; teeth are listed."""
    row = good(
        await desk.post("/benefits", **FREQUENCY, TreatArea="ToothRange", ToothRange="2, 14-16")
    ).json()
    assert row["TreatArea"] == "ToothRange"
    wanted = "SELECT ToothRange FROM benefit WHERE BenefitNum = ?"
    assert desk.sql(wanted, row["BenefitNum"]) == [("2,14,15,16",)]
    path = f"/benefits/{row['BenefitNum']}"
    refused(await desk.put(path, TreatArea="None"), 400, "ToothRange")
    good(await desk.put(path, TreatArea="None", ToothRange=""))
    refused(await desk.put(path, ToothRange="3"), 400, "ToothRange")
    refused(await desk.put(path, TreatArea="Tooth", ToothRange="99"), 400, "ToothRange")
    refused(await desk.post("/benefits", **NEW, TreatArea="Quad"), 400, "TreatArea", "frequency limitation")
    by_age = {**FREQUENCY, "QuantityQualifier": "AgeLimit", "TreatArea": "Quad"}
    refused(await desk.post("/benefits", **by_age), 400, "TreatArea")


async def test_a_limitations_group_stays(desk: Desk) -> None:
    """A frequency or age limitation keeps the CodeGroupNum that it has; another benefit's can change."""
    for counts in ("Years", "AgeLimit"):
        row = good(await desk.post("/benefits", **{**FREQUENCY, "QuantityQualifier": counts})).json()
        path = f"/benefits/{row['BenefitNum']}"
        refused(await desk.put(path, CodeGroupNum=2), 400, "CodeGroupNum")
        good(await desk.put(path, CodeGroupNum=1, Quantity=3))
    row = good(await desk.post("/benefits", **{**FREQUENCY, "CodeGroupNum": 0})).json()
    assert good(await desk.put(f"/benefits/{row['BenefitNum']}", CodeGroupNum=2)).json()["CodeGroupNum"] == 2


@pytest.mark.parametrize(
    ("changes", "word"),
    [({"PlanNum": None}, "PlanNum"), ({"PatPlanNum": insurance.EVES_COVERAGE}, "PatPlanNum")],
)
async def test_a_benefit_belongs_to_one_of_the_two(desk: Desk, changes: dict[str, Any], word: str) -> None:
    """Either PlanNum or PatPlanNum must be sent, not both."""
    refused(await desk.post("/benefits", **{**NEW, **changes}), 400, word)


async def test_benefits_of_the_deleted_stay(desk: Desk) -> None:
    """A deleted patient's own benefits can't be created or changed."""
    body = {"PatPlanNum": insurance.GILS_COVERAGE, "BenefitType": "CoPayment", "CoverageLevel": "None"}
    refused(await desk.post("/benefits", **body), 400, "deleted")


async def test_old_offices_list_benefits_of_one_plan(open_desk: Opener) -> None:
    """Before 23.2.62 a filter is required."""
    desk = open_desk(version="23.2.61")
    refused(await desk.get("/benefits"), 400, "PlanNum", "23.2.62")
    assert len(await desk.rows("/benefits", PlanNum=insurance.PPO)) == 5
    assert len(await open_desk(version="23.2.62").rows("/benefits")) == 6


async def test_a_verification_keeps_what_was_before(desk: Desk) -> None:
    """PUT changes the single row of a plan, and copies the earlier values into the history."""
    body = {"VerifyType": "InsuranceBenefit", "FKey": insurance.PPO, "DefNum": insurance.VERIFIED}
    row = good(await desk.put("/insverifies", **body, DateLastVerified="2026-11-20", Note="By phone")).json()
    assert (row["InsVerifyNum"], row["DateLastVerified"], row["Note"]) == (1, "2026-11-20", "By phone")
    assert row["DefNum"] == insurance.VERIFIED
    good(await desk.put("/insverifies", **body))
    assert (await desk.rows("/insverifies/1"))["DateLastVerified"] == "2026-11-20"
    kept = desk.sql("SELECT InsVerifyNum, DateLastVerified FROM insverifyhist ORDER BY InsVerifyHistNum")
    assert kept == [(1, "2026-09-01"), (1, "2026-11-20")]


async def test_a_verification_needs_its_row(desk: Desk) -> None:
    """FKey must refer to a plan or a coverage, according to VerifyType; a coverage without a row gets one."""
    for kind in ("InsuranceBenefit", "PatientEnrollment"):
        refused(await desk.put("/insverifies", VerifyType=kind, FKey=999), 400, "FKey")
    refused(await desk.put("/insverifies", VerifyType="None", FKey=1), 400, "VerifyType")
    body = {"VerifyType": "PatientEnrollment", "FKey": insurance.DANS_FIRST}
    assert good(await desk.put("/insverifies", **body)).json()["InsVerifyNum"] == 3
    refused(await desk.put("/insverifies", **{**body, "FKey": insurance.GILS_COVERAGE}), 400, "deleted")


async def test_verifications_are_found_by_their_filters(desk: Desk) -> None:
    """FKey requires VerifyType; SecDateTEdit means after that moment."""
    refused(await desk.get("/insverifies", FKey=insurance.PPO), 400, "VerifyType")
    (row,) = await desk.rows("/insverifies", VerifyType="InsuranceBenefit", FKey=insurance.PPO)
    assert row["InsVerifyNum"] == 1
    assert await desk.rows("/insverifies", SecDateTEdit="2026-09-01 10:00:00") == []
    assert len(await desk.rows("/insverifies", SecDateTEdit="2026-09-01 09:59:59")) == 1


async def test_old_offices_want_the_date_of_a_verification(open_desk: Opener) -> None:
    """Before 24.1.17 DateLastVerified is required."""
    desk = open_desk(version="24.1.16")
    body = {"VerifyType": "InsuranceBenefit", "FKey": insurance.PPO}
    refused(await desk.put("/insverifies", **body), 400, "DateLastVerified", "24.1.17")
    good(await desk.put("/insverifies", **body, DateLastVerified="2026-11-20"))
