"""Reading appointments."""

from __future__ import annotations

from app.practice.handlers.office.office_lists import uses_clinics
from app.practice.handlers.schedule.appointment_rows import rows_for
from app.practice.server.periods import bounds, picked
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.appointments import Appointments, ApptPriority


@serves(Appointments.get)
def get(work: Work, given: Given) -> Outcome:
    """One appointment."""
    return work.one(rows_for(work).full, "Appointment", given)


@serves(Appointments.list)
def list_(work: Work, given: Given) -> Outcome:
    """All that meet every filter given."""
    wanted = picked(given, "PatNum", "AptStatus", "Op", "ClinicNum", "DateTStamp", "AppointmentTypeNum")
    days = bounds(given)
    rows = rows_for(work)
    return work.page(rows.by_time if days else rows.full, {**wanted, **days})


@serves(Appointments.asap)
def asap(work: Work, given: Given) -> Outcome:
    """The ASAP list: by Priority, not by AptStatus."""
    if "ClinicNum" not in given and uses_clinics(work):
        raise BadRequest("ClinicNum is required when clinics are enabled.")
    return work.page(rows_for(work).full, {**given, "Priority": ApptPriority.ASAP})


@serves(Appointments.web_sched)
def web_sched(work: Work, given: Given) -> Outcome:
    """All appointments with their web scheduling source."""
    return work.page(rows_for(work).web_sched, {**picked(given, "ClinicNum", "DateTStamp"), **bounds(given)})
