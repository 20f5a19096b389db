"""The embedded practice, served through `Practice.asgi`, in process or on a port."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
from msgspec import Struct

from app.core.clock import Clock
from app.core.stillness import Stillness
from app.practice.handlers import READING
from app.practice.schema.columns import metadata
from app.practice.schema.office import preference
from app.practice.schema.stamp import SCHEMA_VERSION, Stamp, practicestamp, whole_practice
from app.practice.server.access import PracticeKeys
from app.practice.server.database import DatabaseThread, database_url, open_engine, open_queries
from app.practice.server.door import Door
from app.practice.server.faults import Faults
from app.practice.server.later import load_rest, load_seed, load_working
from app.practice.server.listings import Statements
from app.practice.server.load import QueryLine
from app.practice.server.pace import Gate, PaceRule
from app.practice.server.routing import handlers_in
from app.practice.server.switches import Switches
from app.practice.server.work import Office, Work
from app.practice.sql.queries import QueryDesk
from app.wire.permissions import Permission
from app.wire.version import Version

__all__ = ["Practice", "Switches", "open_practice"]

T = TypeVar("T")


class NotAPracticeError(Exception):
    """The database holds other tables, or was empty and must not be created; it is left alone."""


class _Database(Struct, frozen=True):
    engine: sa.Engine
    connection: sa.Connection
    queries: QueryDesk
    stamp: Stamp

    def close(self) -> None:
        self.connection.close()
        self.engine.dispose()


class Practice:
    """An open practice. `asgi` answers under /api/v1 to requests with `keys`."""

    def __init__(
        self,
        office: Office,
        keys: PracticeKeys,
        gate: Gate,
        faults: Faults | None,
        thread: DatabaseThread,
        database: _Database,
    ) -> None:
        self._queries = QueryLine(database.queries, office.clock)
        self.stillness = Stillness(office.clock)
        """Ended by each change, whoever makes it: a request, or work of the office."""
        self.asgi = Door(
            office=office,
            connection=database.connection,
            thread=thread,
            queries=self._queries,
            handlers=handlers_in(READING),
            later=(load_working, load_rest),
            keys=keys,
            gate=gate,
            faults=faults,
            changed=self.stillness.end,
        )
        self.keys = keys
        self.office = office
        self.switches = office.switches
        self.faults = faults
        """The fault injector, if the practice was opened with one."""
        self.stamp = database.stamp
        """The seed and date of the practice in the database; an existing one may have been created with others."""
        self._thread = thread
        self._database = database

    async def run(self, task: Callable[[Work], T]) -> T:
        """Run work of the office itself in the database thread, as one transaction."""
        try:
            return await self._thread.run(lambda: self._run(task))
        finally:
            self.stillness.end()

    def _run(self, task: Callable[[Work], T]) -> T:
        connection, now = self._database.connection, self.office.clock.now().replace(microsecond=0)
        try:
            done = task(Work(connection, self.office, now, self.office.page_limit, 0))
            connection.commit()
            return done
        finally:
            connection.rollback()

    def close(self) -> None:
        """Finish running work and close the database."""
        self._queries.close()
        self._thread.run_now(self._database.close)
        self._thread.close()


def page_limit(pace: PaceRule | None, permissions: frozenset[Permission]) -> int:
    """Rows per page: a paced practice answers as in Remote mode, others as in Local or Service mode."""
    most = 1_000 if pace is None else 100
    return most * 10 if Permission.ENTERPRISE in permissions else most


def practice_keys(seed: int) -> PracticeKeys:
    """The keys of a practice with this seed: the same at every start, valid nowhere else."""
    developer, customer = (
        hashlib.sha256(f"{whose} of practice {seed}".encode()).hexdigest()[:16]
        for whose in ("developer", "customer")
    )
    return PracticeKeys(developer, customer)


def open_practice(
    url: str,
    *,
    seed: int,
    today: datetime.date,
    clock: Clock,
    pace: PaceRule | None,
    permissions: frozenset[Permission],
    version: Version,
    switches: Switches = Switches(),
    faults: Faults | None = None,
    files: Path | None = None,
) -> Practice:
    """Open the practice at a SQLite path or database URL; an empty database is seeded first.

    Raises NotAPracticeError for a database with other tables, and SQLAlchemy's errors when it cannot be
    opened. `files` is the folder that stands for SFTP servers; without it POST queries is refused. `faults`
    injects faults for tests. A paced practice pages as in Remote mode.
    """
    thread, database = _open(url, seed, today, clock, version)
    keys = practice_keys(seed)
    office = Office(
        statements=Statements(database.engine.dialect, version),
        clock=clock,
        switches=switches,
        version=version,
        permissions=permissions,
        page_limit=page_limit(pace, permissions),
        files=files,
        customer_key=keys.customer_key,
    )
    gate = Gate(pace, clock, refuses=switches.refuses_when_busy)
    return Practice(office, keys, gate, faults, thread, database)


def _open(
    url: str, seed: int, today: datetime.date, clock: Clock, version: Version
) -> tuple[DatabaseThread, _Database]:
    thread = DatabaseThread()
    try:
        return thread, thread.run_now(lambda: _open_here(url, seed, today, clock, version))
    except BaseException:
        thread.close()
        raise


def _open_here(url: str, seed: int, today: datetime.date, clock: Clock, version: Version) -> _Database:
    """Runs in the database thread."""
    engine = open_engine(database_url(url))
    try:
        connection = engine.connect()
        stamp = _fill(connection, seed, today)
        _state_version(connection, version)
        return _Database(engine, connection, open_queries(engine, clock), stamp)
    except BaseException:
        engine.dispose()
        raise


def _fill(connection: sa.Connection, seed: int, today: datetime.date) -> Stamp:
    """Seed an empty database; reseed one that is incomplete or has an older schema. Returns what it holds."""
    stamp = whole_practice(connection)
    if stamp is None:
        grow = load_seed()
        tables = sa.inspect(connection).get_table_names()
        if tables and practicestamp.name not in tables:
            raise NotAPracticeError("The database holds something else than a practice of this program.")
        metadata.drop_all(connection)
        grow(connection, seed=seed, today=today)
        connection.commit()
        stamp = Stamp(SCHEMA_VERSION, seed, today)
    connection.rollback()
    return stamp


def _state_version(connection: sa.Connection, version: Version) -> None:
    """Set the office's version preferences to the served version, in four parts as Open Dental does."""
    text = f"{version.major}.{version.minor}.{version.build}.0"
    for name in ("ProgramVersion", "DataBaseVersion"):
        told = preference.c.PrefName == name, preference.c.ValueString != text
        connection.execute(sa.update(preference).where(*told).values(ValueString=text))
    connection.commit()
