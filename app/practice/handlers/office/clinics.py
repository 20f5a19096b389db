"""Clinics."""

from __future__ import annotations

import re

import sqlalchemy as sa

from app.practice.schema.office import clinic
from app.practice.schema.people import patient
from app.practice.server.audit import log, signal
from app.practice.server.listings import Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.clinics import Clinic, Clinics

ROWS = Listing(
    name="Clinic",
    columns=lambda: columns_of(Clinic, clinic),
    source=clinic,
    filters={},
    order=(clinic.c.ItemOrder, clinic.c.ClinicNum),
    always=(clinic.c.IsHidden == sa.literal_column("0"),),
)


@serves(Clinics.list)
def list_(work: Work, given: Given) -> Outcome:
    """The clinics that are not hidden."""
    return work.page(ROWS, given)


@serves(Clinics.update)
def update(work: Work, given: Given) -> Outcome:
    """Change names, billing data and visibility. A clinic with patients can't be hidden."""
    key = given["ClinicNum"]
    work.find(clinic, key, "Clinic")
    if "Phone" in given and not re.fullmatch(r"\d{10}", given["Phone"]):
        raise BadRequest("Phone is invalid: exactly 10 digits, without punctuation.")
    if given.get("IsHidden") and _has_patients(work, key):
        raise BadRequest("IsHidden is invalid: the clinic has patients.")
    fields = [name for name in given if name != "ClinicNum"]
    work.update(clinic, key, for_columns(clinic, given, fields))
    log(work, "ClinicEdit", "Clinic changed.", key=key)
    signal(work, "Providers")
    return None


def _has_patients(work: Work, clinic_num: int) -> bool:
    wanted = sa.select(patient.c.PatNum).where(patient.c.ClinicNum == clinic_num).limit(1)
    return work.connection.execute(wanted).first() is not None
