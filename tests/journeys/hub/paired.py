"""A desk in mode Hub for journeys: a practice in this process, behind a hub on real TLS."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.api.hub.access import HubAccess
from app.api.modes import OfficeAddress, hub_address
from app.api.sending import Sending
from app.api.transport import Answer, StreamingTransport, Transport
from app.bootstrap.hub.door import HubDoor
from app.hub.devices.devices import DeviceBook
from app.wire.hub.actions import Kind
from tests.journeys.practices import Served
from tests.support.hub_office import HubOffice


class CountingDoor(HubDoor):
    """Notes every request that the desk sends to the hub; the stream is none."""

    def __init__(self, access: HubAccess, url: str) -> None:
        super().__init__(access, url)
        self.asked: list[str] = []

    def transport(self, *, looking: bool = False) -> StreamingTransport:
        """A connection that notes what it sends."""
        transport = super().transport(looking=looking)
        send = transport.send

        async def noted(
            verb: str,
            url: str,
            headers: Mapping[str, str],
            body: bytes | None,
            timeout: float,
            sending: Sending | None = None,
        ) -> Answer:
            self.asked.append(f"{verb} {url.removeprefix(self.place.first)}")
            return await send(verb, url, headers, body, timeout, sending)

        transport.send = noted  # type: ignore[method-assign]
        return transport


@dataclass
class HubServed(Served):
    """The practice as one desk reaches it through the hub."""

    access: HubAccess | None = None

    @property
    def credentials(self) -> HubAccess:
        """What the hub gave the desk."""
        assert self.access is not None
        return self.access

    @property
    def address(self) -> OfficeAddress:
        """Where the hub is."""
        assert self.hub is not None
        return hub_address(self.hub.place.first)

    def transport(self) -> Transport:
        """A connection to it."""
        assert self.hub is not None
        return self.hub.transport()


async def paired(
    served: Served, office: HubOffice, name: str = "Desk 1", *, certificate: str = ""
) -> HubServed:
    """A new desk of this hub. `certificate`: the one that it pinned; empty: the hub's."""
    added, token = await office.hub.part(DeviceBook).add(Kind.DESK, name)
    access = HubAccess.first(token, certificate or office.certificate.certificate, added.device_num)
    desk = HubServed(served.practice, served.path, served.clock, served.faults, served.socket)
    desk.access, desk.hub = access, CountingDoor(access, office.url)
    return desk
