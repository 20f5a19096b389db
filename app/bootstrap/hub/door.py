"""How a paired PC reaches its hub: opened with an office in mode Hub, closed with its session."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.bootstrap.loading import load

if TYPE_CHECKING:  # these load in mode Hub only
    from app.api.hub.access import HubAccess
    from app.api.hub.desk import HubDesk
    from app.api.hub.persons import PersonTokens
    from app.api.hub.place import HubPlace
    from app.api.transport import StreamingTransport
    from app.core.clock import Clock
    from app.core.tasks import TaskScope
    from app.lifecycle import Lifecycle
    from app.sealed.documents import DocumentKeeper
    from app.services.hub.sharing import SharedOffice
    from app.services.people.staff import Staff


class HubDoor:
    """The way to one hub: where it is, and what it accepts this PC by."""

    def __init__(self, access: HubAccess, url: str, *, made_up: bool = False) -> None:
        """`url`: the hub's address as it was reached last, without a path.

        `made_up`: its people are those of training, the first of whom signs in by herself.
        """
        from app.api.hub.persons import PersonTokens
        from app.api.hub.place import HubPlace

        self.access = access
        self.made_up = made_up
        self.persons: PersonTokens = PersonTokens()
        self.place: HubPlace = HubPlace(url)

    def transport(self, *, looking: bool = False) -> StreamingTransport:
        """A connection of its own. `looking`: it looks for the hub itself, where no stream does."""
        from app.api.http import to_hub
        from app.api.hub.place import MovingTransport

        look = self.look if looking else None
        return MovingTransport(to_hub(self.access.certificate), self.place, self.persons, look)

    async def look(self) -> None:
        """Look for the hub on the local network: it may have another address now. Takes a second or two."""
        await load("app.api.hub.discovery")
        from app.api.hub.discovery import find_hubs

        for found in await find_hubs(fingerprint=self.access.fingerprint):
            self.place.move(f"https://{found.addresses[0]}:{found.port}")


class SessionHub:
    """The hub in a session: opened once, on first use."""

    def __init__(self, door: HubDoor | None, clock: Clock) -> None:
        """`door` None: this office is reached without a hub."""
        self._door = door
        self._clock = clock
        self._opening = asyncio.Lock()
        self._desk: HubDesk | None = None

    async def open(self, life: Lifecycle) -> HubDesk | None:
        """Ready to send actions; its stream begins with `follow`. None without a hub."""
        async with self._opening:
            if self._door is not None and self._desk is None:
                await load("app.api.http", "app.api.hub.desk")
                door = self._door

                async def start() -> HubDesk:
                    return _open(door, self._clock)

                self._desk = await life.step("hub", start, _close)
        return self._desk

    async def share(
        self, life: Lifecycle, staff: Staff, documents: DocumentKeeper, scope: TaskScope
    ) -> tuple[HubDesk | None, SharedOffice | None]:
        """The hub, and what this desk shares through it; `documents` are this PC's own."""
        if (desk := await self.open(life)) is None:
            return None, None
        await load("app.services.hub.sharing")

        async def start() -> SharedOffice:
            from app.services.hub.sharing import SharedOffice

            return SharedOffice(desk, staff, documents, self._clock, scope)

        return desk, await life.step("shared office", start, lambda shared: shared.close())


def _open(door: HubDoor, clock: Clock) -> HubDesk:
    from app.api.hub.desk import HubDesk
    from app.api.hub.link import HubLink
    from app.api.hub.stream import HubStream

    access, url = door.access, door.place.first
    headers = {"Authorization": access.authorization}
    stream = HubStream(door.transport(), url, headers, clock, look=door.look)
    return HubDesk(access, door.place, HubLink(door.transport(), url, access.token, door.persons), stream)


async def _close(desk: HubDesk) -> None:
    await desk.link.aclose()
    await desk.stream.aclose()
