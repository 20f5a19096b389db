"""The staff of an office as this PC keeps it: the list sealed in the local store, PINs and its digest in the vault.

The vault holds the digest of the list that was written last, so that a list that was deleted, edited or restored from
an older copy is noticed: then nobody can sign in until someone who has the office's customer key starts over.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
from collections.abc import Sequence
from typing import Protocol

import msgspec
from msgspec import Struct

from app.api.keys import VaultClosed
from app.core.stored import StoredOne
from app.core.text import msg
from app.domain.people.pins import pin_trouble
from app.domain.people.rights import Demand
from app.domain.people.staff import Member, StaffBook, first_book
from app.sealed.errors import LocalStoreError
from app.services.people.entries import anchor_entry
from app.services.people.people import NotPossibleNow, PinTooEasy, Standing, WrongKey
from app.services.people.pins import Pins
from app.services.people.secrets import Secrets

CODE_DIGITS = 8
"""Digits of a start code, which is used once."""
VERSION = 1

log = logging.getLogger(__name__)


class BookFile(Protocol):
    """Where the list is stored. Both methods raise LocalStoreError."""

    async def read(self) -> bytes | None:
        """What was written last; None if there is nothing, or it can't be read."""
        ...

    async def write(self, data: bytes) -> None:
        """Keep it; it is on disk on return."""
        ...


class _Anchor(Struct, frozen=True):
    """What the vault knows of the list."""

    now: str
    """The digest of the list that was written last."""
    next: str = ""
    """The digest of the list that is being written; empty: none."""


class LocalPeople:
    """Implements People."""

    def __init__(self, file: BookFile, vault: Secrets, pins: Pins, office: str, customer_key: str) -> None:
        """`office` names the office in the vault. `customer_key` is what a person has to know who starts over."""
        self._file = file
        self._vault = vault
        self._entry = anchor_entry(office)
        self._customer_key = customer_key
        self._pins = pins
        self.book = StaffBook()
        self._data = b""
        """The list as it is on disk."""

    async def load(self) -> Standing:
        """As People."""
        try:
            data = await self._file.read()
        except LocalStoreError as error:
            log.warning("the staff could not be read: %s", type(error).__name__)
            data = None
        try:
            text = await self._vault.read(self._entry)
        except VaultClosed:
            return Standing.CLOSED if data else Standing.NOBODY
        if text is None:
            return Standing.ALTERED if data else Standing.NOBODY
        book = _genuine(data, text)
        if book is None:
            return Standing.ALTERED
        self.book, self._data = book, data or b""
        return Standing.READY if book.members else Standing.NOBODY

    async def set_up(self, first: Member, pin: str) -> Member:
        """As People."""
        if await self.load() is not Standing.NOBODY:  # also where people can't sign in now
            raise NotPossibleNow(msg("Someone has been set up already."))
        book = first_book(first)
        await self._pins.set(first.user_num, pin)
        await self._keep(book)
        return book.members[0]

    async def check_pin(self, user_num: int, pin: str) -> bool:
        """As People."""
        return await self._pins.check(user_num, pin)

    async def approve(self, user_num: int, pin: str, demands: Sequence[Demand]) -> bool:
        """As People: a PIN is all that it takes on one PC."""
        return await self._pins.check(user_num, pin)

    async def choose_pin(self, user_num: int, old: str, new: str) -> None:
        """As People."""
        if trouble := pin_trouble(new):
            raise PinTooEasy(trouble)
        if old == new:
            raise NotPossibleNow(msg("Choose a PIN that differs from the old one."))
        await self._pins.check(user_num, old)
        await self._pins.set(user_num, new)

    async def invite(self, member: Member) -> str:
        """As People."""
        code = "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))
        await self._pins.set_code(member.user_num, code)
        await self.write(self.book.with_member(member))
        return code

    async def write(self, book: StaffBook) -> None:
        """As People."""
        if not book.managers:
            raise NotPossibleNow(msg("At least one person has to be a manager."))
        gone = {each.user_num for each in self.book.members} - {each.user_num for each in book.members}
        await self._keep(book)
        for user_num in gone:
            await self._pins.delete(user_num)

    def knows_key(self, customer_key: str) -> bool:
        """As People."""
        return hmac.compare_digest(customer_key.strip().encode(), self._customer_key.encode())

    async def start_over(self, customer_key: str) -> None:
        """As People."""
        if not self.knows_key(customer_key):
            raise WrongKey
        for member in self.book.members:
            await self._pins.delete(member.user_num)
        self.book, self._data = StaffBook(), b""
        await self._file.write(b"")
        await self._vault.delete(self._entry)

    async def _keep(self, book: StaffBook) -> None:
        """Write the list. Whenever the program ends in between, the vault knows what is on disk."""
        data = StoredOne(self._data, StaffBook).encode(book)
        coming = _Anchor(_digest(self._data) if self._data else "", _digest(data))
        await self._vault.write(self._entry, msgspec.json.encode(coming).decode())
        await self._file.write(data)
        await self._vault.write(self._entry, anchor_of(data))
        self.book, self._data = book, data


def anchor_of(data: bytes) -> str:
    """What the vault's entry says once this list is on disk."""
    return msgspec.json.encode(_Anchor(_digest(data))).decode()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _genuine(data: bytes | None, text: str) -> StaffBook | None:
    """The list, if the vault knows it; an empty one while the first is being written."""
    try:
        anchor = msgspec.json.decode(text, type=_Anchor)
        if not data and not anchor.now:
            return StaffBook()
        if data is None or _digest(data) not in (anchor.now, anchor.next):
            return None
        book = msgspec.json.decode(data, type=StaffBook)
    except (msgspec.DecodeError, ValueError):
        return None
    return book if book.version == VERSION else None
