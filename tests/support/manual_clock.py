"""A clock that a test advances: no test sleeps or depends on the machine's speed."""

from __future__ import annotations

import asyncio
import heapq
from datetime import UTC, datetime, timedelta

TURNS = 25
"""Loop iterations after which everything that is ready has run."""


class ManualClock:
    """Time advances only in `advance`; sleepers wake up at their time, in order."""

    def __init__(self, start: datetime = datetime(2026, 11, 23, 8, 0)) -> None:
        self._start = start
        self._time = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._count = 0

    def now(self) -> datetime:
        """Local date and time."""
        return self._start + timedelta(seconds=self._time)

    def utc(self) -> datetime:
        """The same moment in UTC."""
        return self.now().astimezone(UTC)

    def monotonic(self) -> float:
        """Seconds since the clock was made."""
        return self._time

    @property
    def sleeping(self) -> bool:
        """Whether anyone sleeps: work in a thread may have to come to its pause before time goes on."""
        return any(not woken.done() for _, _, woken in self._sleepers)

    async def sleep(self, seconds: float) -> None:
        """Sleep until the test has advanced the clock that far."""
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        self._count += 1
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._time + seconds, self._count, woken))
        await woken

    async def advance(self, seconds: float) -> None:
        """Advance, waking each sleeper at its time and letting everything settle there."""
        until = self._time + seconds
        await settle()
        while self._sleepers and self._sleepers[0][0] <= until:
            moment, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                self._time = max(self._time, moment)
                woken.set_result(None)
                await settle()
        self._time = until
        await settle()


async def settle() -> None:
    """Run everything that is ready until it waits again."""
    for _ in range(TURNS):
        await asyncio.sleep(0)
