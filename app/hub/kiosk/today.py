"""Today's appointments and their patients in the hub's memory, for the day only.

It is read in two requests: the day's appointments, and one query for names and birthdates. Without the Queries
permission the patients of a birthdate are asked for instead, when somebody types it. It is dropped at once when the hub
hears of a change, from a desk, a signal or an event: a canceled appointment isn't offered to its patient any more.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from app.api.errors import ApiError
from app.api.need import Need
from app.domain.kiosk.appointments import Booked, booked_of
from app.domain.kiosk.identity import Known, known_of
from app.domain.schedule.stages import StageRules
from app.hub.hub import Hub
from app.store.lists import ListName, ListReader, OfficeLists
from app.store.queries import MOST_NAMES, Questions
from app.wire.fields import NO_DATE
from app.wire.hub.stream import OfficeEvent, SignalRows, StreamLine, Written
from app.wire.lenient import Misread, read_date, whole_or
from app.wire.resources.patients_records import Patient, PatientStatus
from app.wire.resources.signalods import InvalidType
from app.wire.resources.subscriptions import WatchedTable

GOOD_SECONDS = 60.0
"""A patient is found in what is known for so long; the check-in itself reads each appointment again."""
PREPARED_SECONDS = 20.0
"""Older than this, the day is read while the patient types."""
NEW_SECONDS = 5.0
"""Who isn't found is looked for again in data no older than this."""
LISTS_SECONDS = 600.0
LISTS = frozenset({ListName.STATUSES, ListName.PREFERENCES})
COLUMNS = "PatNum, LName, FName, Preferred, Birthdate, Guarantor"
DELETED = 4
"""`patient.PatStatus` of a deleted patient."""
_WRITES = frozenset({"Appointments", "Patients"})
_SIGNALS = frozenset({InvalidType.APPOINTMENT, InvalidType.DATE})
_EVENTS = frozenset({WatchedTable.APPOINTMENT, WatchedTable.APPOINTMENT_DELETED, WatchedTable.PATIENT})


class _Kind(Struct):
    IType: str = ""


_kind_of = msgspec.json.Decoder(_Kind).decode


class Today(Struct, frozen=True):
    """One reading of the day."""

    day: date
    booked: tuple[Booked, ...]
    people: Mapping[int, Known]
    stages: StageRules
    at: float
    """Monotonic seconds."""
    complete: bool
    """Whether everybody's name is known; else patients are asked for by birthdate."""


class TodayReader:
    """Keeps one reading. Those who need a newer one share the requests for it."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._known: Today | None = None
        self._questions = Questions(hub.office)
        self._lists = OfficeLists()
        self._lists_at: float | None = None
        self._reading: asyncio.Task[Today | ApiError] | None = None
        self._changes = 0
        hub.stream.watch(self._hear)

    @property
    def stages(self) -> StageRules | None:
        """What the office's statuses mean; None: not read yet."""
        return None if self._lists.missing & LISTS else self._lists.stages

    async def get(self, most_seconds: float = GOOD_SECONDS) -> Today:
        """Today, no older than this. Raises the client's ApiErrors."""
        known = self._known
        if known is not None and self._is_good(known, most_seconds):
            return known
        found = await asyncio.shield(self._begin())
        if isinstance(found, ApiError):
            raise found
        return found

    def prepare(self) -> None:
        """A patient begins to type: read the day meanwhile, so that the answer needs no request."""
        if self._known is None or not self._is_good(self._known, PREPARED_SECONDS):
            self._begin()

    async def born(self, birthdate: date, today: Today) -> Today:
        """Today with the patients of one birthdate, where names are not known. Raises the client's ApiErrors."""
        if today.complete:
            return today
        rows = await self._hub.office.patients.simple(Birthdate=birthdate)
        booked = {each.pat_num for each in today.booked}
        people = {row.PatNum: known_patient(row) for row in rows if row.PatNum in booked}
        return Today(
            today.day, today.booked, {**today.people, **people}, today.stages, today.at, complete=False
        )

    async def family(self, guarantor: int, today: Today) -> Today:
        """Today with one guarantor's family, where names are not known. Raises the client's ApiErrors."""
        rows = await self._hub.office.patients.simple(Guarantor=guarantor)
        booked = {each.pat_num for each in today.booked}
        people = {row.PatNum: known_patient(row) for row in rows if row.PatNum in booked}
        return Today(
            today.day, today.booked, {**today.people, **people}, today.stages, today.at, complete=False
        )

    async def read_stages(self) -> StageRules:
        """What the office's statuses mean, read now and then. Raises the client's ApiErrors."""
        now = self._hub.clock.monotonic()
        if self._lists_at is None or now - self._lists_at > LISTS_SECONDS:
            reader = ListReader(self._hub.office, self._questions)
            await reader.read(LISTS, self._take_list, Need.CLICK, self._lists)
            self._lists_at = now
        return self._lists.stages

    def _is_good(self, known: Today, most_seconds: float) -> bool:
        age = self._hub.clock.monotonic() - known.at
        return known.day == self._hub.clock.now().date() and age <= most_seconds

    def _hear(self, line: StreamLine) -> None:
        if changes_the_day(line):
            self._known = None
            self._changes += 1

    def _begin(self) -> asyncio.Task[Today | ApiError]:
        """Read it, unless it is being read."""
        if self._reading is None or self._reading.done():
            day = self._hub.clock.now().date()
            self._reading = self._hub.scope.start(self._caught(day), "kiosks: today")
        return self._reading

    async def _caught(self, day: date) -> Today | ApiError:
        """An office that doesn't answer is no bug of the task that asks it.

        Its answer may tell that its day is another one than this PC's: then that day is read. What changed meanwhile
        is read once more; a day that changes all the time is not kept.
        """
        try:
            changes = self._changes
            today = await self._read(day)
            now = self._hub.clock.now().date()
            same = now == day and changes == self._changes
            return today if same else await self._read(now)
        except ApiError as error:
            return error

    async def _read(self, day: date) -> Today:
        at, changes = self._hub.clock.monotonic(), self._changes
        stages, rows = await asyncio.gather(self.read_stages(), self._hub.office.appointments.list(date=day))
        booked = tuple(each for row in rows if (each := booked_of(row, stages)) is not None)
        people = await self._people(sorted({each.pat_num for each in booked}))
        today = Today(day, booked, people or {}, stages, at, complete=people is not None)
        if changes == self._changes:
            self._known = today
        return today

    async def _people(self, pat_nums: list[int]) -> dict[int, Known] | None:
        """The patients by one query per 99; None without Queries."""
        found: dict[int, Known] = {}
        for first in range(0, len(pat_nums), MOST_NAMES):
            listed = ",".join(map(str, pat_nums[first : first + MOST_NAMES]))
            command = f"SELECT {COLUMNS} FROM patient WHERE PatNum IN ({listed}) AND PatStatus <> {DELETED}"  # noqa: S608  # integers
            rows = await self._questions.ask("kiosk people", command, Need.CLICK)
            if rows is None:
                return None
            found.update((known.pat_num, known) for known in map(_known_row, rows))
        return found

    def _take_list(self, name: ListName, found: dict[str, Any]) -> None:
        self._lists = self._lists.with_list(name, found)


def changes_the_day(line: StreamLine) -> bool:
    """Whether something told on the stream may change who can be found."""
    match line:
        case Written():
            return line.method.partition(".")[0] in _WRITES
        case SignalRows():
            return any(_kind_of(row).IType in _SIGNALS for row in line.rows)
        case OfficeEvent():
            return line.kind in _EVENTS
        case _:
            return False


def known_patient(row: Patient) -> Known:
    """A patient's row as check-in needs it; a deleted one can't be found."""
    birthdate = None if row.PatStatus is PatientStatus.DELETED else row.Birthdate
    return known_of(row.PatNum, (row.LName, row.FName, row.Preferred), birthdate, row.Guarantor)


def _known_row(row: dict[str, Any]) -> Known:
    names = (str(row.get("LName") or ""), str(row.get("FName") or ""), str(row.get("Preferred") or ""))
    return known_of(
        max(whole_or(row.get("PatNum"), 0), 0),
        names,
        _date(row.get("Birthdate")),
        max(whole_or(row.get("Guarantor"), 0), 0),
    )


def _date(value: object) -> date | None:
    try:
        found = read_date("" if value is None else str(value).strip())
    except Misread:
        return None
    return None if found == NO_DATE else found
