"""The office's set-up as the API of 2026 changes it: appointment types and fields, definitions, employees."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused

TYPE = {"AppointmentTypeName": "Crown", "CodeStr": "D2750, D0120", "Pattern": "//XX//"}


async def test_a_new_appointment_type(desk: Desk) -> None:
    """It is the last of the list, with what was sent and none of what was not, and found at its Location."""
    answer = good(
        await desk.post("/appointmenttypes", **TYPE, appointmentTypeColor="10,20,30", BlockoutTypes="40,41")
    )
    row = answer.json()
    assert (row["AppointmentTypeName"], row["CodeStr"], row["Pattern"]) == ("Crown", "D2750,D0120", "//XX//")
    assert (row["appointmentTypeColor"], row["BlockoutTypes"]) == ("10,20,30", "40,41")
    assert (row["IsHidden"], row["RequiredProcCodesNeeded"], row["CodeStrRequired"]) == ("false", "None", "")
    assert (await desk.rows("/appointmenttypes"))[-1] == row
    assert await desk.rows(answer.headers["location"].partition("/api/v1")[2]) == row


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"AppointmentTypeName": " "}, "AppointmentTypeName is required."),
        ({"Pattern": "XY"}, "Pattern"),
        ({"CodeStr": "D0120,D9999"}, "CodeStr is invalid: D9999"),
        ({"CodeStrRequired": "X1"}, "CodeStrRequired"),
        ({"BlockoutTypes": "40,70"}, "category 25"),
        ({"BlockoutTypes": "Lunch"}, "category 25"),
        ({"RequiredProcCodesNeeded": "All"}, "CodeStrRequired is required"),
    ],
)
async def test_what_no_appointment_type_has(desk: Desk, fields: dict[str, Any], words: str) -> None:
    """A blank name, a wrong pattern, unknown codes, other definitions, or nothing required: refused, old or new."""
    before = await desk.rows("/appointmenttypes")
    refused(await desk.post("/appointmenttypes", **{**TYPE, **fields}), 400, words)
    refused(await desk.put("/appointmenttypes/1", **fields), 400, words)
    assert await desk.rows("/appointmenttypes") == before


@pytest.mark.parametrize(
    ("name", "part"), [("CodeStr", "D{}"), ("CodeStrRequired", "D{}"), ("BlockoutTypes", "{}")]
)
async def test_too_many_of_an_appointment_type(desk: Desk, name: str, part: str) -> None:
    """More than its field can hold are refused before they are looked up: no query takes 300,000 of them."""
    many = ",".join(part.format(number) for number in range(300_000))
    refused(
        await desk.post("/appointmenttypes", **(TYPE | {name: many})), 400, name, "characters are expected"
    )


async def test_a_changed_appointment_type(desk: Desk) -> None:
    """What is named changes and the rest stays; a blank pattern leaves the length to the procedures."""
    before = await desk.rows("/appointmenttypes/1")
    after = good(await desk.put("/appointmenttypes/1", Pattern="", CodeStrRequired="D1110")).json()
    assert after == {**before, "Pattern": "", "CodeStrRequired": "D1110"}
    needed = good(await desk.put("/appointmenttypes/1", RequiredProcCodesNeeded="AtLeastOne")).json()
    assert needed["RequiredProcCodesNeeded"] == "AtLeastOne"
    refused(await desk.put("/appointmenttypes/1", CodeStrRequired=""), 400, "CodeStrRequired is required")


async def test_deleting_an_appointment_type(desk: Desk) -> None:
    """One that an appointment has, or that Web Sched uses, can't be deleted; another one is gone."""
    refused(await desk.delete("/appointmenttypes/1"), 400, "in use by Web Sched")
    desk.sql("UPDATE appointment SET AppointmentTypeNum = 2 WHERE AptNum = ?", office.VISIT)
    refused(await desk.delete("/appointmenttypes/2"), 400, "in use by an appointment")
    desk.sql("UPDATE appointment SET AppointmentTypeNum = 0 WHERE AptNum = ?", office.VISIT)
    assert good(await desk.delete("/appointmenttypes/2")).content == b""
    refused(await desk.get("/appointmenttypes/2"), 404, "AppointmentType not found")
    refused(await desk.delete("/appointmenttypes/2"), 404)


async def test_a_renamed_appointment_field_keeps_its_values(desk: Desk) -> None:
    """Appointments' values follow the new name; another field's name, or none, is refused."""
    row = good(await desk.put("/apptfielddefs/1", FieldName="Who drives")).json()
    assert (row["FieldName"], row["FieldType"], row["PickList"]) == ("Who drives", "Text", "")
    value = await desk.rows("/apptfields", AptNum=office.VISIT, FieldName="Who drives")
    assert value["FieldValue"] == "Sister"
    added = good(await desk.post("/apptfielddefs", FieldName=" Wheelchair ")).json()
    assert added["FieldName"] == "Wheelchair"
    refused(await desk.post("/apptfielddefs", FieldName="Wheelchair "), 400, "of this name already")
    refused(await desk.put("/apptfielddefs/1", FieldName="Wheelchair"), 400, "of this name already")
    refused(await desk.put("/apptfielddefs/1", FieldName=" "), 400, "FieldName is required")
    assert (
        good(await desk.put("/apptfielddefs/1", FieldName="WHO drives")).json()["FieldName"] == "WHO drives"
    )


async def test_what_kind_a_field_becomes(desk: Desk) -> None:
    """Only a pick list has items; a change may name kinds that no new field has."""
    items = "Yes\r\nNo"
    assert (
        good(await desk.put("/apptfielddefs/1", FieldType="PickList", PickList=items)).json()["PickList"]
        == items
    )
    assert good(await desk.put("/apptfielddefs/1", FieldType="Checkbox")).json()["PickList"] == ""
    assert good(await desk.put("/apptfielddefs/1", PickList=items)).json()["PickList"] == ""
    assert (await desk.rows("/apptfielddefs/1"))["FieldType"] == "Checkbox"
    refused(await desk.post("/apptfielddefs", FieldName="x", FieldType="Checkbox"), 400, "FieldType")


async def test_a_field_s_value_by_its_key(desk: Desk) -> None:
    """A value is added once, found at its Location, and gone after it is deleted, while the field stays."""
    new = {"AptNum": office.HYGIENE_VISIT, "FieldName": "Ride home", "FieldValue": "Bus"}
    answer = good(await desk.post("/apptfields", **new))
    path = answer.headers["location"].partition("/api/v1")[2]
    assert answer.json() == new == await desk.rows(path)
    refused(await desk.post("/apptfields", **new), 400, "already")
    refused(
        await desk.post("/apptfields", **{**new, "FieldName": "Shoe size"}), 400, "no such appointment field"
    )
    refused(await desk.post("/apptfields", **{**new, "AptNum": 999}), 404, "Appointment not found")
    assert good(await desk.delete(path)).content == b""
    refused(await desk.get(path), 404, "ApptField not found")
    assert len(await desk.rows("/apptfielddefs")) == 1


async def test_nothing_is_written_about_a_deleted_patient(desk: Desk) -> None:
    """A value of a deleted patient's appointment is neither added nor deleted."""
    desk.sql("UPDATE appointment SET PatNum = ? WHERE AptNum IN (?, ?)", office.DELETED, office.VISIT, 2)
    refused(await desk.delete("/apptfields/1"), 400, "deleted")
    refused(await desk.post("/apptfields", AptNum=2, FieldName="Ride home", FieldValue="x"), 400, "deleted")


async def test_definitions_by_the_name_of_their_category(desk: Desk) -> None:
    """The same rows as by its number; an unknown name is refused."""
    assert await desk.rows("/definitions", category="ApptConfirmed") == await desk.rows(
        "/definitions", Category=2
    )
    refused(await desk.get("/definitions", category="NoSuch"), 400, "category is invalid.")


async def test_an_older_office_ignores_the_name_of_a_category(open_desk: Opener) -> None:
    """As seen live: before 26.2.1 the definitions of all categories come, without a word."""
    older = open_desk(version="25.4.48")
    assert await older.rows("/definitions", category="ApptConfirmed") == await older.rows("/definitions")


async def test_a_definition_is_placed_and_hidden(desk: Desk) -> None:
    """Its order, color and visibility change; hidden ones are read by key, too."""
    good(await desk.put(f"/definitions/{office.SENT}", ItemOrder=98, ItemColor="1,2,3"))
    assert (await desk.rows("/definitions", Category=2))[-1]["DefNum"] == office.SENT
    row = good(await desk.put(f"/definitions/{office.OLD_STATUS}", IsHidden="false")).json()
    assert row["isHidden"] == "false"
    assert (
        good(await desk.put(f"/definitions/{office.OLD_STATUS}", IsHidden="true")).json()["isHidden"]
        == "true"
    )
    assert (await desk.rows(f"/definitions/{office.OLD_STATUS}"))["ItemName"] == "Old status"
    refused(await desk.put(f"/definitions/{office.SENT}", ItemOrder=-1), 400, "ItemOrder")
    refused(await desk.get("/definitions/999"), 404, "Definition not found")


async def test_which_definition_can_t_be_hidden(desk: Desk) -> None:
    """The last one of its category, and one that a preference of the set-up names."""
    desk.prefer("AppointmentTimeArrivedTrigger", str(office.ARRIVED))
    refused(await desk.put(f"/definitions/{office.ARRIVED}", IsHidden="true"), 400, "in use by a preference")
    refused(await desk.put("/definitions/70", IsHidden="true"), 400, "last definition of its category")


async def test_a_new_definition_has_its_color(desk: Desk) -> None:
    """ItemColor and Supp are kept, though no answer has them."""
    row = good(
        await desk.post("/definitions", ItemName="Blue", category="PaymentTypes", ItemColor="0,0,9", Supp=4)
    )
    stored = "SELECT ItemColor & 255, Supp FROM definition WHERE DefNum = ?"
    assert [tuple(each) for each in desk.sql(stored, row.json()["DefNum"])] == [(9, 4)]


async def test_employees(desk: Desk) -> None:
    """One is added and changed, with a name and someone else above; nobody is above themselves by way of others."""
    row = good(
        await desk.post("/employees", LName="Park", FName="Jo", ReportsTo=1, WirelessPhone="541-555-0100")
    ).json()
    assert (row["LName"], row["ReportsTo"], row["ClockStatus"]) == ("Park", 1, "")
    key = row["EmployeeNum"]
    after = good(await desk.put(f"/employees/{key}", IsFurloughed="true", LName="")).json()
    assert after == {**row, "IsFurloughed": "true", "LName": ""}
    refused(await desk.put(f"/employees/{key}", FName=" "), 400, "LName or FName is required")
    refused(await desk.post("/employees", PayrollID="3"), 400, "LName or FName is required")
    refused(await desk.put("/employees/1", ReportsTo=key), 400, "themselves")
    refused(await desk.put(f"/employees/{key}", ReportsTo=key), 400, "themselves")
    refused(await desk.put(f"/employees/{key}", ReportsTo=99), 404, "Employee not found")
    refused(await desk.put("/employees/99", LName="x"), 404, "Employee not found")


async def test_a_task_s_category(desk: Desk) -> None:
    """It is a definition of category 54, kept with a new task and changed, though no answer has it."""
    category = good(await desk.post("/definitions", ItemName="Billing", category="TaskCategories")).json()[
        "DefNum"
    ]
    row = good(await desk.post("/tasks", TaskListNum=1, Descript="Call", UserNum=1, Category=category)).json()
    stored = "SELECT TriageCategory FROM task WHERE TaskNum = ?"
    assert desk.sql(stored, row["TaskNum"])[0][0] == category
    good(await desk.put(f"/tasks/{row['TaskNum']}", Category=0))
    assert desk.sql(stored, row["TaskNum"])[0][0] == 0
    refused(await desk.put(f"/tasks/{row['TaskNum']}", Category=office.SENT), 400, "category 54")


async def test_schedule_entries_tell_when_they_changed(open_desk: Opener) -> None:
    """DateTStamp since 25.3; an older office answers without it."""
    assert "DateTStamp" in await open_desk().rows("/schedules/1")
    assert "DateTStamp" not in await open_desk(version="25.2").rows("/schedules/1")
