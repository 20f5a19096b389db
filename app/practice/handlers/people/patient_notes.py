"""PatientNotes: medical, service, treatment, financial and emergency contact."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.columns import NO_TIME
from app.practice.schema.people import patient, patientnote
from app.practice.server.access import is_newer
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.patient_notes import PatientNote, PatientNotes

_N = patientnote.c
ROWS = Listing(
    name="PatientNote",
    columns=lambda: columns_of(PatientNote, patientnote),
    source=patientnote,
    filters={"PatNum": Filter(_N.PatNum)},
    order=(_N.PatNum,),
)
_WHOLE_ROW_SINCE = "25.2.14"
_NO_OVERRIDE = -1
"""The `OrthoMonthsTreatOverride` value that means the office's default."""


@serves(PatientNotes.get)
def get(work: Work, given: Given) -> Outcome:
    """A patient's notes; empty if none were entered."""
    person = work.find(patient, given["PatNum"], "Patient")
    if work.rows(ROWS, given):
        return work.one(ROWS, "PatientNote", given)
    if is_newer(_WHOLE_ROW_SINCE, work.office.version):
        return dict.fromkeys(_FIRST_FIELDS, "")
    empty = {"PatNum": person.PatNum, **dict.fromkeys(_FIELDS, "")}
    return {**empty, "SecDateTEntry": NO_TIME, "SecDateTEdit": NO_TIME}


@serves(PatientNotes.list)
def list_(work: Work, given: Given) -> Outcome:
    """All patients' notes, by patient."""
    return work.page(ROWS, given)


@serves(PatientNotes.update)
def update(work: Work, given: Given) -> Outcome:
    """Replace the notes that were sent."""
    pat_num = work.find(patient, given["PatNum"], "Patient").PatNum
    refuse_deleted_patient(work, pat_num)
    values = {**for_columns(patientnote, given, _FIELDS), "SecDateTEdit": work.now}
    if work.connection.execute(sa.select(_N.PatNum).where(_N.PatNum == pat_num)).first() is None:
        new = {"PatNum": pat_num, "SecDateTEntry": work.now, "OrthoMonthsTreatOverride": _NO_OVERRIDE}
        work.insert(patientnote, {**new, **values})
    else:
        work.update(patientnote, pat_num, values)
    log(work, "PatientEdit", "Patient notes changed.", pat_num=pat_num, key=pat_num)
    return work.one(ROWS, "PatientNote", {"PatNum": pat_num})


_FIRST_FIELDS = ("Medical", "ICEName", "ICEPhone", "Service")
_FIELDS = (*_FIRST_FIELDS, "FamFinancial", "MedicalComp", "Treatment")
