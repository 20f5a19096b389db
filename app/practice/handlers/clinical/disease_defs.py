"""DiseaseDefs: the list of problems."""

from __future__ import annotations

from app.practice.handlers.clinical.chart_rows import key_named, need_words
from app.practice.schema.histories import diseasedef
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_column
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.disease_defs import DiseaseDef, DiseaseDefs

_D = diseasedef.c
ROWS = Listing(
    name="DiseaseDef",
    columns=lambda: columns_of(DiseaseDef, diseasedef, {"ICD10Code": _D.Icd10Code}),
    source=diseasedef,
    filters={"DiseaseDefNum": Filter(_D.DiseaseDefNum)},
    order=(_D.ItemOrder, _D.DiseaseDefNum),
)


@serves(DiseaseDefs.get)
def get(work: Work, given: Given) -> Outcome:
    """One problem definition."""
    return work.one(ROWS, "DiseaseDef", given)


@serves(DiseaseDefs.list)
def list_(work: Work, given: Given) -> Outcome:
    """The whole list, hidden ones included."""
    return work.page(ROWS, given)


@serves(DiseaseDefs.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one; names are unique."""
    need_words(given, "DiseaseName")
    if key_named(work, _D.DiseaseName, given["DiseaseName"]):
        raise BadRequest("A DiseaseDef with that name already exists")
    add_definition(work, given["DiseaseName"])
    return None


def add_definition(work: Work, name: str) -> int:
    """Insert a problem at the end of the list; returns its number."""
    values = {
        "DiseaseName": for_column(_D.DiseaseName, name.strip(), "DiseaseName"),
        "ItemOrder": work.next_order(_D.ItemOrder),
    }
    key = work.insert(diseasedef, values)
    log(work, "ProblemDefEdit", "DiseaseDef created.", key=key)
    signal(work, "Diseases")
    return key
