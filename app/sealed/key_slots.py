"""The file's own key, wrapped once for each key that may open it.

The rows are sealed with a random key that belongs to the file. It is stored wrapped by this PC's key from the vault and
by a key derived from the office's customer key. Either one opens the file: the store survives a vault that lost its
key, and works on a PC without a vault. Both slots are stored on two pages, so that one damaged page costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from app.sealed.database import Database
from app.sealed.errors import StoreDamaged, StoreTooNew
from app.sealed.sealing import Seal, SealBroken

VAULT = "vault"
OFFICE = "office"
FORMAT = 2
"""Written inside every slot. Newer formats keep the slots readable, so that they can be told from damage."""
TABLES = ("key_slot", "key_slot_copy")
SCHEMA = tuple(f"CREATE TABLE {table} (name TEXT NOT NULL, body BLOB NOT NULL)" for table in TABLES)


def open_slots(bodies: Sequence[object], seals: Mapping[str, Seal]) -> bytes:
    """The file's key, from the bodies of its slots.

    Raises SealBroken if none of `seals` opens any, StoreTooNew if a newer version wrote the file.
    """
    sealed = [body for body in bodies if isinstance(body, bytes)]
    for name, seal in seals.items():
        for body in sealed:
            try:
                plain = seal.open(body, _place(name))
            except SealBroken:
                continue
            version, key = plain[0], plain[1:]
            if version > FORMAT:
                raise StoreTooNew(version)
            return key
    raise SealBroken


def slot_bodies(database: Database) -> list[object]:
    """The bodies of all slots that can be read."""
    found: list[object] = []
    for table in TABLES:
        with suppress(StoreDamaged):  # the other table has a copy
            found += [row[0] for row in database.rows(f"SELECT body FROM {table}")]
    return found


def write_slots(database: Database, seals: Mapping[str, Seal], key: bytes) -> None:
    """Wrap the file's key for each of these seals, replacing slots that none of them opens."""
    for name, seal in seals.items():
        body = seal.close(bytes([FORMAT]) + key, _place(name))
        for table in TABLES:
            kept = [
                each
                for (each,) in database.rows(f"SELECT body FROM {table} WHERE name = ?", (name,))
                if _opens(seal, each, name)
            ]
            if len(kept) != 1:
                database.change(f"DELETE FROM {table} WHERE name = ?", (name,))
                database.change(f"INSERT INTO {table} VALUES (?, ?)", (name, body))


def _opens(seal: Seal, body: object, name: str) -> bool:
    try:
        return isinstance(body, bytes) and bool(seal.open(body, _place(name)))
    except SealBroken:
        return False


def _place(name: str) -> bytes:
    return b"key slot " + name.encode()
