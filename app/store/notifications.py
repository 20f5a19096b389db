"""Handles the office's notifications, events or signals: stored at once, or queued to be read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Protocol, TypeVar

from app.api.errors import ApiError
from app.api.events import Event
from app.store.changes import Change, ChangeKind
from app.store.office import Office
from app.store.patients.people import known_of
from app.store.schedule.requests import ROWS_AT_ONCE
from app.store.topics import Part, Topic
from app.wire.resources.appointments import Appointment
from app.wire.resources.signalods import InvalidType, Signalod
from app.wire.resources.subscriptions import WatchedTable

T = TypeVar("T")

_LISTS = frozenset(
    {InvalidType.DEFS, InvalidType.OPERATORIES, InvalidType.PROVIDERS, InvalidType.APPOINTMENT_TYPES}
)


class EventSource(Protocol):
    """The source of events: the listener."""

    def watch(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Subscribe to all events. Returns a function that unsubscribes."""
        ...


class Notifications:
    """Stores notified changes in the in-memory office, and tracks what has to be read because of them."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._rows: list[Appointment] = []
        self._patients: set[int] = set()
        """Patients of new appointments, whose names may be unknown."""
        self._days: set[date] = set()
        self._hours: set[date] = set()
        self._lists: set[str] = set()
        """The changed lists, as notifications name them."""
        self._changed: set[date] = set()
        """Days whose changed appointments arrived since signals were last settled."""
        self._changed_before: set[date] = set()
        self._heard: list[Signalod] = []
        """Signals about the schedule and lists, not settled yet."""
        self._accounts: dict[int, None] = {}
        """Patients whose accounts changed, as signals told."""

    def note(self, change: Change) -> None:
        """Record which days changed: signals about them add nothing."""
        if change.kind is ChangeKind.VISITS:
            self._changed |= change.dates

    def process(self, event: Event) -> bool:
        """Store an event's rows. False: the appointments have to be read to know which of two rows is newer."""
        match event.kind:
            case WatchedTable.APPOINTMENT:
                self._patients |= {row.PatNum for row in event.rows}
                self._rows += event.rows[ROWS_AT_ONCE:]
                return self._office.take_rows(event.rows[:ROWS_AT_ONCE]) and not event.rows.unreadable
            case WatchedTable.APPOINTMENT_DELETED:
                for row in event.rows:
                    self._office.remove(row.AptNum)
            case WatchedTable.PATIENT:
                self._office.people.learn_all([known_of(row) for row in event.rows])
            case WatchedTable.SCHEDULE:
                self._hours |= {row.SchedDate for row in event.rows if row.SchedDate is not None}
            case WatchedTable.OPERATORY | WatchedTable.PROVIDER:
                self._lists.add(event.kind)
        return True

    async def read_signals(self) -> None:
        """Read the office's signals. Raises the client's errors.

        They wait for `settle_signals` and `tell_of_accounts`.
        """
        self._hear(await self._office.signals.read())

    def take_signals(self, rows: Sequence[Signalod]) -> None:
        """The same with signals that the office hub has told."""
        self._office.signals.take(rows)
        self._hear(rows)

    def _hear(self, rows: Sequence[Signalod]) -> None:
        self._heard += rows
        self._accounts |= {row.FKey: None for row in rows if row.IType is InvalidType.ACC_MODULE and row.FKey}

    def tell_of_accounts(self) -> None:
        """Pass on which accounts changed, each once: what shows them reads them."""
        accounts, self._accounts = self._accounts, {}
        for pat_num in accounts:
            self._office.tell_of(Topic(Part.ACCOUNT, pat_num))

    @property
    def heard(self) -> int:
        """How many signals wait to be settled."""
        return len(self._heard)

    def settle_signals(self, shown: Sequence[date], count: int, *, late: bool) -> None:
        """Queue what the first `count` signals that were heard make necessary to read, once their changes were read.

        One about a day without a changed appointment means that one was deleted. `late`: signals may still come
        of changes that were read before the last call.
        """
        rows, self._heard = self._heard[:count], self._heard[count:]
        told = self._changed | self._changed_before
        self._changed, self._changed_before = set(), self._changed if late else set()
        self._days |= _days_of(rows, InvalidType.APPOINTMENT) & set(shown) - told
        if any(row.IType is InvalidType.SCHEDULES for row in rows):
            self._hours |= set(shown)
        self._lists |= {row.IType for row in rows} & _LISTS

    async def follow(self, shown: Sequence[date]) -> None:
        """Store the rest of a long event, and read what is queued. Raises the client's errors.

        What fails stays queued.
        """
        office = self._office
        if self._rows and not await self._take_the_rest():
            await office.reader.refresh(shown)
        with _noted(self._patients) as patients:
            if patients:
                await office.reader.complete(shown)
        with _noted(self._days) as days:
            await office.reader.reread(sorted(days))
        with _noted(self._hours) as days:
            await office.reader.reread_hours([day for day in sorted(days) if office.day(day) is not None])
        with _noted(self._lists) as lists:
            if lists:
                await office.office_lists.reread()

    async def _take_the_rest(self) -> bool:
        """The rows after the first few, in small batches that yield to the event loop."""
        sure = True
        while rows := self._rows[:ROWS_AT_ONCE]:
            del self._rows[:ROWS_AT_ONCE]
            sure = self._office.take_rows(rows) and sure
            await asyncio.sleep(0)
        return sure


@contextmanager
def _noted(notes: set[T]) -> Iterator[frozenset[T]]:
    """The queue, emptied before reading because notifications may arrive meanwhile; what fails is queued again."""
    taken = frozenset(notes)
    notes.clear()
    try:
        yield taken
    except ApiError:
        notes |= taken
        raise


def _days_of(rows: Iterable[Signalod], kind: InvalidType) -> set[date]:
    return {row.DateViewing for row in rows if row.IType is kind and row.DateViewing is not None}
