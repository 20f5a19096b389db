"""PatRestrictions: reading, adding, deleting."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.patient_extras import patrestriction
from app.practice.schema.people import patient
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.pat_restrictions import PatRestriction, PatRestrictions

_R = patrestriction.c
ROWS = Listing(
    name="PatRestriction",
    columns=lambda: columns_of(PatRestriction, patrestriction),
    source=patrestriction,
    filters={"PatRestrictionNum": Filter(_R.PatRestrictionNum), "PatNum": Filter(_R.PatNum)},
    order=(_R.PatRestrictionNum,),
)


@serves(PatRestrictions.get)
def get(work: Work, given: Given) -> Outcome:
    """One restriction."""
    return work.one(ROWS, "PatRestriction", given)


@serves(PatRestrictions.list)
def list_(work: Work, given: Given) -> Outcome:
    """The restrictions of all patients, or of one."""
    return work.page(ROWS, given)


@serves(PatRestrictions.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one; an existing one is returned unchanged."""
    person = work.find(patient, given["PatNum"], "Patient")
    values = for_columns(patrestriction, given, ("PatNum", "PatRestrictType"))
    same = (_R.PatNum == values["PatNum"], _R.PatRestrictType == values["PatRestrictType"])
    key = work.connection.execute(sa.select(_R.PatRestrictionNum).where(*same)).scalar()
    if key is None:
        key = work.insert(patrestriction, values)
        log(work, "PatientApptRestrict", "Patient restriction set.", pat_num=person.PatNum, key=key)
    return work.created(ROWS, f"/patrestrictions/{key}", {"PatRestrictionNum": key})


@serves(PatRestrictions.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one."""
    row = work.find(patrestriction, given["PatRestrictionNum"], "PatRestriction")
    refuse_deleted_patient(work, row.PatNum)
    work.connection.execute(sa.delete(patrestriction).where(_R.PatRestrictionNum == row.PatRestrictionNum))
    log(work, "PatientApptRestrict", "Patient restriction lifted.", pat_num=row.PatNum)
    return None
