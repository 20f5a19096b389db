"""The desks' view of the devices."""

from __future__ import annotations

import sqlalchemy as sa

from app.hub.database.tables import device
from app.hub.devices.devices import DeviceBook, device_of
from app.hub.handling import Asker, answers
from app.hub.hub import Hub
from app.wire.hub import devices as wire
from app.wire.hub.actions import Done, Nothing
from app.wire.hub.stream import Changed, Topic


@answers(wire.DEVICES)
async def devices(hub: Hub, asker: Asker, asked: Nothing) -> wire.Devices:
    """All of them."""
    rows = await hub.database.run(lambda connection: connection.execute(sa.select(device)).all())
    return wire.Devices(devices=tuple(map(device_of, rows)), own=asker.device_num)


@answers(wire.REVOKE)
async def revoke(hub: Hub, asker: Asker, asked: wire.DeviceNamed) -> Done:
    """Refuse a device from now on."""
    await hub.part(DeviceBook).revoke(asked.device_num)
    hub.stream.tell(Changed(Topic.DEVICES))
    return Done()
