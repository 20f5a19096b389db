"""Read-only SQL of the Queries resource, on a connection of its own that cannot change the practice."""

from __future__ import annotations

from contextlib import closing
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa

from app.core.clock import Clock
from app.practice.server.refusals import BadRequest, Refusal, TookTooLong, Unauthorized
from app.practice.sql.answers import Read, answered, distinct
from app.practice.sql.limits import MOST_COMMAND, MOST_SECONDS, TOO_LONG
from app.practice.sql.screen import NOT_READ_ONLY, Readable, readable
from app.practice.sql.tokens import statements

_IN_READ_ONLY_TRANSACTION, _NO_SUCH_TEMPORARY_TABLE, _STATEMENT_TIMEOUT = 1792, 1051, 1969
"""MariaDB's error numbers."""
_AT_ONCE = 1_000
"""Rows that are fetched from a server at once."""

T = TypeVar("T")


class QueryDesk(Protocol):
    """Runs a read-only query."""

    def run(self, sql: str, read: Read[T], *, seconds: float = MOST_SECONDS) -> T:
        """Run a command, which may hold several statements; returns what `read` makes of the last one's rows.

        Unauthorized when it would change data, BadRequest for wrong SQL and for what takes too much memory,
        TookTooLong after so many seconds.
        """
        ...

    def stop(self) -> None:
        """Have the running command end soon. May be called from another thread."""
        ...

    def close(self) -> None:
        """Close the database."""
        ...


def check_size(sql: str) -> None:
    """BadRequest for a command that is too long."""
    if len(sql) > MOST_COMMAND:
        raise BadRequest(f"SQL error: the command has more than {MOST_COMMAND:,} characters.")


class ServerQueries:
    """Queries on a database server such as MariaDB: in a read-only transaction, by the practice's clock.

    Such a transaction allows writing to temporary tables only; they are created and dropped between two
    transactions. The server limits the time and the memory of a statement.
    """

    def __init__(self, engine: sa.Engine, clock: Clock) -> None:
        self._connection = engine.connect().execution_options(stream_results=True, max_row_buffer=_AT_ONCE)
        self._clock = clock

    def run(self, sql: str, read: Read[T], *, seconds: float = MOST_SECONDS) -> T:
        """As in QueryDesk."""
        check_size(sql)
        commands = [readable(statement) for statement in statements(sql)]
        if "/*!" in sql or "/*M!" in sql:  # the server would execute such a comment
            raise Unauthorized(NOT_READ_ONLY)
        try:
            return self._run(commands, read, seconds)
        except sa.exc.DBAPIError as wrong:
            raise _server_refusal(wrong) from None
        finally:
            self._connection.rollback()
            if len(commands) > 1:
                self._connection.invalidate()  # its variables and temporary tables end with it

    def _run(self, commands: list[Readable], read: Read[T], seconds: float) -> T:
        ends = self._clock.monotonic() + seconds
        now = self._clock.now().isoformat(" ", "seconds")
        self._execute(f"SET timestamp = UNIX_TIMESTAMP('{now}')")
        answer = None
        for command in commands:
            self._connection.commit()
            left = ends - self._clock.monotonic()
            if left <= 0:
                raise TookTooLong(TOO_LONG)
            self._execute(f"SET max_statement_time = {left:.3f}")
            if not command.makes_temporary:
                self._execute("START TRANSACTION READ ONLY")
            with closing(self._execute(command.sql)) as result:
                if result.returns_rows:
                    answer = (read(distinct(result.keys()), answered(result)),)
        return answer[0] if answer is not None else read((), iter(()))

    def _execute(self, sql: str) -> sa.CursorResult[Any]:
        return self._connection.exec_driver_sql(sql.replace("%", "%%"))

    def stop(self) -> None:
        """The server ends it when its time is over."""

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _server_refusal(wrong: sa.exc.DBAPIError) -> Refusal:
    number = wrong.orig.args[0] if wrong.orig is not None and wrong.orig.args else 0
    if number in (_IN_READ_ONLY_TRANSACTION, _NO_SUCH_TEMPORARY_TABLE):
        return Unauthorized(NOT_READ_ONLY)
    if number == _STATEMENT_TIMEOUT:
        return TookTooLong(TOO_LONG)
    return BadRequest(f"SQL error: {wrong.orig}")
