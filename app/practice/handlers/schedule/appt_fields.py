"""ApptFields: values of custom appointment fields."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.schedule import apptfield, apptfielddef
from app.practice.server.audit import log, signal
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.appt_fields import ApptFields

_F = apptfield.c


@serves(ApptFields.get, unchecked=("FieldName",))
def get(work: Work, given: Given) -> Outcome:
    """A field's value; empty if the appointment has none."""
    row = _find(work, given)
    value = "" if row is None else row.FieldValue
    return {"FieldName": given["FieldName"], "AptNum": given["AptNum"], "FieldValue": value}


@serves(ApptFields.update, unchecked=("FieldName",))
def update(work: Work, given: Given) -> Outcome:
    """Set the value. The field must be defined."""
    wanted = sa.select(apptfielddef).where(apptfielddef.c.FieldName == given["FieldName"])
    if work.connection.execute(wanted).first() is None:
        raise BadRequest("FieldName is invalid: the office has no such appointment field.")
    visit = work.appointment(given["AptNum"])
    refuse_deleted_patient(work, visit.PatNum)
    row = _find(work, given)
    if row is None:
        work.insert(apptfield, given)
    else:
        work.update(apptfield, row.ApptFieldNum, {"FieldValue": given["FieldValue"]})
    log(work, "AppointmentEdit", "Appointment field changed.", pat_num=visit.PatNum, key=visit.AptNum)
    signal(work, "Appointment", key=visit.Op, key_type="Operatory")
    return None


def _find(work: Work, given: Given) -> Row | None:
    wanted = sa.select(apptfield).where(_F.AptNum == given["AptNum"], _F.FieldName == given["FieldName"])
    return work.connection.execute(wanted).first()
