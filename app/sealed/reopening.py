"""Opens a store that was closed properly. Separate, because a start waits for it and rarely needs the repair code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.sealed.errors import LocalStoreError
from app.sealed.pages import read_wal
from app.sealed.sealed_file import SealedFile
from app.sealed.sealing import Seal, SealBroken


def open_sound(path: Path, seals: Mapping[str, Seal]) -> SealedFile | None:
    """Open the store's file if it exists, unlocked and intact; never creates, waits or repairs. Blocks."""
    if not path.exists() or path.with_name(f"{path.name}.new").exists():
        return None
    try:
        return None if read_wal(path).damaged else SealedFile(path, seals)
    except (SealBroken, LocalStoreError, OSError):
        return None
