"""The office that `call` sends to: from the environment, or the one that this PC's program is connected to."""
# words: the terminal's

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.api import errors
from app.api.client import OpenDental
from app.api.keys import Credentials, Keys, VaultClosed
from app.api.modes import Mode, OfficeAddress, hub_of, pace, server_trouble
from app.api.pace import MARGIN
from app.api.transport import Transport
from app.bootstrap.calling.turn import turn
from app.bootstrap.calling.words import CallFailed
from app.bootstrap.connecting.last_address import last_address
from app.bootstrap.connecting.vault_access import VaultAccess
from app.bootstrap.hub.sources import CUSTOMER_KEY, DEVELOPER, OFFICE, address_of
from app.bootstrap.import_hooks import load_httpx
from app.core.clock import SystemClock

if TYPE_CHECKING:  # they need libraries that the client alone does without
    from app.core.paths import ProgramFolders
    from app.core.settings import Settings


class NoOffice(Exception):
    """No office is named, or its keys can't be read. The text is for the terminal."""


@asynccontextmanager
async def open_office(environment: Mapping[str, str]) -> AsyncIterator[OpenDental]:
    """The office, once its key's pace allows a request. Raises NoOffice, and CallFailed for the client's errors."""
    load_httpx()
    folders = _folders(environment)
    settings = _settings(folders) if folders is not None else None
    address = _address(environment, settings)
    keys = await _keys(environment, address, folders, settings)
    transport = _transport(address, keys)
    mistakes: list[BaseException] = []
    interval = pace(address.mode).interval * MARGIN
    turns = (folders.data if folders is not None else _own_folder()) / "call-turns.db"
    async with (
        turn(turns, _mark(keys), interval, SystemClock()),
        OpenDental(address, keys, transport, on_error=mistakes.append) as office,
    ):
        try:
            yield office
        except errors.ApiError as error:
            raise CallFailed(error, address, keys) from None
    if mistakes:
        raise mistakes[0]


def _folders(environment: Mapping[str, str]) -> ProgramFolders | None:
    """The program's folders; None where only the client is installed."""
    try:
        from app.core.paths import program_folders
    except ModuleNotFoundError:
        return None
    return program_folders(environment)


def _own_folder() -> Path:
    """Where only the client is installed: several users of one computer can't write to the same file."""
    return Path(tempfile.gettempdir(), f"front-desk-{getattr(os, 'getuid', int)()}")


def _settings(folders: ProgramFolders) -> Settings:
    from app.core.policy import overruled, read_policy
    from app.core.settings import SettingsFile

    return overruled(SettingsFile(folders.config / "settings.json").load(), read_policy()).settings


def _address(environment: Mapping[str, str], settings: Settings | None) -> OfficeAddress:
    if typed := environment.get(OFFICE):
        if trouble := server_trouble(typed):
            raise NoOffice(f"{OFFICE}: {trouble!s}")
        return address_of(typed)
    found = last_address(settings) if settings is not None else None
    if found is None:
        raise NoOffice(f'No office is named. Set {OFFICE} to its server, "Local" or "Remote".')
    return found


async def _keys(
    environment: Mapping[str, str],
    address: OfficeAddress,
    folders: ProgramFolders | None,
    settings: Settings | None,
) -> Credentials:
    given = environment.get(DEVELOPER), environment.get(CUSTOMER_KEY)
    if given[0] and given[1]:
        return Keys(given[0], given[1])
    if any(given):
        raise NoOffice(f"Set both {DEVELOPER} and {CUSTOMER_KEY}, or neither.")
    if folders is None or settings is None:
        raise NoOffice(f"There is no vault here. Set {DEVELOPER} and {CUSTOMER_KEY}.")
    try:
        found = await _stored(VaultAccess(folders.data), address, settings)
    except VaultClosed:
        raise NoOffice(f"The vault can't be opened. Set {DEVELOPER} and {CUSTOMER_KEY}.") from None
    if found is None and address.mode is Mode.HUB:
        raise NoOffice(
            "The vault doesn't have what the hub gave this PC. Pair it with the hub again in Front Desk."
        )
    if found is None:
        raise NoOffice(f"The vault has no keys for {address.base_url}. Set {DEVELOPER} and {CUSTOMER_KEY}.")
    return found


async def _stored(vault: VaultAccess, address: OfficeAddress, settings: Settings) -> Credentials | None:
    if address.mode is Mode.HUB:
        return await vault.read_hub(settings.hub_id)
    return await vault.read_keys(address)


def _transport(address: OfficeAddress, keys: Credentials) -> Transport:
    from app.api.http import over_network

    if address.mode is not Mode.HUB:
        return over_network(address)
    from app.api.hub.access import HubAccess
    from app.bootstrap.hub.door import HubDoor

    if not isinstance(keys, HubAccess):
        raise NoOffice(
            f"This PC reaches the office through its hub, which takes no keys. Set {OFFICE} too, or remove both keys."
        )
    return HubDoor(keys, hub_of(address)).transport(looking=True)


def _mark(keys: Credentials) -> str:
    """Identify a key without revealing it."""
    return hashlib.sha256(f"call {keys.authorization}".encode()).hexdigest()[:16]
