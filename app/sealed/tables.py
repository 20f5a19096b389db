"""The two tables, and how their rows are sealed.

A row is an id, columns in clear that SQLite sorts and selects by, and a sealed body. The seal covers the
table's name and every clear column: a row that was changed, moved or swapped in any way doesn't open.
"""

from __future__ import annotations

import json
from typing import Any

from msgspec import Struct

from app.sealed.sealing import Seal, SealBroken

Clear = str | int | None


class Table(Struct, frozen=True):
    """A table's name and its clear columns with their SQLite types, between `id` and `body`."""

    name: str
    columns: tuple[tuple[str, str], ...]

    @property
    def schema(self) -> str:
        """Its CREATE TABLE statement."""
        columns = ", ".join(f"{name} {kind}" for name, kind in self.columns)
        return f"CREATE TABLE {self.name} (id INTEGER PRIMARY KEY, {columns}, body BLOB NOT NULL)"


class Row(Struct, frozen=True):
    """One row: its clear columns in the table's order, and its unsealed body."""

    id: int
    clear: tuple[Clear, ...]
    body: bytes


ENTRIES = Table(
    "entry",
    (
        ("state", "TEXT NOT NULL"),
        ("made_at", "TEXT NOT NULL"),
        ("changed_at", "TEXT NOT NULL"),
        ("sent_at", "TEXT"),
        ("attempts", "INTEGER NOT NULL"),
        ("dismissed", "INTEGER NOT NULL"),
    ),
)
"""The journal: one row per write."""

DOCUMENTS = Table("document", (("name", "TEXT NOT NULL"), ("saved_at", "TEXT NOT NULL")))
"""Documents by name, such as the downtime copy."""

TABLES = (ENTRIES, DOCUMENTS)


def sealed(table: Table, row: Row, seal: Seal) -> tuple[Any, ...]:
    """The row as it is stored."""
    return (row.id, *row.clear, seal.close(row.body, _place(table, row.id, row.clear)))


def unsealed(table: Table, stored: tuple[Any, ...], seal: Seal) -> Row:
    """A stored row. Raises SealBroken unless every bit of it is as it was written."""
    try:
        row_id, *columns, body = stored
        clear = tuple(each.decode() if isinstance(each, bytes) else each for each in columns)
        return Row(row_id, clear, seal.open(body, _place(table, row_id, clear)))
    except (TypeError, ValueError) as error:  # text that isn't UTF-8, or a value of another type
        raise SealBroken from error


def _place(table: Table, row_id: int, clear: tuple[Clear, ...]) -> bytes:
    return json.dumps([table.name, row_id, *clear]).encode()
