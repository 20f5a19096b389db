"""Pairing codes and the salts of attempts, in the database.

A try counts before it is computed, and in the database: two hubs of one office count together, and a hub that is
killed meanwhile has counted it. As a proof doesn't name its code, a wrong one counts against every code that is open.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

import sqlalchemy as sa
from msgspec import Struct

from app.api.hub.proofs import new_code, new_salt
from app.core.clock import Clock
from app.hub.database.database import HubDatabase
from app.hub.database.tables import pairing_code, pairing_salt
from app.hub.devices.devices import clean_name, naive
from app.sealed.sealing import Seal
from app.wire.hub.actions import Kind
from app.wire.hub.devices import CODE_SECONDS, CODE_TRIES, PairingCode

MOST_CODES = 4
"""Open at once; the oldest gives way."""
MOST_SALTS = 100
"""Attempts that have begun; the oldest give way, so that nobody can fill the table."""
_PLACE = b"pairing code"

T = TypeVar("T")


class OpenCode(Struct, frozen=True):
    """A code that may be typed now."""

    code_num: int
    code: str
    kind: Kind
    name: str
    last_try: bool

    def __repr__(self) -> str:
        return "OpenCode(hidden)"


class Codes:
    """Of one office."""

    def __init__(self, database: HubDatabase, seal: Seal, clock: Clock) -> None:
        self._database = database
        self._seal = seal
        self._clock = clock

    async def new(self, kind: Kind, name: str) -> PairingCode:
        """A code for one device; it is in the database when it is shown."""
        code, now = new_code(), naive(self._clock.utc())
        expires = now + timedelta(seconds=CODE_SECONDS)
        values = {
            "code": self._seal.close(code.encode("ascii"), _PLACE),
            "kind": kind.value,
            "name": clean_name(name),
            "expires": expires,
            "tries": 0,
        }

        def add(connection: sa.Connection) -> int:
            _forget_old(connection, now)
            newest = sa.select(pairing_code.c.code_num).order_by(pairing_code.c.code_num.desc())
            kept = connection.scalars(newest.limit(MOST_CODES - 1)).all()
            connection.execute(sa.delete(pairing_code).where(pairing_code.c.code_num.not_in(kept)))
            key = connection.execute(sa.insert(pairing_code).values(values)).inserted_primary_key
            return int(key[0]) if key is not None else 0

        return PairingCode(code=code, expires=expires, code_num=await self._database.run(add))

    async def begin(self) -> bytes | None:
        """A salt for one attempt; None if no code is open."""
        salt, now = new_salt(), naive(self._clock.utc())

        def add(connection: sa.Connection) -> bytes | None:
            _forget_old(connection, now)
            if not connection.scalar(sa.select(sa.func.count()).select_from(pairing_code)):
                return None
            newest = sa.select(pairing_salt.c.salt).order_by(pairing_salt.c.made_at.desc())
            kept = connection.scalars(newest.limit(MOST_SALTS - 1)).all()
            connection.execute(sa.delete(pairing_salt).where(pairing_salt.c.salt.not_in(kept)))
            connection.execute(sa.insert(pairing_salt).values(salt=salt.hex(), made_at=now))
            return salt

        return await self._database.run(add)

    async def count_try(self, salt: bytes) -> tuple[OpenCode, ...]:
        """The open codes, one try of each used up. None of them without the salt of an attempt that has begun."""
        now = naive(self._clock.utc())

        def count(connection: sa.Connection) -> tuple[OpenCode, ...]:
            _forget_old(connection, now)
            begun = connection.execute(sa.delete(pairing_salt).where(pairing_salt.c.salt == salt.hex()))
            if begun.rowcount != 1:
                return ()
            connection.execute(sa.update(pairing_code).values(tries=pairing_code.c.tries + 1))
            rows = connection.execute(sa.select(pairing_code).where(pairing_code.c.tries <= CODE_TRIES)).all()
            return tuple(
                OpenCode(
                    row.code_num,
                    self._seal.open(row.code, _PLACE).decode("ascii"),
                    Kind(row.kind),
                    row.name,
                    row.tries >= CODE_TRIES,
                )
                for row in rows
            )

        return await self._database.run(count)

    async def use(self, code_num: int, work: Callable[[sa.Connection], T]) -> T | None:
        """Use a code up, and do `work` with it in one transaction; None if it was used or has expired meanwhile."""

        def use(connection: sa.Connection) -> T | None:
            used = connection.execute(sa.delete(pairing_code).where(pairing_code.c.code_num == code_num))
            if used.rowcount != 1:
                return None
            connection.execute(sa.update(pairing_code).values(tries=pairing_code.c.tries - 1))
            return work(connection)

        return await self._database.run(use)


def _forget_old(connection: sa.Connection, now: datetime) -> None:
    """Delete what has expired or is used up."""
    stale = sa.or_(pairing_code.c.expires <= now, pairing_code.c.tries >= CODE_TRIES)
    connection.execute(sa.delete(pairing_code).where(stale))
    begun = now - timedelta(seconds=CODE_SECONDS)
    connection.execute(sa.delete(pairing_salt).where(pairing_salt.c.made_at < begun))
