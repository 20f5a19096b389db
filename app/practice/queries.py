"""Read-only SQL of the Queries resource, on a connection of its own that cannot change the practice."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa
from msgspec import Struct

from app.core.clock import Clock
from app.practice.refusals import BadRequest, Refusal, TookTooLong, Unauthorized
from app.practice.sql_words import add_words

MOST_SECONDS = 60.0
"""A request that takes longer ends in 504."""

_NOT_READ_ONLY = "The query is neither read-only nor confined to temporary tables."
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?")
_READS = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE})
_TEMPORARY = frozenset(
    {
        sqlite3.SQLITE_CREATE_TEMP_TABLE,
        sqlite3.SQLITE_CREATE_TEMP_INDEX,
        sqlite3.SQLITE_CREATE_TEMP_VIEW,
        sqlite3.SQLITE_DROP_TEMP_TABLE,
        sqlite3.SQLITE_DROP_TEMP_INDEX,
        sqlite3.SQLITE_DROP_TEMP_VIEW,
    }
)
_CHANGES = frozenset(
    {sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE, sqlite3.SQLITE_REINDEX}
)


class Table(Struct, frozen=True):
    """What a query yields: column names, no two alike, and rows with dates as `2021-05-01T00:00:00`."""

    names: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class QueryDesk(Protocol):
    """Runs a read-only query."""

    def run(self, sql: str, *, limit: int | None = None, offset: int = 0) -> Table:
        """Run it; Unauthorized when it would change something, BadRequest for wrong SQL, TookTooLong."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...


class SqliteQueries:
    """Queries on a SQLite file: opened read-only, every step of a statement looked at before it runs."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._made_temporary = False
        self._denied = False
        self._connection = self._open()

    def run(self, sql: str, *, limit: int | None = None, offset: int = 0) -> Table:
        """Run it; a command may hold several statements, and the last one's rows are the answer."""
        self._denied = False
        deadline = self._clock.monotonic() + MOST_SECONDS
        self._connection.set_progress_handler(lambda: self._clock.monotonic() > deadline, 20_000)
        try:
            return self._run(sql, limit, offset)
        except (sqlite3.DatabaseError, sqlite3.Warning) as wrong:
            raise self._refusal(wrong) from None
        finally:
            self._connection.set_progress_handler(None, 0)
            if self._made_temporary:
                self._connection.close()
                self._connection = self._open()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _refusal(self, wrong: Exception) -> Refusal:
        name = getattr(wrong, "sqlite_errorname", "")
        if self._denied or name == "SQLITE_READONLY":
            return Unauthorized(_NOT_READ_ONLY)
        if name == "SQLITE_INTERRUPT":
            return TookTooLong("The query took longer than 60 seconds.")
        return BadRequest(f"SQL error: {wrong}")

    def _run(self, sql: str, limit: int | None, offset: int) -> Table:
        answer = Table((), [])
        for statement in _statements(sql):
            with closing(self._connection.execute(statement)) as cursor:
                if cursor.description is not None:
                    answer = _table(cursor, limit, offset)
        return answer

    def _open(self) -> sqlite3.Connection:
        self._made_temporary = False
        connection = sqlite3.connect(f"{self._path.as_uri()}?mode=ro", uri=True, isolation_level=None)
        add_words(connection, self._clock)
        connection.set_authorizer(self._look_at)
        return connection

    def _look_at(
        self, action: int, first: str | None, second: str | None, database: str | None, _: str | None
    ) -> int:
        """SQLite's authorizer: asked before each step of a statement is compiled."""
        if action in _TEMPORARY or (action in _CHANGES and database == "temp"):
            self._made_temporary = True
            return sqlite3.SQLITE_OK
        if action in _READS or (action == sqlite3.SQLITE_FUNCTION and second != "load_extension"):
            return sqlite3.SQLITE_OK
        self._denied = True
        return sqlite3.SQLITE_DENY


class ServerQueries:
    """Queries on a database server such as MariaDB: each in a read-only transaction of its own connection."""

    def __init__(self, engine: sa.Engine) -> None:
        self._connection = engine.connect()

    def run(self, sql: str, *, limit: int | None = None, offset: int = 0) -> Table:
        """Run one statement."""
        try:
            self._connection.exec_driver_sql("START TRANSACTION READ ONLY")
            result = self._connection.exec_driver_sql(sql.replace("%", "%%"))
            names = _distinct(result.keys())
            rows = result.fetchall()[offset:]
            return Table(names, [tuple(_value(each) for each in row) for row in rows[:limit]])
        except sa.exc.DBAPIError as wrong:
            if "1792" in str(wrong.orig):
                raise Unauthorized(_NOT_READ_ONLY) from None
            raise BadRequest(f"SQL error: {wrong.orig}") from None
        finally:
            self._connection.rollback()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _statements(sql: str) -> Iterator[str]:
    """The statements of a command, cut at the semicolons that end one."""
    current = ""
    for part in re.split(r"(;)", sql):
        current += part
        if part == ";" and sqlite3.complete_statement(current):
            yield current
            current = ""
    if current.strip():
        yield current


def _table(cursor: sqlite3.Cursor, limit: int | None, offset: int) -> Table:
    names = _distinct(column[0] for column in cursor.description)
    while offset > 0 and (skipped := cursor.fetchmany(min(offset, 1000))):
        offset -= len(skipped)
    found = cursor.fetchall() if limit is None else cursor.fetchmany(limit)
    return Table(names, [tuple(_value(each) for each in row) for row in found])


def _distinct(names: Any) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        number, distinct = 0, str(name)
        while distinct in found:
            number += 1
            distinct = f"{name}{number}"
        found.append(distinct)
    return tuple(found)


def _value(value: Any) -> Any:
    if isinstance(value, str):
        if len(value) in (10, 19) and _DATE.fullmatch(value):
            return f"{value[:10]}T{value[11:] or '00:00:00'}"
        return value
    if hasattr(value, "isoformat"):
        text = value.isoformat()
        return f"{text}T00:00:00" if len(text) == 10 else text
    return value.decode(errors="replace") if isinstance(value, bytes) else value
