"""Time, as one thing that can be handed in."""

from __future__ import annotations

import asyncio
import time
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """The office's local time (no zone, as on the wire) and a monotonic one in seconds for measuring."""

    def now(self) -> datetime:
        """Local date and time."""
        ...

    def monotonic(self) -> float:
        """Seconds that only grow."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Local date and time."""
        return datetime.now().astimezone().replace(tzinfo=None)

    def monotonic(self) -> float:
        """Seconds that only grow."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class DayClock(SystemClock):
    """The computer's time of day on another date: for a practice that is served as of a given day."""

    def __init__(self, today: date) -> None:
        self._shift = today - date.today()  # noqa: DTZ011  # the office's own calendar day

    def now(self) -> datetime:
        """The time of day, on the given day."""
        return super().now() + self._shift
