"""Rules of appointments shared by creating, changing and confirming."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from app.domain.schedule.pattern import MAX_SLOTS, secondary_for
from app.practice.handlers.schedule.room_rules import check_room
from app.practice.rules.procedures import (
    attach_codes,
    complete_visit,
    describe_visit,
    has_completed,
    on_visit,
    pattern_of,
)
from app.practice.rules.recalls import refresh_recalls
from app.practice.schema.columns import NO_TIME
from app.practice.schema.enums.base import APT_STATUS
from app.practice.schema.office import operatory, provider
from app.practice.schema.people import patient
from app.practice.schema.schedule import appointment, appointmenttype
from app.practice.server.refusals import BadRequest
from app.practice.server.wireform import for_column, for_columns
from app.practice.server.work import Given, Row, Work

DEFAULT_PATTERN = "/XX/"
CONFIRMED = 2
COMPLETE = APT_STATUS.number("Complete")

_TRIGGERS = {
    "AppointmentTimeArrivedTrigger": "DateTimeArrived",
    "AppointmentTimeSeatedTrigger": "DateTimeSeated",
    "AppointmentTimeDismissedTrigger": "DateTimeDismissed",
}
"""The preference with a confirmation status, and the time that it sets."""


def checked_pattern(given: Given, name: str) -> str | None:
    """A request's time pattern, cut to nine hours. BadRequest for characters other than X and /."""
    if name not in given:
        return None
    if not re.fullmatch(r"[X/]+", given[name]):
        raise BadRequest(f"{name} is invalid: only X and / are allowed, one for 5 minutes.")
    return str(given[name])[:MAX_SLOTS]


def both_patterns(given: Given, pattern: str, secondary: str = "") -> dict[str, str]:
    """The pattern and its second, of equal length. BadRequest for a second of another length."""
    sent = checked_pattern(given, "PatternSecondary")
    if sent is not None and len(sent) != len(pattern):
        raise BadRequest("PatternSecondary is invalid: it must be as long as Pattern.")
    return {"Pattern": pattern, "PatternSecondary": sent or secondary_for(pattern, secondary)}


def usual_provider(work: Work, person: Row) -> int:
    """The patient's primary provider, else the office's default one."""
    return int(person.PriProv) or work.preference_number("PracticeDefaultProv")


def usual_clinic(work: Work, op_num: int, person: Row) -> int:
    """The operatory's clinic, else the patient's."""
    wanted = sa.select(operatory.c.ClinicNum).where(operatory.c.OperatoryNum == op_num)
    return work.connection.execute(wanted).scalar() or int(person.ClinicNum)


def type_fields(work: Work, given: Given) -> dict[str, Any]:
    """What an appointment type sets: pattern and color, unless the request has its own."""
    number = given.get("AppointmentTypeNum", 0)
    if not number:
        return {}
    kind = work.find(appointmenttype, number, "AppointmentType")
    fields: dict[str, Any] = {}
    if kind.Pattern and "Pattern" not in given:
        fields["Pattern"] = kind.Pattern
    if "colorOverride" not in given:
        fields["ColorOverride"] = kind.AppointmentTypeColor
    return fields


def attach_type(work: Work, apt_num: int, given: Given) -> None:
    """Plan the procedures of the appointment type; they set the length if nothing else does."""
    number = given.get("AppointmentTypeNum", 0)
    if not number:
        return
    kind = work.find(appointmenttype, number, "AppointmentType")
    visit = work.appointment(apt_num)
    attach_codes(work, visit, [code for code in kind.CodeStr.split(",") if code.strip()])
    describe_visit(work, apt_num)
    if not kind.Pattern and "Pattern" not in given:
        stretch_to_procedures(work, apt_num, given)


def stretch_to_procedures(work: Work, apt_num: int, given: Given) -> None:
    """Set the length to the time of its procedures; without procedures it stays."""
    visit = work.appointment(apt_num)
    if pattern := pattern_of(work, on_visit(work, visit)):
        work.update(appointment, apt_num, both_patterns(given, pattern))


def columns_sent(given: Given, before: Row | None = None) -> dict[str, Any]:
    """The request's fields as stored, except patterns and the type's pattern."""
    plain = set(given) & (set(appointment.c.keys()) - {"AptNum", "Pattern", "PatternSecondary"})
    values = for_columns(appointment, _on_its_day(given, before), plain)
    if "colorOverride" in given:
        color = for_column(appointment.c.ColorOverride, given["colorOverride"], "colorOverride")
        values["ColorOverride"] = color
    return values


def _on_its_day(given: Given, before: Row | None) -> Given:
    """The request with times of the appointment's day where only the time of day was sent; midnight stands for none."""
    start = given.get("AptDateTime") or datetime.datetime.fromisoformat(
        before.AptDateTime if before else NO_TIME
    )
    times = {
        name: datetime.datetime.combine(start.date(), given[name])
        for name in _TRIGGERS.values()
        if isinstance(given.get(name), datetime.time)
    }
    return {**given, **times}


def times_of_status(work: Work, visit: Row | None, status: int, sent: Collection[str] = ()) -> dict[str, Any]:
    """The times set by a confirmation status, if the office uses it as Arrived, Seated or Dismissed.

    Times that were `sent` stay as they were sent.
    """
    found: dict[str, Any] = {}
    if not work.switches.confirm_sets_times or status == 0:
        return found
    for preference, column in _TRIGGERS.items():
        if column in sent or work.preference_number(preference) != status:
            continue
        recorded = visit is not None and not is_empty_time(getattr(visit, column))
        if not (recorded and work.switches.times_are_set_once):
            found[column] = work.now
    return found


def is_empty_time(text: str) -> bool:
    """Whether an arrival, seating or dismissal is missing: no date, or midnight."""
    return text == NO_TIME or text.endswith("00:00:00")


def after_save(work: Work, apt_num: int, before: Row | None) -> None:
    """Side effects of saving an appointment: completed procedures, first appointment, recalls."""
    visit = work.appointment(apt_num)
    completes = visit.AptStatus == COMPLETE and (before is None or before.AptStatus != COMPLETE)
    if completes and work.switches.complete_completes_procedures:
        complete_visit(work, visit)
    is_new = visit.IsNewPatient and (before is None or not before.IsNewPatient)
    if is_new and visit.AptDateTime != NO_TIME and not has_completed(work, visit.PatNum):
        work.update(patient, visit.PatNum, {"DateFirstVisit": visit.AptDateTime[:10]})
    refresh_recalls(work, visit.PatNum)


def check_place(work: Work, values: dict[str, Any], before: Row | None) -> None:
    """BadRequest for a place that the practice's switches refuse."""
    if work.switches.refuses_hidden_providers:
        for name in ("ProvNum", "ProvHyg"):
            wanted = sa.select(provider.c.IsHidden).where(provider.c.ProvNum == values.get(name, 0))
            if work.connection.execute(wanted).scalar():
                raise BadRequest(f"{name} is invalid: the provider is hidden.")
    moves = before is None or any(
        name in values and values[name] != getattr(before, name)
        for name in ("AptDateTime", "Op", "Pattern", "ProvNum")
    )
    if moves:
        check_room(work, values, before)
