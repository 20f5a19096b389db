"""What the checks need to have done in Windows: `python -m installer.verify_under_wine.inside COMMAND ...`.

It runs in the Windows Python that has the program's sources, and uses the program's own modules: the vault's entries
and the journal are what the installed program reads. Each command prints one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from app.api.keys import Keys
from app.api.modes import OfficeAddress, service_address
from app.api.vault import SERVICE, Vault  # noqa: TID253 - this process does nothing else
from app.bootstrap.office_files import store_path
from app.core.clock import SystemClock
from app.core.paths import program_folders
from app.domain.schedule.visit import Person
from app.journal.entries import Author
from app.journal.journal import Journal
from app.sealed.key_slots import OFFICE, VAULT
from app.sealed.seal import AesGcmSeal, key_from  # noqa: TID253 - this process does nothing else
from app.sealed.store import LocalStore
from app.services.writes.patients.commlog import NewCommlog, commlog_intent

REGISTRY = (
    r"SOFTWARE\Front Desk",
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall",
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\Run",
)


def store_keys(server: str, developer: str, customer: str) -> object:
    """Write an office's keys into Windows' vault."""
    import keyring

    Vault().write_keys(service_address(server), Keys(developer, customer))
    return type(keyring.get_keyring()).__name__


def vault(*_: str) -> object:
    """The names of this program's entries in the vault, and the length of its own key."""
    return {"entries": sorted(_entries()), "own key": len(Vault()._kept_seal_key() or b"")}  # noqa: SLF001 - not made anew


def _entries() -> list[str]:
    names: list[str] = []
    if sys.platform == "win32":
        from win32ctypes.pywin32 import pywintypes, win32cred  # noqa: PLC0415 - Windows only

        with suppress(pywintypes.error):  # there are none
            names = [str(each["TargetName"]) for each in win32cred.CredEnumerate()]
    return [each for each in names if each == SERVICE or each.endswith(f"@{SERVICE}")]


def add_write(server: str, pat_num: str, note: str) -> object:
    """Put a write into the journal that waits to be sent, as the program leaves it when the office is away."""

    async def add(journal: Journal) -> object:
        person = Person(int(pat_num), "Check", "Written by a")
        made = datetime.now().astimezone().replace(tzinfo=None, microsecond=0)
        entry = await journal.add(commlog_intent(NewCommlog(person, note, made)), Author("Verification"))
        return entry.id

    return asyncio.run(_with_journal(server, add))


def writes(server: str) -> object:
    """What the journal says of each write: its note and its state."""

    async def read(journal: Journal) -> object:
        return {str(each.intent.arguments.get("Note")): str(each.state) for each in journal.recent(50)}

    return asyncio.run(_with_journal(server, read))


async def _with_journal(server: str, do: Callable[[Journal], Any]) -> object:
    address: OfficeAddress = service_address(server)
    keys = Vault().read_keys(address)
    if keys is None:
        raise SystemExit("the vault has no keys of this office")
    seals = {OFFICE: AesGcmSeal(key_from(keys.secret)), VAULT: AesGcmSeal(Vault().seal_key())}
    folders, clock = program_folders(), SystemClock()
    folders.make()
    store = await LocalStore.open(store_path(folders, address, keys), seals, clock)
    try:
        return await do(await Journal.open(store, clock))
    finally:
        await store.close()


def registered(*_: str) -> object:
    """Everything about this program in the machine's registry: each value by its key and name."""
    found: dict[str, str] = {}
    for path in REGISTRY:
        _read(path, found)
    return {name: value for name, value in found.items() if "Front Desk" in name or "Front Desk" in value}


def _read(path: str, found: dict[str, str]) -> None:
    """Read a key of the registry, and those below it."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - Windows only

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
            keys, values, _ = winreg.QueryInfoKey(key)
            for name, value, _ in (winreg.EnumValue(key, each) for each in range(values)):
                found[f"{path}\\{name}"] = str(value)
            for name in [winreg.EnumKey(key, each) for each in range(keys)]:
                _read(f"{path}\\{name}", found)


def started_alone(*command: str) -> object:
    """Start a program as Explorer does, without a console and without streams; its exit code."""
    flags = getattr(subprocess, "DETACHED_PROCESS", 0)
    with subprocess.Popen(command, close_fds=True, creationflags=flags) as child:
        return child.wait()


COMMANDS: dict[str, Callable[..., object]] = {
    "store-keys": store_keys,
    "vault": vault,
    "add-write": add_write,
    "writes": writes,
    "registered": registered,
    "started-alone": started_alone,
}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(COMMANDS[sys.argv[1]](*sys.argv[2:])) + "\n")
