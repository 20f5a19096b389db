"""Takes back the pairings that a device couldn't keep, so that none stays listed that nobody has.

A PC without a vault says so at once. One that was switched off before it stored its token says nothing: it is missed
after ten minutes, in which every other one has used its token.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

import sqlalchemy as sa

from app.hub.database.tables import device
from app.hub.devices.devices import DeviceBook, naive
from app.hub.devices.notes import note_device
from app.hub.hub import Hub
from app.wire.hub.devices import UNUSED_SECONDS

LOOK_SECONDS = 60.0

log = logging.getLogger(__name__)


async def watch_unused(hub: Hub) -> None:
    """Look until canceled. A hub that was off meanwhile waits first: its devices come back within these minutes."""
    await hub.clock.sleep(UNUSED_SECONDS)
    while True:
        try:
            await take_unused(hub)
        except sa.exc.SQLAlchemyError as error:  # the next time, then
            log.warning("unused devices not looked for: %s", type(error).__name__)
        await hub.clock.sleep(LOOK_SECONDS)


async def take_unused(hub: Hub) -> None:
    """Refuse the devices that were paired ten minutes ago and never used their token."""
    await hub.part(DeviceBook).write_seen()
    since = naive(hub.clock.utc()) - timedelta(seconds=UNUSED_SECONDS)
    for number, name in await hub.database.run(lambda connection: _unused(connection, since)):
        await hub.part(DeviceBook).revoke(number)
        await note_device(hub, name, "", number, "never used")


async def take_back(hub: Hub, device_num: int) -> bool:
    """Refuse a device at its own wish; False if it was not paired within the last ten minutes."""
    since = naive(hub.clock.utc()) - timedelta(seconds=UNUSED_SECONDS)
    new = sa.select(device.c.name).where(device.c.device_num == device_num, device.c.paired_at > since)
    name = await hub.database.run(lambda connection: connection.scalar(new))
    if name is None:
        return False
    await hub.part(DeviceBook).revoke(device_num)
    await note_device(hub, name, "", device_num, "given back")
    return True


def _unused(connection: sa.Connection, since: datetime) -> list[tuple[int, str]]:
    """Mark them as revoked; returns their numbers and names."""
    never = (device.c.seen_at.is_(None), device.c.paired_at <= since, ~device.c.revoked)
    found = connection.execute(sa.select(device.c.device_num, device.c.name).where(*never)).all()
    return [
        (row.device_num, row.name)
        for row in found
        if connection.execute(
            sa.update(device).where(device.c.device_num == row.device_num, *never).values(revoked=True)
        ).rowcount
        == 1
    ]
