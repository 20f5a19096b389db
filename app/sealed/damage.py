"""Reports of a store that could not be read completely. Kept in the new store until the user dismisses them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from app.sealed.documents import Stored, read, write
from app.sealed.sealed_file import SealedFile

DOCUMENT = "damage"


class Reason(StrEnum):
    """Why a file was set aside."""

    KEY = "key"
    """None of the available keys opens it."""
    DAMAGED = "damaged"


class Damage(msgspec.Struct, frozen=True):
    """One file that was set aside. It is never deleted."""

    aside: str
    """The file's name, in the folder of the store."""
    found_at: datetime
    """In UTC."""
    reason: Reason
    kept: int
    """How many journal entries were recovered from it."""
    unreadable: tuple[int, ...] = ()
    """The ids of entries that were found but could not be read. There may have been more."""
    stale: bool = False
    """Whether recovered rows may be outdated: the latest changes could not be read."""


def reports(file: SealedFile) -> tuple[Damage, ...]:
    """All reports not yet dismissed, oldest first. Blocks."""
    stored = read(file, DOCUMENT)
    return msgspec.json.decode(stored.data, type=tuple[Damage, ...]) if stored else ()


def save(file: SealedFile, damage: tuple[Damage, ...], now: datetime) -> None:
    """Replace all reports. Blocks."""
    write(file, DOCUMENT, Stored(msgspec.json.encode(damage), now))
