"""ProcedureCodes."""

from __future__ import annotations

import operator
from types import MappingProxyType
from typing import Any

from app.practice.handlers.office.procedure_code_rules import (
    category_of,
    check_fields,
    existing_code,
    settle_pairs,
)
from app.practice.schema.office import definition
from app.practice.schema.procedures import procedurecode
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.procedure_codes import ProcedureCode, ProcedureCodes

_C = procedurecode.c
USUAL_TIME = "/X/"
_BLANK = MappingProxyType({"PaintText": "", "PaintType": 0, "AreaAlsoToothRange": 0, "TreatArea": 0})
"""Defaults of a new code for fields that depend on each other."""
_BY_ITSELF = ("MedicalCode", "SubstitutionCode")
"""Codes that may be sent empty to clear them."""
ROWS = Listing(
    name="ProcedureCode",
    columns=lambda: columns_of(
        ProcedureCode,
        procedurecode,
        {"procCat": name_behind(_C.ProcCat, definition.c.DefNum, definition.c.ItemName)},
    ),
    source=procedurecode,
    filters={"CodeNum": Filter(_C.CodeNum), "DateTStamp": Filter(_C.DateTStamp, operator.ge)},
    order=(_C.CodeNum,),
)


@serves(ProcedureCodes.get)
def get(work: Work, given: Given) -> Outcome:
    """One code."""
    return work.one(ROWS, "ProcedureCode", given)


@serves(ProcedureCodes.list)
def list_(work: Work, given: Given) -> Outcome:
    """All codes, or those changed at or after a time."""
    return work.page(ROWS, given)


@serves(ProcedureCodes.create, unchecked=_BY_ITSELF)
def create(work: Work, given: Given) -> Outcome:
    """Add a new code."""
    check_fields(work, given)
    category = category_of(work, given)
    if not category:
        raise BadRequest("ProcCat or procCat is required.")
    if existing_code(work, given["ProcCode"]) is not None:
        raise BadRequest("ProcCode is invalid: the office has this code already.")
    values = settle_pairs(_columns(given, category), _BLANK)
    key = work.insert(procedurecode, {"ProcTime": USUAL_TIME, **values})
    _tell(work, "Procedure code created.", key)
    return work.created(ROWS, f"/procedurecodes/{key}", {"CodeNum": key})


@serves(ProcedureCodes.update, unchecked=_BY_ITSELF)
def update(work: Work, given: Given) -> Outcome:
    """Change everything of a code except the code itself."""
    before = work.find(procedurecode, given["CodeNum"], "ProcedureCode")
    check_fields(work, given)
    values = settle_pairs(
        _columns(given, category_of(work, given)), {name: getattr(before, name) for name in _BLANK}
    )
    work.update(procedurecode, before.CodeNum, values)
    _tell(work, "Procedure code changed.", before.CodeNum)
    return work.one(ROWS, "ProcedureCode", {"CodeNum": before.CodeNum})


def _columns(given: Given, category: dict[str, int]) -> dict[str, Any]:
    names = [name for name in given if name not in ("CodeNum", "ProcCat", "procCat")]
    return {**for_columns(procedurecode, given, names), **category}


def _tell(work: Work, words: str, key: int) -> None:
    log(work, "ProcCodeEdit", words, key=key)
    signal(work, "ProcCodes")
