"""Diseases: the problems of patients."""

from __future__ import annotations

from app.practice.handlers.clinical.chart_rows import changeable, key_named, need_one, take_away
from app.practice.handlers.clinical.disease_defs import add_definition
from app.practice.schema.histories import disease, diseasedef
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.older import required_until
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.diseases import Disease, Diseases

_D, _F = disease.c, diseasedef.c
ROWS = Listing(
    name="Disease",
    columns=lambda: columns_of(
        Disease,
        disease,
        {"diseaseDefName": name_behind(_D.DiseaseDefNum, _F.DiseaseDefNum, _F.DiseaseName)},
    ),
    source=disease,
    filters={"DiseaseNum": Filter(_D.DiseaseNum), "PatNum": Filter(_D.PatNum)},
    order=(_D.DiseaseNum,),
)
_ALL_PATIENTS_SINCE = "24.2.5"
_CHANGEABLE = ("DateStart", "DateStop", "ProbStatus", "PatNote")


@serves(Diseases.get)
def get(work: Work, given: Given) -> Outcome:
    """One problem."""
    return work.one(ROWS, "Disease", given)


@serves(Diseases.list)
def list_(work: Work, given: Given) -> Outcome:
    """All problems of a patient, or of all patients in a new enough office."""
    required_until(work, given, _ALL_PATIENTS_SINCE, "PatNum")
    return work.page(ROWS, given)


@serves(Diseases.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one; a definition is created for an unknown name."""
    need_one(given, "diseaseDefName", "DiseaseDefNum")
    definition = given.get("DiseaseDefNum") or key_named(work, _F.DiseaseName, given["diseaseDefName"])
    values = for_columns(disease, given, ("PatNum", *_CHANGEABLE))
    values["DiseaseDefNum"] = definition or add_definition(work, given["diseaseDefName"])
    key = work.insert(disease, values)
    log(work, "PatProblemListEdit", "Problem created.", pat_num=given["PatNum"], key=key)
    return work.created(ROWS, f"/diseases/{key}", {"DiseaseNum": key})


@serves(Diseases.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the dates, the status and the note, which is replaced."""
    row = changeable(work, disease, given["DiseaseNum"], "Disease")
    work.update(disease, row.DiseaseNum, for_columns(disease, given, _CHANGEABLE))
    log(work, "PatProblemListEdit", "Problem changed.", pat_num=row.PatNum, key=row.DiseaseNum)
    return work.one(ROWS, "Disease", {"DiseaseNum": row.DiseaseNum})


@serves(Diseases.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one."""
    row = changeable(work, disease, given["DiseaseNum"], "Disease")
    take_away(work, disease, row.DiseaseNum)
    log(work, "PatProblemListEdit", "Problem deleted.", pat_num=row.PatNum, key=row.DiseaseNum)
    return None
