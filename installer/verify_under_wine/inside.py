"""What the checks need to have done in Windows: `python -m installer.verify_under_wine.inside COMMAND ...`.

It runs in the Windows Python that has the program's sources, and uses the program's own modules: the vault's entries
and the journal are what the installed program reads. Each command prints one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

from app.api.keys import Keys
from app.api.modes import OfficeAddress, service_address
from app.api.vault import Vault  # noqa: TID253 - this process does nothing else
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


def store_keys(server: str, developer: str, customer: str) -> object:
    """Write an office's keys into Windows' vault."""
    import keyring

    Vault().write_keys(service_address(server), Keys(developer, customer))
    return type(keyring.get_keyring()).__name__


def own_key(*_: str) -> object:
    """The length of the program's own key in the vault."""
    return len(Vault()._kept_seal_key() or b"")  # noqa: SLF001 - it is not to be made anew


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


COMMANDS: dict[str, Callable[..., object]] = {
    "store-keys": store_keys,
    "own-key": own_key,
    "add-write": add_write,
    "writes": writes,
}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(COMMANDS[sys.argv[1]](*sys.argv[2:])) + "\n")
