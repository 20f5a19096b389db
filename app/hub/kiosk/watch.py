"""What the hub does about kiosks by itself, every few seconds."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable

from sqlalchemy.exc import SQLAlchemyError

from app.api.errors import ApiError
from app.api.need import Need
from app.hub.hub import Hub
from app.hub.kiosk.arriving import Arriving
from app.hub.kiosk.events import forget_old_events
from app.hub.kiosk.notes import Notes
from app.hub.kiosk.office import closed_because
from app.hub.kiosk.proposals import forget_old
from app.hub.kiosk.states import note_offline
from app.hub.kiosk.today import TodayReader

log = logging.getLogger(__name__)

EVERY_SECONDS = 5.0
FORGET_SECONDS = 3_600.0
PROBED = "ProgramVersion"


def watch_kiosks(hub: Hub) -> Callable[[], Awaitable[None]]:
    """Begin; returns what ends it, and the check-ins that are still looked for: the next start goes on with them."""
    task = hub.scope.start(_watch(hub), "kiosks")

    async def end() -> None:
        task.cancel()
        await asyncio.wait({task})
        await hub.part(Arriving).close()
        await hub.part(Notes).close()

    return end


class OfficeProbe:
    """Looks whether check-in works again: closed kiosks ask for nothing that would show it."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._looking: asyncio.Task[None] | None = None

    def look(self) -> None:
        """Ask the office, unless that is on its way; the client spaces these probes."""
        if closed_because(self._hub) and (self._looking is None or self._looking.done()):
            self._looking = self._hub.scope.start(self._ask(), "is the office back")

    async def _ask(self) -> None:
        """One preference; where only the status for arrived was missing, the statuses, as often as lists are read."""
        with contextlib.suppress(ApiError):
            if self._hub.office.status.connected:
                await self._hub.part(TodayReader).read_stages()
            else:
                await self._hub.office.at(Need.REFRESH).preferences.list(PrefName=PROBED)


async def _watch(hub: Hub) -> None:
    forgot: float | None = None
    while True:
        now = hub.clock.monotonic()
        try:
            await hub.part(Arriving).keep()
            await note_offline(hub)
            hub.part(OfficeProbe).look()
            if forgot is None or now - forgot > FORGET_SECONDS:
                await forget_old(hub)
                await forget_old_events(hub)
                forgot = now
        except SQLAlchemyError as error:  # the database is away: the next round tries again
            log.warning("kiosks not watched: %s", type(error).__name__)
        await hub.clock.sleep(EVERY_SECONDS)
