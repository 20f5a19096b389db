"""Clocks whose waits take no time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta


class SteppingClock:
    """Stopped, but skips ahead over every wait: rate limits order requests without taking time."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._at = start

    def now(self) -> datetime:
        """Local date and time."""
        return self._at

    def utc(self) -> datetime:
        """The same moment in UTC."""
        return self.now().astimezone(UTC)

    def monotonic(self) -> float:
        """Seconds since the start."""
        return (self._at - self._start).total_seconds()

    async def sleep(self, seconds: float) -> None:
        """Skip a wait."""
        self._at += timedelta(seconds=seconds)
        await asyncio.sleep(0)
