"""Whether anything was written to a SQLite file, as SQLite itself counts it: nothing is read or waited for."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import Self

import sqlalchemy as sa


class Commits:
    """A connection of its own, because one doesn't count its own commits. Any thread may use it, one at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def of(cls, engine: sa.Engine) -> Self | None:
        """None for a database server, and where the file can't be opened once more."""
        file = engine.url.database
        if engine.dialect.name != "sqlite" or not file:
            return None
        with contextlib.suppress(sqlite3.Error):
            return cls(sqlite3.connect(file, timeout=0, isolation_level=None, check_same_thread=False))
        return None

    def number(self) -> int | None:
        """Changes with each commit by any connection; None: unknown now, because the database is busy."""
        with contextlib.suppress(sqlite3.Error):
            ((number,),) = self._connection.execute("PRAGMA data_version").fetchall()
            return int(number)
        return None

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
