"""The last office at startup: its keys, its store and today, read in a thread and passed on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest

from app.api.hub.access import HubAccess, entry
from app.api.hub.access import encode as access_text
from app.api.keys import Credentials, Keys, VaultClosed
from app.api.modes import OfficeAddress, hub_address, service_address
from app.api.vault import Vault
from app.bootstrap.early import EarlyOffice, early_office
from app.bootstrap.office_files import store_path
from app.core.clock import SystemClock
from app.core.paths import ProgramFolders, program_folders
from app.core.settings import Settings
from app.domain.schedule.early import NAME, EarlyColumn, EarlyDay, EarlyTile, encode
from app.hub.server.certificate import new_certificate
from app.sealed.key_slots import OFFICE
from app.sealed.seal import AesGcmSeal, key_from
from app.sealed.store import LocalStore
from app.views.staff.frame.early_schedule import EarlyPainter
from tests.support.vaults import MemoryKeyring

SETTINGS = Settings(mode="Service", server="10.0.0.5")
KEYS = Keys("developer", "customer")
TODAY = "2026-11-17"
DAY = EarlyDay(
    "As of 9:00 AM",
    "Tue 17 Nov",
    480,
    1020,
    (EarlyColumn("Op 1", "", "#123456", 1),),
    (),
    (EarlyTile(0, 0, 1, 540, 590, "Quillfeather, Ada", "9:00", "C", "#123456"),),
)


class Canvas:
    """Takes the place of the window that is painted."""

    def __init__(self) -> None:
        self.days: list[EarlyDay] = []

    def show_early(self, early: EarlyPainter) -> None:
        """Record what would be painted."""
        self.days.append(early.day)


@pytest.fixture
def vault() -> Iterator[Vault]:
    """A vault of this test's own, with the office's keys."""
    before = keyring.get_keyring()
    memory = MemoryKeyring()
    keyring.set_keyring(memory)
    made = Vault(memory)
    made.write_keys(address(), KEYS)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def folders() -> ProgramFolders:
    """The program's folders."""
    found = program_folders()
    found.make()
    return found


@pytest.fixture
def begin(vault: Vault, folders: ProgramFolders) -> Iterator[Callable[..., EarlyOffice]]:
    """Starts, as the program does."""
    begun: list[EarlyOffice] = []

    def start(settings: Settings = SETTINGS, today: str = TODAY) -> EarlyOffice:
        early = early_office(settings, folders, today)
        assert early is not None
        begun.append(early)
        return early

    yield start
    for each in begun:
        each.close()


def address() -> OfficeAddress:
    """Where the office is."""
    return service_address(SETTINGS.server)


async def save(path: Path, keys: Credentials, data: bytes) -> None:
    """Save a document in an office's store."""
    seals = {OFFICE: AesGcmSeal(key_from(keys.secret))}
    store = await LocalStore.open(path, seals, SystemClock())
    await store.documents.put(NAME, data, SystemClock().utc())
    await store.close()


async def test_today_is_painted_and_the_store_handed_on(
    folders: ProgramFolders, begin: Callable[..., EarlyOffice]
) -> None:
    """The saved day is painted; the keys and the open store are available to the next step."""
    path = store_path(folders, address(), KEYS)
    await save(path, KEYS, encode({TODAY: DAY}, 0))
    early, canvas = begin(), Canvas()
    early.paint(canvas)
    assert canvas.days == [DAY]
    assert early.keys() == KEYS
    file = early.take_store()
    assert file is not None
    seals = {OFFICE: AesGcmSeal(key_from(KEYS.customer))}
    store = LocalStore.adopt(file, seals, SystemClock())
    assert (await store.documents.get(NAME)).data == encode({TODAY: DAY}, 0)
    await store.close()
    assert early.take_store() is None


async def test_today_is_painted_in_mode_hub(
    folders: ProgramFolders, begin: Callable[..., EarlyOffice], vault: Vault
) -> None:
    """With what a hub gave this PC the copy is painted as with keys, wherever the hub was reached last."""
    access = HubAccess.first("token", new_certificate().certificate, 3)
    vault.write(entry(access.hub_id), access_text(access))
    path = store_path(folders, hub_address("10.0.0.9"), access)
    await save(path, access, encode({TODAY: DAY}, 0))
    settings = Settings(mode="Hub", hub="https://10.0.0.5:30224", hub_id=access.hub_id)
    early, canvas = begin(settings), Canvas()
    early.paint(canvas)
    assert canvas.days == [DAY]
    assert early.keys() == access
    assert early.address == hub_address("10.0.0.5")


async def test_an_unused_store_is_closed_again(
    folders: ProgramFolders, begin: Callable[..., EarlyOffice]
) -> None:
    """A store that was opened but isn't used is closed again."""
    path = store_path(folders, address(), KEYS)
    await save(path, KEYS, encode({TODAY: DAY}, 0))
    early = begin()
    assert early.keys() == KEYS
    early.close()
    await save(path, KEYS, b"")


async def test_nothing_of_another_office_or_day(
    folders: ProgramFolders, begin: Callable[..., EarlyOffice], vault: Vault
) -> None:
    """Another key's copy is never painted, nor yesterday's, nor a damaged one; the keys are still available."""
    await save(
        store_path(folders, address(), Keys("developer", "other")),
        Keys("developer", "other"),
        encode({TODAY: DAY}, 0),
    )
    canvas = Canvas()
    for data in (None, encode({"2026-11-16": DAY}, 0), encode({TODAY: DAY}, 7), b"nonsense"):
        if data is not None:
            await save(store_path(folders, address(), KEYS), KEYS, data)
        early = begin()
        early.paint(canvas)
        assert early.keys() == KEYS
        early.close()
    store_path(folders, address(), KEYS).write_bytes(b"This is no database at all. " * 200)
    early = begin()
    early.paint(canvas)
    assert early.keys() == KEYS
    assert early.take_store() is None
    assert canvas.days == []


async def test_a_vault_that_fails(
    begin: Callable[..., EarlyOffice], vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a vault raises becomes one error when the keys are needed, and stops nothing before."""

    def fail(*_: object) -> str:
        raise OSError("no bus")

    monkeypatch.setattr(MemoryKeyring, "get_password", fail)
    early, canvas = begin(), Canvas()
    early.paint(canvas)
    with pytest.raises(VaultClosed):
        early.keys()
    assert canvas.days == []


@pytest.mark.parametrize(
    "settings", [Settings(), Settings(mode="Training"), Settings(mode="Service", server="")]
)
def test_without_an_office_nothing_begins(settings: Settings, folders: ProgramFolders) -> None:
    """At a first start, in training and without a server there is nothing to read."""
    assert early_office(settings, folders, TODAY) is None
