"""Tells when the office answers again, and not at every answer of an office that is reached in part."""

from __future__ import annotations

import math

from app.core.clock import Clock

FIRST_REST = 5.0
LONGEST_REST = 60.0


class Returning:
    """Whether the office is back after it was lost.

    A web filter may block a single resource: then each answer of another one looks like a return, and whatever
    is done upon that is blocked again. So after a return the next one is told only after a rest, which doubles
    as long as the office is lost again within it.
    """

    def __init__(self, clock: Clock, *, connected: bool) -> None:
        self._clock = clock
        self._lost_at: float | None = None if connected else -math.inf
        self._told_at = -math.inf
        self._rest = FIRST_REST

    def lost(self) -> None:
        """It can't be reached, or something else answers instead."""
        if self._lost_at is None:
            self._lost_at = self._clock.monotonic()

    def is_back(self, *, connected: bool) -> bool:
        """Follow the client's status: True once for each return."""
        now, lost_at = self._clock.monotonic(), self._lost_at
        if not connected:
            self.lost()
        if not connected or lost_at is None or now < self._told_at + self._rest:
            return False
        again = lost_at < self._told_at + self._rest
        self._rest = min(self._rest * 2, LONGEST_REST) if again else FIRST_REST
        self._lost_at, self._told_at = None, now
        return True
