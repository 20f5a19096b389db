"""The hub's side of pairing. The protocol is in `app.wire.hub.devices`, its cryptography in `app.api.hub.proofs`.

A try counts before it is computed, and in the database: two hubs of one office count together, and a hub that is
killed meanwhile has counted it. As a proof doesn't name its code, a wrong one counts against every code that is open.
"""

from __future__ import annotations

import asyncio
import base64
import logging
from datetime import datetime, timedelta

import sqlalchemy as sa
from msgspec import Struct

from app.api.hub.proofs import Attempt, PairingKeys, new_code, new_salt, new_token, promised, same
from app.hub.database.tables import pairing_code, pairing_salt
from app.hub.devices.devices import MOST_NAME, DeviceBook, clean_name, insert, naive
from app.hub.handling import Refusal
from app.hub.hub import Hub
from app.hub.office_name import OfficeName
from app.hub.server.certificate import fingerprint
from app.wire.hub.actions import Kind
from app.wire.hub.devices import (
    CODE_SECONDS,
    CODE_TRIES,
    PairBegun,
    Paired,
    PairingCode,
    PairProve,
)

MOST_CODES = 4
"""Open at once; the oldest gives way."""
MOST_SALTS = 100
"""Attempts that have begun; the oldest give way, so that nobody can fill the table."""
MOST_SECONDS = CODE_SECONDS
_PLACE = b"pairing code"

log = logging.getLogger(__name__)


class _OpenCode(Struct, frozen=True):
    code_num: int
    code: str
    kind: Kind
    name: str
    last_try: bool

    def __repr__(self) -> str:
        return "_OpenCode(hidden)"


class PairingDesk:
    """Gives out codes, and pairs the devices that know one."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._one_at_a_time = asyncio.Lock()
        """A key takes 64 MB."""

    async def new_code(self, kind: Kind, name: str) -> PairingCode:
        """A code for one device; it is in the database when it is shown."""
        code, now = new_code(), naive(self._hub.clock.utc())
        expires = now + timedelta(seconds=CODE_SECONDS)
        values = {
            "code": self._hub.seal.close(code.encode("ascii"), _PLACE),
            "kind": kind.value,
            "name": clean_name(name),
            "expires": expires,
            "tries": 0,
        }

        def add(connection: sa.Connection) -> None:
            _forget_old(connection, now)
            nums = sa.select(pairing_code.c.code_num).order_by(pairing_code.c.code_num.desc())
            for num in connection.scalars(nums.offset(MOST_CODES - 1)).all():
                connection.execute(sa.delete(pairing_code).where(pairing_code.c.code_num == num))
            connection.execute(sa.insert(pairing_code).values(values))

        await self._hub.database.run(add)
        return PairingCode(code=code, expires=expires)

    async def begin(self) -> PairBegun:
        """A salt. Refusal 409 if no code is open: then nothing can be paired."""
        salt, now = new_salt(), naive(self._hub.clock.utc())

        def add(connection: sa.Connection) -> bool:
            _forget_old(connection, now)
            if connection.scalar(sa.select(sa.func.count()).select_from(pairing_code)) == 0:
                return False
            older = sa.select(pairing_salt.c.salt).order_by(pairing_salt.c.made_at.desc())
            for old in connection.scalars(older.offset(MOST_SALTS - 1)).all():
                connection.execute(sa.delete(pairing_salt).where(pairing_salt.c.salt == old))
            connection.execute(sa.insert(pairing_salt).values(salt=salt.hex(), made_at=now))
            return True

        if not await self._hub.database.run(add):
            raise Refusal(409, "no code")
        return PairBegun(salt=_text(salt))

    async def prove(self, asked: PairProve) -> Paired:
        """Pair a device. Refusal 403 "wrong code", or "code used up" with the last wrong try."""
        attempt, proof = self._attempt(asked)
        async with self._one_at_a_time:
            codes = await self._hub.database.run(lambda connection: self._count_try(connection, attempt.salt))
            for each in codes:
                keys = await asyncio.to_thread(PairingKeys.derive, each.code, attempt)
                if same(keys.device_proof(attempt), proof):
                    return await self._pair(each, keys, attempt)
        log.info("a wrong pairing code was tried")
        used_up = bool(codes) and all(each.last_try for each in codes)
        raise Refusal(403, "code used up" if used_up else "wrong code")

    def _attempt(self, asked: PairProve) -> tuple[Attempt, bytes]:
        try:
            salt, nonce, proof = (
                base64.b64decode(each, validate=True) for each in (asked.salt, asked.nonce, asked.proof)
            )
        except ValueError:
            raise Refusal(400, "not understood") from None
        if not (16 <= len(nonce) <= 64 and len(asked.name) <= MOST_NAME):
            raise Refusal(400, "not understood")
        return Attempt(salt, nonce, bytes.fromhex(fingerprint(self._hub.certificate)), asked.name), proof

    def _count_try(self, connection: sa.Connection, salt: bytes) -> tuple[_OpenCode, ...]:
        """The open codes, one try of each used up. None without the salt of an attempt that has begun."""
        now = naive(self._hub.clock.utc())
        _forget_old(connection, now)
        begun = connection.execute(sa.delete(pairing_salt).where(pairing_salt.c.salt == salt.hex()))
        if begun.rowcount != 1:
            return ()
        connection.execute(sa.update(pairing_code).values(tries=pairing_code.c.tries + 1))
        rows = connection.execute(sa.select(pairing_code).where(pairing_code.c.tries <= CODE_TRIES)).all()
        return tuple(self._open_code(row) for row in rows)

    def _open_code(self, row: sa.Row[tuple[object, ...]]) -> _OpenCode:
        code = self._hub.seal.open(row.code, _PLACE).decode("ascii")
        return _OpenCode(row.code_num, code, Kind(row.kind), row.name, row.tries >= CODE_TRIES)

    async def _pair(self, code: _OpenCode, keys: PairingKeys, attempt: Attempt) -> Paired:
        book, token = self._hub.part(DeviceBook), new_token()
        values = book.row(code.kind, attempt.name.strip() or code.name, token)
        office = await self._hub.part(OfficeName).read()

        def use_code(connection: sa.Connection) -> int | None:
            used = connection.execute(
                sa.delete(pairing_code).where(pairing_code.c.code_num == code.code_num)
            ).rowcount
            if used != 1:
                return None
            connection.execute(sa.update(pairing_code).values(tries=pairing_code.c.tries - 1))
            return insert(connection, values).device_num

        device_num = await self._hub.database.run(use_code)
        if device_num is None:  # expired or used meanwhile, at another hub
            raise Refusal(403, "wrong code")
        await book.load()
        sealed = keys.seal_token(token, attempt)
        answer = promised(sealed, self._hub.certificate, device_num, code.kind.value, office)
        return Paired(
            proof=_text(keys.hub_proof(attempt, answer)),
            token=_text(sealed),
            certificate=self._hub.certificate,
            device_num=device_num,
            kind=code.kind,
            office=office,
        )


def _forget_old(connection: sa.Connection, now: datetime) -> None:
    """Delete what has expired or is used up."""
    stale = sa.or_(pairing_code.c.expires <= now, pairing_code.c.tries >= CODE_TRIES)
    connection.execute(sa.delete(pairing_code).where(stale))
    begun = now - timedelta(seconds=MOST_SECONDS)
    connection.execute(sa.delete(pairing_salt).where(pairing_salt.c.made_at < begun))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
