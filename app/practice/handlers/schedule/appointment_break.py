"""Breaking appointments: missed or canceled."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.people.commlogs import automatic_type
from app.practice.handlers.schedule.appointment_writes import editable, finish, save
from app.practice.rules.procedures import COMPLETE, add_procedure, code_row
from app.practice.schema.enums.base import APT_STATUS
from app.practice.schema.people import commlog
from app.practice.schema.procedures import procedurelog, procnote
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.appointments import Appointments, ApptStatus, BreakType

_CODES = {BreakType.MISSED: "D9986", BreakType.CANCELLED: "D9987"}
_WORDS = {BreakType.MISSED: "Missed", BreakType.CANCELLED: "Cancelled"}
_ALLOWED = {
    0: (),
    1: (BreakType.MISSED,),
    2: (BreakType.CANCELLED,),
    3: (BreakType.MISSED, BreakType.CANCELLED),
}
"""The procedures that the BrokenApptProcedure preference charts: none, missed, canceled, both."""


@serves(Appointments.break_)
def break_(work: Work, given: Given) -> Outcome:
    """Break a scheduled one; preferences decide about the commlog and the procedure."""
    before = editable(work, given["AptNum"])
    if before.AptStatus != APT_STATUS.number(ApptStatus.SCHEDULED):
        raise BadRequest("Only an appointment whose AptStatus is Scheduled can be broken.")
    kind = given.get("breakType")
    if kind is not None:
        _chart(work, before, kind)
    to_list = given["sendToUnscheduledList"]
    status = ApptStatus.UNSCHED_LIST if to_list else ApptStatus.BROKEN
    save(work, before, {"AptStatus": APT_STATUS.number(status)})
    if work.switches.broken_detaches_procedures:
        detached = sa.update(procedurelog).where(procedurelog.c.AptNum == before.AptNum)
        work.connection.execute(detached.values(AptNum=0, DateTStamp=work.now))
    if work.preference("BrokenApptCommLog") == "1":
        _write_down(work, before, kind)
    finish(work, before, "Changed" if kind is None else _WORDS[kind])
    return None


def _chart(work: Work, visit: Row, kind: BreakType) -> None:
    if kind not in _ALLOWED.get(work.preference_number("BrokenApptProcedure"), ()):
        raise BadRequest(
            "breakType is invalid: the office's broken appointment procedure type leaves it out."
        )
    code = code_row(work, _CODES[kind])
    if code is None:
        raise BadRequest(f"breakType is invalid: the office has no procedure code {_CODES[kind]}.")
    number = add_procedure(
        work,
        {
            "PatNum": visit.PatNum,
            "CodeNum": code.CodeNum,
            "ProcStatus": COMPLETE,
            "ProcDate": work.today,
            "ProvNum": visit.ProvNum,
            "ClinicNum": visit.ClinicNum,
        },
    )
    note = {"PatNum": visit.PatNum, "ProcNum": number, "EntryDateTime": work.now, "Note": _words(visit, kind)}
    work.insert(procnote, note)


def _write_down(work: Work, visit: Row, kind: BreakType | None) -> None:
    values = {
        "PatNum": visit.PatNum,
        "CommDateTime": work.now,
        "CommType": automatic_type(work, "APPT"),
        "Note": _words(visit, kind),
        "DateTEntry": work.now,
    }
    work.insert(commlog, values)


def _words(visit: Row, kind: BreakType | None) -> str:
    how = (
        {BreakType.MISSED: "MISSED", BreakType.CANCELLED: "CANCELLED"}.get(kind, "BROKEN")
        if kind
        else "BROKEN"
    )
    return f"Appt {how} for {visit.ProcDescript}  {visit.AptDateTime}"
