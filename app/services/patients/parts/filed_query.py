"""The query for what is filed with a patient."""

# words: columns and tables of the database
from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.services.patients.note_text import marked
from app.services.patients.parts.union import Branch
from app.wire.fields import BigInt
from app.wire.record import Record
from app.wire.resources.documents import DocumentOrMount
from app.wire.resources.pat_field_defs import PatFieldType
from app.wire.resources.pat_fields import PatField
from app.wire.resources.patient_notes import PatientNote
from app.wire.resources.patients import Patient
from app.wire.resources.popups import Popup
from app.wire.resources.ref_attaches import RefAttach
from app.wire.resources.sheet_fields import SheetField
from app.wire.resources.sheets import Sheet

UNOPENED = "_rawBase64_:"
"""How the note of an uploaded document begins that nobody opened yet: its extension and content follow."""
NOTE_LENGTH = len(UNOPENED) + 6
"""How much of such a note is read: its extension, and the beginning of the content."""
INPUT_FIELD, CHECK_BOX, SIGNATURE_BOX, FAMILY, SUPER_FAMILY = 1, 8, 9, 1, 2
"""Numbers of `sheetfield.FieldType` and `popup.PopupLevel` in the database."""
_SELF = "(SELECT {column} FROM patient WHERE PatNum = {{pat_num}})"
_NAME = (
    "TRIM(CONCAT(CASE WHEN referral.FName <> '' THEN CONCAT(referral.FName, ' ') ELSE '' END,"
    " CASE WHEN referral.MName <> '' THEN CONCAT(referral.MName, ' ') ELSE '' END, referral.LName,"
    " CASE WHEN referral.Title <> '' THEN CONCAT(', ', referral.Title) ELSE '' END))"
)
_SAME = "(SELECT PatNum FROM patient WHERE {column} <> 0 AND {column} = " + _SELF + ")"  # noqa: S608  # constants
_IS_UNOPENED = f"LEFT(document.Note, {len(UNOPENED)}) = '{UNOPENED}'"
_NOTE = f"CASE WHEN {_IS_UNOPENED} THEN LEFT(document.Note, {NOTE_LENGTH}) ELSE document.Note END"
_OF_FAMILY, _OF_SUPER_FAMILY = _SAME.format(column="Guarantor"), _SAME.format(column="SuperFamily")


def _texts(*columns: str) -> tuple[str, ...]:
    """Columns whose line breaks are shown."""
    return tuple(f"{marked(column)} AS {column.rpartition('.')[2]}" for column in columns)


class FiledFile(Record):
    """The file of a document, as only the database knows it."""

    primary_key = "DocNum"

    DocNum: BigInt = 0
    FileName: str = ""
    """Empty or "x" until someone opens an uploaded document."""
    InNote: int = 0
    """Characters of its note: of an uploaded document that nobody opened yet, its content in base64."""


class FieldDefRow(Record):
    """The definition of a patient field, with its place, which only the database knows."""

    primary_key = "PatFieldDefNum"

    PatFieldDefNum: BigInt = 0
    FieldName: str = ""
    FieldType: PatFieldType = PatFieldType.TEXT
    PickList: str = ""
    """The items, a line each; empty since 24.1."""
    ItemOrder: int = 0


class PickItem(Record):
    """An item of a field's pick list."""

    primary_key = "PatFieldPickItemNum"

    PatFieldPickItemNum: BigInt = 0
    PatFieldDefNum: BigInt = 0
    Name: str = ""
    ItemOrder: int = 0


BRANCHES: Mapping[str, Branch] = MappingProxyType(
    {
        "note": Branch(
            PatientNote,
            (
                "PatNum", *_texts("FamFinancial", "Medical", "Service", "MedicalComp", "Treatment"), "ICEName",
                "ICEPhone", "SecDateTEdit",
            ),
            "patientnote WHERE PatNum = {pat_num}",
        ),
        "head": Branch(
            Patient,
            ("PatNum", "LName", "FName", "Preferred", "Birthdate", *_texts("FamFinUrgNote")),
            "patient WHERE PatNum = " + _SELF.format(column="Guarantor"),
        ),
        "family_note": Branch(
            PatientNote,
            ("PatNum", *_texts("FamFinancial")),
            "patientnote WHERE PatNum = " + _SELF.format(column="Guarantor"),
        ),
        "field_def": Branch(
            FieldDefRow,
            ("PatFieldDefNum", "FieldName", "FieldType", *_texts("PickList"), "ItemOrder"),
            "patfielddef WHERE IsHidden = 0",
        ),
        "popup": Branch(
            Popup,
            (
                "PopupNum", "PatNum", *_texts("Description"), "PopupLevel", "DateTimeDisabled", "DateTimeEntry",
                "IsArchived",
            ),
            "popup WHERE IsArchived = 0 AND (PatNum = {pat_num}"
            f" OR (PopupLevel = {FAMILY} AND PatNum IN {_OF_FAMILY})"
            f" OR (PopupLevel = {SUPER_FAMILY} AND PatNum IN {_OF_SUPER_FAMILY}))",
        ),
        "field": Branch(
            PatField,
            ("PatFieldNum", "PatNum", "FieldName", "FieldValue", "SecDateTEdit"),
            "patfield WHERE PatNum = {pat_num}",
        ),
        "referral": Branch(
            RefAttach,
            (
                "refattach.RefAttachNum", "refattach.ReferralNum", f"{_NAME} AS referralName", "refattach.PatNum",
                "refattach.ItemOrder", "refattach.RefDate", "refattach.RefType AS ReferralType",
                "refattach.RefToStatus", *_texts("refattach.Note"), "refattach.IsTransitionOfCare", "refattach.ProcNum",
                "refattach.DateProcComplete", "refattach.ProvNum",
            ),
            "refattach LEFT JOIN referral ON referral.ReferralNum = refattach.ReferralNum"
            " WHERE refattach.PatNum = {pat_num}",
        ),
        "sheet": Branch(
            Sheet,
            (
                "SheetNum", "SheetType", "PatNum", "DateTimeSheet", "InternalNote", "Description", "IsWebForm",
                "SheetDefNum", "DocNum", "ClinicNum", "DateTSheetEdited",
            ),
            "sheet WHERE PatNum = {pat_num} AND IsDeleted = 0",
        ),
        "unsigned": Branch(
            SheetField,
            ("sheetfield.SheetNum",),
            "sheetfield INNER JOIN sheet ON sheet.SheetNum = sheetfield.SheetNum WHERE sheet.PatNum = {pat_num}"
            f" AND sheet.IsDeleted = 0 AND sheetfield.FieldType = {SIGNATURE_BOX} AND sheetfield.FieldValue = ''",
        ),
        "blank": Branch(
            SheetField,
            ("sheetfield.SheetNum",),
            "sheetfield INNER JOIN sheet ON sheet.SheetNum = sheetfield.SheetNum WHERE sheet.PatNum = {pat_num}"
            f" AND sheet.IsDeleted = 0 AND sheetfield.FieldType IN ({INPUT_FIELD}, {CHECK_BOX})"
            " GROUP BY sheetfield.SheetNum HAVING MAX(sheetfield.FieldValue) = ''",
        ),
        "document": Branch(
            DocumentOrMount,
            (
                "document.DocNum", "document.Description", "document.PatNum", f"{_NOTE} AS Note",
                "document.DateCreated",
                "definition.ItemName AS docCategory", "document.DocCategory", "document.ToothNumbers",
                "document.ProvNum", "document.DateTStamp",
            ),
            "document LEFT JOIN definition ON definition.DefNum = document.DocCategory"
            " WHERE document.PatNum = {pat_num} AND document.MountItemNum = 0",
        ),
        "file": Branch(
            FiledFile,
            ("document.DocNum", "document.FileName", "LENGTH(document.Note) AS InNote"),
            "document WHERE document.PatNum = {pat_num} AND document.MountItemNum = 0",
        ),
        "mount": Branch(
            DocumentOrMount,
            (
                "mount.MountNum", "mount.Description", "mount.PatNum", "mount.Note", "mount.DateCreated",
                "definition.ItemName AS docCategory", "mount.DocCategory", "mount.ProvNum",
            ),
            "mount LEFT JOIN definition ON definition.DefNum = mount.DocCategory WHERE mount.PatNum = {pat_num}",
        ),
    }
)  # fmt: skip
PICK_ITEMS_SINCE = "24.1"
"""Since then the items of pick lists are in a table of their own."""
WITH_ITEMS: Mapping[str, Branch] = MappingProxyType(
    {
        **BRANCHES,
        "pick_item": Branch(
            PickItem,
            ("PatFieldPickItemNum", "PatFieldDefNum", "Name", "ItemOrder"),
            "patfieldpickitem WHERE IsHidden = 0",
        ),
    }
)
