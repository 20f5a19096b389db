"""A running clock that can be advanced by hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.core.clock import ShiftedClock


class JumpingClock(ShiftedClock):
    """Shows a shifted time to everything that shares it; sleepers are not woken."""

    def __init__(self, shift: timedelta) -> None:
        super().__init__(shift)
        self._jumped = 0.0

    def monotonic(self) -> float:
        """Monotonic seconds, including skipped ones."""
        return super().monotonic() + self._jumped

    def jump_to(self, moment: datetime) -> None:
        """Skip to a later moment."""
        step = moment - self.now()
        self._shift += step
        self._jumped += step.total_seconds()
