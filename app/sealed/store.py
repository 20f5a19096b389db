"""The sealed local store of one office: all patient data that this PC keeps on disk, in one file.

It holds the journal's entries and documents (the downtime copy; later pinboard, reminders, unread marks). The
disk is used in one thread owned by the store, so the window never waits for it and changes reach the file in
the order they were made.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from app.core.clock import Clock
from app.core.observers import Observers
from app.sealed import damage
from app.sealed.damage import Damage
from app.sealed.documents import Documents
from app.sealed.errors import StoreDamaged
from app.sealed.opening import open_file, repaired
from app.sealed.sealed_file import SealedFile
from app.sealed.sealing import Seal

R = TypeVar("R")


class LocalStore:
    """Opened with `await LocalStore.open(path, seals, clock)`; closed with `await close()`."""

    def __init__(
        self, file: SealedFile, seals: Mapping[str, Seal], clock: Clock, thread: ThreadPoolExecutor
    ) -> None:
        self._file = file
        self._seals = seals
        self._clock = clock
        self._thread = thread
        self._closed = False
        self._observers = Observers[tuple[Damage, ...]]()
        self.documents = Documents(self.run)
        self.damage: tuple[Damage, ...] = ()
        """Losses, current or earlier, that were not dismissed yet; complete after `check`."""
        self.refill: Callable[[SealedFile], None] = lambda _: None
        """Called in the store's thread after a repair, to restore rows that are in memory but missing in the file."""

    @classmethod
    async def open(cls, path: Path, seals: Mapping[str, Seal], clock: Clock) -> LocalStore:
        """Open or create the file with any of these seals, named as in `key_slots`.

        Fast: it checks only the file's structure, so that a document can be shown at once. `check` checks the
        rest. Raises StoreInUse, StoreTooNew, StoreLocked, StoreFailed.
        """
        thread = ThreadPoolExecutor(
            max_workers=1, thread_name_prefix="local store"
        )  # words: the name of a thread
        opening = thread.submit(open_file, path, dict(seals), clock.utc())
        try:
            file = await asyncio.wrap_future(opening)
        except BaseException:
            opening.add_done_callback(_close_unused)
            thread.shutdown(wait=False)
            raise
        return cls(file, dict(seals), clock, thread)

    @classmethod
    def adopt(cls, file: SealedFile, seals: Mapping[str, Seal], clock: Clock) -> LocalStore:
        """A store on a file that is open already; it is closed with the store."""
        return cls(
            file, dict(seals), clock, ThreadPoolExecutor(1, thread_name_prefix="local store")
        )  # words: internal

    async def run(self, work: Callable[[SealedFile], R]) -> R:
        """Run work on the file in the store's thread. If the file is damaged, it is repaired and the work repeated."""
        before = self.damage
        try:
            return await asyncio.wrap_future(self._thread.submit(self._attempt, work))
        finally:
            if self.damage != before:
                self._observers.notify(self.damage)

    async def check(self) -> None:
        """Check every page and row, and repair the file if needed. Raises StoreFailed."""
        await self.run(SealedFile.check)
        self.damage = await self.run(damage.reports)

    def watch_damage(self, callback: Callable[[tuple[Damage, ...]], None]) -> Callable[[], None]:
        """Call back when damage is found or dismissed while the store is open.

        Returns a function that unsubscribes.
        """
        return self._observers.add(callback)

    async def dismiss(self, aside: str) -> None:
        """Dismiss the report about this file. The file stays."""
        left = tuple(each for each in self.damage if each.aside != aside)
        await self.run(lambda file: damage.save(file, left, self._clock.utc()))
        self.damage = left
        self._observers.notify(left)

    async def close(self) -> None:
        """Finish pending work and close the file. Closing twice is harmless."""
        if not self._closed:
            self._closed = True
            await self.run(SealedFile.close)
            self._thread.shutdown()

    def _attempt(self, work: Callable[[SealedFile], R]) -> R:
        try:
            return work(self._file)
        except StoreDamaged:
            self._file.close()
            self._file = repaired(self._file.path, self._seals, self._clock.utc())
            self.refill(self._file)
            self.damage = damage.reports(self._file)
            return work(self._file)


def _close_unused(opening: Future[SealedFile]) -> None:
    """Close a file that was opened after its opener had been canceled: its lock would block the next one."""
    if not opening.cancelled() and opening.exception() is None:
        opening.result().close()
