"""Opens the store's file in any condition: missing, intact, in an older format, or damaged."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from app.sealed import damage
from app.sealed.damage import Damage, Reason
from app.sealed.errors import StoreDamaged, StoreFailed, StoreLocked
from app.sealed.format1 import read_format1
from app.sealed.key_slots import VAULT, open_slots
from app.sealed.pages import read_pages, read_wal
from app.sealed.replacing import finish_replacing, free_name, part_of, replace_file
from app.sealed.salvage import Found, records, salvage
from app.sealed.sealed_file import SealedFile
from app.sealed.sealing import Seal, SealBroken
from app.sealed.tables import ENTRIES, TABLES

NOTHING = Found({})
KEY_BYTES = 32


def open_file(path: Path, seals: Mapping[str, Seal], now: datetime) -> SealedFile:
    """Open the store, creating, converting or repairing its file if needed. Blocks.

    Losses are reported (`damage.reports`). Raises StoreInUse, StoreTooNew, StoreLocked, StoreFailed.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        finish_replacing(path)
        if not path.exists():
            return _replaced(path, seals, NOTHING, None, now)
        try:
            if read_wal(path).damaged:
                raise StoreDamaged("WAL")
            return SealedFile(path, seals)
        except (SealBroken, StoreDamaged):
            return repaired(path, seals, now)
    except OSError as error:
        raise StoreFailed(error.strerror or type(error).__name__) from error


def repaired(path: Path, seals: Mapping[str, Seal], now: datetime) -> SealedFile:
    """Set the file aside and continue with a new one that has everything that could be read from it. Blocks."""
    found, reason = _read(path, seals)
    if found.whole:  # an older format, read completely
        return _replaced(path, seals, found, None, now)
    kept = len(found.rows.get(ENTRIES.name, ()))
    report = Damage(free_name(path, now).name, now, reason, kept, found.unreadable, found.stale)
    return _replaced(path, seals, found, report, now)


def _read(path: Path, seals: Mapping[str, Seal]) -> tuple[Found, Reason]:
    try:
        try:
            return _salvaged(path, seals), Reason.DAMAGED
        except StoreDamaged:  # only now: SQLite would drop everything after a damaged frame of the WAL
            return read_format1(path, seals.values()), Reason.DAMAGED
    except StoreDamaged:
        return NOTHING, Reason.DAMAGED
    except SealBroken:
        if VAULT not in seals:
            raise StoreLocked from None
        return NOTHING, Reason.KEY


def _salvaged(path: Path, seals: Mapping[str, Seal]) -> Found:
    """The readable rest of a file of this format. Raises StoreDamaged if it has no key slot."""
    wal = read_wal(path)
    pages = read_pages(path, wal)
    every = list(records(pages))
    slots = [columns[1] for _, columns in every if len(columns) == 2 and isinstance(columns[1], bytes)]
    if not slots:
        raise StoreDamaged("SLOTS")
    seal = next(iter(seals.values())).with_key(open_slots(slots, seals))
    return salvage(every, seal, stale=wal.damaged)


def _replaced(
    path: Path, seals: Mapping[str, Seal], found: Found, report: Damage | None, now: datetime
) -> SealedFile:
    """Complete a new file next to the old one, then replace the old one."""
    new = part_of(path)
    SealedFile.create(new, seals, os.urandom(KEY_BYTES))
    if found.rows or report is not None:
        with closing(SealedFile(new, seals)) as file:
            for table in TABLES:
                file.put_all(table, found.rows.get(table.name, ()))
            if report is not None:
                damage.save(file, (*damage.reports(file), report), now)
    replace_file(path, path.with_name(report.aside) if report is not None else None)
    return SealedFile(path, seals)
