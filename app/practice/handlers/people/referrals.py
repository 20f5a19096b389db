"""Referrals: referral sources."""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa

from app.practice.schema.office import definition
from app.practice.schema.people import patient
from app.practice.schema.referrals import referral
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.references import definition_named, refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns, yes_no
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.referrals import Referral, Referrals

_R = referral.c
SPECIALTIES = 35


def _is_patient(column: sa.Column[int], wanted: sa.BindParameter[int]) -> sa.ColumnElement[bool]:
    return (column != sa.literal_column("0")) == wanted


def _has_part(column: sa.Column[str], part: sa.BindParameter[str]) -> sa.ColumnElement[bool]:
    return sa.func.instr(sa.func.lower(column), sa.func.lower(part)) > sa.literal_column("0")


ROWS = Listing(
    name="Referral",
    columns=lambda: columns_of(
        Referral,
        referral,
        {
            "specialty": name_behind(_R.Specialty, definition.c.DefNum, definition.c.ItemName),
            "isPatient": yes_no(_R.PatNum),
        },
    ),
    source=referral,
    filters={
        "ReferralNum": Filter(_R.ReferralNum),
        "IsHidden": Filter(_R.IsHidden),
        "NotPerson": Filter(_R.NotPerson),
        "IsDoctor": Filter(_R.IsDoctor),
        "IsPreferred": Filter(_R.IsPreferred),
        "isPatient": Filter(_R.PatNum, _is_patient),
        "BusinessName": Filter(_R.BusinessName, _has_part),
    },
    order=(_R.ReferralNum,),
)
_FIELDS = (
    "LName", "FName", "MName", "SSN", "UsingTIN", "Specialty", "ST", "Telephone", "Address", "Address2", "City", "Zip",
    "Note", "Phone2", "NotPerson", "Title", "EMail", "IsDoctor", "BusinessName", "DisplayNote",
)  # fmt: skip
_OF_A_PATIENT = frozenset({"ReferralNum", "Note", "DisplayNote"})
"""The fields that may change for a source that is a patient."""


@serves(Referrals.get)
def get(work: Work, given: Given) -> Outcome:
    """One source."""
    return work.one(ROWS, "Referral", given)


@serves(Referrals.list)
def list_(work: Work, given: Given) -> Outcome:
    """The sources that match all filters; BusinessName matches partially."""
    return work.page(ROWS, given)


@serves(Referrals.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one from a patient, from a provider with a specialty, or from scratch."""
    _check(given)
    if "Specialty" in given and "specialty" in given:
        raise BadRequest("Only one of Specialty and specialty may be sent.")
    values = _from_patient(work, given) if given.get("PatNum") else _from_request(work, given)
    key = add_source(work, values)
    return work.created(ROWS, f"/referrals/{key}", {"ReferralNum": key})


def add_source(work: Work, values: dict[str, Any]) -> int:
    """Insert a source with these columns; returns its number."""
    key = work.insert(referral, values)
    log(work, "ReferralAdd", "Referral created.", pat_num=values.get("PatNum", 0), key=key)
    return key


def _from_patient(work: Work, given: Given) -> dict[str, Any]:
    person = work.find(patient, given["PatNum"], "Patient")
    if given["LName"].strip().casefold() != person.LName.casefold():
        raise BadRequest("LName is invalid: it must be the last name of the patient.")
    phone = re.sub(r"\D", "", person.HmPhone)
    return {
        **for_columns(referral, given, ("Note", "DisplayNote")),
        "PatNum": person.PatNum,
        "LName": person.LName,
        "FName": person.FName,
        "MName": person.MiddleI,
        "ST": person.State[:2],
        "Telephone": phone if len(phone) == 10 else "",
        "Address": person.Address,
        "Address2": person.Address2,
        "City": person.City,
        "Zip": person.Zip[:10],
        "Phone2": person.WkPhone or person.WirelessPhone,
        "Title": person.Title,
        "EMail": person.Email,
        "SSN": person.SSN[:9],
    }


def _from_request(work: Work, given: Given) -> dict[str, Any]:
    specialty = given.get("Specialty", 0)
    if given.get("specialty"):
        specialty = definition_named(work, (SPECIALTIES,), given["specialty"])
    kind = {"Specialty": specialty, "IsDoctor": int(specialty > 0), "NotPerson": int(not specialty)}
    return {**kind, **for_columns(referral, given, [name for name in _FIELDS if name != "Specialty"])}


@serves(Referrals.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one; for a source that is a patient, only the notes."""
    before = work.find(referral, given["ReferralNum"], "Referral")
    refuse_deleted_patient(work, before.PatNum)
    if before.PatNum and not given.keys() <= _OF_A_PATIENT:
        raise BadRequest("Only Note and DisplayNote can be changed on a referral that is a patient.")
    _check(given)
    work.update(referral, before.ReferralNum, for_columns(referral, given, _FIELDS))
    log(work, "ReferralEdit", "Referral changed.", pat_num=before.PatNum, key=before.ReferralNum)
    return work.one(ROWS, "Referral", {"ReferralNum": before.ReferralNum})


def _check(given: Given) -> None:
    """BadRequest for a field outside its documented limits."""
    if "LName" in given and not given["LName"].strip():
        raise BadRequest("LName is required.")
    if given.get("Telephone") and not re.fullmatch(r"\d{10}", given["Telephone"]):
        raise BadRequest("Telephone is invalid: exactly 10 digits, without punctuation.")
    if given.get("SSN") and not given["SSN"].isalnum():
        raise BadRequest("SSN is invalid: no punctuation is expected.")
