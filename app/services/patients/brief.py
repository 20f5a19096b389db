"""A summary of a patient before booking: alerts and upcoming appointments."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import ClassVar, TypeVar

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError, NotFound
from app.api.need import Need
from app.core.text import Words, join
from app.domain.people.alerts import not_named, premed_words
from app.domain.schedule.pattern import clean, shown_minutes
from app.services.patients.summary.query import summary_of, summary_query
from app.services.patients.summary.records import known_or_none
from app.services.patients.waiting import WaitingAppointment, waiting_of
from app.store.office import Office
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.resources.appointments import Appointment, ApptStatus

T = TypeVar("T")

TAKES_TIME = frozenset({ApptStatus.SCHEDULED, ApptStatus.ASAP, ApptStatus.COMPLETE})
"""Statuses of appointments that take the patient's time. A complete one may be today's."""


class UpcomingAppointment(Struct, frozen=True):
    """One of the patient's appointments that is not over yet."""

    apt_num: int
    start: datetime
    minutes: int
    op_num: int

    @property
    def end(self) -> datetime:
        """Its end."""
        return self.start + timedelta(minutes=self.minutes)


class PatientBrief(Struct, frozen=True):
    """The parts that could be read."""

    alerts: tuple[Words, ...] = ()
    """Premedication and the urgent medical note, then active allergies."""
    all_alerts: bool = True
    """Whether the alerts are complete; False when a part of them could not be read."""
    upcoming: tuple[UpcomingAppointment, ...] | None = ()
    """By time; None when they could not be read (an empty tuple means that there are none)."""
    waiting: tuple[WaitingAppointment, ...] = ()
    """Planned and unscheduled ones, as far as they could be read."""


class PatientBriefs(PartReader[PatientBrief]):
    """Reads the brief of a patient: in one query where the key has Queries, else in three requests."""

    part: ClassVar[Part] = Part.PATIENT

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)

    async def read(self, pat_num: int, need: Need) -> PatientBrief:
        """Read it. What the office refuses or doesn't answer is left out."""
        if (brief := await _or_none(self._in_one, pat_num, need)) is not None:
            return brief
        notes, allergies, appointments = await asyncio.gather(
            _or_none(self._notes, pat_num, need),
            _or_none(self._allergies, pat_num, need),
            _or_none(self._appointments, pat_num, need),
        )
        complete = notes is not None and allergies is not None
        rows = appointments or ()
        upcoming = None if appointments is None else _upcoming_of(rows, self.office.clock.now())
        alerts = _alerts(notes or (), allergies or ())
        return PatientBrief(alerts, complete, upcoming, waiting_of(rows))

    async def _in_one(self, pat_num: int, need: Need) -> PatientBrief | None:
        now = self.office.clock.now()
        rows = await self._questions.ask("summary", summary_query(pat_num, now), need)
        summary = summary_of(pat_num, rows, now) if rows is not None else None
        if summary is None:
            return None
        alerts, appointments = known_or_none(summary.alerts), known_or_none(summary.appointments)
        if alerts is None or appointments is None:
            return None
        notes = join([premed_words(premedicate=alerts.premedicate), alerts.medical], ". ")
        upcoming = (
            UpcomingAppointment(each.apt_num, each.start, each.minutes, each.op_num)
            for each in appointments.upcoming
            if each.end > now
        )
        shown = _alerts((notes,) if notes else (), alerts.allergies)
        return PatientBrief(shown, upcoming=tuple(upcoming), waiting=appointments.waiting)

    async def _notes(self, pat_num: int, need: Need) -> tuple[Words, ...]:
        """The urgent note, which needs a query; else the medical note, which every key can read."""
        alert = await self.office.people.alert(pat_num, need)
        if alert is None:
            try:
                alert = (await self.client.at(need).patient_notes.get(pat_num)).Medical.strip()
            except NotFound:
                alert = ""
        return (alert,) if alert else ()

    async def _allergies(self, pat_num: int, need: Need) -> tuple[str, ...]:
        rows = await self.client.at(need).allergies.list(PatNum=pat_num)
        names = (row.defDescription.strip() for row in rows if row.StatusIsActive)
        return tuple(dict.fromkeys(name for name in names if name))

    async def _appointments(self, pat_num: int, need: Need) -> tuple[Appointment, ...]:
        return tuple(await self.client.at(need).appointments.list(PatNum=pat_num))


def _upcoming_of(rows: Iterable[Appointment], now: datetime) -> tuple[UpcomingAppointment, ...]:
    found = (
        UpcomingAppointment(row.AptNum, row.AptDateTime, shown_minutes(clean(row.Pattern)), row.Op)
        for row in rows
        if row.AptDateTime is not None and row.AptStatus in TAKES_TIME
    )
    return tuple(sorted((each for each in found if each.end > now), key=lambda each: each.start))


async def _or_none(read: Callable[[int, Need], Awaitable[T]], pat_num: int, need: Need) -> T | None:
    try:
        return await read(pat_num, need)
    except ApiError:
        return None


def _alerts(notes: Iterable[Words], allergies: Iterable[str]) -> tuple[Words, ...]:
    """The notes, then the allergies that they don't name."""
    shown = tuple(notes)
    return (*shown, *not_named(allergies, " ".join(map(str, shown))))
