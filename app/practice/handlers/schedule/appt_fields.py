"""ApptFields: values of custom appointment fields, by appointment and name, or by key."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.schedule import apptfield, apptfielddef
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.appt_fields import ApptField, ApptFields

_F = apptfield.c
ROWS = Listing(
    name="ApptField",
    columns=lambda: columns_of(ApptField, apptfield),
    source=apptfield,
    filters={"ApptFieldNum": Filter(_F.ApptFieldNum)},
    order=(_F.ApptFieldNum,),
)


@serves(ApptFields.get, unchecked=("FieldName",))
def get(work: Work, given: Given) -> Outcome:
    """A field's value; empty if the appointment has none."""
    row = _find(work, given)
    value = "" if row is None else row.FieldValue
    return {"FieldName": given["FieldName"], "AptNum": given["AptNum"], "FieldValue": value}


@serves(ApptFields.update, unchecked=("FieldName",))
def update(work: Work, given: Given) -> Outcome:
    """Set the value. The field must be defined."""
    _refuse_unknown(work, given["FieldName"])
    visit = _visit(work, given["AptNum"])
    row = _find(work, given)
    if row is None:
        work.insert(apptfield, given)
    else:
        work.update(apptfield, row.ApptFieldNum, {"FieldValue": given["FieldValue"]})
    _tell(work, visit, "Appointment field changed.")
    return None


@serves(ApptFields.by_key)
def by_key(work: Work, given: Given) -> Outcome:
    """A value by its key."""
    return work.one(ROWS, "ApptField", given)


@serves(ApptFields.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a value to an appointment that has none in this field."""
    _refuse_unknown(work, given["FieldName"])
    visit = _visit(work, given["AptNum"])
    if _find(work, given) is not None:
        raise BadRequest("FieldName is invalid: the appointment has a value in this field already.")
    key = work.insert(apptfield, given)
    _tell(work, visit, "Appointment field created.")
    return work.created(ROWS, f"/apptfields/{key}", {"ApptFieldNum": key})


@serves(ApptFields.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete a value; the field stays defined."""
    row = work.find(apptfield, given["ApptFieldNum"], "ApptField")
    visit = _visit(work, row.AptNum)
    work.connection.execute(sa.delete(apptfield).where(_F.ApptFieldNum == row.ApptFieldNum))
    _tell(work, visit, "Appointment field deleted.")
    return None


def _refuse_unknown(work: Work, name: str) -> None:
    wanted = sa.select(apptfielddef).where(apptfielddef.c.FieldName == name)
    if work.connection.execute(wanted).first() is None:
        raise BadRequest("FieldName is invalid: the office has no such appointment field.")


def _visit(work: Work, apt_num: int) -> Row:
    visit = work.appointment(apt_num)
    refuse_deleted_patient(work, visit.PatNum)
    return visit


def _tell(work: Work, visit: Row, words: str) -> None:
    log(work, "AppointmentEdit", words, pat_num=visit.PatNum, key=visit.AptNum)
    signal(work, "Appointment", key=visit.Op, key_type="Operatory")


def _find(work: Work, given: Given) -> Row | None:
    wanted = sa.select(apptfield).where(_F.AptNum == given["AptNum"], _F.FieldName == given["FieldName"])
    return work.connection.execute(wanted).first()
