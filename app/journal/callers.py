"""Notifies callers of the outcome of a write, and tells waiting writes from those being sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from app.core.observers import Observers
from app.journal.connection import ConnectionTracker
from app.journal.entries import Entry, WriteState

TELLING = (WriteState.DONE, WriteState.REFUSED, WriteState.UNKNOWN)


class Callers:
    """Notifies callers and watchers. The journal can't: on disk, a waiting entry looks like one about to be sent."""

    def __init__(self, connection: ConnectionTracker) -> None:
        self._connection = connection
        self._held: frozenset[int] = frozenset()
        self._waiting: frozenset[int] = frozenset()
        self._trying: frozenset[int] = frozenset()
        self._waiters: dict[int, list[asyncio.Future[Entry]]] = {}
        self._observers = Observers[Entry]()

    def waits(self, entry: Entry) -> bool:
        """Whether an entry has to wait until the office is back or another entry is settled."""
        return entry.state is WriteState.WAITING and (entry.id in self._held or self._connection.down)

    def is_tried(self, entry: Entry) -> bool:
        """Whether an unsent entry is being checked and sent right now."""
        return entry.state is WriteState.WAITING and entry.id in self._trying

    def is_reportable(self, entry: Entry) -> bool:
        """Whether the caller should be notified: the write ended, or has to wait."""
        return entry.state in TELLING or self.waits(entry)

    async def wait(self, entry: Entry) -> Entry:
        """Wait until the caller should be notified."""
        waiter: asyncio.Future[Entry] = asyncio.get_running_loop().create_future()
        self._waiters.setdefault(entry.id, []).append(waiter)
        return await waiter

    def watch(self, callback: Callable[[Entry], None]) -> Callable[[], None]:
        """Call back with each entry that starts to wait, is tried, or resumes.

        Returns a function that unsubscribes.
        """
        return self._observers.add(callback)

    def notify(self, entry: Entry) -> None:
        """Notify those who wait for an entry, if there is something to report."""
        if self.is_reportable(entry):
            for waiter in self._waiters.pop(entry.id, ()):
                if not waiter.done():
                    waiter.set_result(entry)

    def update(self, unsettled: Iterable[Entry], held: Iterable[int], busy: Iterable[int]) -> None:
        """Update which entries are held and busy, and notify of the difference."""
        self._held = frozenset(held)
        entries = list(unsettled)
        waited, self._waiting = self._waiting, frozenset(each.id for each in entries if self.waits(each))
        tried, self._trying = self._trying, frozenset(busy)
        changed = (waited ^ self._waiting) | (tried ^ self._trying)
        for entry in entries:
            self.notify(entry)
            if entry.id in changed:
                self._observers.notify(entry)
