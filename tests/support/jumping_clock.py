"""A clock that runs, and can be moved on by hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.core.clock import ShiftedClock


class JumpingClock(ShiftedClock):
    """Shows other times of the day to everything that shares it; what sleeps is not woken."""

    def __init__(self, shift: timedelta) -> None:
        super().__init__(shift)
        self._jumped = 0.0

    def monotonic(self) -> float:
        """Monotonic seconds, with those that were skipped."""
        return super().monotonic() + self._jumped

    def jump_to(self, moment: datetime) -> None:
        """Move on to a later moment."""
        step = moment - self.now()
        self._shift += step
        self._jumped += step.total_seconds()
