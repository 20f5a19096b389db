"""One call after the other on this PC, no faster than their key may be used: each is a process of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from app.core.clock import Clock

LOOK_SECONDS = 0.1
"""How often to look whether the calls before this one have ended. SQLite's own wait couldn't be interrupted."""


@asynccontextmanager
async def turn(path: Path, key: str, interval: float, clock: Clock) -> AsyncIterator[None]:
    """Wait until no other call with a limited key runs, and until `interval` seconds after the last one with this key.

    `path`: the file that holds when that was; the system unlocks it if a process dies. `interval` 0: no limit.
    """
    if not interval:
        yield
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as database:
        while not _locked(database):
            await clock.sleep(LOOK_SECONDS)
        database.execute("CREATE TABLE IF NOT EXISTS turn (key TEXT PRIMARY KEY, at REAL)")
        row = database.execute("SELECT at FROM turn WHERE key = ?", (key,)).fetchone()
        passed = clock.utc().timestamp() - row[0] if row is not None else interval
        await clock.sleep(min(interval, max(0.0, interval - passed)))
        try:
            yield
        finally:
            database.execute(
                "INSERT OR REPLACE INTO turn (key, at) VALUES (?, ?)", (key, clock.utc().timestamp())
            )
            database.execute("COMMIT")


def _locked(database: sqlite3.Connection) -> bool:
    try:
        database.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True
