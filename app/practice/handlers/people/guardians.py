"""Guardians: relationships between patients."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.patient_extras import guardian
from app.practice.schema.people import patient
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.guardians import Guardian, GuardianRelationship, Guardians

_G = guardian.c
ROWS = Listing(
    name="Guardian",
    columns=lambda: columns_of(Guardian, guardian),
    source=guardian,
    filters={
        "GuardianNum": Filter(_G.GuardianNum),
        "PatNumChild": Filter(_G.PatNumChild),
        "PatNumGuardian": Filter(_G.PatNumGuardian),
    },
    order=(_G.GuardianNum,),
)


@serves(Guardians.get)
def get(work: Work, given: Given) -> Outcome:
    """One relationship."""
    return work.one(ROWS, "Guardian", given)


@serves(Guardians.list)
def list_(work: Work, given: Given) -> Outcome:
    """All relationships, or those of a child or guardian."""
    return work.page(ROWS, given)


@serves(Guardians.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a relationship between two patients."""
    child, other = (work.find(patient, given[name], "Patient").PatNum for name in _BOTH)
    _check_self(given, same=child == other)
    key = work.insert(guardian, for_columns(guardian, given, (*_BOTH, "Relationship", "IsGuardian")))
    log(work, "PatientEdit", "Relationship created.", pat_num=child, key=child)
    return work.created(ROWS, f"/guardians/{key}", {"GuardianNum": key})


@serves(Guardians.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the relationship type."""
    row = _changeable(work, given)
    _check_self(given, same=row.PatNumChild == row.PatNumGuardian)
    work.update(guardian, row.GuardianNum, for_columns(guardian, given, ("Relationship", "IsGuardian")))
    log(work, "PatientEdit", "Relationship changed.", pat_num=row.PatNumChild, key=row.PatNumChild)
    return work.one(ROWS, "Guardian", {"GuardianNum": row.GuardianNum})


@serves(Guardians.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Remove a relationship."""
    row = _changeable(work, given)
    work.connection.execute(sa.delete(guardian).where(_G.GuardianNum == row.GuardianNum))
    log(work, "PatientEdit", "Relationship removed.", pat_num=row.PatNumChild, key=row.PatNumChild)
    return None


_BOTH = ("PatNumChild", "PatNumGuardian")


def _changeable(work: Work, given: Given) -> Row:
    row = work.find(guardian, given["GuardianNum"], "Guardian")
    for pat_num in (row.PatNumChild, row.PatNumGuardian):
        refuse_deleted_patient(work, pat_num)
    return row


def _check_self(given: Given, *, same: bool) -> None:
    kind = given.get("Relationship", GuardianRelationship.SELF)
    if same and kind is not GuardianRelationship.SELF:
        raise BadRequest("Relationship is invalid: a patient is related to themselves as Self only.")
