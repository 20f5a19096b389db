"""Employers."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.office.sent import refuse_blank
from app.practice.schema.insurance import insplan
from app.practice.schema.people import employer, patient
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.employers import Employer, Employers

_E = employer.c
ROWS = Listing(
    name="Employer",
    columns=lambda: columns_of(Employer, employer),
    source=employer,
    filters={"EmployerNum": Filter(_E.EmployerNum)},
    order=(_E.EmployerNum,),
)


@serves(Employers.get)
def get(work: Work, given: Given) -> Outcome:
    """One employer."""
    return work.one(ROWS, "Employer", given)


@serves(Employers.list)
def list_(work: Work, given: Given) -> Outcome:
    """All employers."""
    return work.page(ROWS, given)


@serves(Employers.create)
def create(work: Work, given: Given) -> Outcome:
    """Add an employer."""
    refuse_blank(given, "EmpName")
    key = work.insert(employer, for_columns(employer, given, ("EmpName",)))
    _tell(work, "Employer created.", key)
    return work.created(ROWS, f"/employers/{key}", {"EmployerNum": key})


@serves(Employers.update)
def update(work: Work, given: Given) -> Outcome:
    """Rename an employer."""
    key = given["EmployerNum"]
    work.find(employer, key, "Employer")
    refuse_blank(given, "EmpName")
    work.update(employer, key, for_columns(employer, given, ("EmpName",)))
    _tell(work, "Employer changed.", key)
    return work.one(ROWS, "Employer", {"EmployerNum": key})


@serves(Employers.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete an employer that no patient and no insurance plan uses."""
    key = given["EmployerNum"]
    work.find(employer, key, "Employer")
    for table, words in ((patient, "a patient"), (insplan, "an insurance plan")):
        wanted = sa.select(table.c.EmployerNum).where(table.c.EmployerNum == key).limit(1)
        if work.connection.execute(wanted).first() is not None:
            raise BadRequest(f"The employer cannot be deleted: {words} has it.")
    work.connection.execute(sa.delete(employer).where(_E.EmployerNum == key))
    _tell(work, "Employer deleted.", key)
    return None


def _tell(work: Work, words: str, key: int) -> None:
    log(work, "EmployerCreate", words, key=key)
    signal(work, "Employers")
