"""Claims: created, changed, sent, split and deleted."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, Opener, good, refused

EVES = {"PatNum": insurance.EVE, "procNums": [insurance.UNBILLED], "ClaimType": "P"}
CROWN = {
    "PatNum": insurance.EVE, "procNums": [insurance.CROWN], "ClaimType": "PreAuth", "InsSubNum": insurance.EVES_SUB,
    "PatRelat": "Self",
}  # fmt: skip


async def claim(desk: Desk, number: int) -> Any:
    """A claim."""
    return await desk.rows(f"/claims/{number}")


async def lines(desk: Desk, number: int) -> Any:
    """The claimprocs of a claim."""
    return await desk.rows("/claimprocs", ClaimNum=number)


async def test_claims_come_as_the_documentation_prints_them(desk: Desk) -> None:
    """The form is text, IsOrtho has a capital, and the tracking has its name."""
    row = await claim(desk, insurance.WAITING)
    assert (row["ClaimForm"], row["IsOrtho"], row["customTracking"]) == ("1", "False", "Review")
    assert (row["ClaimFee"], row["AccidentRelated"], row["PatRelat"]) == (148.0, "", "Self")
    refused(await desk.get("/claims/999"), 404, "Claim not found.")


async def test_claims_are_found_by_their_filters(desk: Desk) -> None:
    """By patient, by status, and since a moment (inclusive)."""
    assert [row["ClaimNum"] for row in await desk.rows("/claims", ClaimStatus="W")] == [insurance.WAITING]
    assert len(await desk.rows("/claims", SecDateTEdit="2026-10-06 09:00:00")) == 4
    assert await desk.rows("/claims", SecDateTEdit="2026-10-06 09:00:01") == []
    assert await desk.rows("/claims", PatNum=insurance.ANN) == []
    refused(await desk.get("/claims", PatNum=999), 404, "Patient not found")


async def test_old_offices_list_the_claims_of_one_patient(open_desk: Opener) -> None:
    """Up to 23.3.11 PatNum is required."""
    desk = open_desk(version="23.3.10")
    refused(await desk.get("/claims"), 400, "PatNum", "23.3.11")
    assert len(await desk.rows("/claims", PatNum=insurance.EVE)) == 4


async def test_a_claim_waits_with_the_usual_values(desk: Desk) -> None:
    """POST sets plan, form, relationship and providers as the program would, and today as the date sent."""
    answer = good(await desk.post("/claims", **EVES))
    row = answer.json()
    assert answer.headers["location"].endswith(f"/claims/{row['ClaimNum']}")
    assert (row["ClaimStatus"], row["DateService"], row["DateSent"]) == ("W", "2026-10-05", "2026-11-23")
    assert (row["PlanNum"], row["InsSubNum"], row["ClaimForm"]) == (insurance.PPO, insurance.EVES_SUB, "1")
    assert (row["ProvTreat"], row["ProvBill"], row["PatRelat"]) == (1, 1, "Self")
    assert (row["InsSubNum2"], row["PlanNum2"], row["PlaceService"]) == (0, 0, "Office")


async def test_an_estimate_becomes_the_line_of_a_claim(desk: Desk) -> None:
    """The procedure's estimate is copied to the claim with its overrides, and the totals are correct."""
    row = good(await desk.post("/claims", **EVES)).json()
    (line,) = await lines(desk, row["ClaimNum"])
    assert (line["ClaimProcNum"], line["Status"]) == (insurance.ESTIMATED, "NotReceived")
    assert (line["FeeBilled"], line["CodeSent"], line["Percentage"]) == (58.0, "D0120", 100)
    assert (line["PercentOverride"], line["InsPayEst"]) == (90, 52.2)
    assert (row["ClaimFee"], row["InsPayEst"], row["DedApplied"]) == (58.0, 52.2, 0.0)


async def test_the_first_claim_of_a_year_takes_the_deductible(desk: Desk) -> None:
    """A procedure not at 100 percent is estimated at 80, after the deductible of 50, minus the write-off."""
    desk.sql("UPDATE insplan SET FeeSched = 2 WHERE PlanNum = ?", insurance.PPO)
    desk.sql("INSERT INTO fee (CodeNum, FeeSched, Amount) VALUES (8, 2, 1000)")
    body = {**EVES, "procNums": [insurance.CROWN]}
    refused(await desk.post("/claims", **body), 400, "not complete")
    desk.sql(
        "UPDATE procedurelog SET ProcStatus = 2, ProcDate = '2027-02-01' WHERE ProcNum = ?", insurance.CROWN
    )
    row = good(await desk.post("/claims", **body)).json()
    assert (row["DedApplied"], row["InsPayEst"], row["WriteOff"]) == (50.0, 920.0, 200.0)


async def test_units_count_and_what_is_not_covered_costs_no_deductible(desk: Desk) -> None:
    """The fee is billed per unit; without a percentage in the plan the estimate and deductible are zero."""
    desk.sql("UPDATE procedurelog SET ProcStatus = 2, UnitQty = 2 WHERE ProcNum = ?", insurance.CROWN)
    desk.sql("DELETE FROM benefit WHERE BenefitNum = 1")
    row = good(await desk.post("/claims", **{**EVES, "procNums": [insurance.CROWN]})).json()
    assert (row["ClaimFee"], row["InsPayEst"], row["DedApplied"]) == (2400.0, 0.0, 0.0)


async def test_what_is_left_of_the_maximum_bounds_an_estimate(desk: Desk) -> None:
    """Beyond the annual maximum the estimate is zero, with a note."""
    desk.sql("UPDATE procedurelog SET ProcStatus = 2 WHERE ProcNum = ?", insurance.CROWN)
    row = good(await desk.post("/claims", **{**EVES, "procNums": [insurance.CROWN]})).json()
    (line,) = await lines(desk, row["ClaimNum"])
    used = 198.4 + 72.1 + 40.05 + 46.4 + 46.4 + 72.0
    assert (line["InsPayEst"], line["EstimateNote"]) == (round(1000 - used, 2), "Over annual max")


async def test_the_second_insurance_pays_less_what_the_first_pays(desk: Desk) -> None:
    """ClaimType S bills the secondary insurance; the primary's estimate is subtracted."""
    desk.sql("UPDATE procedurelog SET PatNum = ? WHERE ProcNum = ?", insurance.DAN, insurance.UNBILLED)
    desk.sql("DELETE FROM claimproc WHERE ProcNum = ?", insurance.UNBILLED)
    desk.sql("INSERT INTO benefit (PlanNum, BenefitType, Percent, MonetaryAmt) VALUES (9, 1, 50, -1)")
    first = good(await desk.post("/claims", **{**EVES, "PatNum": insurance.DAN})).json()
    assert (first["InsSubNum"], first["InsPayEst"]) == (insurance.DANS_SUB, 29.0)
    body = {**EVES, "PatNum": insurance.DAN, "ClaimType": "S", "InsSubNum2": insurance.DANS_SUB}
    second = good(await desk.post("/claims", **body)).json()
    assert (second["InsSubNum"], second["PatRelat"]) == (insurance.EVES_SUB, "Child")
    assert (second["InsSubNum2"], second["PlanNum2"], second["PatRelat2"]) == (insurance.DANS_SUB, 9, "Self")
    (line,) = await lines(desk, second["ClaimNum"])
    assert (line["PaidOtherIns"], line["InsPayEst"]) == (29.0, 29.0)


async def test_a_preauthorization_has_no_day_of_service(desk: Desk) -> None:
    """It is for planned treatment, and keeps the procedure's estimate."""
    row = good(await desk.post("/claims", **CROWN, DateService="2026-11-20")).json()
    assert (row["ClaimType"], row["DateService"], row["WriteOff"]) == ("PreAuth", "0001-01-01", 0.0)
    (line,) = await lines(desk, row["ClaimNum"])
    assert line["Status"] == "Preauth"


@pytest.mark.parametrize(
    ("fields", "status", "word"),
    [
        ({"procNums": []}, 400, "procNums"),
        ({"procNums": [999]}, 404, "Procedure"),
        ({"procNums": [3]}, 400, "another patient"),
        ({"procNums": [insurance.FILLING]}, 400, "on a claim"),
        ({"ClaimType": "S"}, 400, "secondary"),
        ({"ClaimType": "Cap"}, 400, "ClaimType"),
        ({"InsSubNum": insurance.DANS_SUB}, 400, "InsSubNum"),
        ({"InsSubNum2": insurance.DANS_SUB}, 400, "InsSubNum2"),
        ({"InsSubNum2": insurance.EVES_SUB}, 400, "InsSubNum2"),
        ({"PatRelat": "InjuredPlantiff"}, 400, "PatRelat"),
        ({"ClaimForm": 99}, 404, "ClaimForm"),
        ({"ClaimType": "PreAuth"}, 400, "InsSubNum"),
        ({"ClaimType": "PreAuth", "InsSubNum": insurance.EVES_SUB}, 400, "PatRelat"),
    ],
)
async def test_making_refuses_what_is_wrong(
    desk: Desk, fields: dict[str, Any], status: int, word: str
) -> None:
    """POST refuses procedures and insurance that can't be on the claim."""
    refused(await desk.post("/claims", **{**EVES, **fields}), status, word)


async def test_a_claim_is_for_one_clinic_and_what_is_billed(desk: Desk) -> None:
    """Procedures of two clinics, or one marked not to be billed, are refused."""
    desk.sql("UPDATE claimproc SET NoBillIns = 1 WHERE ClaimProcNum = ?", insurance.ESTIMATED)
    refused(await desk.post("/claims", **EVES), 400, "not billed")
    desk.sql("UPDATE procedurelog SET ClinicNum = 2, ProcStatus = 2 WHERE ProcNum = ?", insurance.CROWN)
    both = {**EVES, "procNums": [insurance.UNBILLED, insurance.CROWN]}
    refused(await desk.post("/claims", **both), 400, "one clinic")


async def test_a_hygienists_work_is_treated_by_the_dentist(desk: Desk) -> None:
    """ProvTreat is the patient's dentist if a hygienist did it; the office's or clinic's choice decides who bills."""
    desk.sql("UPDATE procedurelog SET ProvNum = 2 WHERE ProcNum = ?", insurance.UNBILLED)
    desk.sql("UPDATE patient SET PriProv = 3 WHERE PatNum = ?", insurance.EVE)
    desk.sql("UPDATE clinic SET InsBillingProv = -1 WHERE ClinicNum = 1")
    row = good(await desk.post("/claims", **EVES)).json()
    assert (row["ProvTreat"], row["ProvBill"]) == (3, 3)


async def test_changing_stores_what_is_sent(desk: Desk) -> None:
    """PUT changes the fields sent; no accident is sent as No and returned empty."""
    path = f"/claims/{insurance.WAITING}"
    body = {
        "AccidentRelated": "A",
        "IsOrtho": "true",
        "OrthoTotalM": 36,
        "PlaceService": "School",
        "ClaimForm": 0,
    }
    row = good(await desk.put(path, **body, PatRelat="Spouse", ClaimNote="Existing root canal")).json()
    assert (row["AccidentRelated"], row["IsOrtho"], row["OrthoTotalM"]) == ("A", "True", 36)
    assert (row["PlaceService"], row["ClaimForm"], row["PatRelat"]) == ("School", "0", "Spouse")
    assert (row["ClaimNote"], row["ClaimStatus"]) == ("Existing root canal", "W")
    assert good(await desk.put(path, AccidentRelated="No")).json()["AccidentRelated"] == ""


async def test_a_claims_day_of_sending_can_be_sent(desk: Desk) -> None:
    """DateSent is stored, with the status S as the day of the first sending too; MedType by its number."""
    path = f"/claims/{insurance.WAITING}"
    row = good(await desk.put(path, ClaimStatus="S", DateSent="2026-11-20", MedType="Institutional")).json()
    assert (row["ClaimStatus"], row["DateSent"]) == ("S", "2026-11-20")
    stored = "SELECT DateSentOrig, MedType FROM claim WHERE ClaimNum = ?"
    assert desk.sql(stored, insurance.WAITING) == [("2026-11-20", 2)]
    assert good(await desk.put(path, DateSent="2026-11-21")).json()["DateSent"] == "2026-11-21"
    assert desk.sql(stored, insurance.WAITING) == [("2026-11-20", 2)]


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"OrthoRemainM": 0}, "OrthoRemainM"),
        ({"OrthoTotalM": 37}, "OrthoTotalM"),
        ({"ClaimStatus": "I"}, "ClaimStatus"),
        ({"AccidentRelated": "X"}, "AccidentRelated"),
        ({"AccidentST": "Oregon"}, "AccidentST"),
        ({"AccidentST": "O"}, "AccidentST"),
        ({"ClaimNote": "x" * 401}, "ClaimNote"),
        ({"InsSubNum2": insurance.DANS_SUB}, "InsSubNum2"),
    ],
)
async def test_changing_refuses_what_is_wrong(desk: Desk, fields: dict[str, Any], word: str) -> None:
    """PUT refuses undocumented values."""
    refused(await desk.put(f"/claims/{insurance.WAITING}", **fields), 400, word)


async def test_the_placement_may_be_the_programs_own(desk: Desk) -> None:
    """OrthoDate is refused if the office uses the first ortho procedure's date."""
    path = f"/claims/{insurance.WAITING}"
    assert good(await desk.put(path, OrthoDate="2026-11-02")).json()["OrthoDate"] == "2026-11-02"
    desk.prefer("OrthoClaimUseDatePlacement", "1")
    refused(await desk.put(path, OrthoDate="2026-11-03"), 400, "OrthoDate")


async def test_a_received_claim_has_all_its_lines_received(desk: Desk) -> None:
    """ClaimStatus R sets the receipt to today by default, and marks what was not received."""
    row = good(await desk.put(f"/claims/{insurance.SENT}", ClaimStatus="R")).json()
    assert (row["ClaimStatus"], row["DateReceived"]) == ("R", "2026-11-23")
    (line,) = await lines(desk, insurance.SENT)
    assert (line["Status"], line["DateEntry"], line["DateSuppReceived"]) == (
        "Received",
        "2026-11-23",
        "2026-11-23",
    )
    row = good(
        await desk.put(f"/claims/{insurance.ANSWERED}", ClaimStatus="R", DateReceived="2026-11-01")
    ).json()
    assert row["DateReceived"] == "2026-11-01"
    assert {line["DateEntry"] for line in await lines(desk, insurance.ANSWERED)} == {"2026-10-20"}


async def test_the_first_day_of_sending_stays(desk: Desk) -> None:
    """PUT Status marks the claim as sent and adds a transaction; DateSentOrig is set only the first time."""
    path = f"/claims/{insurance.WAITING}/Status"
    row = good(await desk.put(path, DateSent="2026-11-20", DateSentOrig="2026-11-01")).json()
    assert (row["ClaimStatus"], row["DateSent"]) == ("S", "2026-11-20")
    good(await desk.put(path, DateSent="2026-11-22", DateSentOrig="2026-11-21"))
    wanted = "SELECT DateSent, DateSentOrig FROM claim WHERE ClaimNum = ?"
    assert desk.sql(wanted, insurance.WAITING) == [("2026-11-22", "2026-11-01")]
    added = await desk.rows("/etranss", PatNum=insurance.EVE, ClaimNum=insurance.WAITING)
    assert [(each["Etype"], each["CarrierNum"]) for each in added] == [("ClaimSent", 1)] * 2
    refused(await desk.put("/claims/999/Status", DateSent="2026-11-20"), 404, "Claim not found")


async def test_marking_as_sent_by_its_status_dates_it(desk: Desk) -> None:
    """ClaimStatus S keeps the first date sent."""
    good(await desk.put(f"/claims/{insurance.WAITING}", ClaimStatus="S"))
    wanted = "SELECT DateSent, DateSentOrig FROM claim WHERE ClaimNum = ?"
    assert desk.sql(wanted, insurance.WAITING) == [("2026-10-06", "2026-10-06")]
