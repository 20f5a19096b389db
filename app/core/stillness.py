"""Whether everything has been still for so long that all of it is known."""

from __future__ import annotations

from datetime import timedelta

from app.core.clock import Clock

LASTS_SECONDS = 90.0
"""After a change: meanwhile whatever is shown is read completely, deleted rows and hours too."""

MOST_BETWEEN_SECONDS = 45.0
"""Between two checks. After a longer pause, such as a PC's sleep, the time after a change starts again."""

STILL_FOR = timedelta(seconds=30)
"""So long at least nothing was signaled in an office that is still, by its own clock."""


class Stillness:
    """An office in this process knows when it was changed: while it is still, nobody needs to ask it."""

    def __init__(self, clock: Clock) -> None:
        """Still from the beginning: who reads something later reads all that was there."""
        self._clock = clock
        self._ended_at: float | None = None
        self._asked_at = 0.0

    def __bool__(self) -> bool:
        if self._ended_at is None:
            return True
        now = self._clock.monotonic()
        if now - self._asked_at > MOST_BETWEEN_SECONDS:  # nobody may have read what changed
            self._ended_at = now
        self._asked_at = now
        if now - self._ended_at < LASTS_SECONDS:
            return False
        self._ended_at = None
        return True

    def end(self) -> None:
        """Something may have changed."""
        self._ended_at = self._asked_at = self._clock.monotonic()
