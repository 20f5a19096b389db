"""The appointment's own row: its type, its place on the ASAP list, and the time that its procedures take."""

from __future__ import annotations

from app.core.text import Text, many, msg
from app.domain.schedule.pattern import minutes_of, secondary_for
from app.domain.schedule.visit import Person, Visit
from app.journal.entries import Intent
from app.services.writes.schedule.appointment import (
    PLACE,
    AppointmentChange,
    day_keys,
    status_of,
    subject_of,
)
from app.services.writes.schedule.resize import RESIZE
from app.services.writes.schedule.slots import Seen, TargetSlot, with_left
from app.wire.codec import wire_value
from app.wire.resources.appointment_types import AppointmentType
from app.wire.resources.appointments import Appointment, Appointments, ApptPriority

SET_PRIORITY = AppointmentChange("priority", Appointments.update, msg("Priority not changed"))

SET_UNSCHEDULED_STATUS = AppointmentChange(
    "unscheduled status",  # words: a name in the journal
    Appointments.update,
    msg("Status not changed"),
)

SET_TYPE = AppointmentChange("type", Appointments.update, msg("Type not changed"))
"""The office adds the procedures of the type that the appointment doesn't have. They stay when it is undone."""


def priority_intent(visit: Visit, *, asap: bool, row: Appointment) -> Intent:
    """Put an appointment on the ASAP list, or take it off."""
    wanted = ApptPriority.ASAP if asap else ApptPriority.NORMAL
    words: Text = msg("{name} on the ASAP List", name=visit.name)
    if not asap:
        words = msg("{name} off the ASAP List", name=visit.name)
    return SET_PRIORITY.intent(
        subject=subject_of(visit.apt_num),
        arguments={"AptNum": visit.apt_num, "Priority": wanted.value},
        before={"Priority": row.Priority.value},
        after={"Priority": wanted.value},
        words=words,
        whose=visit.name,
    )


def unscheduled_status_intent(apt_num: int, person: Person, seen: int, wanted: int, name: str) -> Intent:
    """Give an appointment one of the office's unscheduled statuses; 0: none."""
    words: Text = msg("{name}: status {status}", name=person.display, status=name)
    if not wanted:
        words = msg("{name}: no status", name=person.display)
    return SET_UNSCHEDULED_STATUS.intent(
        subject=subject_of(apt_num),
        arguments={"AptNum": apt_num, "UnschedStatus": wanted},
        before={"UnschedStatus": seen},
        after={"UnschedStatus": wanted},
        words=words,
        whose=person.display,
    )


def type_intent(visit: Visit, kind: AppointmentType | None, row: Appointment) -> Intent:
    """Give an appointment another type, or none. Its length stays: it follows the procedures afterwards."""
    number = kind.AppointmentTypeNum if kind is not None else 0
    words: Text = msg("{name}: no appointment type", name=visit.name)
    if kind is not None:
        words = msg("{name}: type {kind}", name=visit.name, kind=kind.AppointmentTypeName.strip())
    return SET_TYPE.intent(
        subject=subject_of(visit.apt_num),
        arguments={"AptNum": visit.apt_num, "AppointmentTypeNum": number, "Pattern": row.Pattern},
        before={"AppointmentTypeNum": row.AppointmentTypeNum, "Pattern": row.Pattern},
        after={"AppointmentTypeNum": number},
        words=words,
        whose=visit.name,
    )


def pattern_intent(visit: Visit, pattern: str, slot: TargetSlot, left: Seen, row: Appointment) -> Intent:
    """Give an appointment this time pattern; the second provider's becomes as long."""
    arguments = {"AptNum": visit.apt_num, "Pattern": pattern}
    if row.PatternSecondary:  # offices of older versions have none
        arguments["PatternSecondary"] = secondary_for(pattern, row.PatternSecondary)
    at = {"AptDateTime": wire_value(visit.start), "Op": visit.op_num}
    return RESIZE.intent(
        subject=subject_of(visit.apt_num),
        arguments=arguments,
        before={"Pattern": row.Pattern, "AptStatus": status_of(visit, row), **at},
        follows=PLACE,
        after={"Pattern": pattern},
        context=with_left(slot.context, left),
        words=many(
            "{name} now booked for {n} minutes, to fit the procedures",
            "{name} now booked for {n} minute, to fit the procedures",
            minutes_of(pattern),
            name=visit.name,
        ),
        whose=visit.name,
        keep_order_with=day_keys(visit.start.date()),
    )
