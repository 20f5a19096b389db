"""Read-only SQL on a SQLite file, within limits that SQLite itself doesn't have."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from app.core.clock import Clock
from app.practice.server.refusals import BadRequest, Refusal, TookTooLong, Unauthorized
from app.practice.sql.answers import Read, answered, distinct
from app.practice.sql.dialect import to_sqlite
from app.practice.sql.expansion import check_expansions
from app.practice.sql.functions import add_words, assign_to
from app.practice.sql.limits import (
    MOST_COMMAND,
    MOST_MEMORY,
    MOST_SECONDS,
    TOO_DEEP,
    TOO_LONG,
    TOO_MUCH_MEMORY,
    Allowance,
)
from app.practice.sql.names import with_names_as_written
from app.practice.sql.queries import check_size
from app.practice.sql.screen import NOT_READ_ONLY, readable
from app.practice.sql.tokens import Token, assignments, into_variables, statements

_STEPS = 2_000
"""Between two looks at the clock: a step may take 20 ms where it handles a large text."""
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 17_000_000),  # a stored file in base64: the largest body of a request
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, MOST_COMMAND),
    (sqlite3.SQLITE_LIMIT_COLUMN, 1_000),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 500),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 200),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 250_000),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)
_NOT_MARIADBS = frozenset({"glob", "load_extension", "printf", "randomblob", "zeroblob"})
"""Functions of SQLite that take time or memory without a limit, and that MariaDB lacks."""
_NUMBER = re.compile(r"(?:0|-?[1-9]\d{0,14})(?:\.\d{0,6}[1-9])?")
_READS = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE})
_TEMPORARY = frozenset(
    {
        sqlite3.SQLITE_CREATE_TEMP_TABLE,
        sqlite3.SQLITE_CREATE_TEMP_INDEX,
        sqlite3.SQLITE_DROP_TEMP_TABLE,
        sqlite3.SQLITE_DROP_TEMP_INDEX,
    }
)
_CHANGES = frozenset(
    {sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE, sqlite3.SQLITE_REINDEX}
)

T = TypeVar("T")


def read_only(path: Path) -> str:
    r"""SQLite's address of a file that is only read.

    Not `as_uri`: SQLite refuses the host that it writes for a folder of the network, and for Windows' \\?\.
    """
    return f"file:{quote(str(path))}?mode=ro"


class SqliteQueries:
    """Queries on a SQLite file: opened read-only, with an authorizer on every step.

    It may be used in another thread than the one that opened it, by one at a time.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._allowance = Allowance(clock)
        self._variables: dict[str, Any] = {}
        self._made_temporary = False
        self._denied = False
        self._connection = self._open()

    def run(self, sql: str, read: Read[T], *, seconds: float = MOST_SECONDS) -> T:
        """As in QueryDesk."""
        check_size(sql)
        self._denied = False
        self._variables.clear()
        self._allowance.begin(seconds)
        self._connection.set_progress_handler(self._allowance.is_over, _STEPS)
        try:
            return self._run(sql, read)
        except (sqlite3.DatabaseError, sqlite3.Warning) as wrong:
            raise self._refusal(wrong) from None
        except RecursionError:
            raise BadRequest(TOO_DEEP) from None
        except MemoryError:
            raise BadRequest(TOO_MUCH_MEMORY) from None
        except ValueError:
            raise BadRequest("SQL error: a character in it can't be encoded.") from None
        finally:
            self._connection.set_progress_handler(None, 0)
            self._variables.clear()
            if self._made_temporary:
                self._connection.close()
                self._connection = self._open()

    def stop(self) -> None:
        """As in QueryDesk."""
        self._allowance.stop()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _refusal(self, wrong: Exception) -> Refusal:
        name = getattr(wrong, "sqlite_errorname", "")
        if self._denied or name == "SQLITE_READONLY":
            return Unauthorized(NOT_READ_ONLY)
        if self._allowance.why is not None:
            return self._allowance.why
        if name == "SQLITE_INTERRUPT":
            return TookTooLong(TOO_LONG)
        return BadRequest(f"SQL error: {wrong}")

    def _run(self, sql: str, read: Read[T]) -> T:
        answer = None
        for statement in statements(sql):
            readable(statement)
            self._allowance.left()
            if (sets := assignments(statement)) is not None:
                self._set(sets)
                continue
            tokens, variables = into_variables(statement)
            check_expansions(tokens)
            named = with_names_as_written(statement, tokens)
            with closing(self._connection.execute(to_sqlite(named))) as cursor:
                if variables:
                    for name, value in zip(variables, cursor.fetchone() or (), strict=False):
                        assign_to(self._variables, self._allowance, name, value)
                elif cursor.description is not None:
                    names = distinct(column[0] for column in cursor.description)
                    answer = (read(names, answered(cursor)),)
        return answer[0] if answer is not None else read((), iter(()))

    def _set(self, sets: list[tuple[str, list[Token]]]) -> None:
        for name, value in sets:
            check_expansions(value)
            with closing(self._connection.execute(f"SELECT {to_sqlite(value)}")) as cursor:
                assign_to(self._variables, self._allowance, name, _plain_number(cursor.fetchone()[0]))

    def _open(self) -> sqlite3.Connection:
        self._made_temporary = False
        connection = sqlite3.connect(
            read_only(self._path), uri=True, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute(f"PRAGMA hard_heap_limit={MOST_MEMORY}")
        for limit, most in _LIMITS:
            connection.setlimit(limit, most)
        add_words(connection, self._clock, self._variables, self._allowance)
        connection.set_authorizer(self._look_at)
        return connection

    def _look_at(
        self, action: int, first: str | None, second: str | None, database: str | None, _: str | None
    ) -> int:
        """SQLite's authorizer: asked before each step of a statement is compiled."""
        if action in _TEMPORARY or (action in _CHANGES and database == "temp"):
            self._made_temporary = True
            return sqlite3.SQLITE_OK
        if action in _READS or (action == sqlite3.SQLITE_FUNCTION and second not in _NOT_MARIADBS):
            return sqlite3.SQLITE_OK
        self._denied = True
        return sqlite3.SQLITE_DENY


def _plain_number(value: Any) -> Any:
    """A variable's text as a number if it looks like one, so that it compares with numbers."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value
