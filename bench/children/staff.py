"""Sets up the first person at the office of the measured service, as the program does."""

from __future__ import annotations

import asyncio
import json
import sys
from time import strftime

from app.api.vault import Vault
from app.bootstrap.early import early_office
from app.bootstrap.people.staff import LateHashing, StoredBook
from app.core.clock import SystemClock
from app.core.paths import program_folders
from app.core.settings import SettingsFile
from app.domain.people.staff import Member
from app.sealed.key_slots import OFFICE
from app.sealed.seal import AesGcmSeal, key_from
from app.sealed.store import LocalStore
from app.services.people.local_people import LocalPeople
from app.services.people.pins import Pins
from bench.children.vault import BenchVault


class _Secrets:
    """The vault, without a thread."""

    def __init__(self) -> None:
        self._vault = Vault(BenchVault())  # type: ignore[no-untyped-call]

    async def read(self, name: str) -> str | None:
        return self._vault.read(name)

    async def write(self, name: str, text: str) -> None:
        self._vault.write(name, text)

    async def delete(self, name: str) -> None:
        self._vault.delete(name)


async def set_up(pin: str) -> None:
    """Ana, with this PIN."""
    folders, clock = program_folders(), SystemClock()
    settings = SettingsFile(folders.config / "settings.json").load().settings
    early = early_office(settings, folders, strftime("%Y-%m-%d"))
    assert early is not None
    keys, file = early.keys(), early.take_store()
    assert keys is not None
    assert file is not None
    office, secrets = file.path.stem, _Secrets()
    store = LocalStore.adopt(file, {OFFICE: AesGcmSeal(key_from(keys.secret))}, clock)
    pins = Pins(secrets, LateHashing(), office, clock)
    people = LocalPeople(StoredBook(store, clock), secrets, pins, office, keys.secret)
    await people.load()
    await people.set_up(Member(1, "Ana", "manager", "AN"), pin)
    await store.close()
    SettingsFile(folders.config / "settings.json").save(settings.changed(sign_in=True))


if __name__ == "__main__":
    asyncio.run(set_up(sys.argv[1]))
    sys.stdout.write(json.dumps({"set up": True}) + "\n")
