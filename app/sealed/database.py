"""One SQLite file, used by one process: WAL mode, full synchronization, private to this user.

A change is on disk when the call returns (0.3 ms on a solid-state disk, 10 to 30 ms on a hard disk). The file
is locked while it is open: SQLite's exclusive mode keeps a second process out, and the operating system
releases the lock when the first one dies.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from app.sealed.errors import LocalStoreError, StoreDamaged, StoreFailed, StoreInUse

PAGE_BYTES = 4096
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
DAMAGED = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)
"""The last one means that a statement doesn't match the tables. Our statements never change, so the tables did."""

BUSY_SECONDS = 1.0
"""Waits for a store that is just being closed after its opening was canceled."""
ERRORS = (sqlite3.Error, UnicodeError)
"""SQLite's message may quote a damaged name that Python can't decode."""

Values = tuple[Any, ...]


class Database:
    """An open file. All methods block and raise StoreInUse, StoreFailed or StoreDamaged.

    Text is returned as bytes: damaged text may not be UTF-8, and SQLite would reject the whole row.
    """

    def __init__(self, path: Path) -> None:
        try:
            check_header(path)
            path.touch(mode=0o600)  # SQLite gives its -wal file the same mode
            path.chmod(0o600)
        except OSError as error:
            raise StoreFailed(error.strerror or type(error).__name__) from error
        try:
            self._connection = sqlite3.connect(
                path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
        except ERRORS as error:
            raise _translated(error) from error
        self._connection.text_factory = bytes

    def lock(self) -> None:
        """Lock the file for this process. Raises StoreInUse when another one has it."""
        self.rows("PRAGMA locking_mode=EXCLUSIVE")
        self.rows("PRAGMA journal_mode=WAL")
        self.rows("PRAGMA synchronous=FULL")
        self.rows("PRAGMA secure_delete=ON")  # repair must not find outdated copies of a row
        self.rows("BEGIN EXCLUSIVE")  # takes the lock now, not with the first change
        self.rows("COMMIT")

    def rows(self, statement: str, values: Values = ()) -> list[Values]:
        """Run one statement and fetch all its rows."""
        try:
            return self._connection.execute(statement, values).fetchall()
        except ERRORS as error:
            raise _translated(error) from error

    def each(self, statement: str) -> Generator[Values, None, None]:
        """The rows of one statement, one by one."""
        try:
            yield from self._connection.execute(statement)
        except ERRORS as error:
            raise _translated(error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit the changes made inside together, or none of them."""
        self.change("BEGIN")
        try:
            yield
            self.change("COMMIT")
        except BaseException:
            with suppress(LocalStoreError):
                self.change("ROLLBACK")
            raise

    def change(self, statement: str, values: Values = ()) -> int:
        """Run one statement; returns how many rows it changed."""
        try:
            return self._connection.execute(statement, values).rowcount
        except ERRORS as error:
            raise _translated(error) from error

    def close(self) -> None:
        """Checkpoint the WAL into the file and close it."""
        self._connection.close()


def check_header(path: Path) -> None:
    """Raise StoreDamaged unless the file is missing or starts as all of ours do.

    SQLite opens a file with some of these bytes damaged, but then calls it read-only or misreads every text.
    """
    if not path.exists():
        return
    with path.open("rb") as file:
        head = file.read(100)
    fixed = head[:24] + head[44:48] + head[52:60] + head[64:68]
    if fixed != _FIXED:
        raise StoreDamaged("HEADER")


_FIXED = (
    b"SQLite format 3\x00"
    + PAGE_BYTES.to_bytes(2)
    + bytes(
        (2, 2, 0, 64, 32, 32)
    )  # WAL for writing and reading, no reserved bytes, three fractions that never vary
    + (4).to_bytes(4)  # schema format
    + bytes(4)  # largest root page: no auto-vacuum
    + (1).to_bytes(4)  # UTF-8
    + bytes(4)  # no incremental vacuum
)


def _translated(error: Exception) -> LocalStoreError:
    """Our error for one of SQLite's."""
    if isinstance(error, UnicodeError):
        return StoreDamaged("TEXT")
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in BUSY:
        return StoreInUse()
    kind = StoreDamaged if code in DAMAGED else StoreFailed
    return kind(getattr(error, "sqlite_errorname", type(error).__name__))
