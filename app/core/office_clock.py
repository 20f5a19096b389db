"""The office's clock, as its answers tell it: a PC's own may be an hour off, or stand in another time zone."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

from app.core.clock import Clock

READINGS_KEPT = 9
SAME_CLOCK = timedelta(minutes=1)
"""Readings that differ by more are of a clock that was set, or of an answer that came very late."""
HALF_SECOND = timedelta(seconds=0.5)
WORTH_TELLING = timedelta(minutes=2)


class OfficeClock:
    """Shows the office's time. Until the office has told it, it shows the PC's.

    It runs on the PC's monotonic clock from the last readings on: whoever sets the PC's clock, and daylight saving
    on this PC, change nothing.
    """

    def __init__(self, own: Clock) -> None:
        """`own`: the PC's clock."""
        self._own = own
        self._readings: deque[datetime] = deque(maxlen=READINGS_KEPT)
        """What the office's clock showed when the PC's monotonic one was zero, by each answer."""
        self._odd: datetime | None = None

    def now(self) -> datetime:
        """The office's local date and time."""
        zero = self._zero
        return self._own.now() if zero is None else zero + timedelta(seconds=self._own.monotonic())

    def utc(self) -> datetime:
        """The moment in UTC, by the PC's clock: only what is kept on this PC's disk is compared with it."""
        return self._own.utc()

    def monotonic(self) -> float:
        """Seconds that only grow."""
        return self._own.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._own.sleep(seconds)

    def hear(self, server_time: datetime) -> None:
        """Take the `serverDateTime` of an answer that has just come in.

        One reading that is far from the others is kept aside until the next one agrees with it: a late answer is
        no clock that was set.
        """
        reading = server_time - timedelta(seconds=self._own.monotonic())
        zero = self._zero
        if zero is not None and abs(reading - zero) > SAME_CLOCK:
            if self._odd is None or abs(reading - self._odd) > SAME_CLOCK:
                self._odd = reading
                return
            self._readings.clear()
        self._odd = None
        self._readings.append(reading)

    @property
    def ahead(self) -> timedelta:
        """By how much the office's clock is ahead of the PC's, in whole seconds."""
        return timedelta(seconds=round((self.now() - self._own.now()).total_seconds()))

    @property
    def differs(self) -> bool:
        """Whether the two clocks are so far apart that people should know."""
        return abs(self.ahead) > WORTH_TELLING

    @property
    def _zero(self) -> datetime | None:
        """The best reading is the latest: the slower an answer, the earlier it makes the office's clock look.

        Half a second is added since the office tells whole seconds.
        """
        return max(self._readings) + HALF_SECOND if self._readings else None
