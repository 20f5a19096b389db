"""One call after the other on this PC, no faster than their key may be used: each is a process of its own."""
# words: the terminal's

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from app.core.clock import Clock

LOOK_SECONDS = 0.1
"""How often to check whether earlier calls have ended. SQLite's own wait couldn't be interrupted."""


class NoTurn(Exception):
    """The file can't be used. The text is for the terminal."""


@asynccontextmanager
async def turn(path: Path, key: str, interval: float, clock: Clock) -> AsyncIterator[None]:
    """Wait until no other call with a limited key runs, and until `interval` seconds after the last one with this key.

    `path`: the file that holds when that was; the system unlocks it if a process dies. `interval` 0: no limit. Raises
    NoTurn.
    """
    if not interval:
        yield
        return
    with closing(_opened(path)) as database:
        while not _locked(database, path):
            await clock.sleep(LOOK_SECONDS)
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


def _opened(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return sqlite3.connect(path, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error):
        raise _no_turn(path) from None


def _locked(database: sqlite3.Connection, path: Path) -> bool:
    try:
        database.execute("BEGIN EXCLUSIVE")
        database.execute("CREATE TABLE IF NOT EXISTS turn (key TEXT PRIMARY KEY, at REAL)")
    except sqlite3.Error as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise _no_turn(path) from None
        return False
    return True


def _no_turn(path: Path) -> NoTurn:
    return NoTurn(
        f"The pace between calls is kept in {path}, which can't be used: check that you may write there."
    )
