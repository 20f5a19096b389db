"""Appointments that wait for a time: planned ones, and those on the Unscheduled List."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from app.domain.schedule.pattern import clean, secondary_for, shown_minutes
from app.domain.schedule.visit import Person, Stage, Visit
from app.wire.resources.appointments import Appointment, ApptStatus

WAITING = frozenset({ApptStatus.PLANNED, ApptStatus.UNSCHED_LIST})
STANDS_FOR_IT = frozenset(
    {ApptStatus.SCHEDULED, ApptStatus.ASAP, ApptStatus.COMPLETE, ApptStatus.UNSCHED_LIST}
)
"""A planned appointment with a copy in one of these statuses doesn't wait any more, or its copy does."""
NO_START = datetime(1, 1, 1)  # the office's times have no zone


class WaitingAppointment(Struct, frozen=True):
    """One of them. Booking a planned one makes a copy of it; an unscheduled one gets the time itself."""

    apt_num: int
    pat_num: int
    planned: bool
    pattern: str
    pattern_secondary: str = ""
    prov_num: int = 0
    prov_hyg: int = 0
    is_hygiene: bool = False
    clinic_num: int = 0
    type_num: int = 0
    procedures: str = ""
    note: str = ""
    order: int = 0
    """Among the patient's planned ones, from 1."""

    @property
    def minutes(self) -> int:
        """Its length."""
        return shown_minutes(clean(self.pattern))

    @property
    def provider(self) -> int:
        """Who does most of it: the hygienist or the dentist; 0: not known."""
        return (self.prov_hyg if self.is_hygiene else self.prov_num) or self.prov_num


def waiting_of(rows: Iterable[Appointment]) -> tuple[WaitingAppointment, ...]:
    """Those among all of a patient's appointments."""
    known = list(rows)
    copied = {row.NextAptNum for row in known if row.AptStatus in STANDS_FOR_IT}
    return in_order(
        WaitingAppointment(
            row.AptNum,
            row.PatNum,
            row.AptStatus is ApptStatus.PLANNED,
            row.Pattern,
            row.PatternSecondary,
            row.ProvNum,
            row.ProvHyg,
            row.IsHygiene,
            row.ClinicNum,
            row.AppointmentTypeNum,
            row.ProcDescript.strip(),
            row.Note.strip(),
            row.ItemOrderPlanned,
        )
        for row in known
        if row.AptStatus in WAITING and not (row.AptStatus is ApptStatus.PLANNED and row.AptNum in copied)
    )


def in_order(found: Iterable[WaitingAppointment]) -> tuple[WaitingAppointment, ...]:
    """Planned ones first, in their order; then the unscheduled ones, latest first."""
    return tuple(
        sorted(found, key=lambda each: (not each.planned, each.order if each.planned else -each.apt_num))
    )


def as_visit(waiting: WaitingAppointment, person: Person) -> Visit:
    """As an appointment to find a time for. It has no place yet, so that its start means nothing."""
    pattern = clean(waiting.pattern)
    return Visit(
        apt_num=waiting.apt_num,
        pat_num=person.pat_num,
        start=NO_START,
        minutes=waiting.minutes,
        op_num=0,
        clinic_num=waiting.clinic_num,
        stage=Stage.BROKEN,
        status_name="",
        confirmed=0,
        pattern=pattern,
        pattern_secondary=secondary_for(pattern, waiting.pattern_secondary),
        prov_num=waiting.prov_num,
        prov_hyg=waiting.prov_hyg,
        is_hygiene=waiting.is_hygiene,
        person=person,
        procedures=waiting.procedures,
        note=waiting.note,
        marks=frozenset(),
        type_num=waiting.type_num,
    )
