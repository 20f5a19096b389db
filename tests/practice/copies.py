"""Copies of the tiny office, fresh for each test: SQLite files, or MariaDB databases."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa

from app.practice.schema import make
from app.practice.server.database import database_url
from app.practice.server.later import load_tables
from tests.practice import office
from tests.practice.maria import Maria
from tests.support.pristine import PristineFiles

CHANGED = (
    "SELECT TABLE_NAME, ROWS_CHANGED FROM information_schema.table_statistics WHERE TABLE_SCHEMA = DATABASE()"
)
"""How many rows of each table were changed since the server was started, from `userstat`."""


class Copies(Protocol):
    """The storage of a test's practice. An address is what `open_practice` takes."""

    def take(self) -> str:
        """The address of an unchanged office."""
        ...

    def give_back(self, address: str) -> None:
        """It is closed and not needed any more."""
        ...


class Files:
    """SQLite files whose names contain characters that a URL has to escape."""

    def __init__(self, template: Path, folder: Path) -> None:
        self._files = PristineFiles(template, folder, "office # 100%")

    def take(self) -> str:
        """An unchanged file."""
        return str(self._files.take())

    def give_back(self, address: str) -> None:
        """Discard the changes."""
        self._files.give_back(Path(address))


class Databases:
    """Databases created once, of which only changed tables are rewritten."""

    def __init__(self, server: Maria) -> None:
        self._server = server
        self._free: list[_Database] = []
        self._taken: dict[str, _Database] = {}
        self._numbers = itertools.count()

    def take(self) -> str:
        """An unchanged database."""
        database = self._free.pop() if self._free else self._made()
        self._taken[database.address] = database
        return database.address

    def give_back(self, address: str) -> None:
        """Restore its original state."""
        database = self._taken.pop(address)
        if _table_names(database.engine) != database.tables:
            database.engine.dispose()  # a test has dropped one: another is created when needed
            return
        with database.engine.begin() as connection:
            counts = _changed(connection)
            names = [name for name, count in counts.items() if count != database.counts.get(name, 0)]
            for name in names:
                connection.exec_driver_sql(f"TRUNCATE TABLE `{name}`")  # resets its auto-increment
            office.fill(connection, names)
        with database.engine.begin() as connection:
            database.counts = _changed(connection)
        self._free.append(database)

    def close(self) -> None:
        """Close all."""
        for each in self._free:
            each.engine.dispose()

    def _made(self) -> _Database:
        load_tables()
        address = self._server.database(f"office{next(self._numbers)}")
        engine = sa.create_engine(address)
        with engine.begin() as connection:
            make.create_schema(connection)
            office.fill(connection)
        with engine.begin() as connection:
            return _Database(address, engine, _table_names(engine), _changed(connection))


@dataclass
class _Database:
    address: str
    engine: sa.Engine
    tables: list[str]
    counts: dict[str, int]
    """The row counts in its original state."""


def _table_names(engine: sa.Engine) -> list[str]:
    return sorted(sa.inspect(engine).get_table_names())


def _changed(connection: sa.Connection) -> dict[str, int]:
    return dict(tuple(row) for row in connection.exec_driver_sql(CHANGED))


class Look:
    """Access to an office's database, bypassing the practice."""

    def __init__(self, address: str) -> None:
        url = database_url(address)
        self._server = url.get_backend_name() != "sqlite"
        self._engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
        self._connection = self._engine.connect()

    def sql(self, command: str, *values: Any) -> list[Any]:
        """Run one statement; values replace `?`."""
        if self._server and values:
            command = command.replace("%", "%%").replace("?", "%s")
        result = self._connection.exec_driver_sql(command, values)
        return [tuple(map(_as_sqlite, row)) for row in result] if result.returns_rows else []

    def close(self) -> None:
        """Close it."""
        self._connection.close()
        self._engine.dispose()


def _as_sqlite(value: Any) -> Any:
    """The value as SQLite stores it: dates and times as ISO text."""
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else value
