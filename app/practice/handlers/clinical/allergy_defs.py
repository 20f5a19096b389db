"""AllergyDefs: what patients may be allergic to."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.clinical.chart_rows import key_named, need_words
from app.practice.schema.histories import allergy, allergydef
from app.practice.server.audit import log, signal
from app.practice.server.listings import Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, for_column, quoted, wire_form
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.allergy_defs import AllergyDef, AllergyDefs

_D = allergydef.c
_IN_USE = sa.select(allergy.c.AllergyNum).where(allergy.c.AllergyDefNum == _D.AllergyDefNum).exists()
_NEVER_SET: Expression = sa.literal_column("0")
ROWS = Listing(
    name="AllergyDef",
    columns=lambda: columns_of(
        AllergyDef,
        allergydef,
        {"SnomedType": sa.case((_D.SnomedType == _NEVER_SET, quoted("")), else_=wire_form(_D.SnomedType))},
    ),
    source=allergydef,
    filters={},
    order=(_D.Description, _D.AllergyDefNum),
    always=(_IN_USE,),
)


@serves(AllergyDefs.list)
def list_(work: Work, given: Given) -> Outcome:
    """Definitions in use by a patient."""
    return work.page(ROWS, given)


@serves(AllergyDefs.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one; descriptions are unique."""
    need_words(given, "Description")
    if key_named(work, _D.Description, given["Description"]):
        raise BadRequest("An AllergyDef with that name already exists")
    add_definition(work, given["Description"])
    return None


def add_definition(work: Work, description: str) -> int:
    """Insert a definition; returns its number."""
    key = work.insert(
        allergydef, {"Description": for_column(_D.Description, description.strip(), "Description")}
    )
    log(work, "AllergyDefEdit", "AllergyDef created.", key=key)
    signal(work, "Diseases")
    return key
