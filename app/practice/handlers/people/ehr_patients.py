"""EhrPatients: additional fields of electronic health records."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.clinical.chart_rows import changeable
from app.practice.schema.columns import NO_DATE
from app.practice.schema.histories import ehrpatient
from app.practice.schema.people import patient
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, for_columns, iso_day, quoted, wire_form
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.ehr_patients import EhrPatient, EhrPatients

_E = ehrpatient.c
_WHEN_MISSING = {"VacShareOk": "Unknown", "DischargeDate": NO_DATE}
"""Values of a patient without a row, besides empty texts."""


def _columns() -> dict[str, Expression]:
    held = {name: wire_form(_E[name]) for name in _E.keys() if name != "PatNum"}  # noqa: SIM118  # names
    held["DischargeDate"] = iso_day(_E.DischargeDate)
    found: dict[str, Expression] = {
        name: sa.func.coalesce(each, quoted(_WHEN_MISSING.get(name, ""))) for name, each in held.items()
    }
    return columns_of(EhrPatient, ehrpatient, {**found, "PatNum": patient.c.PatNum})


ROWS = Listing(
    name="EhrPatient",
    columns=_columns,
    source=patient.outerjoin(ehrpatient, _E.PatNum == patient.c.PatNum),
    filters={"PatNum": Filter(patient.c.PatNum)},
    order=(patient.c.PatNum,),
)


@serves(EhrPatients.get)
def get(work: Work, given: Given) -> Outcome:
    """One patient's row; empty if there is none yet."""
    return work.one(ROWS, "Patient", given)


@serves(EhrPatients.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the discharge date and the Medicaid state; creates a missing row."""
    key = changeable(work, patient, given["PatNum"], "Patient").PatNum
    if work.connection.execute(sa.select(_E.PatNum).where(_E.PatNum == key)).first() is None:
        work.insert(ehrpatient, {"PatNum": key})
    work.update(ehrpatient, key, for_columns(ehrpatient, given, ("DischargeDate", "MedicaidState")))
    log(work, "PatientEdit", "Health record facts changed.", pat_num=key, key=key)
    return work.one(ROWS, "Patient", {"PatNum": key})
