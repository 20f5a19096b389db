"""What is reported of a store that could not be read whole. Kept in the new store until a person dismisses it."""

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
    """None of the keys at hand opens it."""
    DAMAGED = "damaged"


class Damage(msgspec.Struct, frozen=True):
    """One file that was set aside. It is never deleted."""

    aside: str
    """The file's name, in the folder of the store."""
    found_at: datetime
    """In UTC."""
    reason: Reason
    kept: int
    """How many journal entries were saved from it."""
    unreadable: tuple[int, ...] = ()
    """The ids of entries that were found in it, but could not be read. There may have been more."""
    stale: bool = False
    """Whether what was kept may be older than it was: the latest changes could not be read."""


def reports(file: SealedFile) -> tuple[Damage, ...]:
    """Every report that was not dismissed, oldest first. Blocks."""
    stored = read(file, DOCUMENT)
    return msgspec.json.decode(stored.data, type=tuple[Damage, ...]) if stored else ()


def save(file: SealedFile, damage: tuple[Damage, ...], now: datetime) -> None:
    """Replace all reports. Blocks."""
    write(file, DOCUMENT, Stored(msgspec.json.encode(damage), now))
