"""A patient's forms as rows of a table: which of them are still due."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from app.core.text import NO_TEXT, Text, Words, msg
from app.services.patients.parts.filed import Filed
from app.viewmodels.tables.column import Column, Kind
from app.viewmodels.translation import tr
from app.wire.resources.sheet_defs import SheetKind
from app.wire.resources.sheets import Sheet

KINDS = {
    SheetKind.CONSENT: msg("Consent"),
    SheetKind.PATIENT_LETTER: msg("Letter"),
    SheetKind.REFERRAL_LETTER: msg("Referral letter"),
    SheetKind.REFERRAL_SLIP: msg("Referral slip"),
    SheetKind.PATIENT_FORM: msg("Patient form"),
    SheetKind.MEDICAL_HISTORY: msg("Medical history"),
    SheetKind.EXAM_SHEET: msg("Exam"),
    SheetKind.ROUTING_SLIP: msg("Routing slip"),
    SheetKind.LAB_SLIP: msg("Lab slip"),
    SheetKind.RX: msg("Prescription"),
    SheetKind.RX_INSTRUCTION: msg("Prescription instructions"),
    SheetKind.STATEMENT: msg("Statement"),
    SheetKind.TREATMENT_PLAN: msg("Treatment plan"),
    SheetKind.PAYMENT_PLAN: msg("Payment plan"),
    SheetKind.SCREENING: msg("Screening"),
}
"""The types that staff know; others keep the API's name."""
ADDED_HERE = frozenset(
    {
        SheetKind.CONSENT,
        SheetKind.PATIENT_LETTER,
        SheetKind.PATIENT_FORM,
        SheetKind.MEDICAL_HISTORY,
        SheetKind.EXAM_SHEET,
    }
)
"""The types of definitions from which the API makes forms."""
FILLED_BY_PATIENTS = frozenset({SheetKind.CONSENT, SheetKind.PATIENT_FORM, SheetKind.MEDICAL_HISTORY})


class FormRow(Struct, frozen=True):
    """One form, ready to be shown."""

    sheet_num: int
    row: Sheet
    created: datetime | None
    title: str
    type: str
    state: Text
    """What is still to be done; empty: nothing, or it is not known."""
    edited: datetime | None
    note: str


def form_rows(filed: Filed, sheets: tuple[Sheet, ...]) -> list[FormRow]:
    """Newest first."""
    return [
        FormRow(
            sheet_num=sheet.SheetNum,
            row=sheet,
            created=sheet.DateTimeSheet,
            title=sheet.Description.strip() or kind_words(sheet.SheetType),
            type=kind_words(sheet.SheetType),
            state=_state(filed, sheet),
            edited=sheet.DateTSheetEdited,
            note=sheet.InternalNote.strip(),
        )
        for sheet in sheets
    ]


def kind_words(kind: SheetKind) -> str:
    """The type of a form."""
    return tr(KINDS[kind]) if kind in KINDS else kind.value


def _state(filed: Filed, sheet: Sheet) -> Text:
    """Only forms that patients fill in are due; whether they have is known from their fields."""
    if filed.unsigned is None or filed.blank is None or sheet.SheetType not in FILLED_BY_PATIENTS:
        return NO_TEXT
    if sheet.SheetNum in filed.blank:
        return msg("Due: not filled in")
    if sheet.SheetNum in filed.unsigned:
        return msg("Due: not signed")
    return msg("Done")


def is_due(row: FormRow) -> bool:
    """Whether the patient still has to fill it in or sign it."""
    return row.state in (msg("Due: not filled in"), msg("Due: not signed"))


COLUMNS = (
    Column(id="date", title=msg("Date"), value=lambda row: row.created, kind=Kind.DATE, width=20),
    Column(id="form", title=msg("Form"), value=lambda row: row.title, width=26, share=2, optional=False),
    Column(id="type", title=msg("Type"), value=lambda row: row.type, width=15),
    Column(
        id="state",
        title=msg("State"),
        value=lambda row: row.state,
        kind=Kind.STATUS,
        width=18,
        tone=lambda row: "money" if is_due(row) else "",
    ),
    Column(
        id="web", title=msg("From"), value=lambda row: msg("Web form") if row.row.IsWebForm else "", width=10,
        hidden=True,
    ),
    Column(
        id="edited", title=msg("Changed"), value=lambda row: row.edited, kind=Kind.DATE, width=20, hidden=True
    ),
    Column(id="note", title=msg("Note"), value=lambda row: row.note, width=16, share=1),
)  # fmt: skip
EMPTY: Words = msg("No forms yet. Add one with New form (Ctrl+R).")
