"""The paths of an office's local data."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.paths import ProgramFolders

if TYPE_CHECKING:  # these load after the first paint
    from app.api.keys import Credentials
    from app.api.modes import OfficeAddress


def store_path(folders: ProgramFolders, address: OfficeAddress, keys: Credentials) -> Path:
    """The local store of one office, separate from all others."""
    return folders.data / f"journal-{office_mark(address, keys)}.db"


def office_mark(address: OfficeAddress, keys: Credentials) -> str:
    """Identifies an office among this PC's files."""
    return hashlib.sha256(keys.office(address.base_url).encode()).hexdigest()[:12]


def audit_path(store: Path) -> Path:
    """The audit of the office with this local store, beside it."""
    return store.with_name(f"audit-{store.stem.removeprefix('journal-')}.db")
