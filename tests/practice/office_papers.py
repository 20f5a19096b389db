"""The tiny office's documents, sheets and subscriptions."""

from __future__ import annotations

import base64
import datetime
from collections.abc import Mapping
from typing import Any

from app.practice.files.pictures import plain, png_of
from app.practice.schema.enums.papers import IMAGE_TYPE, SHEET_FIELD_TYPE, SHEET_TYPE
from app.practice.server.app import practice_keys

PHOTO, LETTER, LEFT_BITEWING, RIGHT_BITEWING = range(1, 5)
BITEWINGS = 1
FORM, ROUTING_SLIP = 1, 2
SIGNED_SHEET, DELETED_SHEET = 1, 2
HEADING, LAST_NAME = 1, 3
"""Fields of the signed sheet: text, and one that can be filled in."""
WATCHED, SOMEBODY_ELSES = 1, 2
PHOTOS, LETTERS = 100, 101
DAY = datetime.date(2026, 11, 20)
RED = png_of(plain(40, 20, (200, 16, 16)))
GRAY = png_of(plain(30, 40, (128, 128, 128)))


def in_base64(file: bytes) -> str:
    """A file as stored in the database."""
    return base64.b64encode(file).decode()


def _document(number: int, name: str, kind: str, **more: Any) -> dict[str, Any]:
    row = {"DocNum": number, "FileName": name, "ImgType": IMAGE_TYPE.number(kind), "PatNum": 1}
    stamps = {"DateCreated": f"{DAY} 0{number}:00:00", "DateTStamp": f"{DAY} 09:30:00"}
    return {**row, **stamps, "Description": f"about {name}", **more}


def _field(number: int, kind: str, name: str, value: str, top: int, **more: Any) -> dict[str, Any]:
    row = {"SheetFieldDefNum": number, "FieldType": SHEET_FIELD_TYPE.number(kind), "FieldName": name}
    place = {"XPos": 50, "YPos": top, "Width": 200, "Height": 20, "FontSize": 10.0}
    return {**row, "FieldValue": value, **place, **more}


_FIELDS = (
    _field(1, "StaticText", "", "Registration of [nameFL]", 40, FontIsBold=1),
    _field(2, "InputField", "LName", "", 80, IsRequired=1, ReportableName="last name"),
    _field(3, "OutputText", "patient.birthdate", "", 110),
    _field(4, "CheckBox", "misc", "", 140, RadioButtonValue="Y"),
    _field(5, "SigBox", "", "", 1200),
)

ROWS: dict[str, tuple[Mapping[str, Any], ...]] = {
    "definition": (
        {"DefNum": PHOTOS, "Category": 18, "ItemName": "Patient photos", "ItemOrder": 0},
        {"DefNum": LETTERS, "Category": 18, "ItemName": "Letters", "ItemOrder": 1},
    ),
    "document": (
        _document(PHOTO, "BergAnn1.png", "Photo", DocCategory=PHOTOS, RawBase64=in_base64(RED), ToothNumbers="8,9"),
        _document(LETTER, "BergAnn2.pdf", "File", DocCategory=LETTERS, RawBase64="JVBERi0xLjQK"),
        _document(LEFT_BITEWING, "left.png", "Radiograph", MountItemNum=1, RawBase64=in_base64(GRAY)),
        _document(RIGHT_BITEWING, "right.png", "Radiograph", MountItemNum=2, RawBase64=in_base64(GRAY)),
    ),
    "mount": (
        {"MountNum": BITEWINGS, "PatNum": 1, "DocCategory": PHOTOS, "DateCreated": f"{DAY} 01:30:00",
         "Description": "2BW", "Note": "Bitewings", "Width": 100, "Height": 60, "ColorBack": -16777216},
    ),
    "mountitem": (
        {"MountItemNum": 1, "MountNum": BITEWINGS, "Xpos": 0, "Ypos": 0, "ItemOrder": 1, "Width": 40, "Height": 60},
        {"MountItemNum": 2, "MountNum": BITEWINGS, "Xpos": 60, "Ypos": 0, "ItemOrder": 2, "Width": 40, "Height": 60},
    ),
    "sheetdef": (
        {"SheetDefNum": FORM, "Description": "Registration", "SheetType": SHEET_TYPE.number("PatientForm"),
         "FontSize": 9.0, "FontName": "Arial", "Width": 850, "Height": 1100},
        {"SheetDefNum": ROUTING_SLIP, "Description": "Slip", "SheetType": SHEET_TYPE.number("RoutingSlip")},
    ),
    "sheetfielddef": tuple({**each, "SheetDefNum": FORM} for each in _FIELDS),
    "sheet": (
        {"SheetNum": SIGNED_SHEET, "SheetType": SHEET_TYPE.number("PatientForm"), "PatNum": 1, "SheetDefNum": FORM,
         "Description": "Registration", "DateTimeSheet": f"{DAY} 10:00:00", "DateTSheetEdited": f"{DAY} 10:05:00",
         "Width": 850, "Height": 1100},
        {"SheetNum": DELETED_SHEET, "PatNum": 1, "SheetDefNum": FORM, "IsDeleted": 1},
    ),
    "sheetfield": (
        {"SheetFieldNum": 1, "SheetNum": SIGNED_SHEET, "FieldType": 2, "FieldValue": "Registration (new)", "XPos": 50,
         "YPos": 40, "Width": 200, "Height": 20},
        {"SheetFieldNum": 2, "SheetNum": SIGNED_SHEET, "FieldType": 9, "FieldValue": "1FFF", "XPos": 50, "YPos": 1200,
         "Width": 200, "Height": 40, "DateTimeSig": f"{DAY} 10:05:00"},
        {"SheetFieldNum": LAST_NAME, "SheetNum": SIGNED_SHEET, "FieldType": 1, "FieldName": "LName",
         "FieldValue": "Berg", "XPos": 50, "YPos": 80, "Width": 200, "Height": 20},
    ),
    "apisubscription": (
        {"ApiSubscriptionNum": SOMEBODY_ELSES, "EndPointUrl": "http://127.0.0.1:9/", "CustomerKey": "another key",
         "WatchTable": "Patient", "PollingSeconds": 60, "DateTimeStart": f"{DAY} 00:00:00",
         "DateTimeStop": f"{DAY} 00:00:00"},
        {"ApiSubscriptionNum": WATCHED, "EndPointUrl": "http://127.0.0.1:9/", "Workstation": "NOBODY",
         "CustomerKey": practice_keys(0).customer_key, "WatchTable": "Appointment", "PollingSeconds": 5,
         "DateTimeStart": f"{DAY} 00:00:00", "DateTimeStop": f"{DAY} 00:00:00"},
    ),
}  # fmt: skip
