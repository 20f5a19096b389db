"""Every declared method in a MariaDB, which Open Dental itself runs on. Skipped where none is installed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.practice.app import Practice, open_practice
from app.practice.later import load_tables
from app.practice.schema import columns, make
from app.wire.codec import decode_one, decode_rows
from app.wire.endpoint import Endpoint
from app.wire.permissions import Permission
from app.wire.version import Version
from tests.practice import office, samples_insurance, samples_papers
from tests.practice.conftest import Desk, OfficeClock, client_of
from tests.practice.maria import Maria, needs_mariadb
from tests.practice.test_conformance import GROUP_NOTE, call, every, sample

pytestmark = needs_mariadb


@dataclass(frozen=True)
class Shared:
    """One practice for all methods, whose rows are written anew before each."""

    practice: Practice
    engine: sa.Engine
    clock: OfficeClock

    def reset(self) -> None:
        """The tiny office as it was."""
        with self.engine.begin() as connection:
            for table in columns.metadata.sorted_tables:
                connection.execute(sa.delete(table))
            office.fill(connection)
            connection.exec_driver_sql(GROUP_NOTE)


@pytest.fixture(scope="module")
def shared(maria: Maria, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    """The tiny office in MariaDB."""
    load_tables()
    url = maria.database("tiny")
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        make.create_schema(connection)
        office.fill(connection)
    clock, files = OfficeClock(), tmp_path_factory.mktemp("office") / "sftp"
    for group in (samples_insurance, samples_papers):
        group.put_files(files)
    practice = open_practice(
        url,
        seed=0,
        today=office.TODAY,
        clock=clock,
        pace=None,
        permissions=frozenset(Permission),
        version=Version.parse("25.1.12"),
        files=files,
    )
    yield Shared(practice, engine, clock)
    practice.close()
    engine.dispose()


@every
def test_it_succeeds_in_mariadb(shared: Shared, endpoint: Endpoint) -> None:
    """It answers its status and its record there too, every field readable."""
    shared.reset()

    async def asked() -> tuple[int, bytes]:
        async with client_of(shared.practice) as http:
            answer = await call(Desk(http, shared.practice, shared.clock, Path()), endpoint, sample(endpoint))
            return answer.status_code, answer.content

    status, content = asyncio.run(asked())
    assert status == endpoint.status, content
    if endpoint.record is type(None):
        assert content == b""
    elif endpoint.lists:
        assert not decode_rows(content, endpoint.record).unreadable
    else:
        decode_one(content, endpoint.record)
