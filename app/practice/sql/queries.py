"""Read-only SQL of the Queries resource, on a connection of its own that cannot change the practice."""

from __future__ import annotations

import datetime
import re
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import sqlalchemy as sa
from msgspec import Struct

from app.core.clock import Clock
from app.practice.server.refusals import BadRequest, Refusal, TookTooLong, Unauthorized
from app.practice.sql.dates import clock_text
from app.practice.sql.dialect import to_sqlite
from app.practice.sql.functions import add_words
from app.practice.sql.names import with_names_as_written
from app.practice.sql.screen import NOT_READ_ONLY, Readable, readable
from app.practice.sql.tokens import Token, assignments, into_variables, statements

MOST_SECONDS = 60.0
"""The time limit of a request in seconds; above it, it ends in 504."""

_TOO_LONG = "The query took longer than 60 seconds."
_IN_READ_ONLY_TRANSACTION, _NO_SUCH_TEMPORARY_TABLE, _STATEMENT_TIMEOUT = 1792, 1051, 1969
"""MariaDB's error numbers."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?")
_NUMBER = re.compile(r"(?:0|-?[1-9]\d{0,14})(?:\.\d{0,6}[1-9])?")
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
    """A query's result: unique column names, and rows with dates as `2021-05-01T00:00:00`."""

    names: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def read_only(path: Path) -> str:
    r"""SQLite's address of a file that is only read.

    Not `as_uri`: SQLite refuses the host that it writes for a folder of the network, and for Windows' \\?\.
    """
    return f"file:{quote(str(path))}?mode=ro"


class QueryDesk(Protocol):
    """Runs a read-only query."""

    def run(self, sql: str, *, limit: int | None = None, offset: int = 0) -> Table:
        """Run it; Unauthorized when it would change data, BadRequest for wrong SQL, TookTooLong."""
        ...

    def close(self) -> None:
        """Close the database."""
        ...


class SqliteQueries:
    """Queries on a SQLite file: opened read-only, with an authorizer on every step."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._variables: dict[str, Any] = {}
        self._made_temporary = False
        self._denied = False
        self._connection = self._open()

    def run(self, sql: str, *, limit: int | None = None, offset: int = 0) -> Table:
        """Run it; a command may hold several statements, the last one's rows are the answer."""
        self._denied = False
        self._variables.clear()
        deadline = self._clock.monotonic() + MOST_SECONDS
        self._connection.set_progress_handler(lambda: self._clock.monotonic() > deadline, 20_000)
        try:
            return self._run(sql, limit, offset)
        except (sqlite3.DatabaseError, sqlite3.Warning) as wrong:
            raise self._refusal(wrong) from None
        except RecursionError:
            raise BadRequest("SQL error: too many parentheses within each other.") from None
        except ValueError:
            raise BadRequest("SQL error: a sign in it belongs to no text.") from None
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
            return Unauthorized(NOT_READ_ONLY)
        if name == "SQLITE_INTERRUPT":
            return TookTooLong(_TOO_LONG)
        return BadRequest(f"SQL error: {wrong}")

    def _run(self, sql: str, limit: int | None, offset: int) -> Table:
        answer = Table((), [])
        for statement in statements(sql):
            readable(statement)
            if (sets := assignments(statement)) is not None:
                self._set(sets)
                continue
            tokens, variables = into_variables(statement)
            named = with_names_as_written(statement, tokens)
            with closing(self._connection.execute(to_sqlite(named))) as cursor:
                if variables:
                    self._variables.update(zip(variables, cursor.fetchone() or (), strict=False))
                elif cursor.description is not None:
                    answer = _table(cursor, limit, offset)
        return answer

    def _set(self, sets: list[tuple[str, list[Token]]]) -> None:
        for name, value in sets:
            with closing(self._connection.execute(f"SELECT {to_sqlite(value)}")) as cursor:
                self._variables[name] = _plain_number(cursor.fetchone()[0])

    def _open(self) -> sqlite3.Connection:
        self._made_temporary = False
        connection = sqlite3.connect(read_only(self._path), uri=True, isolation_level=None)
        add_words(connection, self._clock, self._variables)
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
    """Queries on a database server such as MariaDB: in a read-only transaction, by the practice's clock.

    Such a transaction allows writing to temporary tables only; they are created and dropped between two
    transactions.
    """

    def __init__(self, engine: sa.Engine, clock: Clock) -> None:
        self._connection = engine.connect()
        self._clock = clock

    def run(self, sql: str, *, limit: int | None = None, offset: int = 0) -> Table:
        """Run it; a command may hold several statements, the last one's rows are the answer."""
        commands = [readable(statement) for statement in statements(sql)]
        if "/*!" in sql or "/*M!" in sql:  # the server would execute such a comment
            raise Unauthorized(NOT_READ_ONLY)
        try:
            return self._run(commands, limit, offset)
        except sa.exc.DBAPIError as wrong:
            raise _server_refusal(wrong) from None
        finally:
            self._connection.rollback()
            if len(commands) > 1:
                self._connection.invalidate()  # its variables and temporary tables end with it

    def _run(self, commands: list[Readable], limit: int | None, offset: int) -> Table:
        now = self._clock.now().isoformat(" ", "seconds")
        self._execute(f"SET max_statement_time = {MOST_SECONDS}, timestamp = UNIX_TIMESTAMP('{now}')")
        answer = Table((), [])
        for command in commands:
            self._connection.commit()
            if not command.makes_temporary:
                self._execute("START TRANSACTION READ ONLY")
            result = self._execute(command.sql)
            if result.returns_rows:
                rows = result.fetchall()[offset:]
                names = _distinct(result.keys())
                answer = Table(names, [tuple(_value(each) for each in row) for row in rows[:limit]])
        return answer

    def _execute(self, sql: str) -> sa.CursorResult[Any]:
        return self._connection.exec_driver_sql(sql.replace("%", "%%"))

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _server_refusal(wrong: sa.exc.DBAPIError) -> Refusal:
    number = wrong.orig.args[0] if wrong.orig is not None and wrong.orig.args else 0
    if number in (_IN_READ_ONLY_TRANSACTION, _NO_SUCH_TEMPORARY_TABLE):
        return Unauthorized(NOT_READ_ONLY)
    if number == _STATEMENT_TIMEOUT:
        return TookTooLong(_TOO_LONG)
    return BadRequest(f"SQL error: {wrong.orig}")


def _plain_number(value: Any) -> Any:
    """A variable's text as a number if it looks like one, so that it compares with numbers."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value


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
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime.timedelta):
        return clock_text(value.total_seconds())
    if hasattr(value, "isoformat"):
        text = value.isoformat()
        return f"{text}T00:00:00" if len(text) == 10 else text
    return value.decode(errors="replace") if isinstance(value, bytes) else value
