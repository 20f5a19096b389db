"""The journal: every write is on disk before it is sent; watchers are notified of changes.

Entries are in the local store. Open entries and the latest ones are also kept in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from app.core.clock import Clock
from app.core.observers import Observers
from app.journal import entry_rows
from app.journal.entries import Author, Entry, Intent, Outcome, WriteState
from app.sealed.store import LocalStore

KEPT_DAYS = 30
"""How long done writes stay in the file."""
REMEMBERED = 200
"""Minimum number of the latest entries kept in memory."""
NOTHING = Outcome()


class Journal:
    """Opened with `await Journal.open(store, clock)`; it ends with the store.

    `undecoded` are the ids of entries that this version can't decode; they stay in the file.
    """

    def __init__(self, store: LocalStore, clock: Clock, loaded: entry_rows.Loaded) -> None:
        self.store = store
        self._clock = clock
        self._entries = {entry.id: entry for entry in loaded.entries}
        self._observers = Observers[Entry]()
        self.undecoded = loaded.undecoded
        store.refill = lambda file: entry_rows.refill(file, tuple(self._entries.values()))

    @classmethod
    async def open(cls, store: LocalStore, clock: Clock, *, kept_days: int = KEPT_DAYS) -> Journal:
        """Check the store, prune old entries, read the open ones. Raises StoreFailed."""
        await store.check()
        stale = max((damage.found_at for damage in store.damage if damage.stale), default=None)
        if stale is not None:
            await store.run(lambda file: entry_rows.distrust(file, stale))
        before = clock.utc() - timedelta(days=kept_days)
        return cls(store, clock, await store.run(lambda file: entry_rows.load(file, REMEMBERED, before)))

    async def add(self, intent: Intent, author: Author) -> Entry:
        """Record an intent; it is on disk on return. Raises StoreFailed."""
        now = self._clock.utc()
        return self._keep(await self.store.run(lambda file: entry_rows.add(file, intent, author, now)))

    async def advance(self, entry_id: int, state: WriteState, outcome: Outcome = NOTHING) -> Entry:
        """Record a new state; it is on disk on return. Raises NotPossible, StoreFailed."""
        now = self._clock.utc()
        return self._keep(
            await self.store.run(lambda file: entry_rows.advance(file, entry_id, state, outcome, now))
        )

    async def dismiss(self, entry_id: int) -> Entry:
        """Dismiss a refused entry. Raises NotPossible for any other."""
        return self._keep(await self.store.run(lambda file: entry_rows.dismiss(file, entry_id)))

    async def get(self, entry_id: int) -> Entry:
        """One entry, however old. Raises NotPossible if there is none."""
        if (entry := self._entries.get(entry_id)) is not None:
            return entry
        return await self.store.run(lambda file: entry_rows.get(file, entry_id))

    async def made_between(self, start: datetime, end: datetime) -> list[Entry]:
        """The entries made from `start` until before `end` that are still kept, oldest first. Raises StoreFailed."""
        return await self.store.run(lambda file: entry_rows.made_between(file, start, end))

    def unsettled(self) -> tuple[Entry, ...]:
        """Waiting, in-flight and unknown entries, oldest first."""
        return tuple(entry for entry in self._entries.values() if not entry.state.settled)

    def open_entries(self) -> tuple[Entry, ...]:
        """Entries that need attention: unsettled, or refused and not dismissed; oldest first."""
        return tuple(entry for entry in self._entries.values() if entry.open)

    @property
    def need_attention(self) -> int:
        """The number of open entries, and reports of entries that could not be read."""
        return len(self.open_entries()) + len(self.store.damage) + len(self.undecoded)

    def recent(self, count: int) -> tuple[Entry, ...]:
        """The latest entries in any state, newest first; at most 200."""
        return tuple(self._entries[key] for key in sorted(self._entries, reverse=True)[:count])

    def watch(self, callback: Callable[[Entry], None]) -> Callable[[], None]:
        """Call back after each change is on disk, in the next loop iteration. Returns a function that unsubscribes.

        A callback that raises is reported by the loop; it affects neither the write nor other watchers.
        """
        return self._observers.add(callback)

    def _keep(self, entry: Entry) -> Entry:
        self._entries[entry.id] = entry
        if len(self._entries) > 2 * REMEMBERED:
            self._forget()
        self._observers.notify_soon(entry)
        return entry

    def _forget(self) -> None:
        old = list(self._entries)[:-REMEMBERED]
        for key in old:
            if not self._entries[key].open:
                del self._entries[key]
