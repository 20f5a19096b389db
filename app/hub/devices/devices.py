"""Paired devices and their tokens."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

import sqlalchemy as sa

from app.hub.database.tables import device
from app.hub.hub import Hub
from app.wire.hub.actions import Kind
from app.wire.hub.devices import Device

TOKEN_BYTES = 32


def token_hash(token: str) -> str:
    """How a token is stored: a random one of 256 bits needs no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


class DeviceBook:
    """The devices in the database, with the valid ones in memory."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._known: dict[str, Device] = {}

    async def load(self) -> None:
        """Read the devices; also after another hub on the same database changed them."""
        rows = await self._hub.database.run(lambda connection: connection.execute(sa.select(device)).all())
        self._known = {row.token_hash: device_of(row) for row in rows if not row.revoked}

    def find(self, token: str) -> Device | None:
        """The device with this token, unless it was revoked."""
        return self._known.get(token_hash(token))

    async def add(self, kind: Kind, name: str) -> tuple[Device, str]:
        """A new device and its token, which is stored nowhere here."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        now = _naive(self._hub.clock.utc())
        values = {
            "name": name,
            "kind": kind.value,
            "token_hash": token_hash(token),
            "paired_at": now,
            "address": "",
            "revoked": False,
        }

        def insert(connection: sa.Connection) -> int:
            key = connection.execute(sa.insert(device).values(values)).inserted_primary_key
            return int(key[0]) if key is not None else 0

        device_num = await self._hub.database.run(insert)
        added = Device(device_num=device_num, name=name, kind=kind, paired_at=now, seen_at=None)
        self._known[token_hash(token)] = added
        return added, token

    async def revoke(self, device_num: int) -> None:
        """Refuse this device from now on, and end its stream."""
        change = sa.update(device).where(device.c.device_num == device_num).values(revoked=True)
        await self._hub.database.run(lambda connection: connection.execute(change))
        self._known = {key: each for key, each in self._known.items() if each.device_num != device_num}
        self._hub.stream.hang_up(device_num)


def device_of(row: sa.Row[tuple[object, ...]]) -> Device:
    """The device of a row."""
    return Device(
        device_num=row.device_num,
        name=row.name,
        kind=Kind(row.kind),
        paired_at=row.paired_at,
        seen_at=row.seen_at,
        address=row.address,
        revoked=row.revoked,
    )


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None, microsecond=0)
