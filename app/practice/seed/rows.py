"""Rows on their way to the database: collected as tuples, inserted in bulk."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table

SLOTS = 288
"""Five-minute slots of a day."""
_TIMES = tuple(f"{slot // 12:02}:{slot % 12 * 5:02}:00" for slot in range(SLOTS))


class Rows:
    """The new rows of one table. Columns that are not named get the database's default."""

    def __init__(self, table: Table, *columns: str) -> None:
        unknown = [name for name in columns if name not in table.c]
        if unknown:
            raise ValueError(f"{table.name} has no column {', '.join(unknown)}")
        self.table = table
        self.columns = columns
        self.rows: list[tuple[Any, ...]] = []

    def add(self, *values: Any) -> int:
        """Add a row, its values in column order after the key; returns its key."""
        key = len(self.rows) + 1
        self.rows.append((key, *values))
        return key

    def widen(self, columns: tuple[str, ...], values: Mapping[int, tuple[Any, ...]]) -> None:
        """Set columns of existing rows, by key."""
        self.columns = (*self.columns, *columns)
        self.rows = [(*row, *values[row[0]]) for row in self.rows]

    def write(self, connection: Connection) -> None:
        """Insert the rows."""
        if not self.rows:
            return
        width = len(self.columns) + 1
        if any(len(row) != width for row in self.rows):
            raise ValueError(f"a row of {self.table.name} has not as many values as there are columns")
        quote = connection.dialect.identifier_preparer.quote
        names = ", ".join(quote(name) for name in (_key_of(self.table), *self.columns))
        mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        marks = ", ".join([mark] * width)
        connection.exec_driver_sql(f"INSERT INTO {self.table.name} ({names}) VALUES ({marks})", self.rows)  # noqa: S608


def _key_of(table: Table) -> str:
    return next(column.name for column in table.primary_key)


def at(day: str, slot: int, seconds: int = 0) -> str:
    """A timestamp on a day: five-minute slots after midnight plus seconds (under 300), as ISO text."""
    if not seconds:
        return f"{day} {_TIMES[slot]}"
    minute = slot % 12 * 5 + seconds // 60
    return f"{day} {slot // 12:02}:{minute:02}:{seconds % 60:02}"


@cache
def iso(ordinal: int) -> str:
    """A day's ordinal as ISO text."""
    return datetime.date.fromordinal(ordinal).isoformat()


def color(red: int, green: int, blue: int) -> int:
    """A color as stored."""
    return (red << 16 | green << 8 | blue) - (1 << 24)
