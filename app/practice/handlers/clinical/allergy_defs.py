"""AllergyDefs: what patients may be allergic to."""

from __future__ import annotations

import sqlalchemy as sa
from msgspec.structs import replace

from app.practice.handlers.clinical.chart_rows import key_named, need_words
from app.practice.schema.histories import allergy, allergydef
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, for_column, for_columns, quoted, wire_form
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.allergy_defs import AllergyDef, AllergyDefs

_D = allergydef.c
_IN_USE = sa.select(allergy.c.AllergyNum).where(allergy.c.AllergyDefNum == _D.AllergyDefNum).exists()
_NEVER_SET: Expression = sa.literal_column("0")
ONE = Listing(
    name="AllergyDef",
    columns=lambda: columns_of(
        AllergyDef,
        allergydef,
        {"SnomedType": sa.case((_D.SnomedType == _NEVER_SET, quoted("")), else_=wire_form(_D.SnomedType))},
    ),
    source=allergydef,
    filters={"AllergyDefNum": Filter(_D.AllergyDefNum)},
    order=(_D.Description, _D.AllergyDefNum),
)
ROWS = replace(ONE, always=(_IN_USE,))


@serves(AllergyDefs.get)
def get(work: Work, given: Given) -> Outcome:
    """One definition, in use or not."""
    return work.one(ONE, "AllergyDef", given)


@serves(AllergyDefs.list)
def list_(work: Work, given: Given) -> Outcome:
    """Definitions in use by a patient."""
    return work.page(ROWS, given)


@serves(AllergyDefs.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one; descriptions are unique."""
    need_words(given, "Description")
    _refuse_taken(work, given["Description"])
    add_definition(work, given["Description"])
    return None


@serves(AllergyDefs.update)
def update(work: Work, given: Given) -> Outcome:
    """Rename, hide or show one; descriptions stay unique."""
    key = given["AllergyDefNum"]
    work.find(allergydef, key, "AllergyDef")
    need_words(given, "Description")
    if "Description" in given:
        given["Description"] = given["Description"].strip()
        _refuse_taken(work, given["Description"], besides=key)
    work.update(allergydef, key, for_columns(allergydef, given, ("Description", "IsHidden")))
    log(work, "AllergyDefEdit", "AllergyDef changed.", key=key)
    signal(work, "Diseases")
    return work.one(ONE, "AllergyDef", {"AllergyDefNum": key})


def _refuse_taken(work: Work, description: str, besides: int = 0) -> None:
    if key_named(work, _D.Description, description) not in (0, besides):
        raise BadRequest("An AllergyDef with that name already exists")


def add_definition(work: Work, description: str) -> int:
    """Insert a definition; returns its number."""
    key = work.insert(
        allergydef, {"Description": for_column(_D.Description, description.strip(), "Description")}
    )
    log(work, "AllergyDefEdit", "AllergyDef created.", key=key)
    signal(work, "Diseases")
    return key
