"""Secrets in the operating system's vault: Windows Credential Manager, macOS Keychain, Linux Secret Service.

The one module that imports keyring.
"""

from __future__ import annotations

import base64
import binascii
import json
import secrets

import keyring
import keyring.errors
from keyring.backend import KeyringBackend

from app.api.keys import Keys, VaultClosed
from app.api.modes import OfficeAddress

SERVICE = "Front Desk"
SEAL_KEY_BYTES = 32


class Vault:
    """Reads and writes this program's secrets. Every method may block, and raises VaultClosed."""

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._backend = backend or keyring.get_keyring()

    def read_keys(self, address: OfficeAddress) -> Keys | None:
        """The keys of an office, or None where none are kept."""
        text = self.read(_entry(address))
        if text is None:
            return None
        try:
            pair = json.loads(text)
            return Keys(pair["developer"], pair["customer"])
        except (ValueError, TypeError, KeyError):
            return None

    def write_keys(self, address: OfficeAddress, keys: Keys) -> None:
        """Keep the keys of an office."""
        self.write(_entry(address), json.dumps({"developer": keys.developer, "customer": keys.customer}))

    def forget_keys(self, address: OfficeAddress) -> None:
        """Delete the keys of an office; nothing happens where there are none."""
        self.delete(_entry(address))

    def seal_key(self, name: str = "journal") -> bytes:
        """The 32 bytes that seal a file of this computer; made at the first call, the same ever after."""
        entry = f"seal {name}"
        text = self.read(entry)
        if text is None:
            key = secrets.token_bytes(SEAL_KEY_BYTES)
            self.write(entry, base64.b64encode(key).decode("ascii"))
            return key
        try:
            key = base64.b64decode(text, validate=True)
        except binascii.Error:
            raise VaultClosed("a key in the vault is damaged") from None
        if len(key) != SEAL_KEY_BYTES:
            raise VaultClosed("a key in the vault is damaged")
        return key

    def read(self, name: str) -> str | None:
        """One secret by its name."""
        try:
            return self._backend.get_password(SERVICE, name)
        except keyring.errors.KeyringError as error:
            raise VaultClosed(type(error).__name__) from None

    def write(self, name: str, secret: str) -> None:
        """Keep one secret under its name."""
        try:
            self._backend.set_password(SERVICE, name, secret)
        except keyring.errors.KeyringError as error:
            raise VaultClosed(type(error).__name__) from None

    def delete(self, name: str) -> None:
        """Delete one secret; nothing happens where there is none."""
        if self.read(name) is None:
            return
        try:
            self._backend.delete_password(SERVICE, name)
        except keyring.errors.KeyringError as error:
            raise VaultClosed(type(error).__name__) from None


def _entry(address: OfficeAddress) -> str:
    return f"keys {address.mode} {address.base_url}"
