"""PINs of the office's people: argon2id hashes, and a wait after wrong ones that all desks share."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.people.pins import wait_after
from app.hub.database.shared_tables import milliseconds, staff_pin
from app.hub.hub import Hub
from app.services.people.hashing import Argon2Hashing
from app.services.people.pins import LONGEST, Hashing
from app.wire.hub.people import PinAnswer, PinHash, PinResult

AT_ONCE = 2
"""PINs that are hashed at once: each takes 64 MB."""


class Kept(Struct, frozen=True):
    """The sealed part of a PIN. `once`: it is a start code."""

    hashed: str
    once: bool = False


class HubPins:
    """The PINs in the database."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self.hashing: Hashing = Argon2Hashing()
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def hashed(self, pin: str, *, once: bool = False) -> Kept:
        """A PIN as it is kept."""
        async with self._turns:
            return Kept(await asyncio.to_thread(self.hashing.hash, pin), once)

    def put(self, connection: sa.Connection, user_num: int, kept: Kept) -> None:
        """Keep a PIN in place of an earlier one, in a transaction of the caller."""
        body = self._hub.seal.close(msgspec.json.encode(kept), _place(user_num))
        self.drop(connection, user_num)
        connection.execute(sa.insert(staff_pin).values(user_num=user_num, body=body, failures=0, failed_ms=0))

    def drop(self, connection: sa.Connection, user_num: int) -> None:
        """Forget a person's PIN."""
        connection.execute(sa.delete(staff_pin).where(staff_pin.c.user_num == user_num))

    def drop_all(self, connection: sa.Connection) -> None:
        """Forget every PIN."""
        connection.execute(sa.delete(staff_pin))

    async def check(self, user_num: int, pin: str) -> PinAnswer:
        """Whether it is this person's PIN.

        A try counts as wrong before it is looked at, in one transaction: neither two desks at once nor two hubs on
        one database get more tries than one.
        """
        tried = await self._hub.database.run(lambda connection: self._count(connection, user_num))
        if isinstance(tried, PinAnswer):
            return tried
        kept, failures = tried
        async with self._turns:
            fits = await asyncio.to_thread(self._fits, kept.hashed, pin)
        if not fits:
            return PinAnswer(result=PinResult.WRONG, wait_seconds=wait_after(failures).total_seconds())
        right = sa.update(staff_pin).where(staff_pin.c.user_num == user_num).values(failures=0, failed_ms=0)
        await self._hub.database.run(lambda connection: connection.execute(right))
        return PinAnswer(result=PinResult.START_CODE if kept.once else PinResult.RIGHT)

    def _count(self, connection: sa.Connection, user_num: int) -> PinAnswer | tuple[Kept, int]:
        row = connection.execute(
            sa.select(staff_pin).where(staff_pin.c.user_num == user_num).with_for_update()
        ).one_or_none()
        if row is None:
            return PinAnswer(result=PinResult.NO_PIN)
        now = milliseconds(self._hub.clock.utc())
        wait = wait_after(row.failures) if row.failures else timedelta(0)
        left = wait.total_seconds() - max(now - row.failed_ms, 0) / 1000
        if left > 0:
            return PinAnswer(result=PinResult.WAIT, wait_seconds=left)
        failures = row.failures + 1
        counted = sa.update(staff_pin).where(staff_pin.c.user_num == user_num)
        connection.execute(counted.values(failures=failures, failed_ms=now))
        kept = msgspec.json.decode(self._hub.seal.open(row.body, _place(user_num)), type=Kept)
        return kept, failures

    def _fits(self, hashed: str, pin: str) -> bool:
        return bool(pin) and len(pin) <= LONGEST and self.hashing.fits(hashed, pin)


def brought(pin: PinHash) -> Kept:
    """A PIN that a PC brought."""
    return Kept(pin.hashed, pin.once)


def _place(user_num: int) -> bytes:
    return f"pin {user_num}".encode()
