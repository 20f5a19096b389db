"""Notices that a patient has walked away."""

from __future__ import annotations

from collections.abc import Callable

from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope

IDLE_SECONDS = 30
"""Without a touch, before "More time?" is asked."""
PRIVATE_SECONDS = 15
"""The same, on a page with an answer that only the patient should see."""
WARNING_SECONDS = 15
"""The countdown of "More time?"."""
DONE_SECONDS = 10
"""How long the last page stays, without a question."""
DESK_SECONDS = 15
"""How long "please see the front desk" stays."""
PATIENCE_SECONDS = 20
"""How long a patient waits for an answer of the hub."""


class IdleTimer:
    """One wait at a time: so long without a touch, then a countdown, then the end."""

    def __init__(self, clock: Clock, scope: TaskScope, count: Callable[[int], object]) -> None:
        """`count` is called with the seconds left, every second of the countdown."""
        self._clock = clock
        self._count = count
        self._task = LatestTask(scope)

    def restart(self, seconds: float, warning: int, over: Callable[[], object]) -> None:
        """Wait again from the start; `warning` 0: no countdown."""
        self._task.start(self._wait(seconds, warning, over), "idle")

    def stop(self) -> None:
        """Wait for nothing."""
        self._task.cancel()

    async def _wait(self, seconds: float, warning: int, over: Callable[[], object]) -> None:
        await self._clock.sleep(seconds)
        for left in range(warning, 0, -1):
            self._count(left)
            await self._clock.sleep(1)
        over()
