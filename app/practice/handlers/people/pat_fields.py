"""PatFields: the values of the office's own fields on patients."""

from __future__ import annotations

import datetime
import operator
from decimal import Decimal, InvalidOperation

import sqlalchemy as sa

from app.practice.handlers.people.pat_field_defs import PICK_LIST, definition_of, is_exactly
from app.practice.schema.enums.people import PAT_FIELD_TYPE
from app.practice.schema.patient_extras import patfield, patfieldpickitem
from app.practice.schema.people import patient
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.older import required_until
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.pat_fields import PatField, PatFields

_F, _I = patfield.c, patfieldpickitem.c
_OPTIONAL_SINCE = "22.4.5"
"""The version since which the list works without a patient and a field."""
ROWS = Listing(
    name="PatField",
    columns=lambda: columns_of(PatField, patfield),
    source=patfield,
    filters={
        "PatFieldNum": Filter(_F.PatFieldNum),
        "PatNum": Filter(_F.PatNum),
        "FieldName": Filter(_F.FieldName, is_exactly, plain=True),
        "SecDateTEdit": Filter(_F.SecDateTEdit, operator.ge),
    },
    order=(_F.PatFieldNum,),
)


@serves(PatFields.get)
def get(work: Work, given: Given) -> Outcome:
    """One value."""
    return work.one(ROWS, "PatField", given)


@serves(PatFields.list, unchecked=("FieldName",))
def list_(work: Work, given: Given) -> Outcome:
    """The values that match all filters; SecDateTEdit: changed at or after that time."""
    required_until(work, given, _OPTIONAL_SINCE, "PatNum", "FieldName")
    return work.page(ROWS, given)


@serves(PatFields.create, unchecked=("FieldName",))
def create(work: Work, given: Given) -> Outcome:
    """Add a value for a visible field that has none yet."""
    work.find(patient, given["PatNum"], "Patient")
    defined = _defined(work, given)
    if defined.IsHidden:
        raise BadRequest("FieldName is invalid: the patient field is hidden.")
    _check_value(work, defined, given["FieldValue"])
    if _find(work, given) is not None:
        raise BadRequest("FieldName is invalid: the patient has a value of this field already.")
    values = for_columns(patfield, given, ("PatNum", "FieldName", "FieldValue"))
    key = work.insert(patfield, {**values, "SecDateEntry": work.today, "SecDateTEdit": work.now})
    log(work, "PatientFieldEdit", "Patient field created.", pat_num=given["PatNum"], key=key)
    return work.created(ROWS, f"/patfields/{key}", {"PatFieldNum": key})


@serves(PatFields.update, unchecked=("FieldName",))
def update(work: Work, given: Given) -> Outcome:
    """Replace the value of a patient's field."""
    defined = _defined(work, given)
    _check_value(work, defined, given["FieldValue"])
    row = _find(work, given)
    if row is None:
        raise BadRequest("FieldName is invalid: the patient has no value of this field.")
    values = for_columns(patfield, given, ("FieldValue",))
    work.update(patfield, row.PatFieldNum, {**values, "SecDateTEdit": work.now})
    log(work, "PatientFieldEdit", "Patient field changed.", pat_num=row.PatNum, key=row.PatFieldNum)
    return work.one(ROWS, "PatField", {"PatFieldNum": row.PatFieldNum})


@serves(PatFields.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete a value, except CareCredit's status."""
    row = work.find(patfield, given["PatFieldNum"], "PatField")
    refuse_deleted_patient(work, row.PatNum)
    defined = definition_of(work, row.FieldName)
    if defined is not None and PAT_FIELD_TYPE.text(defined.FieldType) == "CareCreditStatus":
        raise BadRequest("A patient field of the type CareCreditStatus cannot be deleted.")
    work.connection.execute(sa.delete(patfield).where(_F.PatFieldNum == row.PatFieldNum))
    log(work, "PatientFieldEdit", "Patient field deleted.", pat_num=row.PatNum, key=row.PatFieldNum)
    return None


def _defined(work: Work, given: Given) -> Row:
    found = definition_of(work, given["FieldName"])
    if found is None:
        raise NotFound("FieldName not found: the office has no such patient field.")
    return found


def _find(work: Work, given: Given) -> Row | None:
    wanted = sa.select(patfield).where(
        _F.PatNum == given["PatNum"], is_exactly(_F.FieldName, given["FieldName"])
    )
    return work.connection.execute(wanted.order_by(_F.PatFieldNum).limit(1)).first()


def _check_value(work: Work, defined: Row, value: str) -> None:
    """BadRequest for a value that does not fit the field's type."""
    kind = PAT_FIELD_TYPE.text(defined.FieldType)
    if defined.FieldType == PICK_LIST:
        wanted = sa.select(_I.Name).where(_I.PatFieldDefNum == defined.PatFieldDefNum)
        if value not in work.connection.execute(wanted).scalars().all():
            raise BadRequest("FieldValue is invalid: it must be an item of the field's pick list.")
    elif kind == "Date" and not _is_date(value):
        raise BadRequest("FieldValue is invalid: a date as yyyy-MM-dd is expected.")
    elif kind == "Checkbox" and value != "1":
        raise BadRequest('FieldValue is invalid: a checked box is "1"; delete the field to uncheck it.')
    elif kind == "Currency" and not _is_amount(value):
        raise BadRequest("FieldValue is invalid: an amount is expected.")


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_amount(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
