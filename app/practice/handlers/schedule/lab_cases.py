"""LabCases: lab cases of patients."""

from __future__ import annotations

from app.practice.handlers.clinical.chart_rows import changeable, take_away
from app.practice.schema.charting import labcase
from app.practice.schema.enums.base import APT_STATUS
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.lab_cases import LabCase, LabCases

_FILTERS = ("LabCaseNum", "PatNum", "LaboratoryNum", "AptNum", "PlannedAptNum", "ProvNum")
ROWS = Listing(
    name="LabCase",
    columns=lambda: columns_of(LabCase, labcase),
    source=labcase,
    filters={name: Filter(labcase.c[name]) for name in _FILTERS},
    order=(labcase.c.LabCaseNum,),
)
_VISITS = (("AptNum", "Scheduled"), ("PlannedAptNum", "Planned"))
_NEEDED = ("LaboratoryNum", "ProvNum")


@serves(LabCases.get)
def get(work: Work, given: Given) -> Outcome:
    """One case."""
    return work.one(ROWS, "LabCase", given)


@serves(LabCases.list)
def list_(work: Work, given: Given) -> Outcome:
    """The cases that meet every filter."""
    return work.page(ROWS, given)


@serves(LabCases.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one, with or without an appointment."""
    _check(work, given, given["PatNum"])
    key = work.insert(labcase, for_columns(labcase, given, given))
    return work.created(ROWS, f"/labcases/{key}", {"LabCaseNum": key})


@serves(LabCases.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one; the patient stays."""
    row = changeable(work, labcase, given["LabCaseNum"], "LabCase")
    _check(work, given, row.PatNum)
    sent = [name for name in given if name != "LabCaseNum"]
    work.update(labcase, row.LabCaseNum, for_columns(labcase, given, sent))
    return work.one(ROWS, "LabCase", {"LabCaseNum": row.LabCaseNum})


@serves(LabCases.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one."""
    row = changeable(work, labcase, given["LabCaseNum"], "LabCase")
    take_away(work, labcase, row.LabCaseNum)
    return None


def _check(work: Work, given: Given, pat_num: int) -> None:
    """BadRequest for a case without a patient, or an appointment that it can't be attached to."""
    for name in _NEEDED:
        if given.get(name) == 0:
            raise BadRequest(f"{name} is required.")
    for name, status in _VISITS:
        if not given.get(name):
            continue
        visit = work.appointment(given[name])
        if visit.PatNum != pat_num:
            raise BadRequest(f"{name} is invalid: the appointment is another patient's.")
        if visit.AptStatus != APT_STATUS.number(status):
            raise BadRequest(f"{name} is invalid: the appointment's AptStatus must be {status}.")
