"""PINs: argon2id hashes in the vault, and a wait after wrong ones that survives a restart."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from datetime import datetime, timedelta
from typing import Protocol

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.core.clock import Clock
from app.domain.people.pins import pin_trouble, wait_after
from app.services.people.entries import pin_entry
from app.services.people.people import NoPin, PinTooEasy, TooManyTries, WrongPin
from app.services.people.secrets import Secrets

LONGEST = 64
"""Characters of a PIN or start code that are looked at; longer ones are wrong."""


class Kept(Struct, frozen=True):
    """What the vault has of one person."""

    hash: str
    once: bool = False
    """Whether it is a start code, to be replaced by a PIN at the first sign-in."""
    failures: int = 0
    """How many wrong PINs came since the last right one."""
    failed_at: datetime | None = None
    """When the last one came, in UTC."""


class Hashing(Protocol):
    """Slow hashes of PINs. Both methods block."""

    def hash(self, pin: str) -> str:
        """A hash with its own salt."""
        ...

    def fits(self, hashed: str, pin: str) -> bool:
        """Whether it is a hash of this PIN."""
        ...


class Pins:
    """The PINs of an office's staff, by UserNum. Every method raises VaultClosed as Secrets does."""

    def __init__(self, secrets: Secrets, hashing: Hashing, office: str, clock: Clock) -> None:
        """`office` names the office in the vault."""
        self._secrets = secrets
        self._office = office
        self._clock = clock
        self._hashing = hashing
        self._doors: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def set(self, user_num: int, pin: str) -> None:
        """Keep a PIN in place of an earlier one. Raises PinTooEasy."""
        if trouble := pin_trouble(pin):
            raise PinTooEasy(trouble)
        await self._write(user_num, Kept(await asyncio.to_thread(self._hashing.hash, pin)))

    async def set_code(self, user_num: int, code: str) -> None:
        """Keep a start code in place of a PIN."""
        await self._write(user_num, Kept(await asyncio.to_thread(self._hashing.hash, code), once=True))

    async def delete(self, user_num: int) -> None:
        """Forget a person's PIN."""
        await self._secrets.delete(pin_entry(self._office, user_num))

    async def check(self, user_num: int, pin: str) -> bool:
        """Whether this PIN is a start code that has to be replaced by a PIN now.

        A try counts as wrong before it is checked, so that ending the program doesn't make it free. Raises
        WrongPin, TooManyTries, or NoPin if the vault has none for this person.
        """
        async with self._doors[user_num]:
            kept = await self._read(user_num)
            if (left := self._left(kept)) > timedelta(0):
                raise TooManyTries(left)
            tried = replace(kept, failures=kept.failures + 1, failed_at=self._clock.utc())
            await self._write(user_num, tried)
            if not await asyncio.to_thread(self._fits, kept.hash, pin):
                raise WrongPin(wait_after(tried.failures))
            await self._write(user_num, replace(kept, failures=0, failed_at=None))
            return kept.once

    def _left(self, kept: Kept) -> timedelta:
        """How long she still has to wait. A clock that was set back starts the wait again."""
        if kept.failed_at is None:
            return timedelta(0)
        wait, passed = wait_after(kept.failures), self._clock.utc() - kept.failed_at
        return wait - max(passed, timedelta(0))

    def _fits(self, hashed: str, pin: str) -> bool:
        return bool(pin) and len(pin) <= LONGEST and self._hashing.fits(hashed, pin)

    async def _read(self, user_num: int) -> Kept:
        text = await self._secrets.read(pin_entry(self._office, user_num))
        try:
            return msgspec.json.decode(text or "", type=Kept)
        except (msgspec.DecodeError, ValueError):
            raise NoPin from None

    async def _write(self, user_num: int, kept: Kept) -> None:
        await self._secrets.write(pin_entry(self._office, user_num), msgspec.json.encode(kept).decode())
