"""Clocks whose waits take no time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, time, timedelta

from app.core.clock import SystemClock

MORNING = time(10, 20)
TUESDAY = 1


def workday_morning() -> datetime:
    """10:20 on Tuesday of this week: on a Sunday the practice is closed, and figures of a day would be others'."""
    today = SystemClock().now().date()
    return datetime.combine(today + timedelta(days=TUESDAY - today.weekday()), MORNING)


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
