"""Time as an injectable dependency."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, date, datetime, timedelta
from typing import Protocol, Self


class Clock(Protocol):
    """The office's local time (without a zone, as on the wire) and monotonic seconds for measuring."""

    def now(self) -> datetime:
        """Local date and time."""
        ...

    def utc(self) -> datetime:
        """The same moment in UTC, with its time zone: for data on disk. Unambiguous at daylight saving changes."""
        ...

    def monotonic(self) -> float:
        """Monotonic seconds."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Sleep."""
        ...


class SystemClock:
    """The PC's own clock."""

    def now(self) -> datetime:
        """Local date and time."""
        return datetime.now().astimezone().replace(tzinfo=None)

    def utc(self) -> datetime:
        """The moment in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Monotonic seconds."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Sleep."""
        await asyncio.sleep(seconds)


class ShiftedClock(SystemClock):
    """The PC's clock, shifted."""

    def __init__(self, shift: timedelta) -> None:
        self._shift = shift

    @classmethod
    def starting_at(cls, moment: datetime) -> Self:
        """A clock that shows this moment now."""
        return cls(moment - SystemClock().now())

    @classmethod
    def on_day(cls, today: date) -> Self:
        """The PC's time of day, on another date."""
        return cls(today - SystemClock().now().date())

    def now(self) -> datetime:
        """Local date and time, shifted."""
        return super().now() + self._shift

    def utc(self) -> datetime:
        """The moment in UTC, shifted."""
        return super().utc() + self._shift


def local(moment: datetime, clock: Clock) -> datetime:
    """A moment in UTC, saved on this PC, as this clock's local time without a zone."""
    ahead = clock.now() - clock.utc().astimezone().replace(tzinfo=None)
    whole = timedelta(seconds=round(ahead.total_seconds()))
    return moment.astimezone().replace(tzinfo=None) + whole
