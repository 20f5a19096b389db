"""Planned appointments, scheduling them, and appointments from WebSched slots."""

from __future__ import annotations

import datetime
from typing import Any

from app.domain.schedule.pattern import MAX_SLOTS, plain, secondary_for
from app.domain.schedule.visit import SLOT_MINUTES
from app.practice.handlers.schedule.appointment_rows import rows_for
from app.practice.handlers.schedule.appointment_writes import book, editable, new_visit, next_planned
from app.practice.handlers.schedule.visit_rules import check_place, stretch_to_procedures, usual_clinic
from app.practice.handlers.schedule.web_sched import linked_type
from app.practice.rules.procedures import TREATMENT_PLANNED, describe_visit, on_visit
from app.practice.schema.enums.base import APT_STATUS, ESERVICE_KEY, ESERVICE_TYPE
from app.practice.schema.office import definition
from app.practice.schema.people import patient
from app.practice.schema.procedures import procedurelog
from app.practice.schema.records import eservicelog
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Created, Given, Outcome, Work
from app.wire.resources.appointments import Appointments, ApptStatus

_PLANNED = APT_STATUS.number(ApptStatus.PLANNED)
_NEW_PATIENT_TYPES = 42
_COPIED = (
    "PatNum", "Pattern", "PatternSecondary", "Confirmed", "TimeLocked", "Note", "ProvHyg", "ProcDescript",
    "ClinicNum", "IsHygiene", "IsNewPatient", "InsPlan1", "InsPlan2", "ColorOverride", "AppointmentTypeNum",
    "Priority", "ItemOrderPlanned", "ProcsColored",
)  # fmt: skip
"""What a scheduled appointment copies from its planned one."""


@serves(Appointments.create_planned)
def create_planned(work: Work, given: Given) -> Outcome:
    """Plan one, with the procedures of its type or the named ones."""
    person = work.find(patient, given["PatNum"], "Patient")
    procedures = list(dict.fromkeys(given.get("procNums", ())))
    _check_procedures(work, given, procedures)
    sent = {name: value for name, value in given.items() if name != "procNums"}
    values = {"ClinicNum": person.ClinicNum, **new_visit(work, sent, person), "AptStatus": _PLANNED}
    values["ItemOrderPlanned"] = next_planned(work, person.PatNum)
    if not procedures and "Pattern" not in given and not given.get("AppointmentTypeNum"):
        minutes = work.preference_number("AppointmentWithoutProcsDefaultLength")
        if minutes:
            values["Pattern"] = plain(minutes)
            values["PatternSecondary"] = secondary_for(values["Pattern"], "")
    answer = book(work, sent, values)
    key = int(answer.path.rpartition("/")[2])
    if procedures:
        _attach(work, key, procedures)
        if "Pattern" not in given:
            stretch_to_procedures(work, key, given)
    return work.created(rows_for(work).created, answer.path, {"AptNum": key})


def _check_procedures(work: Work, given: Given, procedures: list[int]) -> None:
    if not procedures and not given.get("AppointmentTypeNum"):
        if work.preference("ApptsRequireProc") == "1":
            raise BadRequest("procNums or AppointmentTypeNum is required: the office wants procedures.")
        return
    for number in procedures:
        row = work.find(procedurelog, number, "Procedure")
        if row.PatNum != given["PatNum"]:
            raise BadRequest(f"procNums is invalid: procedure {number} is another patient's.")
        if row.ProcStatus != TREATMENT_PLANNED:
            raise BadRequest(f"procNums is invalid: procedure {number} is not treatment planned.")


def _attach(work: Work, apt_num: int, procedures: list[int]) -> None:
    for number in procedures:
        work.update(procedurelog, number, {"PlannedAptNum": apt_num})
    describe_visit(work, apt_num)


@serves(Appointments.schedule_planned)
def schedule_planned(work: Work, given: Given) -> Outcome:
    """Schedule a planned appointment as a copy; the planned one stays unchanged."""
    planned = editable(work, given["AptNum"])
    if planned.AptStatus != _PLANNED:
        raise BadRequest("AptNum is invalid: the appointment's AptStatus is not Planned.")
    values: dict[str, Any] = {
        **{name: getattr(planned, name) for name in _COPIED},
        "AptStatus": APT_STATUS.number(ApptStatus.SCHEDULED),
        "NextAptNum": planned.AptNum,
        "SecDateTEntry": work.now,
        **{
            name: given[name]
            for name in ("AptDateTime", "ProvNum", "Op", "Confirmed", "Note")
            if name in given
        },
    }
    check_place(work, values, None)
    answer = book(work, {}, values)
    key = int(answer.path.rpartition("/")[2])
    for row in on_visit(work, planned):
        if row.AptNum == 0 and row.ProcStatus == TREATMENT_PLANNED:
            work.update(procedurelog, row.ProcNum, {"AptNum": key})
    return answer


@serves(Appointments.create_web_sched)
def create_web_sched(work: Work, given: Given) -> Outcome:
    """Book a slot that GET SlotsWebSched offered."""
    start, end = given["DateTimeStart"], given["DateTimeEnd"]
    kind = linked_type(work, given["defNumApptType"])
    if kind is None:
        raise BadRequest("defNumApptType is invalid: no appointment type is linked to it.")
    slots = (end - start) // datetime.timedelta(minutes=SLOT_MINUTES)
    if not 0 < slots <= MAX_SLOTS:
        raise BadRequest("DateTimeEnd is invalid: it must come after DateTimeStart, on the same day.")
    reason = work.find(definition, given["defNumApptType"], "Definition")
    is_new = reason.Category == _NEW_PATIENT_TYPES
    sent: dict[str, Any] = {
        "PatNum": given["PatNum"],
        "AptDateTime": start,
        "ProvNum": given["ProvNum"],
        "Op": given["OpNum"],
        "AppointmentTypeNum": kind.AppointmentTypeNum,
        "IsNewPatient": is_new,
        "Note": f"Appointment Reason: {reason.ItemName}",
        "Pattern": kind.Pattern or "X" * slots,
    }
    status = work.preference_number(
        "WebSchedNewPatConfirmStatus" if is_new else "WebSchedRecallConfirmStatus"
    )
    if status:
        sent["Confirmed"] = status
    person = work.find(patient, given["PatNum"], "Patient")
    values = {"ClinicNum": usual_clinic(work, given["OpNum"], person), **new_visit(work, sent, person)}
    check_place(work, values, None)
    return _logged(work, book(work, sent, values), person.PatNum, is_new=is_new)


def _logged(work: Work, answer: Created, pat_num: int, *, is_new: bool) -> Outcome:
    """Record which web scheduling created it; the answer is PUT's, with a blank stamp."""
    key = int(answer.path.rpartition("/")[2])
    work.insert(
        eservicelog,
        {
            "LogDateTime": work.now,
            "PatNum": pat_num,
            "EServiceType": ESERVICE_TYPE.number("WSNewPat" if is_new else "WSExistingPat"),
            "KeyType": ESERVICE_KEY.number("ApptNum"),
            "FKey": key,
        },
    )
    return work.created(rows_for(work).blank, answer.path, {"AptNum": key})
