"""Paired devices and their tokens."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.hub.database.tables import device
from app.hub.hub import Hub
from app.wire.hub.actions import Kind
from app.wire.hub.devices import Device

TOKEN_BYTES = 32
MOST_NAME = 40
SEEN_EVERY = 30.0
"""Seconds between two times that "last seen" is written: once for all devices, not with each request."""


def token_hash(token: str) -> str:
    """How a token is stored: a random one of 256 bits needs no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


def clean_name(name: str) -> str:
    """A device's name as people read it in lists: one short line."""
    return " ".join("".join(each if each.isprintable() else " " for each in name).split())[:MOST_NAME]


class DeviceBook:
    """The devices in the database, with the valid ones in memory."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._known: dict[str, Device] = {}
        self._seen: dict[int, tuple[datetime, str]] = {}
        self._seen_before: frozenset[int] = frozenset()
        """Those that were in the last batch of what was seen."""
        self._used: set[int] = set()
        """Those whose first use was, or is being, written."""

    async def load(self) -> None:
        """Read the devices, also after another hub changed them, and end the streams of revoked ones."""
        rows = await self._hub.database.run(lambda connection: connection.execute(sa.select(device)).all())
        self._known = {row.token_hash: device_of(row) for row in rows if not row.revoked}
        for gone in self._hub.stream.connected & {row.device_num for row in rows if row.revoked}:
            self._hub.stream.hang_up(gone)

    async def listed(self) -> tuple[Device, ...]:
        """All of them, revoked ones too, oldest first."""
        await self.write_seen()
        return await self._hub.database.run(rows_of)

    def find(self, token: str, address: str) -> Device | None:
        """The device with this token, unless it was revoked. It was seen now, at this network address."""
        found = self._known.get(token_hash(token))
        if found is not None:
            self._seen[found.device_num] = (naive(self._hub.clock.utc()), address)
            if found.seen_at is None and found.device_num not in self._used:
                self._used.add(found.device_num)
                self._hub.scope.start(self._write_now(), "first use of a token")
        return found

    @property
    def valid(self) -> tuple[Device, ...]:
        """Those that may use the hub."""
        return tuple(self._known.values())

    @property
    def present(self) -> frozenset[int]:
        """The devices that use this hub now: their stream is open, or they asked something within half a minute."""
        return self._hub.stream.connected | self._seen_before | self._seen.keys()

    async def add(self, kind: Kind, name: str) -> tuple[Device, str]:
        """A new device and its token, which is stored nowhere here."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        values = self.row(kind, name, token)
        added = await self._hub.database.run(lambda connection: insert(connection, values))
        self.remember(added, token)
        return added, token

    def row(self, kind: Kind, name: str, token: str) -> dict[str, Any]:
        """The row of a new device."""
        return {
            "name": clean_name(name) or kind.value,
            "kind": kind.value,
            "token_hash": token_hash(token),
            "paired_at": naive(self._hub.clock.utc()),
            "address": "",
            "revoked": False,
        }

    def remember(self, added: Device, token: str) -> None:
        """Accept a device that was just inserted."""
        self._known[token_hash(token)] = added

    async def rename(self, device_num: int, name: str) -> bool:
        """Another name; returns whether there is such a device."""
        change = sa.update(device).where(device.c.device_num == device_num).values(name=name)
        changed = await self._hub.database.run(lambda connection: connection.execute(change).rowcount)
        await self.load()
        return changed > 0

    async def revoke(self, device_num: int) -> bool:
        """Refuse this device from now on, and end its streams; returns whether there is such a device."""
        found = await self._hub.database.run(lambda connection: revoke_row(connection, device_num))
        self._known = {key: each for key, each in self._known.items() if each.device_num != device_num}
        self._hub.stream.hang_up(device_num)
        return found

    async def write_seen(self) -> None:
        """Write when and where devices were last seen."""
        seen, self._seen = self._seen, {}
        self._seen_before = frozenset(seen)
        if not seen:
            return
        change = (
            sa.update(device)
            .where(device.c.device_num == sa.bindparam("which"))
            .values(seen_at=sa.bindparam("at"), address=sa.bindparam("from"))
        )
        rows = [{"which": num, "at": at, "from": address} for num, (at, address) in seen.items()]
        await self._hub.database.run(lambda connection: connection.execute(change, rows))

    async def keep_seen(self) -> None:
        """Write it regularly, until canceled."""
        while True:
            await self._hub.clock.sleep(SEEN_EVERY)
            await self._write_now()

    async def _write_now(self) -> None:
        with contextlib.suppress(sa.exc.SQLAlchemyError):  # the next time, then
            await self.write_seen()


def rows_of(connection: sa.Connection) -> tuple[Device, ...]:
    """Every device, revoked ones too, oldest first."""
    return tuple(map(device_of, connection.execute(sa.select(device).order_by(device.c.device_num)).all()))


def revoke_row(connection: sa.Connection, device_num: int) -> bool:
    """Mark a device as revoked; returns whether there is such a device."""
    one = device.c.device_num == device_num
    connection.execute(sa.update(device).where(one).values(revoked=True))
    return connection.scalar(sa.select(sa.func.count()).where(one)) == 1


def insert(connection: sa.Connection, values: dict[str, Any]) -> Device:
    """Insert a device's row."""
    key = connection.execute(sa.insert(device).values(values)).inserted_primary_key
    return Device(
        device_num=int(key[0]) if key is not None else 0,
        name=values["name"],
        kind=Kind(values["kind"]),
        paired_at=values["paired_at"],
        seen_at=None,
    )


def device_of(row: sa.Row[Any]) -> Device:
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


def naive(moment: datetime) -> datetime:
    """A moment as it is stored: UTC without a zone, to the second."""
    return moment.replace(tzinfo=None, microsecond=0)
