"""Reads today's readiness before the office opens, behind everything else: it is there when the huddle begins."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.api.need import Need
from app.core.clock import Clock
from app.services.huddle.huddle import OfficeHuddle

AHEAD = timedelta(hours=2)
"""How long before the first appointment it is read: what was read earlier would be old by then."""
LOOK_SECONDS = 300.0
FEWEST_SECONDS = 1.0


class HuddleAhead:
    """`keep` runs as long as the desk. On each day it reads once."""

    def __init__(self, huddle: OfficeHuddle, clock: Clock) -> None:
        self._huddle = huddle
        self._clock = clock

    async def keep(self) -> None:
        """Look every five minutes, and when the time has come."""
        while True:
            now = self._clock.now()
            begin = self._begin(now)
            if begin is not None and begin <= now:
                await self._huddle.read(now.date(), Need.PREFETCH)
            wait = LOOK_SECONDS
            if begin is not None and begin > now:
                wait = min(wait, max((begin - now).total_seconds(), FEWEST_SECONDS))
            await self._clock.sleep(wait)

    def _begin(self, now: datetime) -> datetime | None:
        """When to read today; None: that is done, or the day has begun, or isn't known."""
        day = now.date()
        if self._huddle.state(day).read_at is not None:
            return None
        starts = [visit.start for visit in self._huddle.visits(day) or ()]
        if not starts or min(starts) <= now:
            return None
        return min(starts) - AHEAD
