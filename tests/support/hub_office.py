"""An office behind a hub: a practice in process, the hub on real TLS on loopback, paired desks and kiosks."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.http import to_hub
from app.api.hub.link import HubLink
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.network.inside import in_process
from app.api.transport import Transport
from app.core.clock import Clock
from app.core.office_clock import OfficeClock
from app.core.tasks import TaskScope
from app.hub.devices.devices import DeviceBook
from app.hub.hub import Hub
from app.hub.running import NO_PORT, HubOptions, HubSeals, RunningHub, start_hub
from app.hub.server.certificate import Certificate
from app.hub.server.secrets import CUSTOMER
from app.hub.server.serve import HubServer
from app.practice.server.app import Practice
from app.sealed.seal import AesGcmSeal, key_from, new_key
from app.wire.hub.actions import Kind


@dataclass
class HubOffice:
    """A hub that answers, and what tests need to reach it and to look behind it."""

    hub: Hub
    server: HubServer
    certificate: Certificate
    practice: Practice
    running: RunningHub
    start: Callable[[int], Awaitable[RunningHub]]
    """Starts it on a port."""
    links: list[HubLink] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The hub's address."""
        return f"https://127.0.0.1:{self.server.port}"

    async def token(self, kind: Kind, name: str) -> str:
        """The token of a new device, as pairing gives it; it was used, or the hub would take it back."""
        book = self.hub.part(DeviceBook)
        _, token = await book.add(kind, name)
        book.find(token, "")
        return token

    def link(self, token: str = "") -> HubLink:
        """A device with this token; empty: not paired."""
        link = HubLink(to_hub(self.certificate.certificate), self.url, token)
        self.links.append(link)
        return link

    async def desk(self, name: str = "Desk 1") -> HubLink:
        """A paired desk."""
        return self.link(await self.token(Kind.DESK, name))

    async def kiosk(self, name: str = "Kiosk 1") -> HubLink:
        """A paired kiosk."""
        return self.link(await self.token(Kind.KIOSK, name))

    async def lose_database(self) -> None:
        """Its connection is gone."""
        database = self.hub.database
        await asyncio.wrap_future(database._thread.submit(database._connection.close))

    async def find_database(self) -> None:
        """It is there again."""
        database = self.hub.database
        database._connection = await asyncio.wrap_future(database._thread.submit(database._engine.connect))

    async def lose(self) -> None:
        """End the hub, as on a PC that is switched off. Its database stays."""
        await self.running.stop()

    async def restore(self) -> None:
        """Start it again at the same address."""
        self.running = await self.start(self.server.port)
        self.hub, self.server = self.running.hub, self.running.server


@contextlib.asynccontextmanager
async def hub_office(
    practice: Practice,
    clock: Clock,
    scope: TaskScope,
    database: Path | str,
    *,
    transport: Transport | None = None,
    database_time: bool = False,
) -> AsyncIterator[HubOffice]:
    """Serve a hub on an open practice through `transport`, in process without one. `clock`: its PC's.

    `database_time`: as HubOptions; a clock that skips time can't follow a server's.
    """
    keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
    office_clock = OfficeClock(clock)
    office = OpenDental(
        OfficeAddress.standard(Mode.TRAINING),
        keys,
        transport or in_process(practice.asgi),
        clock=office_clock,
        on_error=_raise,
    )
    seals = HubSeals({CUSTOMER: AesGcmSeal(key_from(keys.customer))}, new_key())

    options = HubOptions(str(database), "127.0.0.1", found_on=NO_PORT, database_time=database_time)

    async def start(port: int) -> RunningHub:
        here = replace(options, port=port)
        return await start_hub(office, office_clock, here, seals, _raise, keys.customer.__eq__)

    running = await start(0)
    served = HubOffice(running.hub, running.server, running.certificate, practice, running, start)
    try:
        yield served
    finally:
        for link in served.links:
            await link.aclose()
        await served.running.stop()
        await office.aclose()


def _raise(error: BaseException) -> None:
    raise error
