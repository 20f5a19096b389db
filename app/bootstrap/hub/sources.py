"""Where the hub gets its office from: training, the desk that started it, the environment, or what set-up stored."""
# words: the terminal's

from __future__ import annotations

import argparse
import asyncio
import base64
import hashlib
import hmac
import json
import os
import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from app.api.keys import Keys, VaultClosed
from app.api.modes import Mode, OfficeAddress, service_address
from app.api.transport import Transport
from app.bootstrap.connecting.vault_access import VaultAccess
from app.core.clock import Clock, ShiftedClock, SystemClock

if TYPE_CHECKING:  # loads when a hub is opened
    from app.core.stillness import Stillness
    from app.hub.running import HubSeals

OFFICE, DEVELOPER, CUSTOMER_KEY, OLD_CUSTOMER_KEY = (
    "FRONT_DESK_OFFICE",
    "FRONT_DESK_DEVELOPER_KEY",
    "FRONT_DESK_CUSTOMER_KEY",
    "FRONT_DESK_OLD_CUSTOMER_KEY",
)
SETTINGS = "hub.json"
"""What set-up stored, beside the database; the keys are in the vault."""


class NoOffice(Exception):
    """No office is set up, or its keys can't be read. The text is for the terminal."""


class HubOfficeSource(Struct, frozen=True):
    """An office as the hub opens it."""

    address: OfficeAddress
    keys: Keys
    make_transport: Callable[[], Transport]
    clock: Clock
    wrapping: Mapping[str, bytes]
    """The keys that wrap the database's own, by name."""
    older: tuple[bytes, ...] = ()
    """Keys that may have wrapped it before."""
    close: Callable[[], None] = lambda: None
    stillness: Stillness | None = None
    """Of an office in this process; None: it is elsewhere."""

    def __repr__(self) -> str:
        return "HubOfficeSource(hidden)"

    def knows_key(self, typed: str) -> bool:
        """Whether a text is the office's customer key."""
        return hmac.compare_digest(typed.encode(), self.keys.customer.encode())

    def seals(self) -> HubSeals:
        """What opens this office's database."""
        from app.hub.running import HubSeals
        from app.sealed.seal import AesGcmSeal, new_key

        wrapping = {name: AesGcmSeal(key) for name, key in self.wrapping.items()}
        return HubSeals(wrapping, new_key(), tuple(map(AesGcmSeal, self.older)))


async def find_office(chosen: argparse.Namespace) -> HubOfficeSource:
    """The office. Raises NoOffice."""
    if chosen.training:
        return await _training(chosen.data, chosen.ahead)
    if chosen.stdin:
        return _from_desk(await asyncio.to_thread(sys.stdin.readline))
    if OFFICE in os.environ:
        return _from_environment(os.environ)
    return await _from_vault(chosen.data)


def address_of(typed: str) -> OfficeAddress:
    """The address of an office: "Local", "Remote", or the name of the server with the API Service."""
    for mode in (Mode.LOCAL, Mode.REMOTE):
        if typed.strip().lower() == mode.value.lower():
            return OfficeAddress.standard(mode)
    return service_address(typed)


def real_office(address: OfficeAddress, keys: Keys, seal_key: bytes | None) -> HubOfficeSource:
    """An office over the network. `seal_key`: this PC's own, from its vault."""
    from app.api.network.lean import to_office
    from app.bootstrap.loading import HTTP, load
    from app.bootstrap.system.proxy import system_proxy

    wrapping = {**_wrapping(keys), **(_vault_slot(seal_key) if seal_key else {})}
    return HubOfficeSource(
        address,
        keys,
        lambda: to_office(address, system_proxy, partial(load, HTTP)),
        SystemClock(),
        wrapping,
        _older(os.environ),
    )


def _wrapping(keys: Keys) -> dict[str, bytes]:
    from app.hub.server.secrets import CUSTOMER
    from app.sealed.seal import key_from

    return {CUSTOMER: key_from(keys.customer)}


async def _training(folder: Path, ahead: float | None) -> HubOfficeSource:
    """`ahead`: how far the practice's clock is ahead of this PC's, in seconds; None: it begins in mid-morning."""
    from app.api.network.inside import in_process
    from app.bootstrap.training import open_training, training_clock

    clock: Clock = training_clock(SystemClock().now().date())
    if ahead is not None:
        clock = ShiftedClock(timedelta(seconds=ahead))
    practice = await open_training(folder / "training", clock)
    keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
    return HubOfficeSource(
        OfficeAddress.standard(Mode.TRAINING),
        keys,
        lambda: in_process(practice.asgi),
        clock,
        _wrapping(keys),
        close=practice.close,
        stillness=practice.stillness,
    )


def _from_desk(line: str) -> HubOfficeSource:
    """The first line that the desk writes: `mode`, `address`, `developer`, `customer`, and `seal` (base64) if any."""
    try:
        told: dict[str, Any] = json.loads(line)
        address = OfficeAddress(Mode(told["mode"]), str(told["address"]))
        keys = Keys(str(told["developer"]), str(told["customer"]))
        seal = base64.b64decode(told.get("seal", ""), validate=True)
    except (ValueError, TypeError, KeyError):
        raise NoOffice("standard input has no office: one line of JSON was expected.") from None
    return real_office(address, keys, seal)


def _from_environment(environment: Mapping[str, str]) -> HubOfficeSource:
    try:
        keys = Keys(environment[DEVELOPER], environment[CUSTOMER_KEY])
    except KeyError as missing:
        raise NoOffice(f"{missing.args[0]} is not set, but {OFFICE} is.") from None
    return real_office(address_of(environment[OFFICE]), keys, None)


def _older(environment: Mapping[str, str]) -> tuple[bytes, ...]:
    """From the customer key that the office had before, to open a database that was sealed with it."""
    from app.sealed.seal import key_from

    return tuple(map(key_from, filter(None, (environment.get(OLD_CUSTOMER_KEY),))))


async def _from_vault(folder: Path) -> HubOfficeSource:
    file = folder / SETTINGS
    try:
        stored = json.loads(await asyncio.to_thread(file.read_text, "utf-8"))
        address = OfficeAddress(Mode(stored["mode"]), str(stored["address"]))
    except FileNotFoundError:
        raise NoOffice(
            "no office is set up on this PC. Run: python -m app hub set-up (or set the variables)"
        ) from None
    except (OSError, ValueError, TypeError, KeyError):
        raise NoOffice(f"{file} cannot be read. Run set-up again.") from None
    vault = VaultAccess(folder)
    try:
        keys = await vault.read_keys(address)
        seal = await vault.seal_key()
    except VaultClosed:
        raise NoOffice(
            "this account's vault for passwords cannot be used: use the variables instead."
        ) from None
    if keys is None:
        raise NoOffice("the vault of this account has no keys of this office. Run set-up again.")
    return real_office(address, keys, seal)


def _vault_slot(key: bytes) -> dict[str, bytes]:
    """This PC's own key. Its name tells it from another PC's, without telling the key."""
    return {f"vault {hashlib.sha256(b'hub key mark' + key).hexdigest()[:12]}": key}
