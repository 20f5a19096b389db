"""Converts rows of the API to the domain's types."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from app.domain.schedule.clashes import Names
from app.domain.schedule.hours import DAY, Chair, DayPlan, Shift, ShiftKind, plan_day
from app.domain.schedule.pattern import clean, secondary_for, shown_minutes
from app.domain.schedule.stages import NO_TIMES, StageRules, Times, recorded, stage_of
from app.domain.schedule.visit import Mark, Person, Stage, Visit
from app.store.lists import OfficeLists
from app.wire.lenient import whole_or
from app.wire.resources.appointments import Appointment, ApptPriority, ApptStatus
from app.wire.resources.operatories import Operatory
from app.wire.resources.schedules import Schedule, ScheduleType

NOTES = frozenset({ApptStatus.PT_NOTE, ApptStatus.PT_NOTE_COMPLETED})
KINDS = {
    ScheduleType.PRACTICE: ShiftKind.PRACTICE,
    ScheduleType.PROVIDER: ShiftKind.PROVIDER,
    ScheduleType.BLOCKOUT: ShiftKind.BLOCKOUT,
}


def visit_of(
    row: Appointment, person: Person | None, rules: StageRules, marked: Times = NO_TIMES
) -> Visit | None:
    """An appointment as the schedule shows it; None without a date, because it has no place on the schedule.

    `marked` holds when it was marked on this PC, for times the office doesn't record.
    """
    if row.AptDateTime is None:
        return None
    times, pattern = _times(row, marked), clean(row.Pattern)
    return Visit(
        apt_num=row.AptNum,
        pat_num=row.PatNum,
        start=row.AptDateTime,
        minutes=shown_minutes(pattern),
        op_num=row.Op,
        clinic_num=row.ClinicNum,
        stage=_stage(row, times, rules),
        status_name=row.confirmed,
        confirmed=row.Confirmed,
        pattern=pattern,
        pattern_secondary=secondary_for(pattern, row.PatternSecondary),
        prov_num=row.ProvNum,
        prov_hyg=row.ProvHyg,
        is_hygiene=row.IsHygiene,
        person=person,
        procedures=row.ProcDescript,
        note=row.Note,
        marks=_marks(row, person),
        arrived_at=times.arrived,
        seated_at=times.seated,
        dismissed_at=times.dismissed,
        type_num=row.AppointmentTypeNum,
        complete=row.AptStatus is ApptStatus.COMPLETE,
        time_locked=row.TimeLocked,
        is_note=row.AptStatus in NOTES,
    )


def _times(row: Appointment, marked: Times) -> Times:
    return Times(
        recorded(row.DateTimeArrived) or marked.arrived,
        recorded(row.DateTimeSeated) or marked.seated,
        recorded(row.DateTimeDismissed) or marked.dismissed,
    )


def _stage(row: Appointment, times: Times, rules: StageRules) -> Stage:
    broken = row.AptStatus is ApptStatus.BROKEN
    return stage_of(row.Confirmed, times, rules, broken=broken, complete=row.AptStatus is ApptStatus.COMPLETE)


def _marks(row: Appointment, person: Person | None) -> frozenset[Mark]:
    marks = []
    if row.Note:
        marks.append(Mark.NOTE)
    if row.IsNewPatient:
        marks.append(Mark.NEW_PATIENT)
    if person is not None and person.alert:
        marks.append(Mark.ALERT)
    if row.Priority is ApptPriority.ASAP or row.AptStatus is ApptStatus.ASAP:
        marks.append(Mark.ASAP)
    return frozenset(marks)


def chair_of(row: Operatory) -> Chair:
    """An operatory, with what the day's plan needs."""
    return Chair(row.OperatoryNum, row.ProvDentist, row.ProvHygienist, row.IsHygiene, row.ClinicNum)


def own_providers(row: Operatory) -> list[int]:
    """The operatory's own provider: the hygienist first in a hygiene operatory, else the dentist."""
    own = (row.ProvHygienist, row.ProvDentist) if row.IsHygiene else (row.ProvDentist, row.ProvHygienist)
    return [each for each in own if each]


def plan_of(schedules: Iterable[Schedule], lists: OfficeLists) -> DayPlan:
    """A day's plan from its schedule."""
    shifts = [shift for row in schedules if (shift := shift_of(row, lists.no_schedule_types)) is not None]
    return plan_day(shifts, [chair_of(row) for row in lists.operatories])


def shift_of(row: Schedule, no_schedule_types: frozenset[int]) -> Shift | None:
    """A row of the schedule.

    None for kinds that don't affect the schedule. A stop time of midnight means the end of the day.
    """
    kind = KINDS.get(row.SchedType)
    if kind is None:
        return None
    start, end = _minute(row.StartTime), _minute(row.StopTime)
    return Shift(
        kind,
        start,
        DAY if end == 0 < start else end,
        row.ProvNum,
        frozenset(row.operatory_nums),
        row.blockoutType or row.Note if kind is ShiftKind.BLOCKOUT else row.Note,
        row.BlockoutType in no_schedule_types,
        row.BlockoutType if kind is ShiftKind.BLOCKOUT else 0,
    )


def names_of(lists: OfficeLists) -> Names:
    """The names of operatories and providers."""
    return Names(
        {row.OperatoryNum: row.OpName or row.Abbrev for row in lists.operatories},
        {row.ProvNum: row.Abbr for row in lists.providers},
    )


def where_of(visit: Visit, lists: OfficeLists) -> str:
    """An appointment's operatory and its providers, the main one first."""
    names = names_of(lists)
    both = (visit.prov_num, visit.prov_hyg)
    team = [names.provider(each) for each in (both[::-1] if visit.is_hygiene else both) if each]
    return " · ".join([names.chair(visit.op_num), *team]) if visit.op_num else " · ".join(team)


def hex_color(color: str) -> str:
    """A wire color, "r,g,b", as #rrggbb; empty for black (which means none) and for anything invalid."""
    parts = [whole_or(part, -1) for part in color.split(",")]
    if len(parts) != 3 or not all(0 <= part <= 255 for part in parts):
        return ""
    found = "#" + "".join(f"{part:02x}" for part in parts)
    return "" if found == "#000000" else found


def _minute(moment: time | None) -> int:
    return 0 if moment is None else moment.hour * 60 + moment.minute
