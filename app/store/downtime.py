"""The downtime copy: today and the next working day in the local store, to start without the server."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.api.errors import ApiError
from app.core.clock import Clock
from app.domain.schedule.early import NAME as EARLY_NAME
from app.domain.schedule.visit import Person
from app.sealed.documents import Documents
from app.sealed.errors import LocalStoreError
from app.store.changes import Change, ChangeKind
from app.store.lists import OfficeLists
from app.store.office import Office
from app.store.schedule.days import DayRows
from app.wire.resources.appointments import Appointment
from app.wire.resources.schedules import Schedule

NAME = "downtime copy"  # words: a document of the local store
"""The document's name in the local store."""
VERSION = 1
"""Copies with another version are not read: increment it whenever the meaning of a field changes."""
LOOK_SECONDS = 30.0
"""Seconds between checks for changes to save: a change is on disk after at most twice as long."""
LONGEST = timedelta(minutes=30)
"""An unchanged copy is saved again after this many seconds, so that its age never reaches an hour."""
DAYS_KINDS = (ChangeKind.DAY, ChangeKind.VISITS, ChangeKind.NAMES)

log = logging.getLogger(__name__)


class SavedDay(Struct, frozen=True):
    """One day. `read_at` is when it was last known to be up to date, in UTC."""

    day: date
    read_at: datetime
    appointments: tuple[Appointment, ...]
    schedules: tuple[Schedule, ...] | None


class SavedOffice(Struct, frozen=True):
    """Everything needed to show and print these days."""

    version: int
    days: tuple[SavedDay, ...]
    people: tuple[Person, ...]
    lists: OfficeLists


class DowntimeCopy:
    """Saves an office's days and restores them. Its methods raise what the documents raise."""

    def __init__(self, office: Office, documents: Documents, clock: Clock) -> None:
        self._office = office
        self._documents = documents
        self._clock = clock

    async def load(self) -> bool:
        """Restore the copy into memory, without replacing newer data. False: there is none for today.

        A copy that can't be read, or has nothing for today or later, is deleted.
        """
        stored = await self._documents.get(NAME)
        if stored is None:
            return False
        today = self._clock.now().date()
        saved = _decoded(stored.data)
        if saved is None or all(each.day < today for each in saved.days):
            await self._documents.delete(NAME)
            return False
        current = [each for each in saved.days if each.day >= today]
        rows = [_rows(each, self._clock) for each in current]
        self._office.restore(rows, saved.people, saved.lists)
        return any(each.day == today for each in current)

    @property
    def days(self) -> tuple[date, ...]:
        """The days to save: today, tomorrow, and the next working day."""
        today = self._clock.now().date()
        return (today, today + timedelta(days=1), self._office.reader.working_day_after(today))

    async def save_early(self, data: bytes) -> None:
        """Save what startup paints before anything is loaded."""
        await self._documents.put(EARLY_NAME, data, self._clock.utc())

    async def save(self, *, reads: bool = True) -> bool:
        """Save today and the next working day as known; False if today was not read yet.

        `reads`: read the next working day if it is not in memory.
        """
        days = self.days
        if reads:
            with suppress(ApiError):  # it is saved as last read, or left out
                await self._office.reader.prefetch(days[-1])
        saved = snapshot(self._office, days)
        if saved is None:
            return False
        await self._documents.put(NAME, msgspec.msgpack.encode(saved), self._clock.utc())
        return True


class CopyKeeper:
    """Saves the copy after changes, periodically and at the end. Run it as a task; call `finish` once it ended."""

    def __init__(
        self,
        copy: DowntimeCopy,
        office: Office,
        clock: Clock,
        early: Callable[[Iterable[date]], bytes],
        tell: Callable[[LocalStoreError | None], object] = lambda _: None,
    ) -> None:
        """`early` converts these days to what startup paints before anything is loaded.

        `tell` is called with the error when saving begins to fail, and with None when it works again.
        """
        self._tell = tell
        self._fails = False
        self._copy = copy
        self._early = early
        self._clock = clock
        self._changed = False
        self._saved_at: float | None = None
        self._unwatch = office.watch(self._follow)

    async def run(self) -> None:
        """Save when needed, for as long as the office is open."""
        while True:
            await self._clock.sleep(LOOK_SECONDS)
            now = self._clock.monotonic()
            old = self._saved_at is None or now - self._saved_at >= LONGEST.total_seconds()
            if self._changed or old:
                await self._save()

    async def finish(self) -> None:
        """Save what changed since the last time."""
        self._unwatch()
        if self._changed or self._saved_at is None:
            await self._save(reads=False)

    async def _save(self, *, reads: bool = True) -> None:
        self._changed = False
        try:
            if await self._copy.save(reads=reads):
                await self._copy.save_early(self._early(self._copy.days))
                self._saved_at = self._clock.monotonic()
                self._ended(None)
        except LocalStoreError as error:
            log.warning("the downtime copy was not saved: %s", type(error).__name__)
            self._changed = True  # tried again with the next look
            self._ended(error)

    def _ended(self, error: LocalStoreError | None) -> None:
        if self._fails is (error is None):
            self._fails = error is not None
            self._tell(error)

    def _follow(self, change: Change) -> None:
        today = self._clock.now().date()
        if change.kind is ChangeKind.LISTS:
            self._changed = True
        elif change.kind in DAYS_KINDS:
            self._changed = self._changed or any(each >= today for each in change.dates)


def snapshot(office: Office, days: Iterable[date]) -> SavedOffice | None:
    """What is known of these days; None without the first one, or if it is itself only a copy."""
    wanted = sorted(set(days))
    lists = office.lists
    if lists is None or not wanted or office.day(wanted[0]) is None or office.is_copy(wanted[0]):
        return None
    now, kept, people = office.clock.utc(), [], {}
    for day in wanted:
        rows, age = office.day(day), office.age(day)
        if rows is None or age is None:
            continue
        kept.append(SavedDay(day, now - age, rows.appointments, rows.schedules))
        for row in rows.appointments:
            if (person := office.person(row.PatNum)) is not None:
                people[row.PatNum] = person
    return SavedOffice(VERSION, tuple(kept), tuple(people.values()), replace(lists, server_time=None))


def _decoded(data: bytes) -> SavedOffice | None:
    try:
        if msgspec.msgpack.decode(data, type=_Versioned).version != VERSION:
            return None
        return msgspec.msgpack.decode(data, type=SavedOffice)
    except msgspec.MsgspecError:
        return None


class _Versioned(Struct, frozen=True):
    version: int


def _rows(saved: SavedDay, clock: Clock) -> DayRows:
    age = (clock.utc() - saved.read_at).total_seconds()
    return DayRows(saved.day, saved.appointments, saved.schedules, clock.monotonic() - age)
