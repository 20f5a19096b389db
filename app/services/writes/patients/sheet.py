"""Forms: a new sheet from a definition, and filling its fields."""

from __future__ import annotations

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.services.writes.create import Create
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.change import edit
from app.services.writes.patients.text_change import TextChange
from app.store.topics import Part
from app.wire.resources.sheet_defs import SheetDef
from app.wire.resources.sheet_fields import SheetField, SheetFields, SheetFieldType
from app.wire.resources.sheets import Sheets

FILLED = frozenset({SheetFieldType.INPUT_FIELD, SheetFieldType.OUTPUT_TEXT, SheetFieldType.CHECK_BOX})
"""The fields that the API can fill."""
NOT_FILLED = msg("This field can't be filled from here. Open the form in Open Dental.")


class AddSheet(Create):
    """A new sheet of the same definition is ours: an earlier one stays as it is. No method deletes a sheet."""

    by_hand = msg("Delete it in Open Dental's Chart module.")

    def may_be_ours(self, row: Wire, intent: Intent) -> bool:
        """A new sheet of another definition is another user's."""
        return False

    def undo(self, entry: Entry) -> Intent | None:
        """None."""
        return None


ADD_SHEET = AddSheet(
    "sheet", Sheets.create, key="SheetNum", part=Part.PATIENT, not_done=msg("Form not added")
)
FILL_SHEET = TextChange(
    "sheet field",
    SheetFields.update,
    key="SheetFieldNum",
    part=Part.PATIENT,
    whose="SheetNum",
    texts={"FieldValue": "sheetfield"},
    not_done=msg("Form not saved"),
)


def add_sheet_intent(person: Person, definition: SheetDef) -> Intent:
    """Add a form of this definition, which Open Dental fills with the patient's data."""
    return ADD_SHEET.intent(
        subject=f"sheets:{person.pat_num}:{definition.SheetDefNum}",
        arguments={"PatNum": person.pat_num, "SheetDefNum": definition.SheetDefNum},
        after={"SheetDefNum": definition.SheetDefNum},
        words=msg("{form} added for {name}", form=definition.Description, name=person.display),
        whose=person.display,
    )


def fill_sheet_intent(person: Person, row: SheetField, value: str) -> Intent:
    """Fill a field of a form as it was seen. Raises CannotWrite for a field that only Open Dental can fill."""
    if row.FieldType not in FILLED:
        raise CannotWrite(NOT_FILLED)
    subject = f"sheet field:{row.SheetFieldNum}"  # words: the subject of an entry
    return edit(
        FILL_SHEET, subject, row, {"FieldValue": value}, person=person,
        context={"SheetNum": row.SheetNum}, words=msg("Form of {name} changed", name=person.display),
    )  # fmt: skip
