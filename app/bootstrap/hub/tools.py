"""What IT does at the hub without a screen: set it up, pair a first desk, list devices, refuse one."""
# words: the terminal's

from __future__ import annotations

import argparse
import asyncio
import getpass
import json
import sys

from app.api import errors
from app.api.hub.proofs import shown_code
from app.api.keys import Keys, VaultClosed
from app.api.modes import OfficeAddress, server_trouble
from app.bootstrap.connecting.checking import check_office
from app.bootstrap.connecting.vault_access import VaultAccess
from app.bootstrap.hub.process import database_of, options_of
from app.bootstrap.hub.sources import SETTINGS, NoOffice, address_of, find_office
from app.core.clock import SystemClock
from app.core.files import write_whole
from app.core.installation import as_typed
from app.core.office_clock import OfficeClock
from app.hub.database.database import HubDatabase
from app.hub.database.shared_time import share_time
from app.hub.devices.codes import Codes
from app.hub.devices.devices import revoke_row, rows_of
from app.hub.running import open_database
from app.wire.hub.actions import Kind


async def set_up(chosen: argparse.Namespace) -> int:
    """Ask for the office, check it, and store it. Nothing typed is shown or logged."""
    from app.viewmodels.staff.connect_words import OfficeTooOld

    address, keys = await asyncio.to_thread(_ask)
    try:
        await check_office(address, keys, SystemClock())
    except (errors.ApiError, OfficeTooOld) as error:
        raise NoOffice(
            f"the office didn't answer as expected ({type(error).__name__}). Nothing was stored."
        ) from None
    try:
        await VaultAccess(chosen.data).write_keys(address, keys)
    except VaultClosed:
        raise NoOffice(
            "this account's vault for passwords cannot be used: set the variables instead."
        ) from None
    stored = {"mode": address.mode.value, "address": address.base_url}
    await asyncio.to_thread(write_whole, chosen.data / SETTINGS, json.dumps(stored))
    _print("The office answers, and its keys are in this account's vault.")
    _print(as_typed("Start the hub (python -m app hub), then pair the first desk: python -m app hub code"))
    return 0


async def code(chosen: argparse.Namespace) -> int:
    """Print a pairing code; a hub that runs on this database accepts it at once."""
    source = await find_office(chosen)
    try:
        options = options_of(chosen)
        database, seal, _ = await open_database(options, source.seals())
        try:
            kind = Kind.KIOSK if chosen.kiosk else Kind.DESK
            clock = OfficeClock(source.clock)
            if options.database_time:
                await share_time(database, clock)
            given = await Codes(database, seal, clock).new(kind, chosen.name)
        finally:
            await database.close()
    finally:
        source.close()
    _print(f"Pairing code: {shown_code(given.code)}")
    _print("Type it at the new PC within five minutes. It works once.")
    return 0


async def devices(chosen: argparse.Namespace) -> int:
    """Print the devices, one a line."""
    database = await HubDatabase.open(database_of(chosen))
    try:
        listed = await database.run(rows_of)
    finally:
        await database.close()
    for each in listed:
        state = "revoked" if each.revoked else f"seen {each.seen_at or 'never'}"
        _print(f"{each.device_num:5}  {each.kind:6}  {each.name:40}  {state}")
    return 0


async def revoke(chosen: argparse.Namespace) -> int:
    """Refuse a device; a hub that runs on this database does so within a second."""
    database = await HubDatabase.open(database_of(chosen))
    try:
        found = await database.run(lambda connection: revoke_row(connection, chosen.number))
    finally:
        await database.close()
    if not found:
        raise NoOffice(f"there is no device {chosen.number}.")
    _print(f"Device {chosen.number} is refused from now on.")
    return 0


def _ask() -> tuple[OfficeAddress, Keys]:
    typed = input("Server with Open Dental's API Service (or Local, or Remote): ")
    if trouble := server_trouble(typed):
        raise NoOffice(str(trouble))
    developer, customer = (getpass.getpass(f"{name} key (not shown): ") for name in ("Developer", "Customer"))
    if not developer.strip() or not customer.strip():
        raise NoOffice("both keys are needed.")
    return address_of(typed), Keys(developer.strip(), customer.strip())


def _print(words: str) -> None:
    sys.stdout.write(words + "\n")
