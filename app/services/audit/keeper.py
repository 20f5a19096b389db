"""Keeps the audit of one office on this PC: written, checked and proved in a thread of its own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from app.core.clock import Clock
from app.core.observers import Observers
from app.core.tasks import TaskScope
from app.sealed.errors import LocalStoreError
from app.services.audit.chain import Head
from app.services.audit.file import AuditFile
from app.services.audit.opening import Home, open_audit
from app.services.audit.pending import Pending
from app.services.audit.state import Alert, Anchor
from app.services.audit.witness import Witness
from app.services.audit.writer import AuditWriter

R = TypeVar("R")

log = logging.getLogger(__name__)

ANCHOR_SECONDS = 5.0
"""From a record to its anchor: a vault may take a second, and one anchor serves all records until then."""
RETRY_SECONDS = 10.0
"""Between two attempts on a disk that refused."""
LAST_SECONDS = 2.0
"""The end of the program waits this long for a slow vault; the next start is content with an older anchor."""
KEPT_DAYS = 6 * 365 + 2
"""As long as HIPAA asks for (45 CFR 164.316): six years."""
PAGE = 200
"""Records checked at a time: some 3 ms of work. Between two pages the window's thread has its turn."""


class Standing(StrEnum):
    """How far the chain is known to be intact."""

    CHECKING = "checking"
    INTACT = "intact"


class Status(Struct, frozen=True):
    """What the window shows about the audit."""

    standing: Standing = Standing.CHECKING
    count: int = 0
    """Records in the file."""
    checked: int = 0
    """How many of them were checked."""
    since: datetime | None = None
    """The first record's time, in UTC."""
    alerts: tuple[Alert, ...] = ()
    """What was found wrong and not dismissed."""
    unwritten: int = 0
    """Records that the disk refused and that wait in memory."""
    error: LocalStoreError | None = None
    """Why it refused."""
    silent: tuple[str, ...] = ()
    """Witnesses that could not be reached."""
    folder: str = ""
    of_office: bool = False
    """Whether it is about the records of all desks and kiosks, which the office's hub has."""
    altered: int = 0
    """The first record of the office's audit that is wrong; 0: none is."""


class Trail(Protocol):
    """What should be in the audit, because it was on this PC's disk before."""

    @property
    def refs(self) -> Collection[str]:
        """The entries of the journal that may be missing."""
        ...

    def catch_up(self, results: Mapping[str, Collection[str]], since: datetime) -> None:
        """Note what is missing. `results` are those in the audit by entry, `since` is its first record's time."""
        ...


class AuditKeeper:
    """Opened with `await AuditKeeper.open(...)`; closed with `await close()`."""

    def __init__(
        self,
        writer: AuditWriter,
        thread: ThreadPoolExecutor,
        pending: Pending,
        witnesses: Mapping[str, Witness],
        clock: Clock,
        may_prune: Callable[[], bool],
    ) -> None:
        """`may_prune` : whether the time is certain enough to delete old records."""
        self.writer = writer
        self._thread = thread
        self._pending = pending
        self._witnesses = witnesses
        self._clock = clock
        self._may_prune = may_prune
        self._loop = asyncio.get_running_loop()
        self._changed = asyncio.Event()
        self._observers = Observers[Status]()
        self._tasks: list[asyncio.Task[None]] = []
        self._told: Anchor | None = None
        self._trail: Trail | None = None
        self._unheard = set(witnesses)
        self._closed = False
        self._one_at_a_time = asyncio.Lock()
        self.status = Status()

    @classmethod
    async def open(
        cls,
        home: Home,
        pending: Pending,
        witnesses: Mapping[str, Witness],
        clock: Clock,
        *,
        real_time: bool,
        may_prune: Callable[[], bool] = lambda: False,
    ) -> AuditKeeper:
        """Open the file, or begin a new one where something is wrong. Raises StoreInUse, StoreTooNew, StoreFailed."""
        thread = ThreadPoolExecutor(1, thread_name_prefix="audit")  # words: the name of a thread
        opening = thread.submit(open_audit, home, clock.utc())
        opened = asyncio.wrap_future(opening)
        try:
            file = await asyncio.shield(opened)
        except BaseException:
            await asyncio.wait((opened,))  # the next one who opens it must not meet this one
            opening.add_done_callback(_close_unused)
            thread.shutdown(wait=False)
            raise
        writer = AuditWriter(home, file, clock.utc, real_time=real_time)
        keeper = cls(writer, thread, pending, witnesses, clock, may_prune)
        keeper.status = Status(folder=str(home.path.parent))
        return keeper

    def start(self, scope: TaskScope, trail: Trail | None = None) -> None:
        """Check the chain, and keep its end at the witnesses, until the scope ends.

        `trail` is told what the audit has of its entries.
        """
        if self._closed:  # the program ended while it was being opened
            return
        if trail is not None:
            self._trail = trail
            self.writer.results = {ref: set() for ref in trail.refs}
        self._tasks = [
            scope.start(self.check(), "check of the audit"),  # words: a task's name
            scope.start(self._keep_anchored(), "anchors of the audit"),  # words: a task's name
        ]

    def watch(self, callback: Callable[[Status], None]) -> Callable[[], None]:
        """Call back with each new status. Returns a function that unsubscribes."""
        return self._observers.add(callback)

    def write_soon(self) -> None:
        """Write what is pending, in the audit's thread."""
        if self._closed:
            log.warning("noted after the audit was closed")
        elif self._pending.claim():
            self._thread.submit(self._write)

    async def run(self, work: Callable[[AuditWriter], R]) -> R:
        """Run work on the file in the audit's thread. Raises what it raises."""
        return await asyncio.wrap_future(self._thread.submit(work, self.writer))

    async def check(self) -> None:
        """Hear the witnesses and check every record."""
        await self._try(self._hear, self._anchor, self._verify, self._be_sure, self._prune, self._anchor)

    async def _hear(self) -> None:
        """Compare the file with what the witnesses say that were not heard yet."""
        for name in tuple(self._unheard):
            said = await self._witnesses[name].ask()
            if not said.silent:
                await self.run(partial(AuditWriter.hear, name=name, said=said))
                self._unheard.discard(name)
        self._show(silent=tuple(self._unheard))

    async def _verify(self) -> None:
        """Check every record, page by page."""
        await self.run(AuditWriter.check_anew)
        before: Head | None = None
        while (head := await self.run(partial(AuditWriter.verified, count=PAGE))) != before:
            self._show(checked=head.count)
            before = head
        since = await self.run(AuditWriter.since)
        self._show(standing=Standing.INTACT, since=since)
        if self._trail is not None and since is not None:
            trail, self._trail = self._trail, None
            trail.catch_up(self.writer.results, since)

    async def _anchor(self) -> None:
        """Tell the chain's end to the witnesses that were heard: before, it would overwrite the evidence."""
        anchor = self.writer.file.anchor
        if anchor == self._told:
            return
        for name, witness in self._witnesses.items():
            if name not in self._unheard and await witness.tell(anchor):
                await self.run(partial(AuditWriter.witnessed, name=name))
        self._told = anchor

    async def dismiss(self, alert: Alert) -> None:
        """Stop showing an alert. Raises StoreFailed."""
        await self.run(lambda writer: writer.dismiss(alert))
        self._show()

    async def close(self) -> None:
        """Write what is pending, tell the witnesses, close the file. Closing twice is harmless."""
        if self._closed:
            return
        self._closed = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._pending.claim():
            self._thread.submit(self._write)
        await self.run(lambda _: None)
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_SECONDS):
                await self._anchor()
        await self.run(lambda writer: writer.file.close())
        self._thread.shutdown()

    async def _prune(self) -> None:
        if not self._unheard and self._may_prune():
            limit = self._clock.utc() - timedelta(days=KEPT_DAYS)
            await self.run(partial(AuditWriter.prune, limit=limit))
            self._show(since=await self.run(AuditWriter.since))

    async def _keep_anchored(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            await self._clock.sleep(RETRY_SECONDS if self.status.error else ANCHOR_SECONDS)
            self.write_soon()
            await self._try(self._hear, self._anchor)

    async def _try(self, *steps: Callable[[], Awaitable[None]]) -> None:
        """Take these steps; if the disk refuses one, say so and try again later.

        Not two at once: a new chain that one of them begins would be altered records for the other.
        """
        try:
            async with self._one_at_a_time:
                for step in steps:
                    await step()
        except LocalStoreError as error:
            self._show(error=error)
            self._changed.set()

    async def _be_sure(self) -> None:
        if not self._unheard:
            await self.run(AuditWriter.be_sure)

    def _write(self) -> None:
        """In the audit's thread."""
        error: LocalStoreError | None = None
        try:
            self._pending.write_all(self.writer.write)
        except LocalStoreError as refused:
            error = refused
        with suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(self._written, error)

    def _written(self, error: LocalStoreError | None) -> None:
        self._changed.set()
        self._show(error=error, unwritten=len(self._pending) if error else 0)

    def _show(self, **news: object) -> None:
        file = self.writer.file
        self.status = replace(self.status, count=file.head.count, alerts=file.state.alerts, **news)
        self._observers.notify(self.status)


def _close_unused(opening: Future[AuditFile]) -> None:
    """Close a file that was opened after its opener had been canceled: its lock would block the next one."""
    if not opening.cancelled() and opening.exception() is None:
        opening.result().close()
