"""Gives each test a SQLite database file in its original state, without copying it.

A test's changes stay in the database's write-ahead log, because a reader is kept open on the earlier state:
SQLite doesn't checkpoint into the file while somebody may still read the old state. Returning the file
discards the log. A copy of the seeded practice costs 52 MB and two flushes to disk.
"""

from __future__ import annotations

import itertools
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path


@dataclass
class _Taken:
    reader: sqlite3.Connection
    stamp: tuple[int, int]


class PristineFiles:
    """Files equal to a template. Each is used by one test at a time."""

    def __init__(self, template: Path, folder: Path, name: str = "practice") -> None:
        self._template = template
        self._folder = folder
        self._name = name
        self._numbers = itertools.count()
        self._free: list[Path] = []
        self._taken: dict[Path, _Taken] = {}

    def take(self) -> Path:
        """A file equal to the template."""
        path = self._free.pop() if self._free else self._copy()
        reader = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        self._taken[path] = _Taken(reader, _stamp(path))
        return path

    def give_back(self, path: Path) -> None:
        """Discard the changes. All others must have closed the file."""
        taken = self._taken.pop(path)
        taken.reader.close()
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        if path.exists() and _stamp(path) == taken.stamp:
            self._free.append(path)
        else:  # a test has replaced or deleted the file
            path.unlink(missing_ok=True)

    def _copy(self) -> Path:
        path = self._folder / f"{self._name}{next(self._numbers)}.db"
        shutil.copyfile(self._template, path)
        with sqlite3.connect(path) as database:
            database.execute("PRAGMA journal_mode=WAL")
        database.close()
        return path


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size
