"""The local store's file: two tables of sealed rows and the slots of its key."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, closing
from pathlib import Path

from app.sealed import key_slots
from app.sealed.database import PAGE_BYTES, Database, Values
from app.sealed.errors import StoreDamaged
from app.sealed.sealing import Seal, SealBroken
from app.sealed.tables import TABLES, Row, Table, sealed, unsealed

SCHEMA = (*key_slots.SCHEMA, *(table.schema for table in TABLES))
SHAPE = "SELECT name, rootpage, sql FROM sqlite_master ORDER BY rootpage"
MOST_ID = 2**40
"""A damaged row may claim any id; new ids do not continue from one above this."""


class SealedFile:
    """One open file. All methods block and raise the errors of `app.sealed.errors`.

    Opening raises StoreDamaged if the file is not exactly as this version creates it, and SealBroken if none
    of `seals` (by the names in `key_slots`) opens it. In both cases the file is closed and unlocked.
    """

    def __init__(self, path: Path, seals: Mapping[str, Seal]) -> None:
        self.path = path
        with ExitStack() as undo:
            self._database = Database(path)
            undo.callback(self._database.close)
            self._database.lock()
            key = key_slots.open_slots(key_slots.slot_bodies(self._database), seals)
            if self._database.rows(SHAPE) != expected_shape():
                raise StoreDamaged("SCHEMA")
            key_slots.write_slots(self._database, seals, key)
            self._seal = next(iter(seals.values())).with_key(key)
            undo.pop_all()

    @staticmethod
    def create(path: Path, seals: Mapping[str, Seal], key: bytes) -> None:
        """Create a new, empty file with its own random key."""
        database = Database(path)
        with closing(database):
            database.rows(f"PRAGMA page_size={PAGE_BYTES}")
            database.lock()
            with database.transaction():
                for statement in SCHEMA:
                    database.change(statement)
                key_slots.write_slots(database, seals, key)
                database.change(f"PRAGMA user_version={key_slots.FORMAT}")  # for format 1, which looks there

    def put(self, table: Table, row: Row) -> None:
        """Write a row, replacing the one with its id."""
        self.put_all(table, (row,))

    def put_all(self, table: Table, rows: Iterable[Row]) -> None:
        """Write rows in one transaction."""
        marks = ", ".join("?" * (len(table.columns) + 2))
        with self._database.transaction():
            for row in rows:
                stored = sealed(table, row, self._seal)
                self._database.change(f"INSERT OR REPLACE INTO {table.name} VALUES ({marks})", stored)

    def rows(self, table: Table, where: str = "1", values: Values = ()) -> tuple[list[Row], list[int]]:
        """The rows that open, by id, and the ids of those that do not."""
        found: list[Row] = []
        broken: list[int] = []
        for stored in self._database.rows(f"SELECT * FROM {table.name} WHERE {where} ORDER BY id", values):
            try:
                found.append(unsealed(table, stored, self._seal))
            except SealBroken:
                broken.append(stored[0])
        return found, broken

    def delete(self, table: Table, ids: Iterable[int]) -> None:
        """Delete rows by their ids, in one transaction."""
        with self._database.transaction():
            for row_id in ids:
                self._database.change(f"DELETE FROM {table.name} WHERE id = ?", (row_id,))

    def next_id(self, table: Table) -> int:
        """An unused id."""
        last = self._database.rows(f"SELECT coalesce(max(id), 0) FROM {table.name} WHERE id < {MOST_ID}")
        return int(last[0][0]) + 1

    def check(self) -> None:
        """Raise StoreDamaged unless every page is intact and every row opens."""
        if self._database.rows("PRAGMA quick_check(1)") != [(b"ok",)]:
            raise StoreDamaged("PAGES")
        for table in TABLES:
            # Closed even if not read to its end: an open statement would keep the file open.
            with closing(self._database.each(f"SELECT * FROM {table.name}")) as rows:
                sound = all(self._opens(table, stored) for stored in rows)
            if not sound:
                raise StoreDamaged("ROWS")

    def _opens(self, table: Table, stored: Values) -> bool:
        try:
            unsealed(table, stored, self._seal)
        except SealBroken:
            return False
        return True

    def close(self) -> None:
        """Checkpoint the WAL into the file and close it."""
        self._database.close()


def expected_shape() -> list[Values]:
    """SQLite's own table in an intact file: tables are created in one order, so even their pages are known."""
    with closing(sqlite3.connect(":memory:")) as model:
        model.text_factory = bytes
        for statement in SCHEMA:
            model.execute(statement)
        return model.execute(SHAPE).fetchall()
