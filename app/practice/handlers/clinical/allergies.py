"""Allergies: which patient is allergic to what."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.clinical.allergy_defs import add_definition
from app.practice.handlers.clinical.chart_rows import changeable, key_named, need_one, take_away
from app.practice.schema.histories import allergy, allergydef
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns, quoted, wire_form
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.allergies import Allergies, Allergy

_A, _D = allergy.c, allergydef.c
ROWS = Listing(
    name="Allergy",
    columns=lambda: columns_of(
        Allergy,
        allergy,
        {
            "defDescription": name_behind(_A.AllergyDefNum, _D.AllergyDefNum, _D.Description),
            # An allergy from a form has no definition.
            "defSnomedType": sa.func.coalesce(wire_form(_D.SnomedType), quoted("None")),
        },
    ),
    source=allergy.outerjoin(allergydef, _D.AllergyDefNum == _A.AllergyDefNum),
    filters={"PatNum": Filter(_A.PatNum)},
    order=(_A.AllergyNum,),
)
_CHANGEABLE = ("Reaction", "DateAdverseReaction", "StatusIsActive")


@serves(Allergies.list)
def list_(work: Work, given: Given) -> Outcome:
    """All allergies of a patient."""
    return work.page(ROWS, given)


@serves(Allergies.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one; a definition is created for an unknown description."""
    need_one(given, "defDescription", "AllergyDefNum")
    definition = given.get("AllergyDefNum") or key_named(work, _D.Description, given["defDescription"])
    values = {"StatusIsActive": 1, **for_columns(allergy, given, ("PatNum", *_CHANGEABLE))}
    values["AllergyDefNum"] = definition or add_definition(work, given["defDescription"])
    key = work.insert(allergy, values)
    log(work, "PatAllergyListEdit", "Allergy created.", pat_num=given["PatNum"], key=key)
    return None


@serves(Allergies.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the reaction, its date, and whether the patient still has the allergy."""
    row = changeable(work, allergy, given["AllergyNum"], "Allergy")
    work.update(allergy, row.AllergyNum, for_columns(allergy, given, _CHANGEABLE))
    log(work, "PatAllergyListEdit", "Allergy changed.", pat_num=row.PatNum, key=row.AllergyNum)
    return None


@serves(Allergies.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one."""
    row = changeable(work, allergy, given["AllergyNum"], "Allergy")
    take_away(work, allergy, row.AllergyNum)
    log(work, "PatAllergyListEdit", "Allergy deleted.", pat_num=row.PatNum, key=row.AllergyNum)
    return None
