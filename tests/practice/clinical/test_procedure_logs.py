"""ProcedureLogs: read, created, changed, deleted; insurance history."""

from __future__ import annotations

import pytest

from tests.practice import office, office_money
from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, Opener, good, refused

NEW = {"PatNum": office.ANN, "ProcDate": str(office.TODAY), "ProcStatus": "TP", "procCode": "D0120"}


async def test_procedures_are_found_by_their_filters(desk: Desk) -> None:
    """GET lists the procedures that match every filter; DateTStamp is inclusive."""
    assert [row["ProcNum"] for row in await desk.rows("/procedurelogs", AptNum=office.VISIT)] == [1]
    assert [row["ProcNum"] for row in await desk.rows("/procedurelogs", PlannedAptNum=office.PLANNED)] == [2]
    assert len(await desk.rows("/procedurelogs", DateTStamp="2026-11-22 08:00:00")) == 6
    row = await desk.rows("/procedurelogs/2")
    assert (row["ProcFee"], row["procCode"], row["descript"], row["Surf"]) == (
        "50.00",
        "D2392",
        "about C2",
        "MO",
    )


async def test_charting_fills_in_the_usual_values(desk: Desk) -> None:
    """POST gives the code's fee, the patient's provider and clinic, and the first priority and diagnosis."""
    answer = good(await desk.post("/procedurelogs", **NEW))
    row = answer.json()
    assert answer.headers["location"].endswith(f"/procedurelogs/{row['ProcNum']}")
    assert (row["ProcFee"], row["ProvNum"], row["ClinicNum"]) == ("58.00", office.DOC, "1")
    assert (row["Priority"], row["priority"], row["dxName"]) == (80, "1", "None")
    assert (row["serverDateTime"], row["Prosthesis"]) == ("", "")
    insured = good(await desk.post("/procedurelogs", **{**NEW, "PatNum": office.BEN})).json()
    assert insured["ProcFee"] == "41.50"


async def test_the_whole_row_is_written(desk: Desk) -> None:
    """A code by number takes precedence, and the fields added in 25.2 are stored and answered."""
    more = {
        "CodeNum": 8, "ToothNum": "3", "Prognosis": 96,
        "PlaceService": "School", "Prosthesis": "R", "DateOriginalProsth": "2020-02-03",
        "IsDateProsthEst": "true", "ClaimNote": "x-ray", "DateTP": "2026-11-01", "ProcTime": "10:30:00",
        "BillingNote": "monthly", "Discount": "5.50",
    }  # fmt: skip
    row = good(await desk.post("/procedurelogs", **{**NEW, **more})).json()
    wanted = {**more, "Discount": 5.5}
    assert {name: row[name] for name in wanted} == wanted
    again = good(await desk.put(f"/procedurelogs/{row['ProcNum']}", Prosthesis="No", ClaimNote="")).json()
    assert (again["Prosthesis"], again["ClaimNote"], again["PlaceService"]) == ("", "", "School")
    refused(await desk.post("/procedurelogs", **NEW, Prognosis=987), 404, "Prognosis")


async def test_an_older_office_answers_fewer_fields(open_desk: Opener) -> None:
    """Before 25.2.21 a procedure has no more fields than the office knows, its write no prosthesis."""
    desk = open_desk(version="25.2.20")
    made = good(await desk.post("/procedurelogs", **NEW)).json()
    assert not {"Prosthesis", "HideGraphics", "DateTP"} & set(made)
    row = await desk.rows(f"/procedurelogs/{made['ProcNum']}")
    assert ("Prosthesis" in row, "HideGraphics" in row) == (True, False)
    refused(await desk.post("/procedurelogs", **NEW, CodeNum=3), 400, "25.2.21")


async def test_a_procedure_on_a_visit_tells_what_the_visit_is_for(desk: Desk) -> None:
    """Attaching a procedure to an appointment or detaching it updates the ProcDescript."""
    good(await desk.post("/procedurelogs", **NEW, AptNum=office.VISIT))
    assert (await desk.rows(f"/appointments/{office.VISIT}"))["ProcDescript"] == "PerEx, PerEx"
    good(await desk.put("/procedurelogs/1", AptNum=0))
    assert (await desk.rows(f"/appointments/{office.VISIT}"))["ProcDescript"] == "PerEx"


async def test_the_visit_says_who_does_it(desk: Desk) -> None:
    """Without ProvNum it is the appointment's provider, else the patient's, else the office's; never the code's."""
    desk.sql("UPDATE procedurecode SET ProvNumDefault = ?", office.HYG)
    desk.sql("UPDATE appointment SET ProvNum = ? WHERE AptNum = ?", office.OTHER_DOC, office.VISIT)
    found = [good(await desk.post("/procedurelogs", **NEW, AptNum=apt)).json() for apt in (office.VISIT, 0)]
    assert [row["ProvNum"] for row in found] == [office.OTHER_DOC, office.DOC]
    desk.sql("UPDATE patient SET PriProv = 0")
    desk.prefer("PracticeDefaultProv", str(office.OTHER_DOC))
    assert good(await desk.post("/procedurelogs", **NEW)).json()["ProvNum"] == office.OTHER_DOC


@pytest.mark.parametrize(
    ("fields", "status", "word"),
    [
        ({"procCode": "D0000"}, 404, "procCode"),
        ({"ProcStatus": "D"}, 400, "ProcStatus"),
        ({"ProcStatus": "TPi"}, 400, "ProcStatus"),
        ({"Prosthesis": "I"}, 400, "Prosthesis"),
        ({"DateOriginalProsth": "2020-01-01"}, 400, "DateOriginalProsth"),
        ({"PatNum": 999}, 404, "Patient"),
        ({"AptNum": 999}, 404, "Appointment"),
        ({"AptNum": office.HYGIENE_VISIT}, 400, "AptNum"),
        ({"PlannedAptNum": office.VISIT}, 400, "PlannedAptNum"),
        ({"priority": "None such"}, 404, "priority"),
        ({"Priority": 999}, 404, "Priority not found"),
        ({"Dx": 999}, 404, "Dx not found"),
        ({"Priority": 80, "priority": "1"}, 400, "Priority"),
        ({"Dx": 90, "dxName": "None"}, 400, "Dx"),
        ({"Dx": 80}, 400, "Dx"),
        ({"procCode": "D2392"}, 400, "ToothNum"),
        ({"procCode": "D2392", "ToothNum": "14"}, 400, "Surf"),
        ({"procCode": "D2392", "ToothNum": "99", "Surf": "MO"}, 400, "ToothNum"),
        ({"procCode": "D4341", "Surf": "XX"}, 400, "Surf"),
        ({"procCode": "D5211"}, 400, "ToothRange"),
        ({"procCode": "D5211", "ToothRange": "2-x"}, 400, "ToothRange"),
        ({"ToothNum": "14"}, 400, "ToothNum"),
        ({"ProcFee": "much"}, 400, "ProcFee"),
    ],
)
async def test_charting_refuses_what_is_wrong(
    desk: Desk, fields: dict[str, object], status: int, word: str
) -> None:
    """POST with an invalid field, or without what the treatment area requires, is refused."""
    refused(await desk.post("/procedurelogs", **{**NEW, **fields}), status, word)


async def test_findings_can_be_charted_since_25_1_14(open_desk: Opener) -> None:
    """Conditions, referred and existing work can be written and listed by status; an older office refuses them."""
    desk = open_desk(version="25.2.21")
    refused(
        await desk.post("/procedurelogs", **{**NEW, "procCode": None}),
        400,
        "procCode or CodeNum is required.",
    )
    for status in ("EC", "R", "Cn"):
        assert (
            good(await desk.post("/procedurelogs", **{**NEW, "ProcStatus": status})).json()["ProcStatus"]
            == status
        )
        rows = await desk.rows("/procedurelogs", PatNum=office.ANN, ProcStatus=status)
        assert {row["ProcStatus"] for row in rows} == {status}
    coded = await desk.rows("/procedurelogs", CodeNum=8)
    assert {row["procCode"] for row in coded} == {"D2750"}
    old = open_desk(version="25.1.13")
    refused(await old.post("/procedurelogs", **{**NEW, "ProcStatus": "Cn"}), 400, "25.1.14")
    refused(await old.put("/procedurelogs/4", ProcStatus="R"), 400, "25.1.14")
    refused(await old.get("/procedurelogs", ProcStatus="C"), 400, "ProcStatus")


async def test_the_place_of_service_is_the_clinics_or_the_offices(desk: Desk) -> None:
    """POST without PlaceService takes the clinic's, without a clinic the one in the office's preferences."""
    desk.sql("UPDATE clinic SET DefaultPlaceService = 8 WHERE ClinicNum = 1")
    desk.sql("INSERT INTO preference (PrefName, ValueString) VALUES ('DefaultProcedurePlaceService', '7')")
    places = [
        good(await desk.post("/procedurelogs", **NEW, ClinicNum=number)).json()["PlaceService"]
        for number in (1, 0)
    ]
    assert places == ["School", "MobileUnit"]


async def test_a_procedure_planned_by_an_appointment_has_a_place_too(desk: Desk) -> None:
    """The codes of an appointment's type, charted on it, take the place of service of the appointment's clinic."""
    desk.sql("UPDATE clinic SET DefaultPlaceService = 8 WHERE ClinicNum = 1")
    body = {
        "PatNum": office.CARA,
        "AptDateTime": "2026-12-01 10:00:00",
        "AppointmentTypeNum": 2,
        "ClinicNum": 1,
    }
    number = good(await desk.post("/appointments", **body, Op=3)).json()["AptNum"]
    rows = await desk.rows("/procedurelogs", AptNum=number)
    assert {row["PlaceService"] for row in rows} == {"School"}


async def test_a_feature_that_is_off_has_no_fields(desk: Desk) -> None:
    """PlaceService and SiteNum need the Public Health feature, ProcTimeEnd the Medical Insurance one; blank is fine."""
    for preference, text in (("EasyHidePublicHealth", "1"), ("ShowFeatureMedicalInsurance", "0")):
        desk.sql("INSERT INTO preference (PrefName, ValueString) VALUES (?, ?)", preference, text)
    for fields, words in (
        ({"PlaceService": "School"}, "Public Health"),
        ({"ProcTimeEnd": "10:00:00"}, "Medical Insurance"),
    ):
        refused(await desk.post("/procedurelogs", **NEW, **fields), 400, words)
        refused(await desk.put("/procedurelogs/4", **fields), 400, words)
    good(await desk.put("/procedurelogs/4", SiteNum=0, ProcTimeEnd="00:00:00"))


async def test_a_tooth_range_is_written_out(desk: Desk) -> None:
    """Commas and hyphens in ToothRange are both parsed."""
    row = good(
        await desk.post("/procedurelogs", **{**NEW, "procCode": "D5211"}, ToothRange="2,3, 13-15")
    ).json()
    assert row["ToothRange"] == "2,3,13,14,15"


async def test_changing_keeps_the_treatment_area(desk: Desk) -> None:
    """PUT accepts only a code of the same area, and ignores empty parts."""
    row = good(await desk.put("/procedurelogs/2", procCode="D2393", Surf="", ProcFee="250", Dx="91")).json()
    assert (row["procCode"], row["Surf"], row["ProcFee"], row["dxName"]) == ("D2393", "MO", "250.00", "Decay")
    assert (row["AptNum"], row["PlannedAptNum"]) == ("0", str(office.PLANNED))
    refused(await desk.put("/procedurelogs/2", procCode="D0120"), 400, "treatment area")
    refused(
        await desk.put("/procedurelogs/2", procCode="D2393", CodeNum=9),
        400,
        "Only one of CodeNum and procCode",
    )
    refused(await desk.put("/procedurelogs/999", ProcFee="1"), 404)


async def test_a_complete_procedure_keeps_its_place(desk: Desk) -> None:
    """procCode, ToothNum, Surf and ToothRange can't change on status C; equal values are accepted."""
    good(await desk.put("/procedurelogs/2", ProcStatus="C"))
    refused(await desk.put("/procedurelogs/2", Surf="DO"), 400, "complete")
    refused(await desk.put("/procedurelogs/2", procCode="D2393"), 400, "complete")
    good(await desk.put("/procedurelogs/2", procCode="D2392", ToothNum="14", Surf="MO"))
    good(await desk.put("/procedurelogs/2", ProcFee="10", Discount="0"))
    refused(await desk.put("/procedurelogs/2", Discount="5"), 400, "Discount cannot change")


async def test_deleting_refuses_what_something_hangs_on(desk: Desk) -> None:
    """DELETE accepts TP and C procedures without attached rows; no appointment has them any more."""
    refused(await desk.delete("/procedurelogs/3"), 400, "attached to a payment")
    good(await desk.delete("/procedurelogs/1"))
    refused(await desk.delete("/procedurelogs/1"), 404, "Procedure not found.")
    assert (await desk.rows(f"/appointments/{office.VISIT}"))["ProcDescript"] == ""
    assert await desk.rows("/procedurelogs", AptNum=office.VISIT) == []
    words = "Not allowed to delete a procedure that is attached to a claim."
    refused(await desk.delete(f"/procedurelogs/{insurance.FILLING}"), 400, words)


async def test_a_deleted_procedure_stays_listed(open_desk: Opener) -> None:
    """As seen on live servers, DELETE leaves the row with ProcStatus D; with the switch off no answer has it."""
    for lists, shown in ((True, ["D"]), (False, [])):
        desk = open_desk(lists_deleted_procedures=lists)
        good(await desk.delete("/procedurelogs/1"))
        rows = await desk.rows("/procedurelogs", PatNum=office.ANN)
        assert [row["ProcStatus"] for row in rows if row["ProcNum"] == 1] == shown
        one = await desk.get("/procedurelogs/1")
        assert one.status_code == (200 if lists else 404)
        refused(await desk.put("/procedurelogs/1", ProcFee="1"), 404, "Procedure not found.")


async def test_nothing_is_attached_to_a_deleted_procedure(desk: Desk) -> None:
    """A write that names a deleted procedure is refused as if it weren't there; reading by it is not."""
    note = {"PatNum": office.ANN, "ProcNum": 1}
    good(await desk.post("/procnotes", **note, Note="x"))
    good(await desk.delete("/procedurelogs/1"))
    refused(await desk.post("/procnotes", **note, Note="y"), 404, "Procedure not found.")
    adjusted = {**note, "AdjAmt": "-5", "AdjType": office_money.DISCOUNT, "AdjDate": str(office.TODAY)}
    refused(await desk.post("/adjustments", **adjusted), 404, "Procedure not found.")
    assert [row["Note"] for row in await desk.rows("/procnotes", ProcNum=1)] == ["x"]


async def test_old_offices_keep_complete_procedures(open_desk: Opener) -> None:
    """DELETE accepts status C since 23.1.11."""
    desk = open_desk(version="23.1.10")
    refused(await desk.delete(f"/procedurelogs/{insurance.UNBILLED}"), 400, "23.1.11")
    good(await desk.delete("/procedurelogs/1"))


async def test_a_preauthorization_keeps_its_last_procedure(desk: Desk) -> None:
    """DELETE removes a procedure from a preauthorization and updates its totals, but not the last one."""
    number = good(await desk.post("/procedurelogs", **{**NEW, "PatNum": insurance.EVE})).json()["ProcNum"]
    body = {
        "PatNum": insurance.EVE,
        "ClaimType": "PreAuth",
        "InsSubNum": insurance.EVES_SUB,
        "PatRelat": "Self",
    }
    claim = good(await desk.post("/claims", **body, procNums=[insurance.CROWN, number])).json()
    good(await desk.delete(f"/procedurelogs/{number}"))
    assert (await desk.rows(f"/claims/{claim['ClaimNum']}"))["ClaimFee"] == 1200.0
    (line,) = await desk.rows("/claimprocs", ClaimNum=claim["ClaimNum"])
    assert line["ProcNum"] == insurance.CROWN
    refused(
        await desk.delete(f"/procedurelogs/{insurance.CROWN}"), 400, "last procedure of a preauthorization"
    )


async def test_insurance_history_has_a_row_a_category(desk: Desk) -> None:
    """GET InsuranceHistory returns the last date, No History or Not Set; POST adds one by quadrant."""
    query = {"PatNum": office.BEN, "InsSubNum": 7}
    rows = await desk.rows("/procedurelogs/InsuranceHistory", **query)
    dates = {row["insHistPrefName"]: row["procDate"] for row in rows}
    assert len(rows) == 10
    assert (dates["InsHistBWCodes"], dates["InsHistExamCodes"]) == ("Not Set", "No History")
    body = {**query, "insHistPrefName": "InsHistPerioURCodes", "ProcDate": "2024-05-06"}
    row = good(await desk.post("/procedurelogs/InsuranceHistory", **body)).json()
    assert (row["ProcStatus"], row["Surf"], row["DateTStamp"]) == ("EO", "UR", "0001-01-01 00:00:00")
    rows = await desk.rows("/procedurelogs/InsuranceHistory", **query)
    dates = {row["insHistPrefName"]: row["procDate"] for row in rows}
    assert (dates["InsHistPerioURCodes"], dates["InsHistPerioULCodes"]) == ("2024-05-06", "No History")
    for change, status in (
        ({"insHistPrefName": "inshistexamcodes"}, 400),
        ({"insHistPrefName": "InsHistBWCodes"}, 400),
    ):
        refused(await desk.post("/procedurelogs/InsuranceHistory", **{**body, **change}), status, "insHist")
    refused(await desk.get("/procedurelogs/InsuranceHistory", PatNum=office.BEN), 400, "InsSubNum")
