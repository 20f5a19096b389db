"""A patient's family and super family: balances, and who else is due, unscheduled or coming."""

# words: columns and tables of the database
from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import ClassVar

from msgspec import Struct

from app.api.client import OpenDental
from app.api.need import Need
from app.services.patients.parts.recalls import is_disabled
from app.services.patients.parts.union import Branch, UnionRows, union_query
from app.store.office import Office
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.resources.appointments import Appointment, ApptStatus
from app.wire.resources.patients import Patient, PatientStatus
from app.wire.resources.recalls import Recall

MOST_MEMBERS = 8
"""Members whose recalls and appointments are read one by one, where the key has no Queries."""
SCHEDULED, UNSCHEDULED, ASAP, PLANNED, DELETED = 1, 3, 4, 6, 4
"""Numbers of `appointment.AptStatus`, and of the status of a deleted patient, in the database."""
_TO_BOOK = frozenset({ApptStatus.UNSCHED_LIST, ApptStatus.PLANNED})
_BOOKED = frozenset({ApptStatus.SCHEDULED, ApptStatus.ASAP})
_OWN = "(SELECT {} FROM patient WHERE PatNum = {{pat_num}})"
_EVERYONE = (
    f"PatStatus <> {DELETED} AND (Guarantor = {_OWN.format('Guarantor')}"
    f" OR (SuperFamily <> 0 AND SuperFamily = {_OWN.format('SuperFamily')}))"
)
_NUMBERS = f"(SELECT PatNum FROM patient WHERE {_EVERYONE})"  # noqa: S608  # constants

BRANCHES: Mapping[str, Branch] = MappingProxyType(
    {
        "member": Branch(
            Patient,
            (
                "PatNum", "LName", "FName", "Preferred", "Birthdate", "PatStatus", "Gender", "Guarantor",
                "SuperFamily", "EstBalance", "BalTotal", "FamFinUrgNote",
            ),
            f"patient WHERE {_EVERYONE}",
        ),
        "recall": Branch(
            Recall,
            ("RecallNum", "PatNum", "DateDue", "DateScheduled", "IsDisabled", "DisableUntilDate", "RecallTypeNum"),
            f"recall WHERE PatNum IN {_NUMBERS} AND IsDisabled = 0",
        ),
        "appointment": Branch(
            Appointment,
            ("AptNum", "PatNum", "AptStatus - 1 AS AptStatus", "AptDateTime", "ProcDescript", "NextAptNum"),
            f"appointment WHERE PatNum IN {_NUMBERS} AND (AptStatus IN ({UNSCHEDULED}, {PLANNED})"
            f" OR (AptStatus IN ({SCHEDULED}, {ASAP}) AND AptDateTime >= '{{today}}'))",
        ),
    }
)  # fmt: skip


class FamilyPerson(Struct, frozen=True):
    """One member of the family or super family."""

    row: Patient
    due: date | None = None
    """When the first recall that isn't booked is due."""
    next_visit: datetime | None = None
    to_book: int = 0
    """Planned and unscheduled appointments that aren't booked."""
    known: bool = True
    """Whether recalls and appointments were read."""

    @property
    def is_guarantor(self) -> bool:
        """Whether the family's balance stands with this member."""
        return self.row.PatNum == self.row.Guarantor


class PatientFamily(Struct, frozen=True):
    """The family, guarantor first, and the other families of the super family."""

    members: tuple[FamilyPerson, ...]
    super_members: tuple[FamilyPerson, ...] = ()
    """Members of the super family who belong to other guarantors."""


class FamilyReader(PartReader[PatientFamily]):
    """One query; without Queries two or three requests, and two for each member."""

    part: ClassVar[Part] = Part.PATIENT
    also: ClassVar[frozenset[Part]] = frozenset({Part.ACCOUNT, Part.SCHEDULE})

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)

    async def read(self, pat_num: int, need: Need) -> PatientFamily:
        """Read it. Raises the client's ApiErrors."""
        now = self.office.clock.now()
        values: dict[str, int | str] = {"pat_num": int(pat_num), "today": now.date().isoformat()}
        rows = await self._questions.ask("family", union_query(BRANCHES, values), need)
        if rows is None:
            return await self._one_by_one(pat_num, now, need)
        found = UnionRows(BRANCHES, rows)
        return family_of(
            pat_num,
            found.of("member", Patient),
            found.of("recall", Recall),
            found.of("appointment", Appointment),
            now,
        )

    async def _one_by_one(self, pat_num: int, now: datetime, need: Need) -> PatientFamily:
        client = self.client.at(need)
        own = await client.patients.get(pat_num)
        members = list(await client.patients.simple(Guarantor=own.Guarantor))
        if own.SuperFamily:
            numbers = {row.PatNum for row in members}
            others = await client.patients.simple(SuperFamily=own.SuperFamily)
            members += [row for row in others if row.PatNum not in numbers]
        family = family_of(pat_num, members, (), (), now, known=frozenset())
        self.publish(pat_num, family)
        asked = [each.row.PatNum for each in family.members][:MOST_MEMBERS]
        recalls = await asyncio.gather(*(client.recalls.list(PatNum=each) for each in asked))
        visits = await asyncio.gather(*(client.appointments.list(PatNum=each) for each in asked))
        return family_of(
            pat_num,
            members,
            [row for rows in recalls for row in rows],
            [row for rows in visits for row in rows],
            now,
            known=frozenset(asked),
        )


def family_of(
    pat_num: int,
    members: Sequence[Patient],
    recalls: Iterable[Recall],
    visits: Iterable[Appointment],
    now: datetime,
    *,
    known: frozenset[int] | None = None,
) -> PatientFamily:
    """The family from its rows. `known`: the PatNums whose recalls and appointments were read; None: everyone's."""
    due: dict[int, date] = {}
    for recall in recalls:
        booked = recall.DateScheduled is not None and recall.DateScheduled >= now.date()
        if recall.DateDue is not None and not booked and not is_disabled(recall, now.date()):
            due[recall.PatNum] = min(due.get(recall.PatNum, recall.DateDue), recall.DateDue)
    rows = list(visits)
    booked_plans = {row.NextAptNum for row in rows if row.AptStatus in _BOOKED}
    people = [
        FamilyPerson(
            each,
            due.get(each.PatNum),
            _next_visit((row for row in rows if row.PatNum == each.PatNum), now),
            sum(
                row.PatNum == each.PatNum and row.AptStatus in _TO_BOOK and row.AptNum not in booked_plans
                for row in rows
            ),
            known is None or each.PatNum in known,
        )
        for each in members
        if each.PatStatus is not PatientStatus.DELETED
    ]
    head = next((each.Guarantor for each in members if each.PatNum == pat_num), pat_num)
    people.sort(key=lambda each: (not each.is_guarantor, each.row.Birthdate or date.max, each.row.PatNum))
    return PatientFamily(
        tuple(each for each in people if each.row.Guarantor == head),
        tuple(each for each in people if each.row.Guarantor != head),
    )


def _next_visit(rows: Iterable[Appointment], now: datetime) -> datetime | None:
    times = [row.AptDateTime for row in rows if row.AptStatus in _BOOKED and row.AptDateTime is not None]
    return min((time for time in times if time >= now), default=None)
