"""The journal as the program holds it: every write on disk before it is sent, and watched by those who care.

The disk is touched in one thread that belongs to the journal, so the window never waits for it and changes
reach the file in the order they were asked for. Open entries and the latest ones are kept in memory as well.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from errno import errorcode
from pathlib import Path
from typing import ParamSpec, TypeVar

import msgspec

from app.core.clock import Clock
from app.core.observers import Observers
from app.journal.entries import Entry, Intent, Outcome, WriteState
from app.journal.errors import JournalDamaged, JournalError, JournalFailed, NotPossible
from app.journal.file import JournalFile
from app.journal.sealing import Seal, SealBroken

P = ParamSpec("P")
R = TypeVar("R")

KEPT_DAYS = 30
"""How long a write that was done stays in the file."""
REMEMBERED = 200
"""How many entries of this kind, at least, stay in memory."""
NOTHING = Outcome()


class Journal:
    """Opened with `await Journal.open(path, seal, clock)`; closed with `await close()`.

    `set_aside` names the file that could not be unsealed, if one was found and moved out of the way;
    `unreadable` are the ids of single entries that could not be. Neither is ever deleted.
    """

    def __init__(self, file: JournalFile, clock: Clock, thread: ThreadPoolExecutor) -> None:
        self._file = file
        self._clock = clock
        self._thread = thread
        self._entries: dict[int, Entry] = {}
        self._observers = Observers[Entry]()
        self._closed = False
        self.set_aside: Path | None = None
        self.unreadable: tuple[int, ...] = ()

    @classmethod
    async def open(cls, path: Path, seal: Seal, clock: Clock, *, kept_days: int = KEPT_DAYS) -> Journal:
        """Open or make the file, prune it, read what is open. JournalInUse, JournalTooNew, JournalFailed."""
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        loop = asyncio.get_running_loop()
        try:
            now, days = clock.now(), timedelta(days=kept_days)
            found, aside = await loop.run_in_executor(thread, _open, path, seal, now, now - days)
        except JournalError:
            thread.shutdown()
            raise
        journal = cls(found.file, clock, thread)
        journal.set_aside = aside
        journal.unreadable = found.unreadable
        journal._entries = {entry.id: entry for entry in found.entries}
        return journal

    async def close(self) -> None:
        """Finish what was begun and free the file. Closing twice does no harm."""
        if not self._closed:
            self._closed = True
            await self._in_thread(self._file.close)
            self._thread.shutdown()

    async def add(self, intent: Intent, who: str) -> Entry:
        """Write an intent down; on the disk when this returns. JournalFailed if the disk refuses it."""
        return self._keep(await self._in_thread(self._file.add, intent, who, self._clock.now()))

    async def advance(self, entry_id: int, state: WriteState, outcome: Outcome = NOTHING) -> Entry:
        """Write a new state down; on the disk when this returns. NotPossible, JournalFailed."""
        entry = await self.get(entry_id)
        return self._keep(await self._in_thread(self._file.advance, entry, state, outcome, self._clock.now()))

    async def dismiss(self, entry_id: int) -> Entry:
        """Put a refused entry away: a person has seen it. NotPossible for any other."""
        return self._keep(await self._in_thread(self._file.dismiss, await self.get(entry_id)))

    async def get(self, entry_id: int) -> Entry:
        """One entry, however old. NotPossible when there is none."""
        if (entry := self._entries.get(entry_id)) is not None:
            return entry
        if (entry := await self._in_thread(self._file.get, entry_id)) is None:
            raise NotPossible(entry_id, "There is no such write any more")
        return entry

    def unsettled(self) -> tuple[Entry, ...]:
        """What waits, is in flight or is unknown, oldest first."""
        return tuple(entry for entry in self._entries.values() if not entry.state.settled)

    def open_entries(self) -> tuple[Entry, ...]:
        """What people should know of: unsettled, or refused and not dismissed yet; oldest first."""
        return tuple(entry for entry in self._entries.values() if entry.open)

    def recent(self, count: int) -> tuple[Entry, ...]:
        """The latest entries in any state, newest first; at most 200 of them are remembered."""
        return tuple(self._entries[key] for key in sorted(self._entries, reverse=True)[:count])

    def watch(self, callback: Callable[[Entry], None]) -> Callable[[], None]:
        """Call back after each change is on disk, in the loop's next turn. Returns what ends it.

        A callback that fails is the loop's to report; it takes neither the write nor other watchers with it.
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

    async def _in_thread(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        call = self._thread.submit(work, *args, **kwargs)
        return await asyncio.wrap_future(call)


class _Found(msgspec.Struct, frozen=True):
    """An open file, and what it holds."""

    file: JournalFile
    entries: list[Entry]
    unreadable: tuple[int, ...]


def _open(path: Path, seal: Seal, now: datetime, prune_before: datetime) -> tuple[_Found, Path | None]:
    """Open the file and read it; one that cannot be is renamed, with its WAL, and a new one begun."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _read(path, seal, prune_before), None
        except (SealBroken, JournalDamaged):
            aside = _free_name(path, now)
            for suffix in ("-wal", "-shm", ""):
                beside = path.with_name(path.name + suffix)
                if beside.exists():
                    beside.rename(aside.with_name(aside.name + suffix))
            return _read(path, seal, prune_before), aside
    except OSError as error:
        raise JournalFailed(errorcode.get(error.errno or 0, type(error).__name__)) from error


def _read(path: Path, seal: Seal, prune_before: datetime) -> _Found:
    file = JournalFile(path, seal)
    try:
        file.prune(prune_before)
        entries, unreadable = file.load(REMEMBERED)
    except JournalError:
        file.close()  # else its lock would keep the next try out
        raise
    return _Found(file, entries, tuple(unreadable))


def _free_name(path: Path, now: datetime) -> Path:
    stem = f"{path.stem}-sealed-by-another-key-{now:%Y%m%d-%H%M%S}"
    aside, count = path.with_name(stem + path.suffix), 1
    while aside.exists():
        aside, count = path.with_name(f"{stem}-{count}{path.suffix}"), count + 1
    return aside
