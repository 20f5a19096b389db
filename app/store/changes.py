"""Describes changes of the in-memory office, so that a screen redraws only what is affected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from app.core.observers import Observers
from app.store.topics import Topic


class ChangeKind(StrEnum):
    """Kinds of changes."""

    LISTS = "lists"
    """Operatories, providers, statuses and so on: everything may look different."""
    DAY = "day"
    """A day, or its hours, was read or dropped from memory."""
    VISITS = "visits"
    """Single appointments appeared, changed or were removed."""
    NAMES = "names"
    """Patients' names were loaded for these days."""
    PENDING = "pending"
    """What an unsettled write is doing to an appointment."""
    TOPIC = "topic"
    """A change outside of the schedule: see `Change.topic`."""
    ANSWERS = "answers"
    """The office answers again: what could not be read meanwhile can be now."""


class Change(Struct, frozen=True):
    """One change. Empty `days` means any day, unless the change is not about the schedule."""

    kind: ChangeKind
    dates: frozenset[date] = frozenset()
    apt_nums: frozenset[int] = frozenset()
    topic: Topic | None = None

    def concerns(self, days: Iterable[date]) -> bool:
        """Whether any of these days may look different now."""
        if self.kind in (ChangeKind.TOPIC, ChangeKind.ANSWERS):
            return False
        return not self.dates or not self.dates.isdisjoint(days)


class Touched(Struct):
    """The changed appointments, and the days that they left, joined or are on."""

    apt_nums: set[int] = field(default_factory=set)
    days: set[date] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.days)

    def add(self, other: Touched) -> None:
        """Add these as well."""
        self.apt_nums |= other.apt_nums
        self.days |= other.days


Watcher = Callable[[Change], None]


class Changes:
    """Notifies watchers of changes in the in-memory office."""

    def __init__(self) -> None:
        self._observers = Observers[Change]()

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call `watcher` for every change. Returns a function that unsubscribes."""
        return self._observers.add(watcher)

    def tell_of(self, topic: Topic) -> None:
        """Notify of a change outside of the schedule."""
        self._observers.notify(Change(ChangeKind.TOPIC, topic=topic))

    def tell(self, kind: ChangeKind, touched: Touched | None = None) -> None:
        """Notify of a change to these appointments and days, or (None) to any day.

        Nothing touched: no notification.
        """
        if touched is None:
            self._observers.notify(Change(kind))
        elif touched:
            self._observers.notify(Change(kind, frozenset(touched.days), frozenset(touched.apt_nums)))
