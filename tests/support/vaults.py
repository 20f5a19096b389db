"""Fake vaults: in memory, forgetful, failing, hanging, and one in a file for two processes."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, NoKeyringError, PasswordSetError

FILE_VARIABLE = "FRONT_DESK_TEST_VAULT"


class MemoryKeyring(KeyringBackend):
    """A vault whose contents end with the test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """As KeyringBackend."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """As KeyringBackend."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """As KeyringBackend."""
        del self.kept[service, username]


class ForgetfulKeyring(MemoryKeyring):
    """A vault that accepts everything and keeps nothing, like keyring's null backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """As KeyringBackend."""
        return None


class DBusError(Exception):
    """An error of a type that only the vault's own library has."""


FAILURES: tuple[Exception, ...] = (
    NoKeyringError("no backend"),
    KeyringLocked("locked"),
    PasswordSetError("refused"),
    OSError(1312, "A specified logon session does not exist"),
    RuntimeError("no loop"),
    ImportError("win32ctypes"),
    DBusError("org.freedesktop.DBus.Error.ServiceUnknown"),
    UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
)


class FailingKeyring(MemoryKeyring):
    """A vault that raises `error`, until it is None."""

    def __init__(self, error: Exception | None) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        """As KeyringBackend."""
        if self.error is not None:
            raise self.error
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """As KeyringBackend."""
        if self.error is not None:
            raise self.error
        super().set_password(service, username, password)


class HangingKeyring(MemoryKeyring):
    """A vault that answers only after `let_go`, like one that waits for a password."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        """As KeyringBackend."""
        self.let_go.wait()
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """As KeyringBackend."""
        self.let_go.wait()
        super().set_password(service, username, password)


class SlowFileKeyring(KeyringBackend):
    """A vault in a file that is slow to write, so that two processes race."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        """As KeyringBackend."""
        file = Path(os.environ[FILE_VARIABLE])
        return file.read_text() if file.exists() else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """As KeyringBackend."""
        threading.Event().wait(0.3)
        Path(os.environ[FILE_VARIABLE]).write_text(password)
