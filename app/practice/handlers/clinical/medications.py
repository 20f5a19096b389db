"""Medications: the list of drugs."""

from __future__ import annotations

import sqlalchemy as sa
from msgspec.structs import replace

from app.practice.handlers.clinical.chart_rows import key_named, need_words, take_away
from app.practice.schema.histories import allergydef, medication, medicationpat
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, for_columns, iso_day, quoted
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.medications import Medication, Medications

_M, _G = medication.c, medication.alias("generic").c
ONE = Listing(
    name="Medication",
    columns=lambda: columns_of(
        Medication,
        medication,
        {
            "genericName": sa.func.coalesce(_G.MedName, quoted("")),
            "DateTStamp": iso_day(_M.DateTStamp),
        },
    ),
    source=medication.outerjoin(_G.MedName.table, _G.MedicationNum == _M.GenericNum),
    filters={"MedicationNum": Filter(_M.MedicationNum)},
    order=(_M.MedName, _M.MedicationNum),
)
_SHOWN: Expression = sa.literal_column("0")
ROWS = replace(ONE, always=(_M.IsHidden == _SHOWN,))
_IN_USE = (
    (medicationpat.c.MedicationNum, "a patient takes it"),
    (allergydef.c.MedicationNum, "an allergy refers to it"),
    (_M.GenericNum, "it is the generic of another one"),
)
"""What prevents deleting a medication."""


@serves(Medications.get)
def get(work: Work, given: Given) -> Outcome:
    """One medication, hidden or not."""
    return work.one(ONE, "Medication", given)


@serves(Medications.list)
def list_(work: Work, given: Given) -> Outcome:
    """All that can be given to a patient: hidden ones are left out."""
    return work.page(ROWS, given)


@serves(Medications.create, unchecked=("genericName",))
def create(work: Work, given: Given) -> Outcome:
    """Add one: its own generic, or a brand of a generic in the list."""
    need_words(given, "MedName")
    generic = given.get("GenericNum", 0)
    if generic and given.get("genericName"):
        raise BadRequest("Only one of GenericNum and genericName may be sent.")
    if given.get("genericName"):
        generic = key_named(work, _M.MedName, given["genericName"])
        if not generic:
            raise NotFound("No Medication with that genericName was found")
    add_medication(work, given, generic)
    return None


@serves(Medications.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the notes; hide or show it in the list."""
    key = given["MedicationNum"]
    work.find(medication, key, "Medication")
    work.update(medication, key, for_columns(medication, given, ("Notes", "IsHidden")))
    log(work, "MedicationDefEdit", "Medication changed.", key=key)
    signal(work, "Medications")
    return work.one(ONE, "Medication", {"MedicationNum": key})


@serves(Medications.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one that nothing refers to."""
    key = given["MedicationNum"]
    work.find(medication, key, "Medication")
    for column, why in _IN_USE:
        wanted = sa.select(column).where(column == key)
        if column.table is medication:
            wanted = wanted.where(_M.MedicationNum != key)
        if work.connection.execute(wanted.limit(1)).first() is not None:
            raise BadRequest(f"The medication cannot be deleted: {why}.")
    take_away(work, medication, key)
    log(work, "MedicationDefEdit", "Medication deleted.", key=key)
    signal(work, "Medications")
    return None


def add_medication(work: Work, given: Given, generic: int = 0) -> int:
    """Insert a medication; without a generic it is its own. Returns its number."""
    values = for_columns(medication, given, ("MedName", "Notes"))
    key = work.insert(medication, {**values, "MedName": values["MedName"].strip(), "GenericNum": generic})
    if not generic:
        work.update(medication, key, {"GenericNum": key})
    log(work, "MedicationDefEdit", "Medication created.", key=key)
    signal(work, "Medications")
    return key
