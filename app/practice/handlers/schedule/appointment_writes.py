"""Booking and changing appointments."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.practice.handlers.schedule.appointment_rows import rows_for
from app.practice.handlers.schedule.visit_rules import (
    CONFIRMED,
    DEFAULT_PATTERN,
    after_save,
    attach_type,
    both_patterns,
    check_place,
    checked_pattern,
    columns_sent,
    times_of_status,
    type_fields,
    usual_clinic,
    usual_provider,
)
from app.practice.rules.procedures import plans_of
from app.practice.schema.enums.base import APT_STATUS
from app.practice.schema.office import definition
from app.practice.schema.people import patient
from app.practice.schema.schedule import appointment
from app.practice.server.audit import log, record_visit
from app.practice.server.references import first_definition, refuse_deleted_patient
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.routing import serves
from app.practice.server.work import Created, Given, Outcome, Row, Work
from app.wire.resources.appointments import Appointments, ApptStatus, ConfirmVal

_STATUS_OF: dict[str, str] = {
    ConfirmVal.SENT: "ApptEConfirmStatusSent",
    ConfirmVal.CONFIRMED: "ApptEConfirmStatusAccepted",
    ConfirmVal.NOT_ACCEPTED: "ApptEConfirmStatusDeclined",
    ConfirmVal.FAILED: "ApptEConfirmStatusSendFailed",
}
"""The preference with the status for a confirmation."""


@serves(Appointments.create)
def create(work: Work, given: Given) -> Outcome:
    """Book one. An appointment type adds its procedures, pattern and color."""
    person = work.find(patient, given["PatNum"], "Patient")
    values = {
        "ClinicNum": usual_clinic(work, given["Op"], person),
        **new_visit(work, given, person),
    }
    check_place(work, values, None)
    return book(work, given, values)


def new_visit(work: Work, given: Given, person: Row) -> dict[str, Any]:
    """The columns of a new appointment: the values sent, and the office's defaults."""
    by_type = type_fields(work, given)
    pattern = checked_pattern(given, "Pattern") or by_type.pop("Pattern", DEFAULT_PATTERN)
    plans = [*plans_of(work, person.PatNum), 0, 0]
    values = {
        "AptStatus": APT_STATUS.number(ApptStatus.SCHEDULED),
        "Confirmed": first_definition(work, CONFIRMED),
        "ProvNum": usual_provider(work, person),
        "TimeLocked": int(work.preference("AppointmentTimeIsLocked") == "1"),
        "InsPlan1": plans[0],
        "InsPlan2": plans[1],
        "SecDateTEntry": work.now,
        **by_type,
        **columns_sent(given),
        **both_patterns(given, pattern),
    }
    return {**values, **times_of_status(work, None, values["Confirmed"], given)}


def book(work: Work, given: Given, values: dict[str, Any]) -> Created:
    """Insert an appointment with its side effects, and return it."""
    key = work.insert(appointment, values)
    attach_type(work, key, given)
    after_save(work, key, None)
    record_visit(work, key, "Created")
    log(work, "AppointmentCreate", f"Created for {values.get('AptDateTime', 'later')}.",
        pat_num=values["PatNum"], key=key)  # fmt: skip
    return work.created(rows_for(work).created, f"/appointments/{key}", {"AptNum": key})


@serves(Appointments.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the fields that were sent."""
    before = editable(work, given["AptNum"])
    values = columns_sent(given, before)
    by_type = type_fields(work, given)
    pattern = checked_pattern(given, "Pattern") or by_type.pop("Pattern", None)
    if pattern is not None or "PatternSecondary" in given:
        values.update(both_patterns(given, pattern or before.Pattern, before.PatternSecondary))
    values = {**by_type, **values}
    if "Confirmed" in given:
        values.update(times_of_status(work, before, given["Confirmed"], given))
    if given.get("AptStatus") is ApptStatus.PLANNED and before.ItemOrderPlanned == 0:
        values["ItemOrderPlanned"] = next_planned(work, before.PatNum)
    check_place(work, values, before)
    save(work, before, values)
    attach_type(work, before.AptNum, given)
    finish(work, before)
    rows = rows_for(work)
    listing = rows.blank if work.switches.update_answers_blank_stamp else rows.updated
    return work.one(listing, "Appointment", {"AptNum": before.AptNum})


@serves(Appointments.append_note)
def append_note(work: Work, given: Given) -> Outcome:
    """Append to the note, on its own line."""
    before = editable(work, given["AptNum"])
    note = f"{before.Note}\r\n{given['Note']}" if before.Note else given["Note"]
    save(work, before, {"Note": note})
    finish(work, before)
    return None


@serves(Appointments.confirm)
def confirm(work: Work, given: Given) -> Outcome:
    """Set the confirmation status; Arrived, Seated and Dismissed set their time, once."""
    before = editable(work, given["AptNum"])
    if ("confirmVal" in given) == ("defNum" in given):
        raise BadRequest("Exactly one of confirmVal and defNum is required.")
    status = given["defNum"] if "defNum" in given else _status_of(work, given["confirmVal"])
    if status == 0:
        raise BadRequest("defNum is invalid: it must be a definition of category 2.")
    save(work, before, {"Confirmed": status, **times_of_status(work, before, status)})
    finish(work, before)
    return None


def _status_of(work: Work, word: ConfirmVal) -> int:
    if word is ConfirmVal.NONE:
        return first_definition(work, CONFIRMED)
    number = work.preference_number(_STATUS_OF[word])
    wanted = sa.select(definition.c.DefNum).where(definition.c.DefNum == number)
    if number == 0 or work.connection.execute(wanted).first() is None:
        raise BadRequest(f"confirmVal is invalid: the office has chosen no status for {word}.")
    return number


def editable(work: Work, apt_num: int) -> Row:
    """An appointment that may be changed. NotFound when missing, BadRequest for a deleted patient."""
    visit = work.appointment(apt_num)
    refuse_deleted_patient(work, visit.PatNum)
    return visit


def next_planned(work: Work, pat_num: int) -> int:
    """The position of the patient's next planned appointment, from 1."""
    planned = APT_STATUS.number(ApptStatus.PLANNED)
    theirs = appointment.c.PatNum == pat_num
    return work.next_order(
        appointment.c.ItemOrderPlanned, theirs, appointment.c.AptStatus == planned, first=1
    )


def save(work: Work, before: Row, values: dict[str, Any]) -> None:
    """Write the changed columns. NotFound when it was deleted meanwhile."""
    if before is None:
        raise NotFound("Appointment not found.")
    work.update(appointment, before.AptNum, values)


def finish(work: Work, before: Row, action: str = "Changed") -> None:
    """Side effects of every change: dependent rows, history, audit trail."""
    after_save(work, before.AptNum, before)
    record_visit(work, before.AptNum, action, before)
    after = work.appointment(before.AptNum)
    moved = (after.AptDateTime, after.Op) != (before.AptDateTime, before.Op)
    words = f"Moved from {before.AptDateTime} to {after.AptDateTime}." if moved else "Changed."
    log(
        work, "AppointmentMove" if moved else "AppointmentEdit", words, pat_num=after.PatNum, key=after.AptNum
    )
