"""Sheets, their fields and definitions; and creating a sheet from its definition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from app.practice.rules.sheet_filling import SheetWords
from app.practice.schema.enums.papers import SHEET_FIELD_TYPE, SHEET_TYPE
from app.practice.schema.sheets import sheet, sheetdef, sheetfield, sheetfielddef
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.older import required_until
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.sheet_defs import SheetDef, SheetDefs
from app.wire.resources.sheet_field_defs import SheetFieldDef, SheetFieldDefs
from app.wire.resources.sheet_fields import SheetField, SheetFields
from app.wire.resources.sheets import Sheet, Sheets

_S, _F, _D, _T = sheet.c, sheetfield.c, sheetdef.c, sheetfielddef.c
_MADE_BY_API = frozenset(
    SHEET_TYPE.number(word)
    for word in ("Consent", "PatientLetter", "PatientForm", "MedicalHistory", "ExamSheet")
)
_FILLED_BY_API = ("OutputText", "InputField", "CheckBox")
_COPIED = tuple(name for name in sheetfielddef.c.keys() if name in sheetfield.c and name != "FieldValue")  # noqa: SIM118  # names

ROWS = Listing(
    name="Sheet",
    columns=lambda: columns_of(Sheet, sheet),
    source=sheet,
    filters={"PatNum": Filter(_S.PatNum), "SheetNum": Filter(_S.SheetNum)},
    order=(_S.SheetNum,),
    always=(_S.IsDeleted == 0,),
)
DEF_ROWS = Listing(
    name="SheetDef",
    columns=lambda: columns_of(SheetDef, sheetdef),
    source=sheetdef,
    filters={"SheetDefNum": Filter(_D.SheetDefNum), "SheetType": Filter(_D.SheetType)},
    order=(_D.SheetDefNum,),
)
FIELD_ROWS = Listing(
    name="SheetField",
    columns=lambda: columns_of(SheetField, sheetfield),
    source=sheetfield,
    filters={"SheetFieldNum": Filter(_F.SheetFieldNum), "SheetNum": Filter(_F.SheetNum)},
    order=(_F.SheetFieldNum,),
)
_ALL_SHEETS_SINCE = "25.2.3"
FIELD_DEF_ROWS = Listing(
    name="SheetFieldDef",
    columns=lambda: columns_of(SheetFieldDef, sheetfielddef),
    source=sheetfielddef,
    filters={"SheetFieldDefNum": Filter(_T.SheetFieldDefNum), "SheetDefNum": Filter(_T.SheetDefNum)},
    order=(_T.SheetFieldDefNum,),
)


@serves(Sheets.list)
def list_(work: Work, given: Given) -> Outcome:
    """A patient's sheets, without deleted ones."""
    return work.page(ROWS, given)


@serves(SheetDefs.get)
def get_def(work: Work, given: Given) -> Outcome:
    """One definition."""
    return work.one(DEF_ROWS, "SheetDef", given)


@serves(SheetDefs.list)
def list_defs(work: Work, given: Given) -> Outcome:
    """All definitions, or those of one type."""
    return work.page(DEF_ROWS, given)


@serves(SheetFields.get)
def get_field(work: Work, given: Given) -> Outcome:
    """One field."""
    return work.one(FIELD_ROWS, "SheetField", given)


@serves(SheetFields.list)
def list_fields(work: Work, given: Given) -> Outcome:
    """The fields of one sheet, or of all sheets in a new enough office."""
    required_until(work, given, _ALL_SHEETS_SINCE, "SheetNum")
    return work.page(FIELD_ROWS, given)


@serves(SheetFields.update)
def fill_field(work: Work, given: Given) -> Outcome:
    """Replace the value of a field that can be filled in, and note on the sheet that it was edited."""
    field = work.find(sheetfield, given["SheetFieldNum"], "SheetField")
    if SHEET_FIELD_TYPE.text(field.FieldType) not in _FILLED_BY_API:
        words = ", ".join(_FILLED_BY_API)
        raise BadRequest(f"SheetFieldNum is invalid: its FieldType must be one of {words}.")
    whole = work.find(sheet, field.SheetNum, "Sheet")
    refuse_deleted_patient(work, whole.PatNum)
    work.update(sheetfield, field.SheetFieldNum, for_columns(sheetfield, given, ("FieldValue",)))
    work.update(sheet, whole.SheetNum, {"DateTSheetEdited": work.now})
    log(work, "SheetEdit", "Sheet field changed.", pat_num=whole.PatNum, key=whole.SheetNum)
    return work.one(FIELD_ROWS, "SheetField", {"SheetFieldNum": field.SheetFieldNum})


@serves(SheetFieldDefs.get)
def get_field_def(work: Work, given: Given) -> Outcome:
    """One field of a definition."""
    return work.one(FIELD_DEF_ROWS, "SheetFieldDef", given)


@serves(SheetFieldDefs.list)
def list_field_defs(work: Work, given: Given) -> Outcome:
    """The fields of one definition, or of all."""
    return work.page(FIELD_DEF_ROWS, given)


@serves(Sheets.create)
def create(work: Work, given: Given) -> Outcome:
    """Create a sheet with its fields, filled with the patient's data."""
    template = work.find(sheetdef, given["SheetDefNum"], "SheetDef")
    if template.SheetType not in _MADE_BY_API:
        words = ", ".join(SHEET_TYPE.text(number) for number in sorted(_MADE_BY_API))
        raise BadRequest(f"SheetDefNum is invalid: its SheetType must be one of {words}.")
    words_of = SheetWords(work, given["PatNum"])
    key = work.insert(sheet, _sheet(work, template, words_of, given))
    for field in work.connection.execute(_fields_of(template)).all():
        value = words_of.value(field.FieldType, field.FieldName, field.FieldValue)
        work.insert(sheetfield, {**_copy(field), "SheetNum": key, "FieldValue": value})
    log(work, "SheetEdit", "Sheet created.", pat_num=given["PatNum"], key=key)
    return work.created(ROWS, f"/sheets?PatNum={given['PatNum']}", {"SheetNum": key})


def _sheet(work: Work, template: Row, words_of: SheetWords, given: Given) -> dict[str, Any]:
    same = (
        "SheetType",
        "Description",
        "FontSize",
        "FontName",
        "Width",
        "Height",
        "IsLandscape",
        "IsMultiPage",
    )
    return {
        **{name: getattr(template, name) for name in (*same, "SheetDefNum", "HasMobileLayout", "RevID")},
        "PatNum": given["PatNum"],
        "DateTimeSheet": work.now,
        "DateTSheetEdited": work.now,
        "InternalNote": given.get("InternalNote", ""),
        "ClinicNum": words_of.clinic_num,
    }


def _fields_of(template: Row) -> sa.Select[Any]:
    """A definition's fields without translations: sheets are created in English."""
    mine = sa.select(sheetfielddef).where(_T.SheetDefNum == template.SheetDefNum, _T.Language == "")
    return mine.order_by(_T.SheetFieldDefNum)


def _copy(field: Row) -> Mapping[str, Any]:
    return {name: getattr(field, name) for name in _COPIED}
