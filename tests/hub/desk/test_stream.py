"""The device's end of the change stream, over real TLS."""

from __future__ import annotations

import asyncio

from app.api import errors
from app.api.http import to_hub
from app.api.hub.place import HubPlace, MovingTransport
from app.api.hub.stream import HubStream
from app.core.tasks import TaskScope
from app.hub.devices.devices import DeviceBook
from app.wire.hub.actions import Kind
from app.wire.hub.stream import Changed, Connected, StreamLine, Topic
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice


class Followed:
    """A stream that runs, and what it told."""

    def __init__(self, stream: HubStream, tasks: TaskScope) -> None:
        self.stream = stream
        self.told: list[StreamLine] = []
        self._changed = asyncio.Event()
        stream.watch(self.told.append)
        stream.watch(lambda _: self._changed.set())
        stream.watch_standing(lambda _: self._changed.set())
        tasks.start(stream.run(), "stream")

    async def until(self, standing: bool) -> None:
        """Wait until it stands, or doesn't."""
        async with asyncio.timeout(60):
            while self.stream.standing is not standing or (not standing and self.stream.trouble is None):
                self._changed.clear()
                await self._changed.wait()

    async def line(self, kind: type) -> None:
        """Wait for a line of this kind."""
        async with asyncio.timeout(60):
            while not any(isinstance(each, kind) for each in self.told):
                self._changed.clear()
                await self._changed.wait()


async def test_it_tells_and_is_back_after_a_break(hub: HubOffice, clock: FastClock, tasks: TaskScope) -> None:
    """It stands after the first line, tells every line, and is connected again after the hub hung up."""
    token = await hub.token(Kind.DESK, "Desk 1")
    transport = to_hub(hub.certificate.certificate)
    headers = {"Authorization": f"Bearer {token}"}
    followed = Followed(HubStream(transport, hub.url, headers, clock, draw=lambda: 0.0), tasks)
    await followed.until(standing=True)
    hub.hub.stream.tell(Changed(Topic.DEVICES))
    await followed.line(Changed)
    assert followed.told[1:] == [Changed(Topic.DEVICES)]
    hub.hub.stream.hang_up()
    await followed.until(standing=False)
    assert isinstance(followed.stream.trouble, errors.ConnectionLost)
    await followed.until(standing=True)
    assert [type(each) for each in followed.told].count(Connected) == 2
    await tasks.close()
    assert not followed.stream.standing
    await transport.aclose()


async def test_after_a_sleep_it_connects_anew_at_once(
    hub: HubOffice, clock: FastClock, tasks: TaskScope
) -> None:
    """A connection that seems to stand is left for a new one, and so is a pause; what was told meanwhile is missed."""
    transport = to_hub(hub.certificate.certificate)
    headers = {"Authorization": f"Bearer {await hub.token(Kind.DESK, 'Desk 1')}"}
    followed = Followed(HubStream(transport, hub.url, headers, clock, draw=lambda: 0.0), tasks)
    await followed.until(standing=True)
    followed.stream.reconnect()
    followed.stream.reconnect()
    await followed.until(standing=False)
    await followed.until(standing=True)
    assert followed.stream.breaks == 1
    clock.run(0)  # no pause ends by itself
    hub.hub.stream.hang_up()
    await followed.until(standing=False)
    followed.stream.reconnect()
    await followed.until(standing=True)
    await tasks.close()
    followed.stream.reconnect()  # once it has ended, nothing happens
    await transport.aclose()


async def test_a_revoked_device(hub: HubOffice, clock: FastClock, tasks: TaskScope) -> None:
    """A device that is revoked while it follows learns that it is: not just that something broke."""
    added, token = await hub.hub.part(DeviceBook).add(Kind.DESK, "Desk 1")
    transport = to_hub(hub.certificate.certificate)
    headers = {"Authorization": f"Bearer {token}"}
    followed = Followed(HubStream(transport, hub.url, headers, clock, draw=lambda: 0.0), tasks)
    await followed.until(standing=True)
    await hub.hub.part(DeviceBook).revoke(added.device_num)
    async with asyncio.timeout(60):
        while not isinstance(followed.stream.trouble, errors.DeviceRevoked):
            followed._changed.clear()
            await followed._changed.wait()
    await tasks.close()
    await transport.aclose()


async def test_the_hub_is_looked_for(hub: HubOffice, clock: FastClock, tasks: TaskScope) -> None:
    """Where nothing answers it has the hub looked for, and connects to where it was found."""
    place = HubPlace("https://127.0.0.1:9")
    headers = {"Authorization": f"Bearer {await hub.token(Kind.DESK, 'Desk 1')}"}
    transport = MovingTransport(to_hub(hub.certificate.certificate), place)

    async def look() -> None:
        place.move(hub.url)

    stream = HubStream(transport, place.first, headers, clock, look=look, draw=lambda: 0.0)
    followed = Followed(stream, tasks)
    await followed.until(standing=True)
    assert place.url == hub.url
    await tasks.close()
    await transport.aclose()
