"""MedicationPats: a patient's medications."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.clinical.chart_rows import changeable, key_named, need_one, take_away
from app.practice.handlers.clinical.medications import add_medication
from app.practice.schema.histories import medication, medicationpat
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.medication_pats import MedicationPat, MedicationPats

_P, _M = medicationpat.c, medication.c
ROWS = Listing(
    name="MedicationPat",
    columns=lambda: columns_of(
        MedicationPat,
        medicationpat,
        # An electronic prescription has a description instead of a medication from the list.
        {"medName": sa.func.coalesce(_M.MedName, _P.MedDescript)},
        as_text=("PatNum",),
    ),
    source=medicationpat.outerjoin(medication, _M.MedicationNum == _P.MedicationNum),
    filters={"MedicationPatNum": Filter(_P.MedicationPatNum), "PatNum": Filter(_P.PatNum)},
    order=(_P.MedicationPatNum,),
)
_CHANGEABLE = ("PatNote", "DateStart", "DateStop", "ProvNum")


@serves(MedicationPats.get)
def get(work: Work, given: Given) -> Outcome:
    """One medication of a patient."""
    return work.one(ROWS, "MedicationPat", given)


@serves(MedicationPats.list)
def list_(work: Work, given: Given) -> Outcome:
    """All medications of a patient."""
    return work.page(ROWS, given)


@serves(MedicationPats.create, unchecked=("medName",))
def create(work: Work, given: Given) -> Outcome:
    """Add one; an unknown name is added to the medication list, as a generic."""
    need_one(given, "medName", "MedicationNum")
    drug = given.get("MedicationNum") or key_named(work, _M.MedName, given["medName"])
    values = for_columns(medicationpat, given, ("PatNum", *_CHANGEABLE))
    values["MedicationNum"] = drug or add_medication(work, {"MedName": given["medName"]})
    key = work.insert(medicationpat, values)
    log(work, "PatMedicationListEdit", "Medication added.", pat_num=given["PatNum"], key=key)
    return None


@serves(MedicationPats.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the note, the dates and the provider. An empty date clears it."""
    row = changeable(work, medicationpat, given["MedicationPatNum"], "MedicationPat")
    work.update(medicationpat, row.MedicationPatNum, for_columns(medicationpat, given, _CHANGEABLE))
    log(work, "PatMedicationListEdit", "Medication changed.", pat_num=row.PatNum, key=row.MedicationPatNum)
    return None


@serves(MedicationPats.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one."""
    row = changeable(work, medicationpat, given["MedicationPatNum"], "MedicationPat")
    take_away(work, medicationpat, row.MedicationPatNum)
    log(work, "PatMedicationListEdit", "Medication removed.", pat_num=row.PatNum, key=row.MedicationPatNum)
    return None
