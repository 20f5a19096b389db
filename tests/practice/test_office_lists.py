"""The office's lists: operatories, schedules, providers, clinics, definitions, fields, commlogs, signals."""

from __future__ import annotations

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused


async def test_operatories_come_hidden_ones_too(desk: Desk) -> None:
    """GET lists all operatories in their order, or those of a clinic."""
    rows = await desk.rows("/operatories")
    assert [(row["OperatoryNum"], row["IsHidden"]) for row in rows] == [
        (1, "false"), (2, "false"), (3, "false"), (4, "true"),
    ]  # fmt: skip
    assert [row["OpName"] for row in await desk.rows("/operatories", ClinicNum=2)] == ["Chair 3"]
    refused(await desk.get("/operatories/9"), 404, "Operatory not found")


async def test_schedules_are_todays_without_a_day(desk: Desk) -> None:
    """GET without a date means today, sorted by StartTime, with numbers as text and operatories as a list."""
    rows = await desk.rows("/schedules")
    assert [row["ScheduleNum"] for row in rows] == ["6", "1", "3", "7", "4", "2", "8"]
    lunch = next(row for row in rows if row["ScheduleNum"] == "4")
    assert (lunch["SchedType"], lunch["blockoutType"], lunch["operatories"]) == ("Blockout", "Lunch", "1,2")
    assert (lunch["BlockoutType"], lunch["ProvNum"], lunch["StartTime"]) == ("40", "0", "12:00:00")


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ({"date": office.TOMORROW}, ["5"]),
        ({"dateStart": office.TODAY, "dateEnd": office.TOMORROW, "ProvNum": office.DOC}, ["1", "5", "2"]),
        ({"SchedType": "Blockout"}, ["4", "8"]),
        ({"BlockoutDefNum": 41}, ["8"]),
        ({"EmployeeNum": 1}, []),
    ],
)
async def test_schedules_meet_all_criteria(desk: Desk, query: dict[str, object], numbers: list[str]) -> None:
    """Criteria of GET Schedules combine."""
    assert [row["ScheduleNum"] for row in await desk.rows("/schedules", **query)] == numbers


async def test_schedule_ops_tie_blocks_to_chairs(desk: Desk) -> None:
    """GET ScheduleOps filters by block or operatory."""
    rows = await desk.rows("/scheduleops", ScheduleNum=4)
    assert [row["OperatoryNum"] for row in rows] == [1, 2]
    assert len(await desk.rows("/scheduleops", OperatoryNum=2)) == 2
    refused(await desk.get("/schedules/99"), 404, "Schedule not found")


async def test_providers_by_clinic_are_the_shown_ones(desk: Desk) -> None:
    """ClinicNum leaves out hidden providers and those restricted to other clinics, and has no server time."""
    rows = await desk.rows("/providers", ClinicNum=1)
    assert [(row["ProvNum"], row["serverDateTime"]) for row in rows] == [(office.DOC, ""), (office.HYG, "")]
    assert len(await desk.rows("/providers")) == 4
    assert await desk.rows("/providers", DateTStamp="2026-11-01 00:00:00") == []
    refused(await desk.get("/providers", ClinicNum=9), 404, "Clinic not found")
    refused(await desk.get("/providers", DateTStamp="yesterday"), 400, "DateTStamp")


async def test_providers_are_made_and_changed(desk: Desk) -> None:
    """POST gives a provider the first fee schedule and specialty; PUT changes the fields sent."""
    row = good(await desk.post("/providers", Abbr="NEW", LName="Ito", BirthDate="1987-07-17")).json()
    assert (row["FeeSched"], row["Specialty"], row["UsingTIN"]) == (1, 95, "true")
    assert (row["Birthdate"], row["provColor"], row["serverDateTime"]) == ("1987-07-17", "0,0,0", "")
    path = f"/providers/{row['ProvNum']}"
    changed = good(await desk.put(path, NationalProvId="1245319599", Suffix="DDS")).json()
    assert (changed["NationalProvID"], changed["Suffix"], changed["LName"]) == ("1245319599", "DDS", "Ito")
    for body, word in (
        ({"Abbr": " "}, "Abbr"),
        ({"SSN": "123-45-6789"}, "SSN"),
        ({"UsingTIN": "maybe"}, "UsingTIN"),
        ({"Specialty": 60}, "Specialty"),
    ):
        refused(await desk.put(path, **body), 400, word)
    refused(await desk.post("/providers", Abbr="X", IsNotPerson="true", FName="A"), 400, "FName")
    refused(await desk.post("/providers", LName="X"), 400, "Abbr")


async def test_clinics_hide_only_without_patients(desk: Desk) -> None:
    """Hidden clinics are left out; a clinic with patients cannot be hidden; Phone has ten digits."""
    assert [row["ClinicNum"] for row in await desk.rows("/clinics")] == [1, 2]
    refused(await desk.put("/clinics/1", IsHidden="true"), 400, "patients")
    refused(await desk.put("/clinics/1", Phone="541-555-0100"), 400, "Phone")
    refused(await desk.put("/clinics/9", Abbr="x"), 404, "Clinic not found")
    assert good(await desk.put("/clinics/1", Phone="5415550100", Abbr="Quay")).content == b""
    assert (await desk.rows("/clinics"))[0]["Abbr"] == "Quay"


async def test_definitions_show_hidden_ones_on_request(desk: Desk) -> None:
    """GET filters by the category's number; hidden definitions are returned only on request."""
    rows = await desk.rows("/definitions", Category=2)
    assert len(rows) == 8
    assert (rows[0]["Category"], rows[0]["category"], rows[0]["isHidden"]) == (2, "ApptConfirmed", "false")
    assert len(await desk.rows("/definitions", Category=2, includeHidden="true")) == 9


async def test_definitions_are_added_by_category_name(desk: Desk) -> None:
    """POST accepts the category's name, ignores its number, and validates ItemValue by category."""
    row = good(
        await desk.post("/definitions", ItemName="Coupon", category="AdjTypes", ItemValue="-", Category=2)
    ).json()
    assert (row["Category"], row["category"], row["ItemValue"]) == (1, "AdjTypes", "-")
    refused(await desk.post("/definitions", ItemName="x", Category=2), 400, "category")
    refused(
        await desk.post("/definitions", ItemName="x", category="AdjTypes", ItemValue="*"), 400, "ItemValue"
    )
    refused(await desk.post("/definitions", ItemName="x", category="NoSuch"), 400, "category")


async def test_appointment_fields_are_added_or_replaced(desk: Desk) -> None:
    """ApptFields are found by appointment and name; an unset one is empty, an undefined one can't be set."""
    query = {"AptNum": office.VISIT, "FieldName": "Ride home"}
    assert (await desk.rows("/apptfields", **query))["FieldValue"] == "Sister"
    for number in (office.VISIT, office.DONE):
        body = {"AptNum": number, "FieldName": "Ride home", "FieldValue": "Bus & train"}
        assert good(await desk.put("/apptfields", **body)).content == b""
        assert (await desk.rows("/apptfields", AptNum=number, FieldName="Ride home"))[
            "FieldValue"
        ] == "Bus & train"
    assert (await desk.rows("/apptfields", AptNum=office.BROKEN, FieldName="Ride home"))["FieldValue"] == ""
    refused(await desk.put("/apptfields", AptNum=1, FieldName="No such", FieldValue="x"), 400, "FieldName")
    refused(await desk.get("/apptfields", AptNum=1), 400, "FieldName")
    refused(await desk.get("/apptfields", AptNum=99, FieldName="Ride home"), 404, "Appointment")


async def test_commlogs_come_newest_first(desk: Desk) -> None:
    """GET returns newest first with CommType as text."""
    rows = await desk.rows("/commlogs", PatNum=office.ANN)
    assert [(row["Note"], row["CommType"], row["commType"]) for row in rows] == [
        ("Newer", "50", "ApptRelated"), ("Older", "51", "Misc"),
    ]  # fmt: skip


async def test_a_commlogs_note_is_replaced(desk: Desk) -> None:
    """PUT replaces the note, clears its signature, and leaves the rest; older offices have none."""
    desk.sql("UPDATE commlog SET Signature = 'x', SigIsTopaz = 1 WHERE CommlogNum = 1")
    before = await desk.rows("/commlogs/1")
    after = good(await desk.put("/commlogs/1", Note="They will be late.")).json()
    now = f"{office.TODAY} 12:00:00"
    assert after == {**before, "Note": "They will be late.", "DateTStamp": now}
    assert desk.sql("SELECT Signature, SigIsTopaz FROM commlog WHERE CommlogNum = 1") == [("", 0)]
    assert [row["CommlogNum"] for row in await desk.rows("/commlogs", PatNum=office.ANN, DateTStamp=now)] == [
        1
    ]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, "Misc"),
        ({"CommType": 52}, "Insurance"),
        ({"CommType": 52, "commType": "ApptRelated"}, "ApptRelated"),
        ({"CommType": 999, "commType": "ApptRelated"}, "ApptRelated"),
    ],
)
async def test_a_commlogs_type_by_name_goes_first(desk: Desk, fields: dict[str, object], kind: str) -> None:
    """The name takes precedence over the number; Misc is the default of both, and the rest has its defaults."""
    row = good(await desk.post("/commlogs", PatNum=office.ANN, Note="Called", **fields)).json()
    assert row["commType"] == kind
    assert (row["Mode_"], row["SentOrReceived"]) == ("Phone", "Sent")
    assert row["CommDateTime"] == "2026-11-23 12:00:00"


async def test_a_commlog_refuses_what_is_wrong(desk: Desk) -> None:
    """Note is required, a type must be in its category, a mode in its list."""
    body = {"PatNum": office.ANN, "Note": "x"}
    refused(await desk.post("/commlogs", PatNum=office.ANN), 400, "Note")
    refused(await desk.post("/commlogs", **body, CommType=60), 400, "CommType")
    refused(await desk.post("/commlogs", **body, CommType=999), 404, "CommType")
    refused(await desk.post("/commlogs", **body, commType="No such"), 404, "commType")
    refused(await desk.post("/commlogs", **body, Mode_="Pigeon"), 400, "Mode_")
    good(await desk.post("/commlogs", **body, Mode_="In Person", SentOrReceived="Received"))


async def test_old_offices_do_not_return_a_new_commlog(open_desk: Opener) -> None:
    """Before 23.3.7 POST answers 201 without the row, whatever its date format."""
    desk = open_desk(version="23.3.6")
    path = "/commlogs?DateTimeFormatString=yyyy"
    answer = await desk.post(path, PatNum=office.ANN, Note="Called")
    assert (answer.status_code, answer.content) == (201, b"")
    assert (await desk.rows("/commlogs", PatNum=office.ANN))[0]["Note"] == "Called"


async def test_preferences_are_text(desk: Desk) -> None:
    """GET returns all preferences or the one of a name, always as text."""
    (row,) = await desk.rows("/preferences", PrefName="EasyNoClinics")
    assert row["ValueString"] == "0"
    assert len(await desk.rows("/preferences")) == len(office.ROWS["preference"])
    assert await desk.rows("/preferences", PrefName="NoSuch") == []


async def test_signals_are_those_after_a_moment(desk: Desk) -> None:
    """SigDateTime is required and exclusive."""
    refused(await desk.get("/signalods"), 400, "SigDateTime")
    good(await desk.put("/clinics/1", Abbr="Quay"))
    (row,) = await desk.rows("/signalods", SigDateTime="2026-11-23 11:00:00")
    assert (row["IType"], row["serverDateTime"]) == ("Providers", "2026-11-23 12:00:00")
    assert await desk.rows("/signalods", SigDateTime=row["serverDateTime"]) == []


async def test_appointment_types_have_their_colors(desk: Desk) -> None:
    """GET AppointmentTypes lists them with colors as r,g,b."""
    rows = await desk.rows("/appointmenttypes")
    assert [(row["AppointmentTypeName"], row["appointmentTypeColor"]) for row in rows] == [
        ("New exam", "0,0,255"), ("Clean", "0,0,0"),
    ]  # fmt: skip
    assert rows[0]["RequiredProcCodesNeeded"] == "None"
