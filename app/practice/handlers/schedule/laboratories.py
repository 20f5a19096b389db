"""Laboratories, and their turnaround times."""

from __future__ import annotations

from app.practice.handlers.clinical.chart_rows import need_words
from app.practice.handlers.people.patient_writes import check_state, check_zip
from app.practice.schema.charting import laboratory, labturnaround
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.lab_turnarounds import LabTurnaround, LabTurnarounds
from app.wire.resources.laboratories import Laboratories, Laboratory

_T = labturnaround.c
ROWS = Listing(
    name="Laboratory",
    columns=lambda: columns_of(Laboratory, laboratory),
    source=laboratory,
    filters={"LaboratoryNum": Filter(laboratory.c.LaboratoryNum)},
    order=(laboratory.c.LaboratoryNum,),
)
TURNAROUNDS = Listing(
    name="LabTurnaround",
    columns=lambda: columns_of(LabTurnaround, labturnaround),
    source=labturnaround,
    filters={"LabTurnaroundNum": Filter(_T.LabTurnaroundNum), "LaboratoryNum": Filter(_T.LaboratoryNum)},
    order=(_T.LabTurnaroundNum,),
)
_CHANGEABLE = ("Description", "DaysPublished", "DaysActual")


@serves(Laboratories.get)
def get(work: Work, given: Given) -> Outcome:
    """One laboratory."""
    return work.one(ROWS, "Laboratory", given)


@serves(Laboratories.list)
def list_(work: Work, given: Given) -> Outcome:
    """All laboratories, hidden ones included."""
    return work.page(ROWS, given)


@serves(Laboratories.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one."""
    _check(work, given)
    key = work.insert(laboratory, for_columns(laboratory, given, given))
    log(work, "Setup", "Laboratory created.", key=key)
    return work.created(ROWS, f"/laboratories/{key}", {"LaboratoryNum": key})


@serves(Laboratories.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one."""
    key = given["LaboratoryNum"]
    work.find(laboratory, key, "Laboratory")
    _check(work, given)
    sent = [name for name in given if name != "LaboratoryNum"]
    work.update(laboratory, key, for_columns(laboratory, given, sent))
    log(work, "Setup", "Laboratory changed.", key=key)
    return work.one(ROWS, "Laboratory", {"LaboratoryNum": key})


def _check(work: Work, given: Given) -> None:
    need_words(given, "Description")
    check_state(given)
    if given.get("Zip"):
        check_zip(work, given["Zip"])


@serves(LabTurnarounds.get)
def get_turnaround(work: Work, given: Given) -> Outcome:
    """One turnaround."""
    return work.one(TURNAROUNDS, "LabTurnaround", given)


@serves(LabTurnarounds.list)
def list_turnarounds(work: Work, given: Given) -> Outcome:
    """Those of one laboratory, or all."""
    return work.page(TURNAROUNDS, given)


@serves(LabTurnarounds.create)
def create_turnaround(work: Work, given: Given) -> Outcome:
    """Add one to a laboratory."""
    need_words(given, "Description")
    if not given["LaboratoryNum"]:
        raise BadRequest("LaboratoryNum is required.")
    key = work.insert(labturnaround, for_columns(labturnaround, given, ("LaboratoryNum", *_CHANGEABLE)))
    log(work, "Setup", "LabTurnaround created.", key=key)
    return work.created(TURNAROUNDS, f"/labturnarounds/{key}", {"LabTurnaroundNum": key})


@serves(LabTurnarounds.update)
def update_turnaround(work: Work, given: Given) -> Outcome:
    """Change the service and its days; the laboratory stays."""
    key = given["LabTurnaroundNum"]
    work.find(labturnaround, key, "LabTurnaround")
    need_words(given, "Description")
    work.update(labturnaround, key, for_columns(labturnaround, given, _CHANGEABLE))
    log(work, "Setup", "LabTurnaround changed.", key=key)
    return work.one(TURNAROUNDS, "LabTurnaround", {"LabTurnaroundNum": key})
