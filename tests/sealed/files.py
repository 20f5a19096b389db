"""Stores on disk: as after a crash, in format 1, and with single bits changed."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import msgspec

from app.journal.entries import Intent
from app.sealed.seal import AesGcmSeal

FORMAT1 = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL,
    made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    sent_at TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    dismissed INTEGER NOT NULL DEFAULT 0,
    intent BLOB NOT NULL,
    result BLOB NOT NULL
);
CREATE INDEX entry_state ON entry (state, changed_at);
PRAGMA user_version=1;
"""


def bytes_in(folder: Path) -> bytes:
    """The bytes of every file."""
    return b"".join(each.read_bytes() for each in sorted(folder.iterdir()))


def copy_as_crashed(path: Path, folder: Path) -> Path:
    """Copy an open store with its WAL, as after a power cut."""
    folder.mkdir()
    for suffix in ("", "-wal"):
        shutil.copyfile(path.with_name(path.name + suffix), folder / (path.name + suffix))
    return folder / path.name


def flip(path: Path, bit: int) -> None:
    """Change one bit of a file."""
    with path.open("r+b") as file:
        file.seek(bit // 8)
        byte = file.read(1)[0] ^ 1 << bit % 8
        file.seek(bit // 8)
        file.write(bytes([byte]))


def make_format1(path: Path, seal: AesGcmSeal, intents: dict[str, Intent], moment: datetime) -> None:
    """Write a journal in the first version's format: one entry per state, in local time."""
    identity = secrets.token_bytes(16)

    def place(entry_id: int, half: str) -> bytes:
        return b"%s|%d|%s" % (identity, entry_id, half.encode())

    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.executescript(FORMAT1)
        proof = seal.close(b"front desk journal", place(0, "proof"))
        database.executemany("INSERT INTO meta VALUES (?, ?)", [("identity", identity), ("proof", proof)])
        text = moment.isoformat(timespec="microseconds")
        for number, (state, intent) in enumerate(intents.items(), 1):
            request = seal.close(
                msgspec.json.encode({"who": "Ann", "intent": intent}), place(number, "intent")
            )
            result = seal.close(msgspec.json.encode({"outcome": "Fine."}), place(number, "result"))
            values = (number, state, text, text, text, 1, 0, request, result)
            database.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
