"""Reports when the office answers again, with backoff while only part of it can be reached."""

from __future__ import annotations

import math

from app.core.clock import Clock

FIRST_PAUSE = 5.0
LONGEST_PAUSE = 60.0


class Returning:
    """Whether the office is back after it was lost.

    A web filter may block a single resource: then each answer of another one looks like a return, and each retry
    after it is blocked again. So after a return the next one is reported only after a pause, which doubles each
    time the office is lost again during it.
    """

    def __init__(self, clock: Clock, *, connected: bool) -> None:
        self._clock = clock
        self._lost_at: float | None = None if connected else -math.inf
        self._reported_at = -math.inf
        self._pause = FIRST_PAUSE

    def lost(self) -> None:
        """It can't be reached, or something else answers instead."""
        if self._lost_at is None:
            self._lost_at = self._clock.monotonic()

    def is_back(self, *, connected: bool) -> bool:
        """Follow the client's status: True once for each return."""
        now, lost_at = self._clock.monotonic(), self._lost_at
        if not connected:
            self.lost()
        if not connected or lost_at is None or now < self._reported_at + self._pause:
            return False
        again = lost_at < self._reported_at + self._pause
        self._pause = min(self._pause * 2, LONGEST_PAUSE) if again else FIRST_PAUSE
        self._lost_at, self._reported_at = None, now
        return True
