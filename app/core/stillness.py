"""Whether everything has been still for so long that all of it is known."""

from __future__ import annotations

from datetime import timedelta

from app.core.clock import Clock

LASTS_SECONDS = 90.0
"""After a change: meanwhile whatever is shown is read completely, deleted rows and hours too."""

STILL_FOR = timedelta(seconds=30)
"""So long at least nothing was signaled in an office that is still, by its own clock."""


class Stillness:
    """An office in this process knows when it was changed: while it is still, nobody needs to ask it."""

    def __init__(self, clock: Clock) -> None:
        """Still from the beginning: who reads something later reads all that was there."""
        self._clock = clock
        self._ended_at: float | None = None

    def __bool__(self) -> bool:
        return self._ended_at is None or self._clock.monotonic() - self._ended_at >= LASTS_SECONDS

    def end(self) -> None:
        """Something may have changed."""
        self._ended_at = self._clock.monotonic()
