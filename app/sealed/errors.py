"""Errors of the local store.

LocalStoreError
├── StoreInUse      another process has the file open
├── StoreTooNew     a newer version of this program wrote the file
├── StoreLocked     only the vault's key opens the file, and the vault does not provide it
└── StoreFailed     the disk is full, missing, or read-only
    └── StoreDamaged  the file is damaged, or is not one of ours
"""

from __future__ import annotations

from app.core.text import ExplainedError, msg


class LocalStoreError(ExplainedError):
    """The base class."""


class StoreInUse(LocalStoreError):
    """Another process has the file open."""

    def __init__(self) -> None:
        super().__init__(msg("Another Front Desk on this PC has this office open."))


class StoreTooNew(LocalStoreError):
    """A newer version of this program wrote the file."""

    def __init__(self, version: int) -> None:
        super().__init__(
            msg("A newer version of Front Desk saved this PC's data (format {version}).", version=version)
        )
        self.version = version


class StoreLocked(LocalStoreError):
    """Only the vault's key opens the file, and the vault doesn't provide it now."""

    def __init__(self) -> None:
        super().__init__(msg("Front Desk's data on this PC can't be opened without its stored key."))


class StoreFailed(LocalStoreError):
    """The disk refused. `reason` is SQLite's or the system's name of the error: SQLITE_FULL, EACCES."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            msg("Front Desk can't save on this PC, so nothing was sent ({reason}).", reason=reason)
        )
        self.reason = reason


class StoreDamaged(StoreFailed):
    """The file is damaged, or is not one of ours. The store repairs it; callers see this only if that fails."""
