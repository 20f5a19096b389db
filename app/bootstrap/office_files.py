"""The paths of an office's local data."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.paths import ProgramFolders

if TYPE_CHECKING:  # these load after the first paint
    from app.api.keys import Keys
    from app.api.modes import OfficeAddress


def store_path(folders: ProgramFolders, address: OfficeAddress, keys: Keys) -> Path:
    """The local store of one office, separate from all others."""
    return folders.data / f"journal-{office_mark(address, keys)}.db"


def office_mark(address: OfficeAddress, keys: Keys) -> str:
    """Identifies an office by its address and key."""
    return hashlib.sha256(f"{address.base_url} {keys.customer}".encode()).hexdigest()[:12]


def audit_path(store: Path) -> Path:
    """The audit of the office with this local store, beside it."""
    return store.with_name(f"audit-{store.stem.removeprefix('journal-')}.db")
