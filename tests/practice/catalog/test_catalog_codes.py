"""ProcedureCodes, CodeGroups and SubstitutionLinks: procedure codes, their groups, and their substitutes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused

EXAMS, CLEANINGS = 12, 13
NEW = {"ProcCode": "G0140", "Descript": "exam of one problem", "AbbrDesc": "LimEx", "ProcCat": EXAMS}


async def test_codes_are_those_changed_since(desk: Desk) -> None:
    """GET lists all codes, or those changed at or after a moment."""
    assert len(await desk.rows("/procedurecodes")) == 10
    good(await desk.put("/procedurecodes/3", LaymanTerm="Cleaning"))
    (row,) = await desk.rows("/procedurecodes", DateTStamp="2026-11-23 12:00:00")
    assert (row["CodeNum"], row["LaymanTerm"], row["DateTStamp"]) == (3, "Cleaning", "2026-11-23 12:00:00")
    assert await desk.rows("/procedurecodes", DateTStamp="2026-11-23 12:00:01") == []
    refused(await desk.get("/procedurecodes/99"), 404, "ProcedureCode not found")


async def test_a_new_code_has_the_usual_values(desk: Desk) -> None:
    """POST answers 201 with the code and its Location; fields not sent are empty, none or /X/."""
    answer = good(await desk.post("/procedurecodes", **NEW, DiagnosticCodes="B08.09"))
    row = answer.json()
    assert answer.headers["location"].endswith(f"/procedurecodes/{row['CodeNum']}")
    assert (row["ProcTime"], row["TreatArea"], row["PaintType"]) == ("/X/", "None", "None")
    assert (row["SubstOnlyIf"], row["NoBillIns"], row["BaseUnits"]) == ("Always", "false", 0)
    assert (row["ProcCat"], row["procCat"], row["DiagnosticCodes"]) == (EXAMS, "Exams", "B08.09")
    assert await desk.rows(f"/procedurecodes/{row['CodeNum']}") == row


async def test_a_category_goes_by_number_or_by_name(desk: Desk) -> None:
    """ProcCat or procCat is required to create a code, and either sets it later; both at once are refused."""
    named = {name: value for name, value in NEW.items() if name != "ProcCat"}
    refused(await desk.post("/procedurecodes", **named), 400, "ProcCat or procCat")
    refused(await desk.post("/procedurecodes", **named, ProcCat=0), 400, "ProcCat")
    assert (
        good(await desk.post("/procedurecodes", **named, procCat="Cleanings")).json()["ProcCat"] == CLEANINGS
    )
    assert good(await desk.put("/procedurecodes/1", procCat="Exams")).json()["procCat"] == "Exams"
    refused(await desk.put("/procedurecodes/1", procCat="Exams", ProcCat=EXAMS), 400, "Only one")
    refused(await desk.put("/procedurecodes/1", procCat="No such"), 404, "procCat")
    refused(await desk.put("/procedurecodes/1", ProcCat=60), 400, "ProcCat", "11")


@pytest.mark.parametrize(
    ("fields", "status", "word"),
    [
        ({"ProcCode": "d0120"}, 400, "ProcCode"),
        ({"ProcCode": " "}, 400, "ProcCode"),
        ({"ProcCode": "D" * 16}, 400, "ProcCode"),
        ({"Descript": ""}, 400, "Descript"),
        ({"AbbrDesc": ""}, 400, "AbbrDesc"),
        ({"ProcTime": "/x/"}, 400, "ProcTime"),
        ({"ProcTime": ""}, 400, "ProcTime"),
        ({"BaseUnits": -1}, 400, "BaseUnits"),
        ({"CanadaTimeUnits": "-1"}, 400, "CanadaTimeUnits"),
        ({"DrugNDC": "123"}, 400, "DrugNDC"),
        ({"RevenueCodeDefault": "12"}, 400, "RevenueCodeDefault"),
        ({"MedicalCode": "99999"}, 404, "MedicalCode"),
        ({"SubstitutionCode": "d0120"}, 404, "SubstitutionCode"),
        ({"SubstitutionCode": "D0000"}, 404, "SubstitutionCode"),
        ({"ProvNumDefault": 99}, 404, "ProvNumDefault"),
        ({"PaintText": "Watch"}, 400, "PaintText"),
        ({"PaintText": "Watch", "PaintType": "Implant"}, 400, "PaintText"),
        ({"AreaAlsoToothRange": "true"}, 400, "AreaAlsoToothRange"),
        ({"AreaAlsoToothRange": "true", "TreatArea": "Mouth"}, 400, "AreaAlsoToothRange"),
        ({"DiagnosticCodes": "M26.31, K08.401"}, 400, "DiagnosticCodes"),
        ({"DiagnosticCodes": "A01,A02,A03,A04,A05"}, 400, "DiagnosticCodes"),
        ({"DiagnosticCodes": "toothache"}, 400, "DiagnosticCodes"),
    ],
)
async def test_a_code_refuses_what_is_wrong(
    desk: Desk, fields: dict[str, Any], status: int, word: str
) -> None:
    """A code has to be new, texts not blank, and patterns and foreign codes valid."""
    refused(await desk.post("/procedurecodes", **{**NEW, **fields}), status, word)


async def test_a_code_takes_what_is_right(desk: Desk) -> None:
    """Every field is accepted at its limits."""
    fields = {
        "ProcTime": "//XXXX//", "DrugNDC": "12345678901", "RevenueCodeDefault": "512", "MedicalCode": "d0120",
        "SubstitutionCode": "D2392", "SubstOnlyIf": "SecondMolar", "TreatArea": "Arch", "AreaAlsoToothRange": "true",
        "PaintType": "Text", "PaintText": "Watch", "DiagnosticCodes": "M26.31,K08.401,K02.51,A01", "IsTaxed": "true",
        "CanadaTimeUnits": 1.5, "ProvNumDefault": office.HYG, "IsHygiene": "true", "BaseUnits": 2,
    }  # fmt: skip
    row = good(await desk.post("/procedurecodes", **NEW, **fields)).json()
    assert {name: row[name] for name in fields} == fields


async def test_an_update_keeps_the_codes_own_text(desk: Desk) -> None:
    """PUT changes the fields sent, but never ProcCode; an empty text clears a foreign code."""
    good(await desk.put("/procedurecodes/9", MedicalCode="D0120", SubstitutionCode="D2392"))
    row = good(
        await desk.put("/procedurecodes/9", ProcCode="D9999", MedicalCode="", SubstitutionCode="")
    ).json()
    assert (row["ProcCode"], row["MedicalCode"], row["SubstitutionCode"]) == ("D2393", "", "")
    assert row["Descript"] == "about C3"


async def test_fields_that_depend_go_with_what_they_depend_on(desk: Desk) -> None:
    """PaintText is cleared unless PaintType is Text, AreaAlsoToothRange unless TreatArea is Quad or Arch."""
    good(await desk.put("/procedurecodes/7", AreaAlsoToothRange="true", PaintType="Text", PaintText="Watch"))
    row = good(await desk.put("/procedurecodes/7", Descript="x")).json()
    assert (row["PaintText"], row["AreaAlsoToothRange"]) == ("Watch", "true")
    row = good(await desk.put("/procedurecodes/7", PaintType="Implant", TreatArea="Mouth")).json()
    assert (row["PaintText"], row["AreaAlsoToothRange"]) == ("", "false")
    refused(await desk.put("/procedurecodes/7", PaintText="Watch"), 400, "PaintText")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pattern=st.text("X/x -", min_size=1, max_size=24))
async def test_time_patterns_hold_two_signs(desk: Desk, pattern: str) -> None:
    """ProcTime is stored as sent if it contains only X and /, and refused otherwise."""
    answer = await desk.put("/procedurecodes/1", ProcTime=pattern)
    if set(pattern) <= {"X", "/"}:
        assert good(answer).json()["ProcTime"] == pattern
    else:
        refused(answer, 400, "ProcTime")


async def test_a_procedure_takes_over_what_its_code_says(desk: Desk) -> None:
    """A new procedure takes base units, medical, revenue and diagnostic codes from its code."""
    fields = {
        "BaseUnits": 2, "MedicalCode": "D2750", "RevenueCodeDefault": "512", "DiagnosticCodes": "M26.31,K08.401",
    }  # fmt: skip
    good(await desk.put("/procedurecodes/1", **fields))
    body = {"PatNum": office.ANN, "ProcDate": str(office.TODAY), "ProcStatus": "TP", "procCode": "D0120"}
    row = good(await desk.post("/procedurelogs", **body)).json()
    assert row["BaseUnits"] == 2
    names = "MedicalCode, RevCode, DiagnosticCode, DiagnosticCode2, DiagnosticCode3"
    kept = desk.sql(f"SELECT {names} FROM procedurelog WHERE ProcNum = ?", row["ProcNum"])
    assert kept == [("D2750", "512", "M26.31", "K08.401", "")]


@pytest.mark.parametrize("units", ["1.5", "1.50", " 1.5"])
async def test_a_fraction_may_be_text(desk: Desk, units: str) -> None:
    """A decimal number may be sent as a JSON number or as text."""
    assert good(await desk.put("/procedurecodes/1", CanadaTimeUnits=units)).json()["CanadaTimeUnits"] == 1.5
    assert good(await desk.put("/procedurecodes/1", CanadaTimeUnits=2.25)).json()["CanadaTimeUnits"] == 2.25


async def test_writing_codes_leaves_traces(desk: Desk) -> None:
    """A write is recorded in the audit trail with the code's number, and signals open screens to reload the codes."""
    good(await desk.put("/procedurecodes/3", IsHygiene="true"))
    assert desk.sql("SELECT FKey FROM securitylog WHERE PermType = 157") == [(3,)]
    signals = await desk.rows("/signalods", SigDateTime=f"{office.TODAY} 11:00:00")
    assert [row["IType"] for row in signals] == ["ProcCodes"]


async def test_an_older_office_knows_fewer_fields(open_desk: Opener) -> None:
    """In version 22.3 a code is created with the first fields; a later field is refused with its version."""
    desk = open_desk(version="22.3")
    refused(await desk.post("/procedurecodes", **NEW, NoBillIns="true"), 400, "NoBillIns", "23.2.10")
    good(await desk.post("/procedurecodes", **NEW))
    refused(await desk.get("/procedurecodes"), 400, "22.3.22")


async def test_code_groups_come_in_their_order(desk: Desk) -> None:
    """GET lists the groups by ItemOrder, and POST puts a new one last."""
    assert [row["GroupName"] for row in await desk.rows("/codegroups")] == ["Fluoride", "Exams"]
    row = good(await desk.post("/codegroups", GroupName="Gums", ProcCodes="D4000-D4999, D1110")).json()
    assert (row["ItemOrder"], row["ProcCodes"], row["CodeGroupFixed"]) == (2, "D4000-D4999,D1110", "None")
    assert (row["IsHidden"], row["ShowInAgeLimit"]) == ("false", "false")


async def test_a_groups_codes_are_replaced(desk: Desk) -> None:
    """PUT replaces the list of codes, and clears it when it is sent empty."""
    assert good(await desk.put("/codegroups/1", ProcCodes="D0140")).json()["ProcCodes"] == "D0140"
    assert good(await desk.put("/codegroups/1", ProcCodes="")).json()["ProcCodes"] == ""
    refused(await desk.put("/codegroups/1", ProcCodes="D0120,,D0140"), 400, "ProcCodes")
    refused(await desk.put("/codegroups/1", GroupName=""), 400, "GroupName")
    refused(await desk.post("/codegroups", GroupName="x", CodeGroupFixed="Teeth"), 400, "CodeGroupFixed")


async def test_a_hidden_group_is_out_of_the_frequencies(open_desk: Opener) -> None:
    """Before 25.3.10, IsHidden removes a group from the frequency limitations, in the database too."""
    desk = open_desk(version="25.3.9")
    good(await desk.put("/codegroups/1", IsHidden="true"))
    assert desk.sql("SELECT IsHidden, ShowInFrequency FROM codegroup WHERE CodeGroupNum = 1") == [(1, 0)]
    row = good(await desk.post("/codegroups", GroupName="Gums")).json()
    assert "ShowInFrequency" not in row
    assert desk.sql("SELECT ShowInFrequency FROM codegroup WHERE CodeGroupNum = ?", row["CodeGroupNum"]) == [
        (1,)
    ]


async def test_a_hidden_group_is_shown_nowhere(desk: Desk) -> None:
    """A group is shown where it says, nowhere by default, and can't be hidden and shown."""
    row = good(await desk.post("/codegroups", GroupName="Gums")).json()
    assert (row["ShowInFrequency"], row["ShowInOther"]) == ("false", "false")
    refused(
        await desk.post("/codegroups", GroupName="x", IsHidden="true", ShowInOther="true"), 400, "IsHidden"
    )
    path = f"/codegroups/{row['CodeGroupNum']}"
    assert good(await desk.put(path, ShowInFrequency="true")).json() == await desk.rows(path)
    refused(await desk.put(path, IsHidden="true"), 400, "IsHidden cannot be true if ShowInAgeLimit")
    row = good(await desk.put(path, IsHidden="true", ShowInFrequency="false")).json()
    assert (row["IsHidden"], row["ShowInFrequency"]) == ("true", "false")


async def test_groups_are_found_by_where_they_are_shown(desk: Desk) -> None:
    """The filters combine; ShowInHistory is one though no answer has it."""
    good(await desk.put("/codegroups/1", ShowInFrequency="true", ShowInHistory="true", HistProcCode="D0120"))
    good(await desk.put("/codegroups/2", ShowInFrequency="true", ItemOrder=7))
    assert [row["CodeGroupNum"] for row in await desk.rows("/codegroups", ShowInFrequency="true")] == [1, 2]
    assert [row["CodeGroupNum"] for row in await desk.rows("/codegroups", ShowInHistory="true")] == [1]
    assert await desk.rows("/codegroups", ShowInHistory="true", IsHidden="true") == []
    refused(await desk.put("/codegroups/1", HistProcCode="D0000"), 404, "HistProcCode not found.")
    refused(await desk.put("/codegroups/1", ItemOrder=-1), 400, "ItemOrder")


async def test_a_group_in_use_stays(desk: Desk) -> None:
    """DELETE is refused while a benefit refers to the group, and tells the other workstations when it is done."""
    desk.sql("INSERT INTO benefit (BenefitNum, CodeGroupNum) VALUES (90, 2)")
    refused(await desk.delete("/codegroups/2"), 400, "in use by a benefit")
    desk.sql("DELETE FROM benefit WHERE BenefitNum = 90")
    good(await desk.delete("/codegroups/2"))
    refused(await desk.get("/codegroups/2"), 404, "CodeGroup not found.")
    (signal,) = await desk.rows("/signalods", SigDateTime="2026-11-23 11:59:59")
    assert signal["IType"] == "CodeGroups"


async def test_substitutions_are_a_plans(desk: Desk) -> None:
    """GET needs a plan; POST needs existing codes, the substitute with its capitals."""
    (row,) = await desk.rows("/substitutionlinks", PlanNum=9)
    assert (row["SubstitutionCode"], row["SubstOnlyIf"]) == ("D2392", "Molar")
    refused(await desk.get("/substitutionlinks"), 400, "PlanNum")
    refused(await desk.get("/substitutionlinks", PlanNum=8), 404, "PlanNum")
    body = {"PlanNum": 9, "CodeNum": 2, "SubstitutionCode": "D2393", "SubstOnlyIf": "Always"}
    row = good(await desk.post("/substitutionlinks", **body)).json()
    assert {name: row[name] for name in body} == body
    refused(
        await desk.post("/substitutionlinks", **{**body, "SubstitutionCode": "d2393"}),
        404,
        "SubstitutionCode",
    )
    refused(await desk.post("/substitutionlinks", **{**body, "CodeNum": 0}), 400, "CodeNum")


async def test_a_substitution_stays_with_its_plan_and_code(desk: Desk) -> None:
    """PUT changes only the substitute and its condition; DELETE removes the link."""
    row = good(
        await desk.put(
            "/substitutionlinks/1", PlanNum=1, CodeNum=1, SubstitutionCode="D2750", SubstOnlyIf="Never"
        )
    ).json()
    assert (row["PlanNum"], row["CodeNum"], row["SubstitutionCode"], row["SubstOnlyIf"]) == (
        9, 9, "D2750", "Never",
    )  # fmt: skip
    good(await desk.delete("/substitutionlinks/1"))
    assert await desk.rows("/substitutionlinks", PlanNum=9) == []
    refused(await desk.delete("/substitutionlinks/1"), 404, "SubstitutionLink not found")
