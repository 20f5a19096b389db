"""The office's time, from its answers: the PC's clock may be an hour off or in another time zone."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

from app.core.clock import Clock

READINGS_KEPT = 9
SAME_CLOCK = timedelta(minutes=1)
"""Readings that differ by more mean that a clock was set, or that an answer came very late."""
HALF_SECOND = timedelta(seconds=0.5)
PLAUSIBLE_YEARS = range(2000, 2200)
"""An office's clock that shows another year tells nothing."""
WORTH_TELLING = timedelta(minutes=2)


class OfficeClock:
    """Returns the office's time; until the office has told it, the PC's.

    It runs on the PC's monotonic clock from the last readings on, so setting the PC's clock, or daylight
    saving on this PC, doesn't change it.
    """

    def __init__(self, own: Clock) -> None:
        """`own`: the PC's clock."""
        self._own = own
        self._readings: deque[datetime] = deque(maxlen=READINGS_KEPT)
        """The office's time at monotonic zero, for each answer."""
        self._odd: datetime | None = None
        self._utc_zero: datetime | None = None
        """The moment at monotonic zero, by the clock that several hubs share."""

    def now(self) -> datetime:
        """The office's local date and time."""
        zero = self._zero
        return self._own.now() if zero is None else zero + timedelta(seconds=self._own.monotonic())

    def utc(self) -> datetime:
        """The moment in UTC, by the PC's clock: it is compared only with data on this PC's disk.

        A hub that shares its database with others compares it with theirs, and so has it from `share_utc`.
        """
        zero = self._utc_zero
        return self._own.utc() if zero is None else zero + timedelta(seconds=self._own.monotonic())

    def share_utc(self, moment: datetime, monotonic: float) -> None:
        """Take another clock's UTC from now on: it showed this moment at these monotonic seconds."""
        self._utc_zero = moment - timedelta(seconds=monotonic)

    def monotonic(self) -> float:
        """Monotonic seconds."""
        return self._own.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Sleep."""
        await self._own.sleep(seconds)

    def update(self, server_time: datetime) -> None:
        """Process the `serverDateTime` of an answer that has just arrived.

        A reading far from the others is set aside until the next one agrees with it: a late answer doesn't
        mean that a clock was set.
        """
        if server_time.year not in PLAUSIBLE_YEARS:
            return
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
        """How far the office's clock is ahead of the PC's, in whole seconds."""
        return timedelta(seconds=round((self.now() - self._own.now()).total_seconds()))

    @property
    def agrees(self) -> bool:
        """Whether the office has told its time, and this PC's is the same."""
        return bool(self._readings) and not self.differs

    @property
    def differs(self) -> bool:
        """Whether the two clocks differ so much that the user should know."""
        return abs(self.ahead) > WORTH_TELLING

    @property
    def _zero(self) -> datetime | None:
        """The best reading is the latest: a slow answer makes the office's clock look early.

        Half a second is added because the office returns whole seconds.
        """
        return max(self._readings) + HALF_SECOND if self._readings else None
