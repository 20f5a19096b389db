"""Medications: the list of drugs."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.clinical.chart_rows import key_named, need_words
from app.practice.schema.histories import medication
from app.practice.server.audit import log, signal
from app.practice.server.listings import Listing, columns_of
from app.practice.server.refusals import NotFound
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns, iso_day, quoted
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.medications import Medication, Medications

_M, _G = medication.c, medication.alias("generic").c
ROWS = Listing(
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
    filters={},
    order=(_M.MedName, _M.MedicationNum),
)


@serves(Medications.list)
def list_(work: Work, given: Given) -> Outcome:
    """The whole list."""
    return work.page(ROWS, given)


@serves(Medications.create, unchecked=("genericName",))
def create(work: Work, given: Given) -> Outcome:
    """Add one: its own generic, or a brand of a generic in the list."""
    need_words(given, "MedName")
    generic = 0
    if given.get("genericName"):
        generic = key_named(work, _M.MedName, given["genericName"])
        if not generic:
            raise NotFound("No Medication with that genericName was found")
    add_medication(work, given, generic)
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
