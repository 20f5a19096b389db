"""Sheets: read, and created from their definitions."""

from __future__ import annotations

from typing import Any

from tests.practice import office
from tests.practice import office_papers as papers
from tests.practice.conftest import Desk, good, refused


async def create(desk: Desk, **fields: Any) -> dict[str, Any]:
    """A new sheet of Ann's."""
    answer = good(await desk.post("/sheets", SheetDefNum=papers.FORM, PatNum=office.ANN, **fields))
    assert answer.status_code == 200
    row: dict[str, Any] = answer.json()
    return row


async def test_deleted_sheets_are_not_listed(desk: Desk) -> None:
    """A patient's sheets, without deleted ones."""
    rows = await desk.rows("/sheets", PatNum=office.ANN)
    assert [row["SheetNum"] for row in rows] == [papers.SIGNED_SHEET]
    assert (rows[0]["SheetType"], rows[0]["IsWebForm"]) == ("PatientForm", "false")


async def test_a_new_sheet_is_filled_with_what_is_known(desk: Desk) -> None:
    """A sheet copies its definition, and its fields have the patient's data where available."""
    row = await create(desk, InternalNote="mailed")
    assert (row["SheetType"], row["Description"], row["InternalNote"]) == (
        "PatientForm",
        "Registration",
        "mailed",
    )
    assert row["DateTimeSheet"] == row["DateTSheetEdited"] == f"{office.TODAY} 12:00:00"
    assert row["ClinicNum"] == 1
    fields = await desk.rows("/sheetfields", SheetNum=row["SheetNum"])
    assert [(each["FieldType"], each["FieldValue"]) for each in fields] == [
        ("StaticText", "Registration of Ann Berg"),
        ("InputField", "Berg"),
        ("OutputText", "2/3/1980"),
        ("CheckBox", ""),
        ("SigBox", ""),
    ]
    assert (fields[1]["IsRequired"], fields[1]["ReportableName"]) == ("true", "last name")
    assert {each["DateTimeSig"] for each in fields} == {"0001-01-01 00:00:00"}


async def test_a_field_is_filled_in(desk: Desk) -> None:
    """Text that can be filled in takes a new value, and the sheet was edited now; other fields are refused."""
    path = f"/sheetfields/{papers.LAST_NAME}"
    row = good(await desk.put(path, FieldValue="Berg-Olsen")).json()
    assert row == await desk.rows(path)
    assert row["FieldValue"] == "Berg-Olsen"
    (edited,) = await desk.rows("/sheets", PatNum=office.ANN)
    assert edited["DateTSheetEdited"] == f"{office.TODAY} 12:00:00"
    refused(await desk.put(f"/sheetfields/{papers.HEADING}", FieldValue="x"), 400, "OutputText", "CheckBox")
    refused(await desk.put("/sheetfields/99", FieldValue="x"), 404, "SheetField not found")


async def test_definitions_by_type(desk: Desk) -> None:
    """Definitions are found by number and by type."""
    (form,) = await desk.rows("/sheetdefs", SheetType="PatientForm")
    assert form == await desk.rows(f"/sheetdefs/{papers.FORM}")
    assert await desk.rows("/sheetdefs", SheetType="Statement") == []


async def test_a_sheet_has_no_clinic_where_there_are_none(desk: Desk) -> None:
    """In an office without clinics a new sheet belongs to none."""
    desk.prefer("EasyNoClinics", "1")
    assert (await create(desk))["ClinicNum"] == 0


async def test_other_kinds_of_sheets_are_not_made(desk: Desk) -> None:
    """Definitions of types other than forms, letters, consents, histories and exams are refused."""
    post = {"SheetDefNum": papers.ROUTING_SLIP, "PatNum": office.ANN}
    refused(await desk.post("/sheets", **post), 400, "SheetType", "ExamSheet")
    refused(await desk.post("/sheets", **{**post, "PatNum": office.DELETED}), 400, "deleted")


async def test_definitions_and_their_fields(desk: Desk) -> None:
    """All templates are listed; the fields of one, or of all."""
    assert [row["SheetType"] for row in await desk.rows("/sheetdefs")] == ["PatientForm", "RoutingSlip"]
    assert len(await desk.rows("/sheetfielddefs", SheetDefNum=papers.FORM)) == 5
    assert await desk.rows("/sheetfielddefs", SheetDefNum=papers.ROUTING_SLIP) == []
    row = await desk.rows("/sheetfielddefs/1")
    assert (row["FontSize"], row["FontIsBold"], row["TextAlign"], row["LayoutMode"]) == (
        10.0,
        "true",
        "Left",
        "Default",
    )
