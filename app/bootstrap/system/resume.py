"""Notices that this PC has slept, that its clock was set, or that its network has changed.

Connections from before may be dead and never say so; and what waits for its next try would wait for nothing. The
network is looked at with each tick: Qt's QNetworkInformation would need a plugin and Qt's loop, which the hub has not,
and it doesn't tell of a tunnel.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.api.retry import Draw
from app.core.clock import Clock, SystemClock
from app.core.routes import ways

if TYPE_CHECKING:  # these load while the window is already painted
    from app.api.client import OpenDental
    from app.api.hub.desk import HubDesk
    from app.core.tasks import TaskScope
    from app.lifecycle import Lifecycle
    from app.store.sync import Sync

TICK_SECONDS = 2.0
LATE_SECONDS = 5.0
"""A tick that comes so much later than planned was asleep: no work in this program blocks the loop for so long."""
SPREAD_SECONDS = 2.0
"""PCs that are woken together, or by one timer at 8:00, don't all ask the office at once."""

log = logging.getLogger(__name__)


class ResumeWatch:
    """Calls `resumed` when the PC is back: with the first tick, after the PC's own share.

    Windows' monotonic clock runs on during sleep, Linux' stands still; so a tick is compared with both clocks.
    """

    def __init__(
        self,
        clock: Clock,
        resumed: Callable[[], None],
        *,
        look: Callable[[], tuple[str, ...]] = ways,
        draw: Draw = random.random,
    ) -> None:
        """`look`: the ways out of this PC. `draw`: this PC's share of the time over which PCs are spread."""
        self._clock = clock
        self._resumed = resumed
        self._look = look
        self._draw = draw
        self._ways = look()

    async def run(self) -> None:
        """Watch; never ends."""
        while True:
            monotonic, moment = self._clock.monotonic(), self._clock.utc()
            await self._clock.sleep(TICK_SECONDS)
            took = self._clock.monotonic() - monotonic
            shown = (self._clock.utc() - moment).total_seconds()
            moved = self._has_moved()
            if took > TICK_SECONDS + LATE_SECONDS or abs(shown - took) > LATE_SECONDS:
                log.info("this PC has slept, or its clock was set: %.0f s", max(took, shown, key=abs))
            elif moved:
                log.info("this PC's network has changed")
            else:
                continue
            await self._clock.sleep(self._draw() * SPREAD_SECONDS)
            self._resumed()

    def _has_moved(self) -> bool:
        """Whether there is another way out than before; losing one alone is nothing to act on."""
        before, self._ways = self._ways, self._look()
        return self._ways != before and any(self._ways)


async def follow_resume(
    life: Lifecycle,
    scope: TaskScope,
    client: OpenDental,
    hub: HubDesk | None,
    sync: Sync,
    *,
    clock: Clock = SystemClock(),
    moved: Callable[[], object] = lambda: None,
) -> None:
    """From now on, whenever this PC is back: drop what is stale, connect anew, and read what is shown.

    `clock` is this PC's own, whatever the office's shows: it is this PC that sleeps. `moved` is called too: this PC may
    have another address.
    """
    watched = partial(ways, client.address.base_url)

    def resumed() -> None:
        client.reconnect()
        if hub is not None:
            hub.link.reconnect()
            hub.stream.reconnect()
        sync.catch_up()
        moved()

    async def start() -> asyncio.Task[None]:
        return scope.start(ResumeWatch(clock, resumed, look=watched).run(), "sleep and resume")

    await life.step("sleep and resume", start, _stop)


async def _stop(running: asyncio.Task[None]) -> None:
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
