"""Time, as one thing that can be handed in."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, date, datetime, timedelta
from typing import Protocol, Self


class Clock(Protocol):
    """The office's local time (no zone, as on the wire) and a monotonic one in seconds for measuring."""

    def now(self) -> datetime:
        """Local date and time."""
        ...

    def utc(self) -> datetime:
        """The same moment with its time zone, UTC: for what is kept on disk. No daylight saving, no second 1:30."""
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

    def utc(self) -> datetime:
        """The moment in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that only grow."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class ShiftedClock(SystemClock):
    """A clock that runs like the computer's, from another moment on."""

    def __init__(self, shift: timedelta) -> None:
        self._shift = shift

    @classmethod
    def starting_at(cls, moment: datetime) -> Self:
        """A clock that shows this moment now."""
        return cls(moment - SystemClock().now())

    @classmethod
    def on_day(cls, today: date) -> Self:
        """The computer's time of day, on another date."""
        return cls(today - SystemClock().now().date())

    def now(self) -> datetime:
        """Local date and time, shifted."""
        return super().now() + self._shift

    def utc(self) -> datetime:
        """The moment in UTC, shifted."""
        return super().utc() + self._shift


def local(moment: datetime, clock: Clock) -> datetime:
    """A moment in UTC, kept on this PC, as this clock shows it: the office's local time, without a zone."""
    ahead = clock.now() - clock.utc().astimezone().replace(tzinfo=None)
    whole = timedelta(seconds=round(ahead.total_seconds()))
    return moment.astimezone().replace(tzinfo=None) + whole
