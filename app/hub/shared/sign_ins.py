"""Who is signed in at which desk: tokens that are good at one desk, and second persons' consents."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import msgspec
import sqlalchemy as sa

from app.domain.people.rights import Demand
from app.hub.database.shared_tables import approval, milliseconds, sign_in
from app.hub.database.shared_tables import signed_in_time as times
from app.hub.hub import Hub
from app.hub.shared import signed_in_times

TOKEN_LIFE = timedelta(hours=12)
"""A working day: every unlocking gives a new token, and ends the one before."""
APPROVAL_LIFE = timedelta(minutes=10)
"""From the second PIN to the request: the desk uses a consent within two minutes, and a slow office adds to that."""
REMEMBERED_SECONDS = 1.0
"""So long a token is trusted without the database, which another hub may have changed."""

Used = tuple[dict[str, Any], ...]
"""Rows of consents that were used up."""


class SignIns:
    """Tokens and consents in the database."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._known: dict[tuple[int, str], tuple[float, int]] = {}

    async def issue(self, device_num: int, user_num: int) -> str:
        """A token for a person at a desk, in place of the one that this person has there."""
        token = secrets.token_urlsafe(32)
        now = self._hub.clock.utc()
        row = {
            "token_hash": _hashed(token),
            "device_num": device_num,
            "user_num": user_num,
            "until_ms": milliseconds(now + TOKEN_LIFE),
        }

        def replace(connection: sa.Connection) -> None:
            of_this = (sign_in.c.device_num == device_num) & (sign_in.c.user_num == user_num)
            is_old = sign_in.c.until_ms < milliseconds(now)
            connection.execute(sa.delete(sign_in).where(of_this | is_old))
            connection.execute(sa.insert(sign_in).values(row))
            signed_in_times.begin(connection, device_num, user_num, now, now + TOKEN_LIFE)

        await self._hub.database.run(replace)
        self.forget()
        return token

    async def holder(self, device_num: int, token: str) -> int:
        """The UserNum of who has this token at this desk; 0: it is nobody's, or of another desk."""
        if not token:
            return 0
        moment, hashed = self._hub.clock.monotonic(), _hashed(token)
        known = self._known.get((device_num, hashed))
        if known is not None and moment - known[0] < REMEMBERED_SECONDS:
            return known[1]
        query = sa.select(sign_in.c.user_num).where(
            sign_in.c.token_hash == hashed,
            sign_in.c.device_num == device_num,
            sign_in.c.until_ms >= milliseconds(self._hub.clock.utc()),
        )
        found = await self._hub.database.run(lambda connection: connection.execute(query).scalar())
        user_num = int(found or 0)
        if len(self._known) > 1000:
            self._known.clear()
        self._known[device_num, hashed] = moment, user_num
        return user_num

    async def end(self, device_num: int, token: str) -> None:
        """A token is not needed any more."""
        where = (sign_in.c.token_hash == _hashed(token)) & (sign_in.c.device_num == device_num)

        def forget(connection: sa.Connection) -> None:
            user_num = connection.execute(sa.select(sign_in.c.user_num).where(where)).scalar()
            connection.execute(sa.delete(sign_in).where(where))
            this = (times.c.device_num == device_num) & (times.c.user_num == user_num)
            signed_in_times.end(connection, this, self._hub.clock.utc())

        await self._hub.database.run(forget)
        self.forget()

    def end_all_of(self, connection: sa.Connection, user_nums: Sequence[int]) -> None:
        """These people are signed in nowhere from now on; call `forget` after the transaction."""
        connection.execute(sa.delete(sign_in).where(sign_in.c.user_num.in_(user_nums)))
        used = approval.c.by_user.in_(user_nums) | approval.c.to_user.in_(user_nums)
        connection.execute(sa.delete(approval).where(used))
        signed_in_times.end(connection, times.c.user_num.in_(user_nums), self._hub.clock.utc())

    def end_all(self, connection: sa.Connection) -> None:
        """Nobody is signed in from now on; call `forget` after the transaction."""
        connection.execute(sa.delete(sign_in))
        connection.execute(sa.delete(approval))
        signed_in_times.end(connection, sa.true(), self._hub.clock.utc())

    def forget(self) -> None:
        """Ask the database about every token again."""
        self._known.clear()

    async def consent(self, device_num: int, by: int, to: int, demands: Sequence[Demand]) -> None:
        """Keep a second person's consent to each of these, once."""
        now = self._hub.clock.utc()
        until = milliseconds(now + APPROVAL_LIFE)
        rows = [
            {
                "device_num": device_num,
                "by_user": by,
                "to_user": to,
                "demand": msgspec.json.encode(each),
                "until_ms": until,
            }
            for each in demands
        ]

        def keep(connection: sa.Connection) -> None:
            connection.execute(sa.delete(approval).where(approval.c.until_ms < milliseconds(now)))
            if rows:
                connection.execute(sa.insert(approval), rows)
            signed_in_times.begin(connection, device_num, by, now, now)

        await self._hub.database.run(keep)

    async def consents(self, device_num: int, to: int) -> list[tuple[int, int, Demand]]:
        """What was approved for a person at a desk and not used: number, who approved, and what."""
        query = sa.select(approval).where(
            approval.c.device_num == device_num,
            approval.c.to_user == to,
            approval.c.until_ms >= milliseconds(self._hub.clock.utc()),
        )
        rows = await self._hub.database.run(lambda connection: connection.execute(query).all())
        return [(row.approval_num, row.by_user, msgspec.json.decode(row.demand, type=Demand)) for row in rows]

    async def use(self, numbers: Sequence[int]) -> Used | None:
        """Use these consents up, all or none. None: another request was first."""

        def use(connection: sa.Connection) -> Used | None:
            where = approval.c.approval_num.in_(numbers)
            there = connection.execute(sa.select(approval).where(where).with_for_update()).mappings().all()
            if len(there) != len(numbers):
                return None
            connection.execute(sa.delete(approval).where(where))
            return tuple(map(dict, there))

        return await self._hub.database.run(use)

    async def give_back(self, used: Used) -> None:
        """What they were used for was certainly not sent, and is sent again."""
        if used:
            rows = list(used)
            await self._hub.database.run(lambda connection: connection.execute(sa.insert(approval), rows))


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
