"""Locks the window after minutes without input."""

from __future__ import annotations

from app.core.clock import Clock
from app.services.people.people import Standing
from app.services.people.staff import Staff

MINUTE = 60.0
LONGEST_LOOK = 15.0
"""Seconds between two looks at most, so that a shorter limit counts soon."""


class IdleLock:
    """`run` as a task; `touch` at every key, click and movement of the pointer."""

    def __init__(self, staff: Staff, clock: Clock) -> None:
        self._staff = staff
        self._clock = clock
        self._touched = clock.monotonic()
        staff.watch(self.touch)

    def touch(self) -> None:
        """The user did something."""
        self._touched = self._clock.monotonic()

    async def run(self) -> None:
        """Lock whenever nobody did anything for long enough."""
        while True:
            left = self._left()
            if left <= 0 and self._staff.standing in (Standing.READY, Standing.AWAY):
                self._staff.lock()
                left = LONGEST_LOOK
            await self._clock.sleep(min(max(left, 1.0), LONGEST_LOOK))

    def _left(self) -> float:
        limit = self._staff.people.book.lock_minutes * MINUTE
        return limit - (self._clock.monotonic() - self._touched)
