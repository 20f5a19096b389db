"""Reads the patient's summary: one query where the key has Queries, else one method per group of fields."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable
from datetime import datetime
from typing import Any, ClassVar

from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import ApiError, NotFound
from app.api.need import Need
from app.services.patients.summary.methods import SummaryMethods, appointment_of
from app.services.patients.summary.query import summary_of, summary_query
from app.services.patients.summary.records import PatientSummary, SummaryAppointment, known_or_none
from app.store.changes import Change, ChangeKind
from app.store.office import Office
from app.store.patients.parts import Refused
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.resources.appointments import Appointment

_NOBODY = "Patients.get"
"""The method that the error of a missing patient names."""


class SummaryReader(PartReader[PatientSummary]):
    """A key without Queries gets interim results after each request, in order of use."""

    part: ClassVar[Part] = Part.PATIENT
    also: ClassVar[frozenset[Part]] = frozenset({Part.ACCOUNT, Part.CHART, Part.SCHEDULE})

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)
        self._methods = SummaryMethods(client)
        self._seen: dict[int, dict[int, SummaryAppointment]] = {}
        """The upcoming appointments of each patient, as last read."""

    async def read(self, pat_num: int, need: Need) -> PatientSummary:
        """Read it. Raises NotFound for a deleted patient, and the client's other ApiErrors."""
        now = self.office.clock.now()
        rows = await self._questions.ask("summary", summary_query(pat_num, now), need)
        if rows is None:
            summary = await self._one_by_one(pat_num, now, need)
        elif (found := summary_of(pat_num, rows, now)) is not None:
            summary = found
        else:
            raise NotFound(_NOBODY)
        if (appointments := known_or_none(summary.appointments)) is not None:
            self._seen[pat_num] = {each.apt_num: each for each in appointments.upcoming}
        return summary

    def concerns(self, change: Change) -> Iterable[int]:
        """Of appointments, only those whose time, chair or completion differ from what was read."""
        if change.kind is not ChangeKind.VISITS:
            return super().concerns(change)
        found: set[int] = set()
        for apt_num in change.apt_nums:
            if (row := self.office.visit_row(apt_num)) is None:  # deleted, or on a day that is not in memory
                found.update(pat_num for pat_num, seen in self._seen.items() if apt_num in seen)
            elif self._differs(row):
                found.add(row.PatNum)
        return found

    def revise(self, pat_num: int, value: PatientSummary, change: Change) -> PatientSummary | None:
        """Move the upcoming appointments whose rows came with the change.

        One that is new, gone or complete changes recalls and balances too: the summary is read again.
        """
        known = known_or_none(value.appointments)
        if change.kind is not ChangeKind.VISITS or known is None:
            return None
        upcoming = {each.apt_num: each for each in known.upcoming}
        for apt_num in change.apt_nums:
            row, before = self.office.visit_row(apt_num), upcoming.get(apt_num)
            if before is None and (row is None or row.PatNum != pat_num):
                continue
            now = appointment_of(row) if row is not None else None
            if now is None or before is None or now.complete is not before.complete:
                return None
            upcoming[apt_num] = now
        today = self.office.clock.now().date()
        if any(each.start.date() < today for each in upcoming.values()):
            return None
        moved = tuple(sorted(upcoming.values(), key=lambda each: each.start))
        self._seen[pat_num] = upcoming
        return replace(value, appointments=replace(known, upcoming=moved))

    def _differs(self, row: Appointment) -> bool:
        seen = self._seen.get(row.PatNum)
        if seen is None:
            return False
        now, before = appointment_of(row), seen.get(row.AptNum)
        if now is None or before is None:
            coming = now is not None and now.start.date() >= self.office.clock.now().date()
            return before is not None or coming
        return (now.start, now.op_num, now.complete) != (before.start, before.op_num, before.complete)

    async def _one_by_one(self, pat_num: int, now: datetime, need: Need) -> PatientSummary:
        methods = self._methods
        person = await methods.person(pat_num, need)
        summary = PatientSummary(pat_num, person)
        self.publish(pat_num, summary)

        async def fill(group: str, reading: Awaitable[Any]) -> None:
            nonlocal summary
            try:
                value = await reading
            except ApiError as error:
                value = Refused(error)
            summary = replace(summary, **{group: value})
            self.publish(pat_num, summary)

        await asyncio.gather(
            fill("appointments", methods.appointments(pat_num, now, need)),
            fill("money", methods.money(pat_num, need)),
            fill("alerts", methods.alerts(pat_num, need)),
            fill("recalls", methods.recalls(pat_num, need)),
            fill("popups", methods.popups(pat_num, now, need)),
            fill("family", methods.family(person.guarantor, need)),
        )
        return summary
