"""What the connection page needs to find a hub and be paired with it; bootstrap has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from app.api.keys import Credentials
from app.api.modes import OfficeAddress


class HubAt(Struct, frozen=True):
    """A hub that answered on the local network. `known`: this PC is paired with it already."""

    name: str
    """Of its PC."""
    server: str
    """Its address, as a person would type it."""
    known: bool = False


class HubEntrance(Struct, frozen=True):
    """The way into an office through its hub."""

    address: OfficeAddress
    keys: Credentials


class HubWay(Protocol):
    """Finds hubs, and pairs this PC with one."""

    async def find(self) -> Sequence[HubAt]:
        """The hubs on the local network. Takes a second or two."""
        ...

    async def pair(self, server: str, code: str) -> HubEntrance:
        """Pair this PC. Raises the client's errors, HubRefused, and ValueError for what can't be a code."""
        ...

    async def give_back(self, entrance: HubEntrance) -> None:
        """Tell the hub that this PC doesn't keep a pairing that was just made."""
        ...

    async def kept(self, server: str) -> HubEntrance | None:
        """The pairing that this PC has with the hub at this address; empty: wherever it was last. None: it has none."""
        ...
