"""Places outside the audit's file that keep its last hash and count, so that a cut or older file is noticed.

They are written after the file and may lag behind it: records past a witness's anchor are normal, an anchor
past the file's end never is.
"""

from __future__ import annotations

from typing import Protocol

import msgspec
from msgspec import Struct

from app.core.clock import Clock
from app.sealed.documents import Documents
from app.sealed.errors import LocalStoreError
from app.sealed.sealing import Seal, SealBroken
from app.services.audit.state import Anchor

DOCUMENT = "audit"


class Silent(Exception):
    """The place can't be reached now: that says nothing about the audit."""


class Testimony(Struct, frozen=True):
    """What a witness says."""

    anchor: Anchor | None = None
    """The end of the chain that it was told; None: it was told none, or it doesn't open."""
    silent: bool = False
    """It could not be asked."""
    altered: bool = False
    """It keeps something that doesn't open."""


class Place(Protocol):
    """Keeps a few hundred bytes. Both methods raise Silent."""

    async def read(self) -> bytes | None:
        """What was written last; None: nothing."""
        ...

    async def write(self, data: bytes) -> None:
        """Replace it."""
        ...


class Witness:
    """Keeps the anchor of one office's audit at a place, sealed so that nobody else can make one up."""

    def __init__(self, place: Place, seal: Seal, office: str) -> None:
        self._place = place
        self._seal = seal
        self._name = b"audit anchor " + office.encode()

    async def ask(self) -> Testimony:
        """What it says."""
        try:
            data = await self._place.read()
        except Silent:
            return Testimony(silent=True)
        if data is None:
            return Testimony()
        try:
            return Testimony(msgspec.json.decode(self._seal.open(data, self._name), type=Anchor))
        except (SealBroken, msgspec.DecodeError):
            return Testimony(altered=True)

    async def tell(self, anchor: Anchor) -> bool:
        """Tell it the end of the chain; False if it can't be reached."""
        try:
            await self._place.write(self._seal.close(msgspec.json.encode(anchor), self._name))
        except Silent:
            return False
        return True


class StorePlace:
    """The office's sealed store on this PC."""

    def __init__(self, documents: Documents, clock: Clock) -> None:
        self._documents = documents
        self._clock = clock

    async def read(self) -> bytes | None:
        """The document's content."""
        try:
            stored = await self._documents.get(DOCUMENT)
        except LocalStoreError:
            raise Silent from None
        return None if stored is None else stored.data

    async def write(self, data: bytes) -> None:
        """Replace the document."""
        try:
            await self._documents.put(DOCUMENT, data, self._clock.utc())
        except LocalStoreError:
            raise Silent from None
