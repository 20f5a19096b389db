"""Today's appointments as check-in sees them: who is expected, who is here already, and when one may check in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import Enum, auto

from msgspec import Struct

from app.domain.schedule.pattern import clean, shown_minutes
from app.domain.schedule.stages import StageRules, Times, recorded, stage_of
from app.domain.schedule.visit import Stage
from app.wire.hub.check_in import CheckInRules, Windows
from app.wire.resources.appointments_records import Appointment, ApptStatus

OPEN = frozenset({ApptStatus.SCHEDULED, ApptStatus.ASAP})
"""Statuses of an appointment that is going to take place."""


class Standing(Enum):
    """Where an appointment is for check-in."""

    EXPECTED = auto()
    HERE = auto()
    """Marked arrived or seated."""
    CLOSED = auto()
    """Dismissed, complete, broken, unscheduled, or no appointment at all: nobody checks in for it."""


class Booked(Struct, frozen=True):
    """One appointment. `start` is the office's local time."""

    apt_num: int
    pat_num: int
    start: datetime
    minutes: int
    standing: Standing
    providers: tuple[int, ...] = ()
    type_num: int = 0

    @property
    def end(self) -> datetime:
        """Its end."""
        return self.start + timedelta(minutes=self.minutes)


def standing_of(row: Appointment, stages: StageRules) -> Standing:
    """Where an appointment is, by the office's own statuses and the times it recorded."""
    if row.AptStatus not in OPEN or row.AptDateTime is None:
        return Standing.CLOSED
    times = Times(
        recorded(row.DateTimeArrived), recorded(row.DateTimeSeated), recorded(row.DateTimeDismissed)
    )
    match stage_of(row.Confirmed, times, stages):
        case Stage.ARRIVED | Stage.SEATED:
            return Standing.HERE
        case Stage.UNCONFIRMED | Stage.CONFIRMED:
            return Standing.EXPECTED
        case _:
            return Standing.CLOSED


def booked_of(row: Appointment, stages: StageRules) -> Booked | None:
    """An appointment that someone may check in for; None for any other."""
    standing = standing_of(row, stages)
    if standing is Standing.CLOSED or row.AptDateTime is None or not row.PatNum:
        return None
    providers = tuple(each for each in (row.ProvNum, row.ProvHyg) if each)
    minutes = shown_minutes(clean(row.Pattern))
    return Booked(
        row.AptNum, row.PatNum, row.AptDateTime, minutes, standing, providers, row.AppointmentTypeNum
    )


def in_window(start: datetime, now: datetime, windows: Windows) -> bool:
    """Whether one may check in now for an appointment at `start`: today only, both ends included."""
    early, late = timedelta(minutes=windows.early), timedelta(minutes=windows.late)
    return start.date() == now.date() and start - early <= now <= start + late


def due_now(booked: Sequence[Booked], now: datetime, windows: Windows) -> tuple[Booked, ...]:
    """One patient's appointments of today that one check-in covers, in order; none outside the window.

    Those in the window, and those that follow one of them so soon that the patient stays: within the time that the
    office lets patients come early.
    """
    due: list[Booked] = []
    for each in sorted(booked, key=lambda each: each.start) if len(booked) > 1 else booked:
        follows = due and each.start <= _last_end(due) + timedelta(minutes=windows.early)
        if follows or in_window(each.start, now, windows):
            due.append(each)
    return tuple(due)


def must_see_desk(due: Iterable[Booked], rules: CheckInRules) -> bool:
    """Whether the office wants to see this patient at the desk: by patient, provider or appointment type."""
    return any(
        each.pat_num in rules.desk_patients
        or each.type_num in rules.desk_types
        or not set(rules.desk_providers).isdisjoint(each.providers)
        for each in due
    )


def _last_end(due: list[Booked]) -> datetime:
    return max(each.end for each in due)
