"""Delayed writes: for a few seconds they can be withdrawn without a trace."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from app.core.clock import Clock
from app.core.tasks import TaskScope


class Delays:
    """The delayed entries, in memory only: after a restart none is delayed, so waiting entries are sent."""

    def __init__(self, scope: TaskScope, clock: Clock, wake: Callable[[], None]) -> None:
        self._scope = scope
        self._clock = clock
        self._wake = wake
        self._timers: dict[int, asyncio.Task[None]] = {}

    def __contains__(self, entry_id: int) -> bool:
        return entry_id in self._timers

    def __bool__(self) -> bool:
        return bool(self._timers)

    def add(self, entry_id: int, seconds: float) -> None:
        """Delay an entry."""
        self._timers[entry_id] = self._scope.start(self._wait(entry_id, seconds), "delay")

    def end(self, entry_ids: Iterable[int]) -> bool:
        """Stop delaying these entries; returns whether any was delayed."""
        timers = [timer for each in entry_ids if (timer := self._timers.pop(each, None)) is not None]
        for timer in timers:
            timer.cancel()
        return bool(timers)

    def end_all(self) -> tuple[int, ...]:
        """Stop delaying all entries; returns which ones were."""
        kept = tuple(self._timers)
        self.end(kept)
        return kept

    async def _wait(self, entry_id: int, seconds: float) -> None:
        await self._clock.sleep(seconds)
        self._timers.pop(entry_id, None)
        self._wake()
