"""A disk that refuses all writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.journal.journal import Journal


@contextmanager
def no_room_on_the_disk(journal: Journal) -> Iterator[None]:
    """Inside, SQLite refuses to write into the journal's file."""
    database = journal.store._file._database
    database.change("PRAGMA query_only = 1")
    yield
    database.change("PRAGMA query_only = 0")
