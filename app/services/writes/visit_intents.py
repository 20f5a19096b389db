"""What a receptionist wants done to an appointment, as an intent: what to send, what was seen, what will prove it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct

from app.domain.schedule.openings import Team
from app.domain.schedule.pattern import minutes_of, plain, stretch, stretch_secondary
from app.domain.schedule.stages import StageRules
from app.domain.schedule.tile import when_text
from app.domain.schedule.visit import Person, Stage, Visit
from app.journal.entries import Intent, Wire
from app.services.writes.write_kinds import BESIDE, BLIND, LEFT
from app.wire.codec import wire_value
from app.wire.resources.appointments import Appointment, ApptStatus, BreakType

STAGE = "stage"
"""In an intent's context: the stage that it brings an appointment to."""
PLACE = ("AptDateTime", "Op")
"""Where an appointment is: what is done to it is done wherever a move of ours, ahead of it, has put it."""
Seen = tuple[int, ...] | None
"""The appointments that were seen in a chair at a time; None: nobody looked."""


class BreakKind(StrEnum):
    """Why an appointment is broken."""

    MISSED = "missed"
    CANCELLED_LATE = "cancelled late"
    CANCELLED_IN_TIME = "cancelled"


BREAK_TYPES = {BreakKind.MISSED: BreakType.MISSED, BreakKind.CANCELLED_LATE: BreakType.CANCELLED}
"""What Open Dental charts of it: D9986, D9987; a cancellation in time leaves nothing."""


class BreakChoice(Struct, frozen=True):
    """How an appointment is broken."""

    kind: BreakKind
    to_unscheduled: bool
    """Put it on the Unscheduled list; else it stays on the schedule, marked broken."""


class NewVisit(Struct, frozen=True):
    """An appointment to be booked. Zero stands for "as the office usually does"."""

    person: Person
    start: datetime
    op_num: int
    minutes: int
    team: Team = Team()
    type_num: int = 0
    type_pattern: str = ""
    """The appointment type's own pattern, whose shape is kept."""
    note: str = ""
    new_patient: bool = False


class Place(Struct, frozen=True):
    """Where a visit is put: what the chair is called, whose clinic it is, and who was seen there at that time."""

    start: datetime
    op_num: int
    chair: str
    clinic_num: int
    beside: Seen


def subject_of(apt_num: int) -> str:
    """What the journal calls an appointment."""
    return f"appointment:{apt_num}"


def apt_num_of(intent: Intent) -> int:
    """The appointment that an intent changes; 0 for one that is being booked."""
    return int(intent.arguments.get("AptNum", 0))


def stage_intent(
    visit: Visit, stage: Stage, def_num: int, row: Appointment | None, rules: StageRules
) -> Intent:
    """Give an appointment a status. Going forward passes over what others set on the way; going back does not."""
    passed = {
        Stage.CONFIRMED: rules.before - rules.confirmed,
        Stage.ARRIVED: rules.before,
        Stage.SEATED: rules.before | {rules.arrived},
        Stage.DISMISSED: rules.before | {rules.arrived, rules.seated},
    }
    ours = {visit.confirmed} | passed.get(stage, frozenset())
    status = _status(visit, row)
    return Intent(
        kind="stage",
        subject=subject_of(visit.apt_num),
        method="Appointments.confirm",
        arguments={"AptNum": visit.apt_num, "defNum": def_num},
        before={
            "Confirmed": sorted(ours - {def_num}),
            "AptStatus": sorted({status, ApptStatus.COMPLETE.value}),
        },
        after={"Confirmed": def_num},
        context={STAGE: stage.name},
        words=f"{visit.name} {stage.name.lower()}",
    )


def move_intent(visit: Visit, place: Place, left: Seen, team: Team | None, row: Appointment | None) -> Intent:
    """Put an appointment elsewhere, with another team where one is named. A broken one is scheduled again with it."""
    before = {"AptDateTime": wire_value(visit.start), "Op": visit.op_num, "AptStatus": _status(visit, row)}
    after: Wire = {"AptDateTime": wire_value(place.start), "Op": place.op_num}
    if visit.stage is Stage.BROKEN:
        after["AptStatus"] = ApptStatus.SCHEDULED.value
    own = _team_fields(Team(visit.prov_num, visit.prov_hyg, visit.is_hygiene))
    for name, value in (_team_fields(team) if team else {}).items():
        if value != own[name]:
            before[name], after[name] = own[name], value
    if place.clinic_num and place.clinic_num != visit.clinic_num:
        before["ClinicNum"], after["ClinicNum"] = visit.clinic_num, place.clinic_num
    return Intent(
        kind="move",
        subject=subject_of(visit.apt_num),
        method="Appointments.update",
        arguments={"AptNum": visit.apt_num, **after},
        before=before,
        after=after,
        context=_neighbours(left, _target(place.beside)),
        words=f"{visit.name} moved to {when_text(place.start, visit.start.date())}, {place.chair}",
        keep_order_with=_days(visit.start.date(), place.start.date()),
    )


def resize_intent(visit: Visit, minutes: int, beside: Seen, left: Seen, row: Appointment | None) -> Intent:
    """Give an appointment another length (minutes), in the shape that it has."""
    pattern = row.Pattern if row is not None else visit.pattern
    secondary = row.PatternSecondary if row is not None else visit.pattern_secondary
    after = {"Pattern": stretch(pattern, minutes)}
    patterns = dict(after)
    if secondary:  # older offices have none
        patterns["PatternSecondary"] = stretch_secondary(secondary, minutes)
    at = {"AptDateTime": wire_value(visit.start), "Op": visit.op_num}
    return Intent(
        kind="resize",
        subject=subject_of(visit.apt_num),
        method="Appointments.update",
        arguments={"AptNum": visit.apt_num, **patterns},
        before={"Pattern": pattern, "AptStatus": _status(visit, row), **at},
        follows=PLACE,
        after=after,
        context=_neighbours(left, _target(beside)),
        words=f"{visit.name} now {minutes_of(after['Pattern'])} minutes",
        keep_order_with=_days(visit.start.date()),
    )


def break_intent(visit: Visit, choice: BreakChoice, left: Seen, row: Appointment | None) -> Intent:
    """Break an appointment."""
    to_list = choice.to_unscheduled
    status = ApptStatus.UNSCHED_LIST if to_list else ApptStatus.BROKEN
    arguments = {"AptNum": visit.apt_num, "sendToUnscheduledList": wire_value(to_list)}
    if (kind := BREAK_TYPES.get(choice.kind)) is not None:
        arguments["breakType"] = kind.value
    return Intent(
        kind="break",
        subject=subject_of(visit.apt_num),
        method="Appointments.break_",
        arguments=arguments,
        before={
            "AptStatus": _status(visit, row),
            "AptDateTime": wire_value(visit.start),
            "Op": visit.op_num,
        },
        follows=PLACE,
        after={"AptStatus": status.value},
        context=_neighbours(left, {}),
        words=f"{visit.name} {choice.kind.value}" + (", on the Unscheduled list" if to_list else ""),
        keep_order_with=_days(visit.start.date()),
    )


def note_intent(visit: Visit, text: str) -> Intent:
    """Add to an appointment's note."""
    return Intent(
        kind="note",
        subject=subject_of(visit.apt_num),
        method="Appointments.append_note",
        arguments={"AptNum": visit.apt_num, "Note": text},
        words=f"Note added for {visit.name}",
    )


def book_intent(new: NewVisit, place: Place, today: date) -> Intent:
    """Book an appointment."""
    pattern = stretch(new.type_pattern, new.minutes) if new.type_pattern else plain(new.minutes)
    arguments: dict[str, Any] = {
        "PatNum": new.person.pat_num,
        "Op": new.op_num,
        "AptDateTime": wire_value(new.start),
        "Pattern": pattern,
    }
    arguments |= {name: value for name, value in _team_fields(new.team).items() if value != _NOBODY[name]}
    if new.type_num:
        arguments["AppointmentTypeNum"] = new.type_num
    if new.note:
        arguments["Note"] = new.note
    if new.new_patient:
        arguments["IsNewPatient"] = wire_value(True)  # noqa: FBT003  # the wire's yes
    return Intent(
        kind="book",
        subject=f"booking:{new.person.pat_num}",
        method="Appointments.create",
        arguments=arguments,
        context=_target(place.beside),
        words=f"{new.person.display} booked for {when_text(new.start, today)}, {place.chair}",
        keep_order_with=_days(new.start.date()),
    )


def _team_fields(team: Team) -> Wire:
    return {"ProvNum": team.prov_num, "ProvHyg": team.prov_hyg, "IsHygiene": wire_value(team.is_hygiene)}


_NOBODY = _team_fields(Team())


def _days(*days: date) -> tuple[str, ...]:
    return tuple(f"day:{day}" for day in dict.fromkeys(days))


def _target(beside: Seen) -> Wire:
    """Who was seen at the place that an appointment is put to."""
    return {BESIDE: list(beside)} if beside is not None else {BESIDE: [], BLIND: True}


def _neighbours(left: Seen, target: Wire) -> Wire:
    """What the check compares the chair with, and what an undo compares the old place with."""
    return target if left is None else {**target, LEFT: list(left)}


def _status(visit: Visit, row: Appointment | None) -> str:
    """The appointment's status as it was seen; from the tile alone when its row is not in memory."""
    if row is not None:
        return row.AptStatus.value
    if visit.stage is Stage.BROKEN:
        return ApptStatus.BROKEN.value
    if visit.is_note:
        return ApptStatus.PT_NOTE.value
    return (ApptStatus.COMPLETE if visit.complete else ApptStatus.SCHEDULED).value
