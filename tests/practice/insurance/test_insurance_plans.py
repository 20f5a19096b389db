"""Carriers, plans, subscribers, coverage, and the Family module's view of them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, Opener, good, refused


async def test_a_carriers_phone_gets_its_punctuation(desk: Desk) -> None:
    """Ten digits are returned as (503)456-8910, anything else as sent; PUT answers nothing."""
    body = {"CarrierName": "Pilot Rock", "Phone": "503-456-8910", "Zip": "97035-1234"}
    row = good(await desk.post("/carriers", **body)).json()
    assert (row["Phone"], row["NoSendElect"], row["IsHidden"]) == ("(503)456-8910", "SendElect", "false")
    key = row["CarrierNum"]
    assert good(await desk.put(f"/carriers/{key}", Phone="ext. 12", IsHidden="true")).content == b""
    row = await desk.rows(f"/carriers/{key}")
    assert (row["Phone"], row["IsHidden"]) == ("ext. 12", "true")


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"Zip": "9703"}, "Zip"),
        ({"Zip": "A1A 1A1"}, "Zip"),
        ({"NoSendElect": "Never"}, "NoSendElect"),
        ({"CarrierName": " "}, "CarrierName"),
    ],
)
async def test_carriers_refuse_what_is_wrong(desk: Desk, fields: dict[str, str], word: str) -> None:
    """A Zip in no American format, an unknown enumeration value and a blank name are refused."""
    refused(await desk.post("/carriers", **{"CarrierName": "x", **fields}), 400, word)
    refused(await desk.put("/carriers/1", **fields), 400, word)


async def test_renaming_a_carrier_leaves_a_trace(desk: Desk) -> None:
    """Renaming is recorded in the audit trail."""
    good(await desk.put("/carriers/1", CarrierName="Blue Heron"))
    assert desk.sql("SELECT COUNT(*) FROM securitylog WHERE PermType = 65 AND FKey = 1") == [(1,)]


async def test_plans_are_listed_by_type_and_carrier(desk: Desk) -> None:
    """Percentage plans are requested as "percentage", though their type is blank."""
    assert [row["PlanNum"] for row in await desk.rows("/insplans", PlanType="percentage")] == [insurance.PLAN]
    assert [row["PlanNum"] for row in await desk.rows("/insplans", PlanType="p")] == [insurance.PPO]
    assert [row["PlanNum"] for row in await desk.rows("/insplans", CarrierNum=1)] == [insurance.PPO]
    assert len(await desk.rows("/insplans")) == 2


async def test_a_new_plan_has_the_usual_values_and_awaits_its_verification(desk: Desk) -> None:
    """POST answers 200; the plan pays percentages, has the office's form, and a verification without a date."""
    answer = await desk.post("/insplans", CarrierNum=1)
    row = answer.json()
    assert (answer.status_code, row["PlanType"], row["ClaimFormNum"], row["MonthRenew"]) == (200, "", 1, 0)
    assert (row["IsBlueBookEnabled"], row["BillingType"], row["FilingCode"]) == ("false", 0, 0)
    (found,) = await desk.rows("/insverifies", VerifyType="InsuranceBenefit", FKey=row["PlanNum"])
    assert found["DateLastVerified"] == "0001-01-01"


async def test_blue_book_goes_with_percentage_plans(desk: Desk) -> None:
    """It is set by the office's preference, never for another type, and cleared when the type changes."""
    desk.prefer("AllowedFeeSchedsAutomate", "2")
    row = good(await desk.post("/insplans", CarrierNum=1)).json()
    assert row["IsBlueBookEnabled"] == "true"
    other = good(await desk.post("/insplans", CarrierNum=1, PlanType="p")).json()
    assert other["IsBlueBookEnabled"] == "false"
    refused(
        await desk.post("/insplans", CarrierNum=1, PlanType="f", IsBlueBookEnabled="true"), 400, "BlueBook"
    )
    path = f"/insplans/{row['PlanNum']}"
    refused(await desk.put(path, PlanType="c", IsBlueBookEnabled="true"), 400, "BlueBook")
    assert good(await desk.put(path, PlanType="c")).json()["IsBlueBookEnabled"] == "false"
    back = good(await desk.put(path, PlanType="", IsBlueBookEnabled="true")).json()
    assert (back["PlanType"], back["IsBlueBookEnabled"]) == ("", "true")


@pytest.mark.parametrize(
    ("fields", "status", "word"),
    [
        ({"MonthRenew": 13}, 400, "MonthRenew"),
        ({"MonthRenew": -1}, 400, "MonthRenew"),
        ({"CopayFeeSched": 1}, 400, "CopayFeeSched"),
        ({"CopayFeeSched": 77}, 404, "CopayFeeSched"),
        ({"PlanType": "x"}, 400, "PlanType"),
        ({"CarrierNum": 0}, 400, "CarrierNum"),
        ({"GroupNum": "1" * 26}, 400, "GroupNum"),
    ],
)
async def test_plans_refuse_what_is_wrong(desk: Desk, fields: dict[str, Any], status: int, word: str) -> None:
    """An invalid month, fee schedule, type or carrier is refused on creation and on change."""
    refused(await desk.post("/insplans", **{"CarrierNum": 1, **fields}), status, word)
    refused(await desk.put(f"/insplans/{insurance.PPO}", **fields), status, word)


async def test_copay_schedules_are_taken(desk: Desk) -> None:
    """CopayFeeSched accepts a schedule of type CoPay, and 0 for none."""
    for schedule in (insurance.COPAYS, 0):
        row = good(await desk.put(f"/insplans/{insurance.PPO}", CopayFeeSched=schedule)).json()
        assert row["CopayFeeSched"] == schedule


async def test_a_new_plan_follows_the_offices_defaults(desk: Desk) -> None:
    """How plans coordinate and, for percentage plans, whether claims have the office's fees, are preferences."""
    desk.prefer("InsDefaultCobRule", "2")
    desk.prefer("InsDefaultShowUCRonClaims", "1")
    row = good(await desk.post("/insplans", CarrierNum=1)).json()
    assert (row["CobRule"], row["ClaimsUseUCR"]) == ("CarveOut", "true")
    row = good(await desk.post("/insplans", CarrierNum=1, PlanType="p", CobRule="Standard")).json()
    assert (row["CobRule"], row["ClaimsUseUCR"]) == ("Standard", "false")


async def test_other_schedules_have_their_type(desk: Desk) -> None:
    """AllowedFeeSched is out of network, ManualFeeSchedNum a BlueBook schedule of a plan with BlueBook."""
    desk.sql("INSERT INTO feesched (FeeSchedNum, FeeSchedType) VALUES (40, 2), (41, 4)")
    path = f"/insplans/{insurance.PLAN}"
    good(await desk.put(path, AllowedFeeSched=40))
    assert desk.sql("SELECT AllowedFeeSched FROM insplan WHERE PlanNum = ?", insurance.PLAN) == [(40,)]
    refused(await desk.put(path, AllowedFeeSched=41), 400, "AllowedFeeSched", "OutNetwork")
    refused(await desk.put(path, AllowedFeeSched=77), 404, "FeeSched not found: AllowedFeeSched 77")
    refused(await desk.put(path, ManualFeeSchedNum=41), 400, "ManualFeeSchedNum")
    desk.prefer("AllowedFeeSchedsAutomate", "2")
    refused(await desk.put(path, ManualFeeSchedNum=41, IsBlueBookEnabled="false"), 400, "BlueBook")
    refused(await desk.put(path, ManualFeeSchedNum=40, IsBlueBookEnabled="true"), 400, "ManualBlueBook")
    row = good(await desk.put(path, ManualFeeSchedNum=41, IsBlueBookEnabled="true")).json()
    assert row["ManualFeeSchedNum"] == 41


async def test_a_subscriber_has_signed_by_default(desk: Desk) -> None:
    """ReleaseInfo is true, AssignBen the office's preference; there is no Location."""
    body = {"PlanNum": insurance.PPO, "Subscriber": insurance.ANN, "SubscriberID": "AB-1"}
    answer = good(await desk.post("/inssubs", **body))
    assert (answer.json()["ReleaseInfo"], answer.json()["AssignBen"]) == ("true", "true")
    assert "location" not in answer.headers
    desk.prefer("InsDefaultAssignBen", "0")
    assert good(await desk.post("/inssubs", **body)).json()["AssignBen"] == "false"
    refused(await desk.post("/inssubs", **{**body, "SubscriberID": " "}), 400, "SubscriberID")
    refused(await desk.post("/inssubs", **{**body, "Subscriber": insurance.GIL}), 400, "deleted")


async def test_subscribers_are_found_by_their_filters(desk: Desk) -> None:
    """By plan, by person, and since a moment (inclusive), in the order of their numbers."""
    by_plan = await desk.rows("/inssubs", PlanNum=insurance.PPO)
    assert [row["InsSubNum"] for row in by_plan] == [insurance.EVES_SUB, insurance.IDLE_SUB]
    (mine,) = await desk.rows("/inssubs", Subscriber=insurance.EVE)
    assert [mine] == await desk.rows("/inssubs", SecDateTEdit=mine["SecDateTEdit"])
    assert await desk.rows("/inssubs", SecDateTEdit="2026-10-01 08:00:01") == []


async def test_a_subscriber_moves_and_the_covered_stay(desk: Desk) -> None:
    """PUT can change plan and person; the PatPlans still refer to it."""
    path = f"/inssubs/{insurance.EVES_SUB}"
    answer = good(await desk.put(path, PlanNum=insurance.PLAN, Subscriber=insurance.ANN))
    assert answer.content == b""
    row = await desk.rows(path)
    assert (row["PlanNum"], row["Subscriber"]) == (insurance.PLAN, insurance.ANN)
    assert row["SecDateTEdit"] == "2026-11-23 12:00:00"
    covered = await desk.rows("/patplans", InsSubNum=insurance.EVES_SUB)
    assert [each["PatNum"] for each in covered] == [insurance.EVE, insurance.DAN]
    refused(await desk.put(f"/inssubs/{insurance.GILS_SUB}", SubscNote="x"), 400, "deleted")


async def test_a_subscriber_who_covers_somebody_stays(desk: Desk) -> None:
    """DELETE is refused while a PatPlan or a claim is attached."""
    words = "Can't delete InsSub because PatPlans are still attached."
    refused(await desk.delete(f"/inssubs/{insurance.EVES_SUB}"), 400, words)
    for key in (insurance.EVES_COVERAGE, insurance.DANS_SECOND):
        good(await desk.delete(f"/patplans/{key}"))
    refused(await desk.delete(f"/inssubs/{insurance.EVES_SUB}"), 400, "claims")
    good(await desk.delete(f"/inssubs/{insurance.IDLE_SUB}"))
    refused(await desk.get(f"/inssubs/{insurance.IDLE_SUB}"), 404, "InsSub not found.")


async def orders(desk: Desk, pat_num: int) -> dict[int, int]:
    """A patient's ordinals by subscriber."""
    return {row["InsSubNum"]: row["Ordinal"] for row in await desk.rows("/patplans", PatNum=pat_num)}


async def test_a_new_primary_moves_the_others(desk: Desk) -> None:
    """POST with Ordinal 1, or without any, moves the primary insurance to 2 and the others accordingly."""
    body = {"PatNum": insurance.DAN, "InsSubNum": insurance.IDLE_SUB, "Relationship": "InjuredPlantiff"}
    answer = good(await desk.post("/patplans", **body))
    row = answer.json()
    assert (row["Ordinal"], row["Relationship"], row["OrthoAutoFeeBilledOverride"]) == (
        1,
        "InjuredPlantiff",
        -1,
    )
    assert await orders(desk, insurance.DAN) == {
        insurance.IDLE_SUB: 1, insurance.DANS_SUB: 2, insurance.EVES_SUB: 3,
    }  # fmt: skip
    refused(await desk.post("/patplans", **body), 400, "InsSub already")


async def test_an_insurance_changes_its_place(desk: Desk) -> None:
    """PUT with Ordinal 1 makes the secondary the primary; an ordinal past the end means the last."""
    path = f"/patplans/{insurance.DANS_SECOND}"
    assert good(await desk.put(path, Ordinal=1)).json()["Ordinal"] == 1
    assert await orders(desk, insurance.DAN) == {insurance.DANS_SUB: 2, insurance.EVES_SUB: 1}
    assert good(await desk.put(path, Ordinal=9)).json()["Ordinal"] == 2
    for wrong in (0, 10, -1):
        refused(await desk.put(path, Ordinal=wrong), 400, "Ordinal")


async def test_dropping_moves_the_next_up(desk: Desk) -> None:
    """DELETE drops the coverage with its own benefits and verification; the plan stays."""
    good(await desk.put("/insverifies", VerifyType="PatientEnrollment", FKey=insurance.DANS_FIRST, Note="x"))
    good(await desk.delete(f"/patplans/{insurance.DANS_FIRST}"))
    assert await orders(desk, insurance.DAN) == {insurance.EVES_SUB: 1}
    assert await desk.rows("/insverifies", VerifyType="PatientEnrollment", FKey=insurance.DANS_FIRST) == []
    assert desk.sql("SELECT Note FROM insverifyhist") == [("x",)]
    good(await desk.delete(f"/patplans/{insurance.DANS_SECOND}"))
    assert desk.sql("SELECT * FROM benefit WHERE PatPlanNum = ?", insurance.DANS_SECOND) == []
    assert len(await desk.rows("/insplans")) == 2
    refused(await desk.delete(f"/patplans/{insurance.GILS_COVERAGE}"), 400, "deleted")


async def test_coverage_shows_on_the_patient(desk: Desk) -> None:
    """HasIns is "I" while a patient is covered, and empty afterwards."""
    row = good(await desk.post("/patplans", PatNum=insurance.ANN, InsSubNum=insurance.EVES_SUB)).json()
    assert desk.sql("SELECT HasIns FROM patient WHERE PatNum = ?", insurance.ANN) == [("I",)]
    good(await desk.delete(f"/patplans/{row['PatPlanNum']}"))
    assert desk.sql("SELECT HasIns FROM patient WHERE PatNum = ?", insurance.ANN) == [("",)]


async def test_a_coverage_switches_its_subscriber(desk: Desk) -> None:
    """PUT accepts another InsSub, but not one that already covers the patient."""
    path = f"/patplans/{insurance.DANS_SECOND}"
    refused(await desk.put(path, InsSubNum=insurance.DANS_SUB), 400, "InsSub already")
    row = good(await desk.put(path, InsSubNum=insurance.IDLE_SUB, PatID="07")).json()
    assert (row["InsSubNum"], row["PatID"], row["Ordinal"]) == (insurance.IDLE_SUB, "07", 2)
    refused(await desk.put(path, InsSubNum=0), 400, "InsSubNum")


async def test_the_family_module_shows_a_row_an_insurance(desk: Desk) -> None:
    """Insurances are in order, with names for their numbers; without insurance the list is empty."""
    first, second = await desk.rows(f"/familymodules/{insurance.DAN}/Insurance")
    assert (first["ordinal"], first["subscriber"], first["planType"]) == (
        "Primary", "Dan Dove", "Category Percentage",
    )  # fmt: skip
    assert (second["ordinal"], second["Relationship"], second["subscriber"]) == (
        "Secondary",
        "Child",
        "Eve Ebbe",
    )
    assert (second["CarrierName"], second["employer"], second["planType"]) == (
        "Blue Heron Dental", "Cannery", "PPO Percentage",
    )  # fmt: skip
    assert first["feeSchedule"] == "Plan"
    assert await desk.rows(f"/familymodules/{insurance.ANN}/Insurance") == []
    refused(await desk.get("/familymodules/999/Insurance"), 404, "Patient not found.")


async def test_the_family_module_names_medical_insurance_and_fixed_benefits(desk: Desk) -> None:
    """A medical plan is called Medical whatever its ordinal, and a PPO by its fixed benefit."""
    desk.sql("UPDATE feesched SET FeeSchedType = 3 WHERE FeeSchedNum = ?", insurance.COPAYS)
    wanted = "UPDATE insplan SET CopayFeeSched = ?, IsMedical = 1 WHERE PlanNum = ?"
    desk.sql(wanted, insurance.COPAYS, insurance.PPO)
    _, second = await desk.rows(f"/familymodules/{insurance.DAN}/Insurance")
    assert (second["ordinal"], second["planType"], second["IsMedical"]) == (
        "Medical",
        "PPO Fixed Benefit",
        "true",
    )


async def test_another_office_may_lack_the_fields(open_desk: Opener) -> None:
    """An office before 22.4.31 has no IsHidden for plans, and reports that."""
    desk = open_desk(version="22.4.24")
    refused(await desk.post("/insplans", CarrierNum=1, IsHidden="true"), 400, "IsHidden", "22.4.31")
