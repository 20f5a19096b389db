"""Ways to office hubs for the connection page, as a test wants them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from app.api.hub.access import HubAccess
from app.api.modes import hub_address
from app.viewmodels.staff.hub.way import HubAt, HubEntrance

CERTIFICATE = "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n"
ACCESS = HubAccess("token", CERTIFICATE, 7, "secret")


class Way:
    """Finds what it is given, and pairs with any code unless it is to fail."""

    def __init__(self, *found: HubAt, known: str | None = None, error: Exception | None = None) -> None:
        self.found = found
        self.known = known
        self.last = ""
        """Where the hub was last that is known as empty."""
        self.error = error
        self.paired: list[tuple[str, str]] = []
        self.given_back: list[HubEntrance] = []
        self.go = asyncio.Event()
        self.go.set()

    async def find(self) -> Sequence[HubAt]:
        """As HubWay."""
        await self.go.wait()
        return self.found

    async def pair(self, server: str, code: str) -> HubEntrance:
        """As HubWay."""
        self.paired.append((server, code))
        if self.error is not None:
            raise self.error
        return HubEntrance(hub_address(server), ACCESS)

    async def give_back(self, entrance: HubEntrance) -> None:
        """As HubWay."""
        self.given_back.append(entrance)

    async def kept(self, server: str) -> HubEntrance | None:
        """As HubWay."""
        return HubEntrance(hub_address(server or self.last), ACCESS) if server == self.known else None
