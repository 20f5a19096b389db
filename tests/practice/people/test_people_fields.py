"""Patient fields and their definitions, and the definitions of appointment fields."""

from __future__ import annotations

import pytest

from tests.practice import office
from tests.practice import office_people as people
from tests.practice.conftest import Desk, Opener, good, refused


def items(desk: Desk, key: int) -> list[str]:
    """A definition's pick list."""
    wanted = "SELECT Name FROM patfieldpickitem WHERE PatFieldDefNum = ? ORDER BY ItemOrder"
    return [name for (name,) in desk.sql(wanted, key)]


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("Ins Verified", "No", "no"),
        ("Member since", "2024-02-29", "02/29/2024"),
        ("Over 18", "1", "true"),
        ("Deposit", "450.29", "a lot"),
        ("Deposit", "-5", "NaN"),
        ("Latex", "anything at all", None),
    ],
)
async def test_a_value_is_of_its_fields_type(desk: Desk, name: str, right: str, wrong: str | None) -> None:
    """A pick list's item, a date as yyyy-MM-dd, "1" for a checked box, an amount; text is free."""
    fields = {"PatNum": office.CARA, "FieldName": name}
    if wrong is not None:
        refused(await desk.post("/patfields", **fields, FieldValue=wrong), 400, "FieldValue")
    row = good(await desk.post("/patfields", **fields, FieldValue=right)).json()
    assert (row["FieldName"], row["FieldValue"]) == (name, right)
    assert (row["SecDateEntry"], row["SecDateTEdit"]) == ("2026-11-23", "2026-11-23 12:00:00")
    if wrong is not None:
        refused(await desk.put("/patfields", **fields, FieldValue=wrong), 400, "FieldValue")


async def test_names_of_fields_are_case_sensitive(desk: Desk) -> None:
    """A name in different case finds no value to read or write."""
    assert len(await desk.rows("/patfields", FieldName="Ins Verified")) == 1
    assert await desk.rows("/patfields", FieldName="ins verified") == []
    wrong = {"PatNum": office.ANN, "FieldName": "ins verified", "FieldValue": "Yes"}
    refused(await desk.put("/patfields", **wrong), 404, "FieldName")
    refused(await desk.post("/patfields", **{**wrong, "PatNum": office.CARA}), 404, "FieldName")


async def test_a_hidden_field_takes_no_new_value(desk: Desk) -> None:
    """A hidden definition is refused."""
    fields = {"PatNum": office.ANN, "FieldName": "Old field", "FieldValue": "x"}
    refused(await desk.post("/patfields", **fields), 400, "hidden")


async def test_a_value_is_made_once_and_then_replaced(desk: Desk) -> None:
    """POST refuses a second value of a patient's field; PUT replaces an existing one only."""
    fields = {"PatNum": office.ANN, "FieldName": "Ins Verified", "FieldValue": "No"}
    refused(await desk.post("/patfields", **fields), 400, "FieldName")
    row = good(await desk.put("/patfields", **fields)).json()
    assert row == await desk.rows("/patfields/1")
    assert (row["FieldValue"], row["SecDateTEdit"]) == ("No", "2026-11-23 12:00:00")
    assert row["SecDateEntry"] == "2026-02-03"
    refused(await desk.put("/patfields", **{**fields, "PatNum": office.CARA}), 400, "no value")


async def test_values_that_changed(desk: Desk) -> None:
    """SecDateTEdit is inclusive."""
    assert len(await desk.rows("/patfields", SecDateTEdit="2026-11-01 10:00:00")) == 1
    assert await desk.rows("/patfields", SecDateTEdit="2026-11-01 10:00:01") == []


async def test_the_old_list_needed_both(open_desk: Opener) -> None:
    """Before 22.4.5 PatNum and FieldName are required."""
    desk = open_desk(version="22.4.4")
    refused(await desk.get("/patfields", PatNum=office.ANN), 400, "FieldName")
    refused(await desk.get("/patfields", FieldName="Latex"), 400, "PatNum")
    assert len(await desk.rows("/patfields", PatNum=office.ANN, FieldName="Ins Verified")) == 1


async def test_a_value_is_deleted_but_not_care_credits_status(desk: Desk) -> None:
    """DELETE removes a value; CareCreditStatus ones and a deleted patient's can't be deleted."""
    good(await desk.delete("/patfields/1"))
    refused(await desk.get("/patfields/1"), 404, "not found")
    refused(await desk.delete("/patfields/2"), 400, "CareCreditStatus")
    number = desk.sql("INSERT INTO patfield (PatNum, FieldName) VALUES (4, 'Latex') RETURNING PatFieldNum")
    refused(await desk.delete(f"/patfields/{number[0][0]}"), 400, "deleted")


async def test_a_pick_list_has_its_items_apart(desk: Desk) -> None:
    """Each item becomes a row; the column, and the answer's field, stay empty."""
    fields = {"FieldName": "Season", "FieldType": "PickList", "PickList": "Spring\r\nSummer\r\n"}
    row = good(await desk.post("/patfielddefs", **fields)).json()
    assert (row["PickList"], row["IsHidden"]) == ("", "false")
    assert items(desk, row["PatFieldDefNum"]) == ["Spring", "Summer"]
    assert (await desk.rows("/patfielddefs"))[-1] == row


@pytest.mark.parametrize(
    "fields",
    [
        {"FieldName": "New", "FieldType": "PickList"},
        {"FieldName": "New", "FieldType": "Text", "PickList": "A\r\nB"},
        {"FieldName": "Latex", "FieldType": "Text"},
        {"FieldName": " ", "FieldType": "Text"},
    ],
)
async def test_a_definition_that_cannot_be(desk: Desk, fields: dict[str, str]) -> None:
    """A pick list without items, items without a pick list, an existing name, and no name are refused."""
    refused(await desk.post("/patfielddefs", **fields), 400)


async def test_care_credits_amounts_came_later(open_desk: Opener) -> None:
    """The last two types need 24.1."""
    fields = {"FieldName": "Credit", "FieldType": "CareCreditAvailableCredit"}
    refused(await open_desk(version="23.3.26").post("/patfielddefs", **fields), 400, "24.1")
    good(await open_desk().post("/patfielddefs", **fields))


async def test_values_follow_a_new_name(desk: Desk) -> None:
    """Renaming a definition renames its values."""
    good(await desk.put(f"/patfielddefs/{people.INSURED}", FieldName="Insurance checked"))
    assert (await desk.rows("/patfields/1"))["FieldName"] == "Insurance checked"
    refused(await desk.put(f"/patfielddefs/{people.INSURED}", FieldName="Latex"), 400, "FieldName")


async def test_the_name_of_a_care_credit_field_in_use_is_fixed(desk: Desk) -> None:
    """It can be renamed only while no patient has a value of it."""
    path = f"/patfielddefs/{people.CARE_CREDIT}"
    refused(await desk.put(path, FieldName="Credit"), 400, "CareCredit")
    desk.sql("DELETE FROM patfield WHERE FieldName = 'CareCredit'")
    good(await desk.put(path, FieldName="Credit"))


async def test_items_come_with_the_change_to_a_pick_list(desk: Desk) -> None:
    """Since 24.1 PickList is required when the type changes to PickList, and refused otherwise."""
    path = f"/patfielddefs/{people.LATEX}"
    refused(await desk.put(path, FieldType="PickList"), 400, "PickList")
    refused(await desk.put(path, PickList="A"), 400, "PickList")
    good(await desk.put(path, FieldType="PickList", PickList="A\r\nB"))
    assert items(desk, people.LATEX) == ["A", "B"]
    refused(await desk.put(path, PickList="C"), 400, "PickList")
    good(await desk.put(path, FieldType="Text"))
    assert items(desk, people.LATEX) == []


async def test_an_older_office_edits_its_pick_list(open_desk: Opener) -> None:
    """Before 24.1 PickList replaces the items of a pick list."""
    desk = open_desk(version="23.3.26")
    good(await desk.put(f"/patfielddefs/{people.INSURED}", PickList="Yes\r\nNo\r\nAsked"))
    assert items(desk, people.INSURED) == ["Yes", "No", "Asked"]
    refused(await desk.put(f"/patfielddefs/{people.LATEX}", PickList="A"), 400, "PickList")


async def test_a_definition_in_use_stays(desk: Desk) -> None:
    """DELETE refuses one that a patient has a value of; otherwise it deletes the items too."""
    refused(await desk.delete(f"/patfielddefs/{people.INSURED}"), 400, "in use")
    good(await desk.delete("/patfields/1"))
    good(await desk.delete(f"/patfielddefs/{people.INSURED}"))
    assert items(desk, people.INSURED) == []


async def test_appointment_fields_are_defined_once(desk: Desk) -> None:
    """An existing name, ignoring case, is refused; a new one is appended."""
    refused(await desk.post("/apptfielddefs", FieldName="ride home"), 400, "FieldName")
    row = good(await desk.post("/apptfielddefs", FieldName="Temperature")).json()
    assert (row["FieldType"], row["PickList"]) == ("Text", "")
    assert (await desk.rows("/apptfielddefs"))[-1]["FieldName"] == "Temperature"


async def test_appointment_pick_lists_keep_their_breaks(desk: Desk) -> None:
    """Items are returned separated by CR LF; a Text field has none."""
    fields = {"FieldName": "A minor?", "PickList": "Yes\r\nNo"}
    row = good(await desk.post("/apptfielddefs", **fields, FieldType="PickList")).json()
    assert row["PickList"] == "Yes\r\nNo"
    row = good(await desk.post("/apptfielddefs", **{**fields, "FieldName": "A text"})).json()
    assert row["PickList"] == ""
