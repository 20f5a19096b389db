"""Today from the downtime copy, painted before anything else is loaded.

A thread reads the office's keys from the vault, opens the local store with them and reads the copy for
startup. It needs neither asyncio nor the office's client, so nothing here imports them: half of the startup
time is imports. The keys and the open store are passed on.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from app.bootstrap.connecting.last_address import last_address
from app.bootstrap.import_hooks import load_keyring
from app.core.paths import ProgramFolders
from app.core.settings import Settings

if TYPE_CHECKING:  # these load after the first paint
    from app.api.keys import Credentials
    from app.api.modes import OfficeAddress
    from app.api.vault import Vault
    from app.domain.schedule.early import EarlyDay
    from app.sealed.sealed_file import SealedFile
    from app.views.staff.frame.window import MainWindow

WAIT_SECONDS = 1.0
"""Seconds that the empty window waits for it; a slower vault is waited for later, with a message."""
VAULT_SECONDS = 10.0


class EarlyOffice:
    """The last office: its keys, its local store, and today as saved."""

    def __init__(
        self, address: OfficeAddress, settings: Settings, folders: ProgramFolders, today: str
    ) -> None:
        """Start immediately. `today` is an ISO date."""
        self.address = address
        self._settings = settings
        self._folders = folders
        self._today = today
        self._read = threading.Event()
        self._keys: Credentials | None = None
        self._error: Exception | None = None
        self._file: SealedFile | None = None
        self.signs_in: bool | None = None
        """Whether people sign in at this office; None: not known."""
        self._day: EarlyDay | None = None
        """Stays None where people sign in or names are hidden: nothing of a patient is read before."""
        self._lock = threading.Lock()
        self._closed = False
        threading.Thread(target=self._run, name="early", daemon=True).start()

    def paint(self, window: MainWindow) -> None:
        """Paint today, if it is ready in time."""
        from app.views.staff.frame.early_schedule import EarlyPainter

        if self._read.wait(WAIT_SECONDS) and self._day is not None:
            window.show_early(EarlyPainter(self._day))

    def keys(self) -> Credentials | None:
        """The office's keys; None if none are stored. Blocks until the vault has answered. Raises VaultClosed."""
        from app.api.keys import VaultClosed

        if not self._read.wait(VAULT_SECONDS):
            raise VaultClosed("no answer")
        if self._error is not None:
            raise VaultClosed(type(self._error).__name__)
        return self._keys

    def take_store(self) -> SealedFile | None:
        """The local store's file if it is open; the caller becomes its owner."""
        with self._lock:
            file, self._file = self._file, None
            return file

    def close(self) -> None:
        """Close what was not used."""
        self._closed = True
        if (file := self.take_store()) is not None:
            file.close()

    def _run(self) -> None:
        try:
            load_keyring()
            from app.api.vault import Vault

            vault = Vault()
            self._keys = _credentials(vault, self.address, self._settings.hub_id)
            if self._keys is not None:
                self._open(self._keys, vault)
        except Exception as error:
            self._error = error
        self._read.set()
        if self._closed:
            self.close()

    def _open(self, keys: Credentials, vault: Vault) -> None:
        from app.bootstrap.office_files import store_path
        from app.domain.schedule.early import NAME, decode
        from app.sealed.documents import read
        from app.sealed.errors import LocalStoreError
        from app.sealed.key_slots import OFFICE
        from app.sealed.reopening import open_sound
        from app.sealed.seal import AesGcmSeal, key_from
        from app.services.people.entries import BOOK, anchor_entry

        seals, path = (
            {OFFICE: AesGcmSeal(key_from(keys.secret))},
            store_path(self._folders, self.address, keys),
        )
        self._file = open_sound(path, seals)
        if self._file is None:
            return
        try:
            self.signs_in = (
                vault.read(anchor_entry(path.stem)) is not None or read(self._file, BOOK) is not None
            )
            if self.signs_in or self._settings.hides_names:
                return
            stored = read(self._file, NAME)
        except LocalStoreError:
            return  # the new owner repairs it
        if stored is not None:
            self._day = decode(stored.data, self._today, self._settings.clinic_num)


def _credentials(vault: Vault, address: OfficeAddress, hub_id: str) -> Credentials | None:
    """What opens the office; None if the vault has nothing for it."""
    from app.api.modes import Mode

    if address.mode is not Mode.HUB:
        return vault.read_keys(address)
    from app.api.hub.access import decode, entry

    text = vault.read(entry(hub_id))
    return None if text is None else decode(text)


def early_office(settings: Settings, folders: ProgramFolders, today: str) -> EarlyOffice | None:
    """Start reading the last office; None if there is none."""
    from app.api.modes import Mode, server_trouble

    if settings.mode == Mode.SERVICE and server_trouble(settings.server):
        return None
    if (address := last_address(settings)) is None:
        return None
    return EarlyOffice(address, settings, folders, today)
