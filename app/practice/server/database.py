"""The practice's database, and the one thread that owns its connection."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from app.core.clock import Clock
from app.practice.sql.queries import QueryDesk, ServerQueries
from app.practice.sql.sqlite_queries import SqliteQueries

T = TypeVar("T")


class DatabaseThread:
    """Runs database work one at a time, off the event loop."""

    def __init__(self, name: str = "practice") -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)

    async def run(self, work: Callable[[], T], seconds: float | None = None) -> T:
        """Run work and await its result. Canceling the caller does not stop work that has started.

        TimeoutError after so many seconds: work that has not started by then never does.
        """
        async with asyncio.timeout(seconds):
            return await asyncio.wrap_future(self._pool.submit(work))

    def run_now(self, work: Callable[[], T]) -> T:
        """Run work and block until it is done: for opening and closing."""
        return self._pool.submit(work).result()

    def close(self) -> None:
        """Finish running work and end the thread."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def database_url(path_or_url: str) -> sa.URL:
    """An address as a SQLAlchemy URL; a file path means SQLite."""
    if "://" in path_or_url:
        return sa.make_url(path_or_url)
    return sa.URL.create("sqlite", database=str(Path(path_or_url).resolve()))


def open_engine(url: sa.URL) -> sa.Engine:
    """The engine; SQLite uses WAL mode, so that queries can read during a write.

    On a database server, each statement sees what was committed before it, as WAL does between transactions.
    """
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,
            isolation_level="READ COMMITTED",
            paramstyle="format",  # positional, because the prepared statements pass values that way
        )
    engine = sa.create_engine(url, hide_parameters=True, poolclass=StaticPool)
    sa.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def open_queries(engine: sa.Engine, clock: Clock) -> QueryDesk:
    """The read-only connection of the Queries resource for this database."""
    if engine.dialect.name == "sqlite":
        return SqliteQueries(Path(str(engine.url.database)).resolve(), clock)
    return ServerQueries(engine, clock)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000", "cache_size=-16000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
