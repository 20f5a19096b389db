"""Secrets in the operating system's vault: Windows Credential Manager, macOS Keychain, Linux Secret Service.

The only module that imports keyring.
"""

from __future__ import annotations

import base64
import json
import secrets

import keyring
from keyring.backend import KeyringBackend

from app.api.keys import Keys, VaultClosed
from app.api.modes import OfficeAddress

SERVICE = "Front Desk"  # words: an entry of the vault
SEAL_ENTRY = "seal journal"  # words: an entry of the vault
SEAL_KEY_BYTES = 32


class Vault:
    """Reads and writes this program's secrets.

    All methods may block indefinitely and raise anything the system's vault raises. Use
    `app.bootstrap.connecting.vault_access`, which adds a timeout and raises only one error.
    """

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._backend = backend or keyring.get_keyring()

    def read_keys(self, address: OfficeAddress) -> Keys | None:
        """The keys of an office, or None if none are stored."""
        text = self._backend.get_password(SERVICE, _entry(address))
        if text is None:
            return None
        try:
            pair = json.loads(text)
            return Keys(pair["developer"], pair["customer"])
        except (ValueError, TypeError, KeyError):
            return None

    def write_keys(self, address: OfficeAddress, keys: Keys) -> None:
        """Store the keys of an office. Raises VaultClosed if the vault accepts them but doesn't keep them."""
        self._backend.set_password(
            SERVICE, _entry(address), json.dumps({"developer": keys.developer, "customer": keys.customer})
        )
        if self.read_keys(address) != keys:
            raise VaultClosed("not kept")

    def seal_key(self) -> bytes:
        """The 32 bytes that open this PC's local stores, created at the first call. Raises VaultClosed if not kept.

        A damaged one is replaced: the stores also open with the office's key, and then take the new one. Only
        one process at a time may call this.
        """
        if (key := self._kept_seal_key()) is not None:
            return key
        new = base64.b64encode(secrets.token_bytes(SEAL_KEY_BYTES)).decode("ascii")
        self._backend.set_password(SERVICE, SEAL_ENTRY, new)
        if (key := self._kept_seal_key()) is None:
            raise VaultClosed("not kept")
        return key

    def read_anchor(self, office: str) -> bytes | None:
        """The end of an office's audit; None if none is stored. Raises ValueError if it is no base64."""
        text = self._backend.get_password(SERVICE, _audit_entry(office))
        return None if text is None else base64.b64decode(text, validate=True)

    def write_anchor(self, office: str, data: bytes) -> None:
        """Store the end of an office's audit: a few hundred bytes. Raises VaultClosed if not kept."""
        self._backend.set_password(SERVICE, _audit_entry(office), base64.b64encode(data).decode("ascii"))
        if self.read_anchor(office) != data:
            raise VaultClosed("not kept")

    def read(self, name: str) -> str | None:
        """A short text of another part of the program, by its name; None if there is none."""
        return self._backend.get_password(SERVICE, name)

    def write(self, name: str, text: str) -> None:
        """Keep a short text (Windows takes 1,280 characters). Raises VaultClosed if the vault doesn't keep it."""
        self._backend.set_password(SERVICE, name, text)
        if self.read(name) != text:
            raise VaultClosed("not kept")

    def delete(self, name: str) -> None:
        """Delete a short text, if there is one. Raises VaultClosed if it stays."""
        if self.read(name) is not None:
            self._backend.delete_password(SERVICE, name)
        if self.read(name) is not None:
            raise VaultClosed("not deleted")

    def _kept_seal_key(self) -> bytes | None:
        try:
            text = self._backend.get_password(SERVICE, SEAL_ENTRY)
            key = base64.b64decode(text, validate=True) if text is not None else b""
        except ValueError:
            return None
        return key if len(key) == SEAL_KEY_BYTES else None


def _entry(address: OfficeAddress) -> str:
    return f"keys {address.mode} {address.base_url}"  # words: an entry of the vault


def _audit_entry(office: str) -> str:
    return f"audit {office}"  # words: an entry of the vault
