"""Determines the outcome of a write whose answer was lost: by reading, never by sending it again."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from app.api.errors import (
    ApiError,
    EmptyAnswer,
    Lost,
    NotSent,
    NotTheOffice,
    OtherRow,
    ServerFault,
    TooManyRequests,
)
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.core.text import msg
from app.journal.entries import Entry, Outcome, WriteState
from app.journal.errors import NotPossible
from app.journal.journal import Journal
from app.journal.kinds import Proof, ReadBack, WriteKind

NOT_DONE = msg("It was sent but not saved. Nothing changed in Open Dental. Do it again if you still want it.")
ASK = msg("It was sent, but Front Desk can't tell whether it was saved. Check in Open Dental.")
NO_PROOF = (Lost, ServerFault, NotTheOffice, EmptyAnswer, OtherRow, TooManyRequests)
"""A read that failed in one of these ways shows nothing, but the next one may."""


class Patience(Struct, frozen=True):
    """Delays, in seconds."""

    late_write: float = 90.0
    """A gateway times out after 60 s, and the office may still write: "not done" is trusted only after that.

    From the moment at which a request may have reached the office: a hub may hold it before, see `held_seconds`.
    """
    looks: tuple[float, ...] = (1.0, 2.0, 4.0, 8.0)
    """Delays between read-backs; the last one repeats."""
    retries: tuple[float, ...] = (2.0, 4.0, 8.0, 15.0, 30.0, 60.0)
    """Delays between tries to reach the office; the last one repeats."""


class Settler:
    """Reads back unknown entries until each is settled or the user has to decide.

    While reads fail it goes on; after some time the user may decide too (`cannot_read`).

    `on_answer` is called whenever the office answered.
    """

    def __init__(
        self,
        journal: Journal,
        kinds: Mapping[str, WriteKind],
        scope: TaskScope,
        clock: Clock,
        patience: Patience,
        on_answer: Callable[[], None],
    ) -> None:
        self._journal = journal
        self._kinds = kinds
        self._scope = scope
        self._clock = clock
        self._patience = patience
        self._on_answer = on_answer
        self._sent: dict[int, float] = {}
        self._unread: dict[int, int] = {}
        self._pauses: set[asyncio.Task[None]] = set()

    def left(self, entry_id: int) -> None:
        """Record that a request, or a part of its body, may leave this PC now.

        By the monotonic clock: the PC's time may be set, or change for daylight saving.
        """
        self._sent[entry_id] = self._clock.monotonic()

    def cut_short(self, entry_id: int) -> None:
        """Record that a request has not left whole: the office can't execute it, so that the next look decides."""
        self._sent[entry_id] = -math.inf

    def until(self, entry: Entry) -> datetime | None:
        """The latest time at which an entry is settled, or the user has to decide, if the office can be reached.

        None while it is not settled after that time, because reads fail.
        """
        if entry.id in self._unread:
            return None
        return self._clock.now() + timedelta(seconds=max(self._remaining(entry), 0.0))

    def cannot_read(self, entry_id: int) -> bool:
        """Whether so many reads in a row have failed that the user may want to decide."""
        return self._unread.get(entry_id, 0) >= len(self._patience.retries)

    def hurry(self) -> None:
        """Read back now: the office can be reached again."""
        for pause in self._pauses:
            pause.cancel()

    async def settle(self, entry_id: int) -> Entry:
        """Read back repeatedly until it is settled or the user must decide (then it is still UNKNOWN).

        Raises NotSent if the office can't be reached.
        """
        look = 0
        while True:
            late = self._late(await self._journal.get(entry_id))
            entry = await self.look(entry_id)
            self._on_answer()
            failed = self._unread.get(entry_id, 0)
            if entry.state is not WriteState.UNKNOWN or (late and not failed):
                return entry
            pauses, number = (self._patience.retries, failed - 1) if late else (self._patience.looks, look)
            pause = pauses[min(number, len(pauses) - 1)]
            whole = await self._pause(pause if late else min(pause, max(self._remaining(entry), 0.0) + 0.01))
            look = look + 1 if whole else 0

    async def _pause(self, seconds: float) -> bool:
        """Wait; returns False if `hurry` ended it."""
        pause = self._scope.start(self._clock.sleep(seconds), "before reading back")
        self._pauses.add(pause)
        try:
            await asyncio.wait({pause})
        finally:
            self._pauses.discard(pause)
            ended = not pause.cancel() and pause.cancelled()
        return not ended

    async def look(self, entry_id: int) -> Entry:
        """Read back once and record the result. Raises NotSent if the office can't be reached."""
        entry = await self._journal.get(entry_id)
        if entry.state is not WriteState.UNKNOWN:
            self._unread.pop(entry_id, None)
            return entry
        late = self._late(entry)
        if (found := await self._read(entry)) is not None:
            self._unread.pop(entry_id, None)
        else:
            found = self._missed(entry_id, late=late)
        try:
            return await self._note(entry, found, late=late) if found is not None else entry
        except NotPossible:  # settled meanwhile by another task or the user
            return await self._journal.get(entry_id)

    def _missed(self, entry_id: int, *, late: bool) -> ReadBack | None:
        """A read failed. Returns what to note of it: once it has failed too often, that the user may decide."""
        if not late:
            return None
        before = self.cannot_read(entry_id)
        self._unread[entry_id] = self._unread.get(entry_id, 0) + 1
        return ReadBack(Proof.UNCLEAR) if self.cannot_read(entry_id) and not before else None

    async def _read(self, entry: Entry) -> ReadBack | None:
        """What the office shows; None if the read failed, so that it shows nothing."""
        if (kind := self._kinds.get(entry.intent.kind)) is None:
            return ReadBack(Proof.UNCLEAR)
        try:
            return await kind.read_back(entry)
        except NotSent:
            raise
        except NO_PROOF:
            return None
        except ApiError:
            return ReadBack(Proof.UNCLEAR)

    async def _note(self, entry: Entry, found: ReadBack, *, late: bool) -> Entry:
        if (await self._journal.get(entry.id)).state is not WriteState.UNKNOWN:
            return await self._journal.get(entry.id)
        if found.proof is Proof.DONE:
            done = Outcome(outcome=found.words or msg("Front Desk checked: it was saved."), answer=found.row)
            entry = await self._journal.advance(entry.id, WriteState.DONE, done)
        elif late and found.proof is Proof.NOT_DONE:
            conflict = found.row if found.words else None
            refused = Outcome(outcome=found.words or NOT_DONE, conflict=conflict)
            entry = await self._journal.advance(entry.id, WriteState.REFUSED, refused)
        elif late:
            asking = Outcome(outcome=found.words or ASK, conflict=found.row)
            entry = await self._journal.advance(entry.id, WriteState.UNKNOWN, asking)
        if entry.state.settled:
            self._sent.pop(entry.id, None)
            self._unread.pop(entry.id, None)
        return entry

    def _late(self, entry: Entry) -> bool:
        return self._remaining(entry) <= 0

    def _remaining(self, entry: Entry) -> float:
        """Seconds during which a late write is still possible.

        For a request of an earlier run they start now: clocks may have been set since.
        """
        now = self._clock.monotonic()
        return self._patience.late_write - (now - self._sent.setdefault(entry.id, now))
