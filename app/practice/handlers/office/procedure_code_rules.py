"""Field rules of procedure codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.office.sent import refuse_below, refuse_blank, refuse_zero
from app.practice.schema.enums.base import TREAT_AREA
from app.practice.schema.enums.catalog import TOOTH_PAINT
from app.practice.schema.procedures import procedurecode
from app.practice.server.references import definition_named
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.work import Given, Work

CATEGORIES = 11
_TEXT = TOOTH_PAINT.number("Text")
_TEETH_TOO = frozenset(TREAT_AREA.number(word) for word in ("Quad", "Arch"))
_FORMS: Mapping[str, tuple[str, str]] = {
    "ProcTime": (r"[X/]+", "only X and / are expected, one for each step of the time increment"),
    "DrugNDC": (r"|\d{11}", "11 digits are expected"),
    "RevenueCodeDefault": (r"|\d{3}", "three digits are expected"),
    "DiagnosticCodes": (
        r"|{code}(,{code}){{0,3}}".format(code=r"[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?"),
        "up to four ICD-10 codes are expected, with commas and without blanks",
    ),
}
"""Required formats of some texts, with their explanations."""


def check_fields(work: Work, given: Given) -> None:
    """BadRequest for an invalid field, NotFound for a code that does not exist."""
    refuse_blank(given, "ProcCode", "Descript", "AbbrDesc")
    refuse_below(given, 0, "BaseUnits", "CanadaTimeUnits")
    for name, (form, words) in _FORMS.items():
        if name in given and not re.fullmatch(form, given[name], re.ASCII):
            raise BadRequest(f"{name} is invalid: {words}.")
    if given.get("MedicalCode") and existing_code(work, given["MedicalCode"]) is None:
        raise NotFound("MedicalCode not found.")
    if given.get("SubstitutionCode"):
        check_substitution(work, given["SubstitutionCode"])


def check_substitution(work: Work, text: str) -> None:
    """NotFound unless a code with exactly this text exists (case-sensitive)."""
    if existing_code(work, text) != text:
        raise NotFound("SubstitutionCode not found: it is written as the procedure code, capitals and all.")


def existing_code(work: Work, text: str) -> str | None:
    """A procedure code, found without regard to case; None when there is none."""
    wanted = sa.select(procedurecode.c.ProcCode).where(procedurecode.c.ProcCode == text)
    return work.connection.execute(wanted).scalar()


def category_of(work: Work, given: Given) -> dict[str, int]:
    """The category given by number or name, if any. BadRequest for both at once."""
    if "ProcCat" in given and "procCat" in given:
        raise BadRequest("Only one of ProcCat and procCat may be sent.")
    refuse_zero(given, "ProcCat")
    if "ProcCat" in given:
        return {"ProcCat": given["ProcCat"]}
    if "procCat" in given:
        return {"ProcCat": definition_named(work, (CATEGORIES,), given["procCat"])}
    return {}


def settle_pairs(values: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """The new values with dependent fields: paint text, and tooth fields besides the area.

    BadRequest for a value whose field does not apply; a stored value is cleared when the field that it
    depends on changes.
    """
    after = {**before, **values}
    settled = dict(values)
    if after["PaintText"] and after["PaintType"] != _TEXT:
        if values.get("PaintText"):
            raise BadRequest("PaintText is invalid: it needs the PaintType Text.")
        settled["PaintText"] = ""
    if after["AreaAlsoToothRange"] and after["TreatArea"] not in _TEETH_TOO:
        if values.get("AreaAlsoToothRange"):
            raise BadRequest("AreaAlsoToothRange is invalid: it needs the TreatArea Quad or Arch.")
        settled["AreaAlsoToothRange"] = 0
    return settled
