"""Notices that this PC has slept, or that its clock was set: connections from before may be dead and never say so."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.api.retry import Draw
from app.core.clock import Clock, SystemClock

if TYPE_CHECKING:  # these load while the window is already painted
    from app.api.client import OpenDental
    from app.api.hub.desk import HubDesk
    from app.core.tasks import TaskScope
    from app.lifecycle import Lifecycle
    from app.store.sync import Sync

TICK_SECONDS = 1.0
LATE_SECONDS = 5.0
"""A tick that comes so much later than planned was asleep: no work in this program blocks the loop for so long."""
SPREAD_SECONDS = 2.0
"""PCs that are woken together, or by one timer at 8:00, don't all ask the office at once."""

log = logging.getLogger(__name__)


class ResumeWatch:
    """Calls `resumed` after the PC has slept or its clock was set: within 1 s of the first tick and the PC's own share.

    Windows' monotonic clock runs on during sleep, Linux' stands still; so a tick is compared with both clocks.
    """

    def __init__(self, clock: Clock, resumed: Callable[[], None], *, draw: Draw = random.random) -> None:
        """`draw`: this PC's share of the time over which PCs are spread."""
        self._clock = clock
        self._resumed = resumed
        self._draw = draw

    async def run(self) -> None:
        """Watch; never ends."""
        while True:
            monotonic, moment = self._clock.monotonic(), self._clock.utc()
            await self._clock.sleep(TICK_SECONDS)
            took = self._clock.monotonic() - monotonic
            shown = (self._clock.utc() - moment).total_seconds()
            if took > TICK_SECONDS + LATE_SECONDS or abs(shown - took) > LATE_SECONDS:
                log.info("this PC has slept, or its clock was set: %.0f s", max(took, shown, key=abs))
                await self._clock.sleep(self._draw() * SPREAD_SECONDS)
                self._resumed()


async def follow_resume(
    life: Lifecycle,
    scope: TaskScope,
    client: OpenDental,
    hub: HubDesk | None,
    sync: Sync,
    *,
    clock: Clock = SystemClock(),
) -> None:
    """From now on, after each sleep: drop what is stale, connect anew, and read what is shown.

    `clock` is this PC's own, whatever the office's shows: it is this PC that sleeps.
    """

    def resumed() -> None:
        client.reconnect()
        if hub is not None:
            hub.link.reconnect()
            hub.stream.reconnect()
        sync.catch_up()

    async def start() -> asyncio.Task[None]:
        return scope.start(ResumeWatch(clock, resumed).run(), "sleep and resume")

    await life.step("sleep and resume", start, _stop)


async def _stop(running: asyncio.Task[None]) -> None:
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
