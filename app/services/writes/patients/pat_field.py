"""The office's own patient fields: a value is added, replaced, or removed by clearing it."""

from __future__ import annotations

from app.api.errors import NotFound
from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Intent, Wire
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.change import NOTHING_CHANGED, PatientChange
from app.services.writes.patients.only_one import OnlyOne
from app.services.writes.remove import Remove
from app.store.topics import Part
from app.wire.codec import wire_row
from app.wire.endpoint import Sender
from app.wire.resources.pat_fields import PatField, PatFields


class ChangeField(PatientChange):
    """The office finds the value by the patient and the field's name."""

    async def read(self, office: Sender, intent: Intent) -> Wire:
        """The patient's value of this field. NotFound if there is none."""
        wanted = intent.arguments
        rows = await PatFields(office).list(PatNum=wanted["PatNum"], FieldName=wanted["FieldName"])
        if not rows:
            raise NotFound("PatFields.list")
        return wire_row(rows[0])


ADD_FIELD = OnlyOne(
    "field", PatFields.create, key="PatFieldNum", part=Part.PATIENT, identity=("FieldName",),
    not_done=msg("Not saved"),
)  # fmt: skip
CHANGE_FIELD = ChangeField(
    "field change", PatFields.update, key="PatFieldNum", part=Part.PATIENT, not_done=msg("Not saved")
)
CLEAR_FIELD = Remove(
    "field removal", PatFields.delete, key="PatFieldNum", part=Part.PATIENT, again=ADD_FIELD,
    not_done=msg("Not cleared"),
)  # fmt: skip


def field_subject(pat_num: int, field: str) -> str:
    """The subject of all writes of a patient's field."""
    return f"field:{pat_num}:{field}"


def set_field_intent(person: Person, field: str, row: PatField | None, value: str) -> Intent:
    """Give a patient's field this value; `row` is the value as it was seen, if there is one. Empty: no value.

    A checked box is "1", an unchecked one has no value. Raises CannotWrite if nothing changed.
    """
    seen = row.FieldValue if row is not None else ""
    if value.strip() == seen:
        raise CannotWrite(NOTHING_CHANGED)
    named = {"PatNum": person.pat_num, "FieldName": field}
    words = msg("{name}: {field} changed", name=person.display, field=field)
    subject = field_subject(person.pat_num, field)
    if row is None:
        after = {"FieldName": field, "FieldValue": value.strip()}
        arguments = {**named, "FieldValue": value.strip()}
        return ADD_FIELD.intent(
            subject=subject, arguments=arguments, after=after, words=words, whose=person.display
        )
    if not value.strip():
        return CLEAR_FIELD.intent(
            subject=subject,
            arguments={"PatFieldNum": row.PatFieldNum},
            before={"FieldName": field, "FieldValue": seen},
            context={"PatNum": person.pat_num},
            words=words,
            whose=person.display,
        )
    return CHANGE_FIELD.intent(
        subject=subject,
        arguments={**named, "FieldValue": value.strip()},
        before={"FieldValue": seen},
        after={"FieldValue": value.strip()},
        words=words,
        whose=person.display,
    )
