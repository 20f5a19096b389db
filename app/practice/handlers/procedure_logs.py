"""ProcedureLogs: charted, changed and deleted."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.practice.access import is_newer
from app.practice.audit import log
from app.practice.balances import refresh_balances
from app.practice.claims import ESTIMATE, PREAUTH, procs_on, total_claim
from app.practice.handlers.procedure_rows import CREATED, ROWS, UPDATED
from app.practice.handlers.treatment_area import PARTS, check_area, teeth_listed
from app.practice.procedure_ties import bring_along
from app.practice.procedures import (
    COMPLETE,
    GROUP_NOTE,
    add_procedure,
    code_of,
    code_row,
    describe_visit,
    fee_for,
)
from app.practice.recalls import refresh_recalls
from app.practice.references import definition_named, first_definition, refuse_deleted_patient
from app.practice.refusals import BadRequest, NotFound
from app.practice.routing import serves
from app.practice.schema import appointment, claimproc, metadata, patient, procedurelog
from app.practice.schema.codes import APT_STATUS, PAY_PLAN_LINK, PROC_STATUS
from app.practice.wireform import for_columns
from app.practice.work import Given, Outcome, Row, Work
from app.wire.resources.procedure_logs import ProcedureLogs

PRIORITIES, DIAGNOSES = 20, 16
_DELETABLE = frozenset(PROC_STATUS.number(word) for word in ("TP", "TPi"))
_COMPLETE_TOO_SINCE = "23.1.11"
_HANGS_ON = (
    ("paysplit", "ProcNum", "a payment"),
    ("adjustment", "ProcNum", "an adjustment"),
    ("rxpat", "ProcNum", "a prescription"),
    ("payplancharge", "ProcNum", "a payment plan"),
    ("refattach", "ProcNum", "a referral"),
    ("orthoproclink", "ProcNum", "an ortho case"),
)
"""What keeps a procedure from being deleted, besides whatever of insurance is more than an estimate."""
_FIELDS = ("PatNum", "AptNum", "PlannedAptNum", "ProcDate", "ProcStatus", "ProvNum", "ClinicNum", "ProcFee")


@serves(ProcedureLogs.get)
def get(work: Work, given: Given) -> Outcome:
    """One procedure."""
    return work.one(ROWS, "Procedure", given)


@serves(ProcedureLogs.list)
def list_(work: Work, given: Given) -> Outcome:
    """The procedures that meet every filter; DateTStamp: changed at that moment or later."""
    return work.page(ROWS, given)


@serves(ProcedureLogs.create)
def create(work: Work, given: Given) -> Outcome:
    """Chart one. The code's own notes are not used."""
    code = code_row(work, given["procCode"])
    if code is None:
        raise NotFound("procCode not found.")
    person = work.find(patient, given["PatNum"], "Patient")
    check_visits(work, given, person.PatNum)
    parts = sent_parts(given)
    check_area(code, parts)
    prov_num = given.get("ProvNum") or _usual_provider(work, given, person)
    clinic_num = given.get("ClinicNum", person.ClinicNum)
    values = {
        "ClinicNum": clinic_num,
        "ProcFee": fee_for(work, code.CodeNum, person.PatNum, prov_num, clinic_num),
        "Priority": first_definition(work, PRIORITIES),
        "Dx": first_definition(work, DIAGNOSES),
        **for_columns(procedurelog, given, _FIELDS),
        **named(work, given),
        **parts,
        "ProvNum": prov_num,
        "CodeNum": code.CodeNum,
    }
    key = add_procedure(work, values)
    _follow(work, given.get("AptNum", 0), given.get("PlannedAptNum", 0))
    refresh_recalls(work, person.PatNum)
    permission = "ProcComplCreate" if values["ProcStatus"] == COMPLETE else "TreatPlanEdit"
    log(work, permission, "Procedure created.", pat_num=person.PatNum, key=key)
    return work.created(CREATED, f"/procedurelogs/{key}", {"ProcNum": key})


@serves(ProcedureLogs.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one, and what hangs on it. Where and what it is cannot change once it is complete."""
    before = changeable(work, given["ProcNum"])
    check_visits(work, given, before.PatNum)
    values = {**for_columns(procedurelog, given, _FIELDS), **named(work, given)}
    parts = {
        name: text for name, text in sent_parts(given).items() if text not in ("", getattr(before, name))
    }
    present = code_of(work, before.CodeNum).ProcCode
    if parts or given.get("procCode", present) != present:
        if before.ProcStatus == COMPLETE:
            raise BadRequest("procCode, ToothNum, Surf and ToothRange cannot change on a complete procedure.")
        values.update(_moved(work, given, before, parts))
    if values.get("ProcStatus") == COMPLETE and before.ProcStatus != COMPLETE:
        values.update({"DateEntryC": work.today, "DateComplete": work.today})
    work.update(procedurelog, before.ProcNum, values)
    after = work.find(procedurelog, before.ProcNum, "Procedure")
    bring_along(work, before, after)
    if COMPLETE in (before.ProcStatus, after.ProcStatus):
        refresh_balances(work, [before.PatNum])
    _follow(work, before.AptNum, before.PlannedAptNum, after.AptNum, after.PlannedAptNum)
    refresh_recalls(work, before.PatNum)
    log(work, "ProcEdit", "Procedure changed.", pat_num=before.PatNum, key=before.ProcNum)
    return work.one(UPDATED, "Procedure", {"ProcNum": before.ProcNum})


@serves(ProcedureLogs.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one that nothing hangs on."""
    row = changeable(work, given["ProcNum"])
    _refuse_status(work, row)
    claims = _preauthorizations(work, row)
    for name, column, words in _HANGS_ON:
        table = metadata.tables[name]
        _refuse_if(work, sa.select(table.c[column]).where(table.c[column] == row.ProcNum), words)
    links = metadata.tables["payplanlink"].c
    linked = sa.select(links.FKey).where(
        links.FKey == row.ProcNum, links.LinkType == PAY_PLAN_LINK.number("Procedure")
    )
    _refuse_if(work, linked, "a payment plan")
    work.connection.execute(sa.delete(claimproc).where(claimproc.c.ProcNum == row.ProcNum))
    for claim_num in claims:
        total_claim(work, claim_num)
    remove(work, row)
    return None


def _refuse_status(work: Work, row: Row) -> None:
    if row.ProcStatus == COMPLETE:
        if is_newer(_COMPLETE_TOO_SINCE, work.office.version):
            raise BadRequest(
                f"A complete procedure cannot be deleted before Open Dental {_COMPLETE_TOO_SINCE}."
            )
    elif row.ProcStatus not in _DELETABLE:
        raise BadRequest("Only procedures of the statuses TP, TPi and C can be deleted.")


def _preauthorizations(work: Work, row: Row) -> set[int]:
    """The preauthorizations that a procedure stands on. BadRequest for any other claim, and where it is the last."""
    columns = claimproc.c
    mine = sa.select(columns.ClaimNum).where(columns.ProcNum == row.ProcNum)
    more = mine.where(columns.Status.not_in((ESTIMATE, PREAUTH)))
    _refuse_if(work, more, "a claim or an insurance payment")
    claims = set(work.connection.execute(mine.where(columns.Status == PREAUTH)).scalars())
    for claim_num in claims:
        if all(each.ProcNum == row.ProcNum for each in procs_on(work, claim_num)):
            raise BadRequest("The procedure cannot be deleted: it is the last one of a preauthorization.")
    return claims


def remove(work: Work, row: Row) -> None:
    """Take a procedure off the chart: its row stays, with the status D, as Open Dental does."""
    gone = {"ProcStatus": PROC_STATUS.number("D"), "AptNum": 0, "PlannedAptNum": 0}
    work.update(procedurelog, row.ProcNum, gone)
    if row.ProcStatus == COMPLETE:
        refresh_balances(work, [row.PatNum])
    _follow(work, row.AptNum, row.PlannedAptNum)
    refresh_recalls(work, row.PatNum)
    log(work, "ProcDelete", "Procedure deleted.", pat_num=row.PatNum, key=row.ProcNum)


def changeable(work: Work, proc_num: int) -> Row:
    """A procedure that may be changed. NotFound as "Procedure not found.", BadRequest for a deleted patient's."""
    row = work.find(procedurelog, proc_num, "Procedure")
    if row.ProcStatus == PROC_STATUS.number("D"):
        raise NotFound("Procedure not found.")
    refuse_deleted_patient(work, row.PatNum)
    return row


def is_group_note(work: Work, row: Row) -> bool:
    """Whether a procedure is the note on several."""
    return bool(code_of(work, row.CodeNum).ProcCode == GROUP_NOTE)


def check_visits(work: Work, given: Given, pat_num: int) -> None:
    """BadRequest for another patient's appointment, or a PlannedAptNum that is not planned."""
    for name in ("AptNum", "PlannedAptNum"):
        if not given.get(name):
            continue
        visit = work.appointment(given[name])
        if visit.PatNum != pat_num:
            raise BadRequest(f"{name} is invalid: the appointment is another patient's.")
        planned = visit.AptStatus == APT_STATUS.number("Planned")
        if planned != (name == "PlannedAptNum"):
            raise BadRequest(f"{name} is invalid: the appointment is {'' if planned else 'not '}planned.")


def named(work: Work, given: Given) -> dict[str, int]:
    """Priority and diagnosis, by number or by name. BadRequest for both at once."""
    found = {}
    for number, name, category in (("Priority", "priority", PRIORITIES), ("Dx", "dxName", DIAGNOSES)):
        if number in given and name in given:
            raise BadRequest(f"Only one of {number} and {name} may be sent.")
        if number in given:
            found[number] = given[number]
        elif name in given:
            found[number] = definition_named(work, (category,), given[name])
    return found


def sent_parts(given: Given) -> dict[str, str]:
    """Surface, tooth and tooth range of a request, the range with its spans written out."""
    parts = {name: given[name].strip() for name in PARTS if name in given}
    if parts.get("ToothRange"):
        parts["ToothRange"] = teeth_listed(parts["ToothRange"])
    return parts


def _moved(work: Work, given: Given, before: Row, parts: dict[str, str]) -> dict[str, Any]:
    code = present = code_of(work, before.CodeNum)
    if "procCode" in given:
        found = code_row(work, given["procCode"])
        if found is None:
            raise NotFound("procCode not found.")
        if found.TreatArea != present.TreatArea:
            raise BadRequest("procCode is invalid: it must have the same treatment area as the present code.")
        code = found
    check_area(code, {**{name: getattr(before, name) for name in PARTS}, **parts})
    return {**parts, "CodeNum": code.CodeNum}


def _usual_provider(work: Work, given: Given, person: Row) -> int:
    wanted = sa.select(appointment.c.ProvNum).where(appointment.c.AptNum == given.get("AptNum", 0))
    of_visit = work.connection.execute(wanted).scalar()
    return of_visit or int(person.PriProv) or work.preference_number("PracticeDefaultProv")


def _follow(work: Work, *apt_nums: int) -> None:
    """The appointments that gained or lost a procedure say anew what they are for."""
    for apt_num in set(apt_nums) - {0}:
        describe_visit(work, apt_num)


def _refuse_if(work: Work, wanted: sa.Select[Any], words: str) -> None:
    if work.connection.execute(wanted.limit(1)).first() is not None:
        raise BadRequest(f"The procedure cannot be deleted: {words} is attached to it.")
