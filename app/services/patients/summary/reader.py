"""Reads the patient's summary: one query where the key has Queries, else one method per group of fields."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import NotFound
from app.api.need import Need
from app.services.patients.summary.methods import SummaryMethods, appointment_of
from app.services.patients.summary.query import summary_of, summary_query
from app.services.patients.summary.records import PatientSummary, SummaryAppointment, known_or_none
from app.store.changes import Change, ChangeKind
from app.store.office import Office
from app.store.patients.readers import PartReader, Reading, read_groups
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.resources.appointments import Appointment

RESUMED_SECONDS = 60.0
"""A read that was canceled goes on where it was, if it began at most so long ago."""
MOST_BEGUN = 20
_NOBODY = "Patients.get"
"""The method that the error of a missing patient names."""


class SummaryReader(PartReader[PatientSummary]):
    """A key without Queries gets interim results after each request, in order of use."""

    part: ClassVar[Part] = Part.PATIENT
    also: ClassVar[frozenset[Part]] = frozenset({Part.ACCOUNT, Part.CHART, Part.SCHEDULE})
    kept: ClassVar[int] = 200
    """A busy desk has fewer patients in a day: whoever calls again is there without a request."""

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)
        self._methods = SummaryMethods(client)
        self._begun: dict[int, tuple[float, PatientSummary]] = {}
        """What reads that were canceled had got, and when they began: with a slow key each request is precious."""
        self._seen: dict[int, dict[int, SummaryAppointment]] = {}
        """The upcoming appointments of each patient, as last read."""
        self._heads: dict[int, int] = {}
        """By patient: the guarantor, who has the family's urgent note."""

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
        if (person := known_or_none(summary.person)) is not None:
            self._heads[pat_num] = person.guarantor
        if (appointments := known_or_none(summary.appointments)) is not None:
            self._seen[pat_num] = {each.apt_num: each for each in appointments.upcoming}
        return summary

    def concerns(self, change: Change) -> Iterable[int]:
        """Of appointments, only those whose time, chair or completion differ from what was read.

        A change of the guarantor concerns the whole family, which shows the guarantor's urgent note.
        """
        found = set(self._of_visits(change) if change.kind is ChangeKind.VISITS else super().concerns(change))
        if change.topic is not None and change.topic.part is self.part:
            found |= {pat_num for pat_num, head in self._heads.items() if head in found}
        for pat_num in found:
            self._begun.pop(pat_num, None)
        return found

    def _of_visits(self, change: Change) -> Iterable[int]:
        for apt_num in change.apt_nums:
            if (row := self.office.visit_row(apt_num)) is None:  # deleted, or on a day that is not in memory
                yield from (pat_num for pat_num, seen in self._seen.items() if apt_num in seen)
            elif self._differs(row):
                yield row.PatNum

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
        methods, began = self._methods, self.office.clock.monotonic()
        before, summary = self._begun.pop(pat_num, (-math.inf, PatientSummary(pat_num)))
        if began - before > RESUMED_SECONDS or (person := known_or_none(summary.person)) is None:
            before, person = began, await methods.person(pat_num, need)
            summary = PatientSummary(pat_num, person)

        def show(summary: PatientSummary) -> None:
            if pat_num in self._begun:  # a change since then makes it worthless
                self._begun[pat_num] = before, summary
            self.publish(pat_num, summary)

        self._keep(pat_num, before, summary)
        show(summary)
        groups: dict[str, Reading] = {
            "appointments": lambda: methods.appointments(pat_num, now, need),
            "money": lambda: methods.money(pat_num, need),
            "alerts": lambda: methods.alerts(pat_num, need),
            "recalls": lambda: methods.recalls(pat_num, need),
            "popups": lambda: methods.popups(pat_num, now, need),
            "family": lambda: methods.family(person.guarantor, need),
        }
        missing = [name for name in groups if known_or_none(getattr(summary, name)) is None]
        whole = await read_groups(summary, {name: groups[name] for name in missing}, show)
        self._begun.pop(pat_num, None)
        return whole

    def _keep(self, pat_num: int, began: float, summary: PatientSummary) -> None:
        self._begun[pat_num] = began, summary
        if len(self._begun) > MOST_BEGUN:
            del self._begun[next(iter(self._begun))]
