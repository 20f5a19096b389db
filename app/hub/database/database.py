"""The hub's database, and the one thread that owns its connection."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self, TypeVar

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from app.hub.database.commits import Commits
from app.hub.database.tables import metadata

T = TypeVar("T")

_LOCK = "front desk hub: tables"
_LOCK_SECONDS = 15
CONNECT_SECONDS = 5
ANSWER_SECONDS = 20
"""For one statement: a server that was switched off closes no connection, and would be waited for without end."""
TRIES = 3
_DEADLOCKS = (1205, 1213)
"""MariaDB's codes for a lock that another hub held for too long, and for a deadlock with another hub."""


class _RolledBack(Exception):
    """The server rolled the transaction back: its connection had gone, or another hub's transaction was in its way."""


class HubDatabase:
    """Opened with `await HubDatabase.open(...)`, closed with `await close()`."""

    def __init__(
        self,
        thread: ThreadPoolExecutor,
        engine: sa.Engine,
        connection: sa.Connection,
        commits: Commits | None,
    ) -> None:
        self._thread = thread
        self._engine = engine
        self._connection = connection
        self._commits = commits

    @classmethod
    async def open(cls, path_or_url: str) -> Self:
        """Open it, creating what is missing. Raises SQLAlchemy's errors."""
        thread = ThreadPoolExecutor(1, thread_name_prefix="hub database")  # words: the name of a thread
        try:
            engine, connection, commits = await asyncio.wrap_future(thread.submit(_open, path_or_url))
        except BaseException:
            thread.shutdown()
            raise
        return cls(thread, engine, connection, commits)

    async def run(self, work: Callable[[sa.Connection], T]) -> T:
        """Run work as one transaction in the database's thread. A canceled caller does not stop it."""
        return await asyncio.wrap_future(self._thread.submit(self._transact, work))

    def version(self) -> int | None:
        """Changes with each write, here or by another program. None: unknown, as on a database server."""
        return self._commits.number() if self._commits is not None else None

    async def close(self) -> None:
        """Finish running work and close."""
        await asyncio.wrap_future(self._thread.submit(self._close))
        self._thread.shutdown()

    def _transact(self, work: Callable[[sa.Connection], T]) -> T:
        """One transaction, begun again when it was rolled back through no fault of its own; never after a commit."""
        for _ in range(TRIES - 1):
            with contextlib.suppress(_RolledBack), self._connection.begin():
                try:
                    return work(self._connection)
                except sa.exc.DBAPIError as error:
                    if not error.connection_invalidated and _code(error) not in _DEADLOCKS:
                        raise
                    raise _RolledBack from error
        with self._connection.begin():
            return work(self._connection)

    def _close(self) -> None:
        if self._commits is not None:
            self._commits.close()
        self._connection.close()
        self._engine.dispose()


def _code(error: sa.exc.DBAPIError) -> object:
    args = getattr(error.orig, "args", ())
    return args[0] if args else None


def _open(path_or_url: str) -> tuple[sa.Engine, sa.Connection, Commits | None]:
    engine = _engine(path_or_url)
    try:
        connection = engine.connect()
        _make_tables(connection)
        commits = Commits.of(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine, connection, commits


def _make_tables(connection: sa.Connection) -> None:
    """Create what is missing. Two hubs that begin at once on a database server do it one after the other."""
    shared = connection.dialect.name != "sqlite"
    if shared:
        connection.execute(sa.select(sa.func.get_lock(_LOCK, _LOCK_SECONDS)))
    metadata.create_all(connection)
    connection.commit()
    if shared:
        connection.execute(sa.select(sa.func.release_lock(_LOCK)))
        connection.commit()


def _engine(path_or_url: str) -> sa.Engine:
    if "://" in path_or_url and not path_or_url.startswith("sqlite"):
        return sa.create_engine(
            path_or_url,
            hide_parameters=True,
            pool_pre_ping=True,
            isolation_level="READ COMMITTED",
            connect_args=_time_limits(sa.make_url(path_or_url)),
        )
    url = sa.URL.create("sqlite", database=str(Path(path_or_url).resolve()))
    engine = sa.create_engine(url, hide_parameters=True, poolclass=StaticPool)
    sa.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _time_limits(url: sa.URL) -> dict[str, int]:
    """As PyMySQL calls them, the one driver that comes with the program."""
    if url.get_driver_name() != "pymysql":
        return {}
    both = ("read_timeout", "write_timeout")
    return {"connect_timeout": CONNECT_SECONDS, **dict.fromkeys(both, ANSWER_SECONDS)}


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
