"""Two hubs of one office on one database."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from app.core.tasks import TaskScope
from app.hub.kiosk.arrival_rows import LEASE
from app.practice.server.app import Practice
from app.practice.server.faults import Faults
from app.wire.hub.actions import Nothing
from app.wire.hub.check_in import ARRIVALS, Arrival, ArrivalResult
from app.wire.hub.kiosk import ARRIVE, IDENTIFY, Arrive, Identify
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice, hub_office
from tests.support.waiting_room import BORN


class TwoHubs:
    """Two hubs on one database, one after the other or at once."""

    def __init__(self, practice: Practice, clock: FastClock, faults: Faults, database: str) -> None:
        self.practice, self.clock, self.faults, self.database = practice, clock, faults, database

    @contextlib.asynccontextmanager
    async def start(self, clock: FastClock | None = None) -> AsyncIterator[HubOffice]:
        """One of them; at its end everything that it was doing is cut off.

        `clock`: of its own PC; then the hub goes by the database server's, as in an office.
        """
        scope = TaskScope("hub", lambda _: None)
        try:
            own, served_by = clock or self.clock, clock is not None
            async with hub_office(
                self.practice, own, scope, self.database, database_time=served_by
            ) as served:
                yield served
        finally:
            await scope.close()

    async def begin(self, served: HubOffice, waits_for: str) -> asyncio.Task[object]:
        """A patient checks in; returns once the office has got this request, and answers it never."""
        kiosk = await served.kiosk()
        found = await kiosk.call(IDENTIFY, Identify(birthdate=BORN, letters="oka"))
        self.faults.seen.clear()
        arriving = asyncio.ensure_future(  # noqa: TID251 # canceled by the test
            kiosk.call(ARRIVE, Arrive(visit=found.visit, people=(0,), request="request 1"))
        )
        while waits_for not in self.faults.seen:
            await asyncio.sleep(0.01)
        return arriving

    async def settled(self, served: HubOffice) -> list[Arrival]:
        """What the desks see once everything is settled."""
        desk = await served.desk()
        self.clock.skip(LEASE.total_seconds() + 1)
        self.clock.run(100)
        while True:
            found = list((await desk.call(ARRIVALS, Nothing())).arrivals)
            if found and found[0].result is not ArrivalResult.UNCLEAR:
                self.clock.run(1)
                return found
            await asyncio.sleep(0.01)
