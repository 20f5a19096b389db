"""The connection state as the outbox sees it: while it is down, one entry probes it and the others wait."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from typing import Any

from app.api.retry import own_share
from app.api.returning import Returning
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.journal.dispatcher import Attempt, End
from app.journal.kinds import Gateway


class ConnectionTracker:
    """Tells which entry may be sent now, and wakes the outbox when a retry is due.

    While the connection is `down`, one entry at a time probes it. An entry that the office did not accept waits
    alone.
    """

    def __init__(
        self,
        office: Gateway,
        scope: TaskScope,
        clock: Clock,
        pauses: tuple[float, ...],
        wake: Callable[[], None],
    ) -> None:
        self._office = office
        self._scope = scope
        self._clock = clock
        self._pauses = pauses
        self._wake = wake
        self.came_back: Callable[[], None] = lambda: None
        """Called when the office can be reached again."""
        self.down = False
        self._may_try = False
        self._trying: int | None = None
        self._failures = 0
        self._timer: asyncio.Task[Any] | None = None
        self._tries: dict[int, int] = {}
        self._resting: set[int] = set()
        self._returning = Returning(clock, connected=office.status.connected)
        self._unwatch = office.watch(self._status_changed)

    def rests(self, entry_id: int) -> bool:
        """Whether this entry alone has to wait."""
        return entry_id in self._resting

    def may_go(self, entry_id: int) -> bool:
        """Whether this entry may be sent; while it is down, the first one that asks becomes the probe."""
        if not self.down:
            return True
        if not self._may_try or self._trying is not None:
            return False
        self._trying, self._may_try = entry_id, False
        return True

    def try_now(self) -> None:
        """Allow one probe as soon as possible, regardless of the backoff."""
        self._may_try = True

    def on_answer(self) -> None:
        """The office answered, so nobody has to wait for the probe any longer."""
        was_down, self.down, self._failures, self._trying = self.down, False, 0, None
        if was_down:
            self._wake()

    def ended(self, entry_id: int, attempt: Attempt) -> None:
        """Record the outcome of an attempt."""
        if self._trying == entry_id:
            self._trying = None
        if attempt.end is End.UNREACHABLE:
            self._lost()
            return
        self.down, self._failures = False, 0
        if attempt.end is End.FINISHED:
            self._tries.pop(entry_id, None)
        else:
            self.rest(entry_id, attempt.retry_after)

    def rest(self, entry_id: int, seconds: float | None = None) -> None:
        """Hold one entry, with backoff unless the office gave a delay."""
        tries = self._tries[entry_id] = self._tries.get(entry_id, 0) + 1
        self._resting.add(entry_id)
        self._scope.start(self._rest(entry_id, seconds or self._pause(tries)), "rest")

    def close(self) -> None:
        """Stop listening."""
        self._unwatch()

    def _lost(self) -> None:
        self.down, self._may_try = True, False
        self._returning.lost()  # from now on any answer means the line is back, even if it was never down before
        if self._timer is None:
            self._failures += 1
            self._timer = self._scope.start(
                self._retry(own_share(self._pause(self._failures), random.random)), "retry"
            )

    def _pause(self, tries: int) -> float:
        return self._pauses[min(tries, len(self._pauses)) - 1]

    async def _retry(self, seconds: float) -> None:
        await self._clock.sleep(seconds)
        self._timer = None
        self._may_try = True
        self._wake()

    async def _rest(self, entry_id: int, seconds: float) -> None:
        await self._clock.sleep(seconds)
        self._resting.discard(entry_id)
        self._wake()

    def _status_changed(self, _: object) -> None:
        if not self._returning.is_back(connected=self._office.status.connected):
            return
        self.came_back()
        if self.down:
            self._may_try = True
            self._wake()
