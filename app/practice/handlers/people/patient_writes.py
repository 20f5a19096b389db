"""Adding and changing patients."""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.people.families import change_family, check_family, join_super_family
from app.practice.handlers.people.patients import ROWS, digits_of
from app.practice.rules.recalls import refresh_recalls
from app.practice.schema.enums.base import GENDER, PAT_STATUS
from app.practice.schema.people import patient
from app.practice.server.access import is_newer
from app.practice.server.audit import log
from app.practice.server.references import definition_named, refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.patients import Patients

_P = patient.c
BILLING_TYPES = 4
_STATE = re.compile("[A-Z]{2}")
_AMERICAN_ZIP = re.compile(r"\d{5}|\d{5}-\d{4}|\d{9}")
_CANADIAN_ZIP = re.compile(r"[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d")
_CANADIAN_SINCE = "23.2.5"
_APART = frozenset({"PatNum", "BillingType", "Guarantor", "SuperFamily"})
"""Fields that are not plain columns, or that family rules decide."""
_PHONES = ("HmPhone", "WkPhone", "WirelessPhone")


@serves(Patients.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one; a duplicate person is refused."""
    _check(work, given)
    _refuse_duplicate(work, given)
    guarantor = check_family(work, given, None)
    values = {
        "Gender": GENDER.number("Unknown"),
        "PriProv": work.preference_number("PracticeDefaultProv"),
        "BillingType": work.preference_number("PracticeDefaultBillType"),
        "SecDateEntry": work.today,
        **_columns(work, given),
    }
    key = work.insert(patient, {**values, "Guarantor": guarantor})
    folder = re.sub(r"\W", "", f"{given['LName']}{given['FName']}") + str(key)
    work.update(patient, key, {"Guarantor": guarantor or key, "ImageFolder": folder})
    if given.get("SuperFamily"):
        join_super_family(work, key, given["SuperFamily"])
    log(work, "PatientCreate", "Patient created.", pat_num=key, key=key)
    return work.created(ROWS, f"/patients/{key}", {"PatNum": key})


@serves(Patients.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one. A blank text clears its field, except the names."""
    before = work.find(patient, given["PatNum"], "Patient")
    refuse_deleted_patient(work, before.PatNum)
    _check(work, given)
    guarantor = check_family(work, given, before)
    work.update(patient, before.PatNum, _columns(work, given))
    if guarantor and guarantor != before.Guarantor:
        change_family(work, before, guarantor)
    if "SuperFamily" in given:
        join_super_family(work, before.PatNum, given["SuperFamily"])
    if "PatStatus" in given:
        refresh_recalls(work, before.PatNum)
    log(work, "PatientEdit", "Patient changed.", pat_num=before.PatNum, key=before.PatNum)
    return work.one(ROWS, "Patient", {"PatNum": before.PatNum})


def _columns(work: Work, given: Given) -> dict[str, Any]:
    values = for_columns(patient, given, [name for name in given if name not in _APART])
    if given.get("BillingType"):
        values["BillingType"] = definition_named(work, (BILLING_TYPES,), given["BillingType"])
    return values


def _check(work: Work, given: Given) -> None:
    """BadRequest for a field outside its documented limits."""
    for name in ("LName", "FName"):
        if name in given and not given[name].strip():
            raise BadRequest(f"{name} is required.")
    if given.get("SSN") and not re.fullmatch(r"\d{9}", given["SSN"]):
        raise BadRequest("SSN is invalid: nine digits without dashes are expected.")
    check_state(given)
    if given.get("Zip"):
        check_zip(work, given["Zip"])
    if work.preference("EasyHideHospitals") == "1":
        for name in ("Ward", "AdmitDate"):
            if name in given:
                raise BadRequest(f"{name} is invalid: the office does not use the hospitals feature.")


def check_state(given: Given) -> None:
    """BadRequest for a State that isn't two capital letters; blank is allowed."""
    if given.get("State") and not _STATE.fullmatch(given["State"]):
        raise BadRequest("State is invalid: two capital letters are expected.")


def check_zip(work: Work, text: str) -> None:
    """BadRequest for a Zip that is neither American nor Canadian."""
    canadian = not is_newer(_CANADIAN_SINCE, work.office.version) and _CANADIAN_ZIP.fullmatch(text)
    if not canadian and not _AMERICAN_ZIP.fullmatch(text):
        raise BadRequest("Zip is invalid: 12345, 12345-1234, 123456789 or A0A 0A0 is expected.")


def _refuse_duplicate(work: Work, given: Given) -> None:
    """Same names and birthdate, and same email or phone, or no data that distinguishes them."""
    same = [
        _P.LName == given["LName"],
        _P.FName == given["FName"],
        _P.PatStatus != PAT_STATUS.number("Deleted"),
    ]
    same.append(_P.Birthdate == given.get("Birthdate", "0001-01-01"))
    rows = work.connection.execute(
        sa.select(patient.c.Email, *(_digits(name) for name in _PHONES)).where(*same)
    )
    wanted = {_only_digits(given.get(name, "")) for name in _PHONES} | {given.get("Email", "").casefold()}
    wanted.discard("")
    for row in rows:
        held = {str(each).casefold() for each in row} - {""}
        if held & wanted or not (held or wanted):
            raise BadRequest("The patient already exists: same LName, FName, Birthdate and contact.")


def _digits(name: str) -> sa.ColumnElement[str]:
    return digits_of(_P[name]).label(name)


def _only_digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())
