"""ProcedureLogs: reading and adding. Changes and deletion are in procedure_changes."""

from __future__ import annotations

import datetime
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.clinical.procedure_rows import CREATED, rows_of
from app.practice.handlers.clinical.treatment_area import PARTS, check_area, teeth_listed
from app.practice.rules.balances import refresh_balances
from app.practice.rules.procedures import (
    COMPLETE,
    GROUP_NOTE,
    add_procedure,
    code_of,
    code_row,
    describe_visit,
    fee_for,
)
from app.practice.rules.recalls import refresh_recalls
from app.practice.schema.enums.base import APT_STATUS, PROC_STATUS
from app.practice.schema.people import patient
from app.practice.schema.procedures import procedurelog
from app.practice.schema.schedule import appointment
from app.practice.server.access import is_newer
from app.practice.server.audit import log
from app.practice.server.references import definition_named, first_definition, refuse_deleted_patient
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.fields import NO_DATE
from app.wire.resources.procedure_logs import ProcedureLogs, ProcedureProsthesis, ProcedureStatus

PRIORITIES, DIAGNOSES = 20, 16
FIELDS = (
    "PatNum", "AptNum", "PlannedAptNum", "ProcDate", "ProcStatus", "ProvNum", "ClinicNum", "ProcFee", "PlaceService",
    "DateOriginalProsth", "IsDateProsthEst", "ClaimNote", "DateTP", "SiteNum", "ProcTime", "ProcTimeEnd", "Prognosis",
    "BillingNote", "Discount",
)  # fmt: skip


@serves(ProcedureLogs.get)
def get(work: Work, given: Given) -> Outcome:
    """One procedure."""
    return work.one(rows_of(work), "Procedure", given)


@serves(ProcedureLogs.list)
def list_(work: Work, given: Given) -> Outcome:
    """The procedures that match all filters; DateTStamp: changed at or after that time."""
    return work.page(rows_of(work), given)


@serves(ProcedureLogs.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one. The code's default notes are not used."""
    if not names_code(given):
        raise BadRequest("procCode or CodeNum is required.")
    code = sent_code(work, given)
    check_details(work, given, code)
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
        **sent_columns(given),
        **named(work, given),
        **parts,
        "ProvNum": prov_num,
        "CodeNum": code.CodeNum,
    }
    key = add_procedure(work, values)
    follow(work, given.get("AptNum", 0), given.get("PlannedAptNum", 0))
    refresh_recalls(work, person.PatNum)
    permission = "ProcComplCreate" if values["ProcStatus"] == COMPLETE else "TreatPlanEdit"
    log(work, permission, "Procedure created.", pat_num=person.PatNum, key=key)
    return work.created(CREATED, f"/procedurelogs/{key}", {"ProcNum": key})


def remove(work: Work, row: Row) -> None:
    """Delete a procedure: the row stays with status D, as in Open Dental."""
    gone = {"ProcStatus": PROC_STATUS.number("D"), "AptNum": 0, "PlannedAptNum": 0}
    work.update(procedurelog, row.ProcNum, gone)
    if row.ProcStatus == COMPLETE:
        refresh_balances(work, [row.PatNum])
    follow(work, row.AptNum, row.PlannedAptNum)
    refresh_recalls(work, row.PatNum)
    log(work, "ProcDelete", "Procedure deleted.", pat_num=row.PatNum, key=row.ProcNum)


def changeable(work: Work, proc_num: int) -> Row:
    """A procedure that may be changed. NotFound ("Procedure not found."), or BadRequest for a deleted patient."""
    row = work.find(procedurelog, proc_num, "Procedure")
    if row.ProcStatus == PROC_STATUS.number("D"):
        raise NotFound("Procedure not found.")
    refuse_deleted_patient(work, row.PatNum)
    return row


def is_group_note(work: Work, row: Row) -> bool:
    """Whether a procedure is a group note."""
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


def names_code(given: Given) -> bool:
    """Whether a request names a procedure code."""
    return bool(given.get("procCode") or given.get("CodeNum"))


def check_details(work: Work, given: Given, code: Row) -> None:
    """BadRequest for a status that the office is too old for, a prosthesis of another code, a feature that is off."""
    if given.get("ProcStatus") in _STATUSES_SINCE_25_1_14 and is_newer("25.1.14", work.office.version):
        raise BadRequest("ProcStatus is invalid: before Open Dental 25.1.14 it must be TP, C or EO.")
    for name in ("Prosthesis", "DateOriginalProsth"):
        if given.get(name) not in (None, ProcedureProsthesis.NO, NO_DATE) and not code.IsProsth:
            raise BadRequest(f"{name} cannot be set: the procedure code is not for a prosthesis.")
    if work.preference("EasyHidePublicHealth") == "1":
        for name in ("PlaceService", "SiteNum"):
            if given.get(name):
                raise BadRequest(f"{name} cannot be set: the Public Health feature is off.")
    ends = given.get("ProcTimeEnd") not in (None, datetime.time.min)
    if ends and work.preference("ShowFeatureMedicalInsurance") == "0":
        raise BadRequest("ProcTimeEnd cannot be set: the Medical Insurance feature is off.")


_STATUSES_SINCE_25_1_14 = frozenset(
    {ProcedureStatus.EXISTING_CURRENT, ProcedureStatus.REFERRED, ProcedureStatus.CONDITION}
)


def sent_code(work: Work, given: Given) -> Row:
    """The code of a request; CodeNum takes precedence over procCode. NotFound for an unknown one."""
    found = code_of(work, given["CodeNum"]) if given.get("CodeNum") else code_row(work, given["procCode"])
    if found is None:
        raise NotFound("procCode not found.")
    return found


def sent_columns(given: Given) -> dict[str, Any]:
    """A request's plain fields as stored; "No" prosthesis is stored as blank."""
    values = for_columns(procedurelog, given, FIELDS)
    if "Prosthesis" in given:
        values["Prosthesis"] = _PROSTHESES.get(given["Prosthesis"], given["Prosthesis"].value)
    return values


_PROSTHESES = {ProcedureProsthesis.NO: ""}


def sent_parts(given: Given) -> dict[str, str]:
    """Surface, tooth and tooth range of a request, with ranges expanded."""
    parts = {name: given[name].strip() for name in PARTS if name in given}
    if parts.get("ToothRange"):
        parts["ToothRange"] = teeth_listed(parts["ToothRange"])
    return parts


def _usual_provider(work: Work, given: Given, person: Row) -> int:
    wanted = sa.select(appointment.c.ProvNum).where(appointment.c.AptNum == given.get("AptNum", 0))
    of_visit = work.connection.execute(wanted).scalar()
    return of_visit or int(person.PriProv) or work.preference_number("PracticeDefaultProv")


def follow(work: Work, *apt_nums: int) -> None:
    """Update the description of appointments that gained or lost a procedure."""
    for apt_num in set(apt_nums) - {0}:
        describe_visit(work, apt_num)
