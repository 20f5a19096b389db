"""What changed in the office's memory, so that a screen redraws that and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from app.core.observers import Observers
from app.store.topics import Topic


class ChangeKind(StrEnum):
    """What a change is about."""

    LISTS = "lists"
    """Chairs, providers, statuses and the like: everything may look different."""
    DAY = "day"
    """A day, or its hours, has been read; or it has been forgotten."""
    VISITS = "visits"
    """Single appointments appeared, changed or left."""
    NAMES = "names"
    """Patients' names came in for these days."""
    PENDING = "pending"
    """What an unsettled write is doing to an appointment."""
    TOPIC = "topic"
    """Something outside of the schedule: `Change.topic` says what."""


class Change(Struct, frozen=True):
    """One change. No dates: it may concern any day, unless it is about a topic outside of the schedule."""

    kind: ChangeKind
    dates: frozenset[date] = frozenset()
    apt_nums: frozenset[int] = frozenset()
    topic: Topic | None = None

    def concerns(self, days: Iterable[date]) -> bool:
        """Whether any of these days may look different now."""
        if self.kind is ChangeKind.TOPIC:
            return False
        return not self.dates or not self.dates.isdisjoint(days)


class Touched(Struct):
    """Which appointments changed, and the days that they left, came to or stand on."""

    apt_nums: set[int] = field(default_factory=set)
    days: set[date] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.days)

    def add(self, other: Touched) -> None:
        """Count these too."""
        self.apt_nums |= other.apt_nums
        self.days |= other.days


Watcher = Callable[[Change], None]


class Changes:
    """Tells watchers what changed in the office's memory."""

    def __init__(self) -> None:
        self._observers = Observers[Change]()

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call `watcher` for every change from now on; returns what ends that."""
        return self._observers.add(watcher)

    def tell_of(self, topic: Topic) -> None:
        """Tell of a change outside of the schedule."""
        self._observers.notify(Change(ChangeKind.TOPIC, topic=topic))

    def tell(self, kind: ChangeKind, touched: Touched | None = None) -> None:
        """Tell of a change to these appointments and days, or (None) to any day. Nothing touched: nobody is told."""
        if touched is None:
            self._observers.notify(Change(kind))
        elif touched:
            self._observers.notify(Change(kind, frozenset(touched.days), frozenset(touched.apt_nums)))
