"""What can go wrong with the local store as a whole.

LocalStoreError
├── StoreInUse      another process has the file open
├── StoreTooNew     a newer version of this program wrote the file
├── StoreLocked     only the vault's key may open the file, and the vault does not give it
└── StoreFailed     the disk is full, gone, or read-only
    └── StoreDamaged  the file is damaged, or is not one of ours
"""

from __future__ import annotations


class LocalStoreError(Exception):
    """The root. Its text is a sentence for people and contains nothing about a patient."""


class StoreInUse(LocalStoreError):
    """Another process has the file open."""

    def __init__(self) -> None:
        super().__init__("Another Front Desk on this PC has this office open.")


class StoreTooNew(LocalStoreError):
    """A newer version of this program wrote the file."""

    def __init__(self, version: int) -> None:
        super().__init__(f"A newer version of Front Desk saved this PC's data (format {version}).")
        self.version = version


class StoreLocked(LocalStoreError):
    """Only the vault's key may open the file, and the vault does not give it now."""

    def __init__(self) -> None:
        super().__init__("Front Desk's data on this PC can't be opened without its stored key.")


class StoreFailed(LocalStoreError):
    """The disk refused. `reason` is SQLite's or the system's own name for why: SQLITE_FULL, EACCES."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Front Desk can't save on this PC, so nothing was sent ({reason}).")
        self.reason = reason


class StoreDamaged(StoreFailed):
    """The file is damaged, or is not one of ours. The store repairs it: nobody sees this unless that fails."""
