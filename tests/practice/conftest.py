"""A practice on the tiny office, and a plain HTTP client for it."""

from __future__ import annotations

import datetime
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from app.practice.server.app import Practice, Switches, open_practice
from app.practice.server.faults import Faults
from app.practice.server.pace import PaceRule
from app.wire.permissions import Permission
from app.wire.version import NEWEST, Version
from tests.practice import office
from tests.practice.copies import Copies, Databases, Files, Look
from tests.practice.maria import needs_mariadb
from tests.support.seeds import seeded_file

NOON = datetime.datetime.combine(office.TODAY, datetime.time(12, 0))


class OfficeClock:
    """A clock that only advances when a test or a rate limit advances it."""

    def __init__(self, at: datetime.datetime = NOON) -> None:
        self.at = at
        self.slept: list[float] = []

    def now(self) -> datetime.datetime:
        """The office's time."""
        return self.at

    def utc(self) -> datetime.datetime:
        """The same moment in UTC."""
        return self.now().astimezone(datetime.UTC)

    def monotonic(self) -> float:
        """Seconds since noon."""
        return (self.at - NOON).total_seconds()

    async def sleep(self, seconds: float) -> None:
        """Advance immediately, and record for how long."""
        self.slept.append(seconds)
        self.at += datetime.timedelta(seconds=seconds)

    def pass_(self, **time: float) -> None:
        """Advance the time."""
        self.at += datetime.timedelta(**time)


@dataclass(frozen=True)
class Desk:
    """An API client of a practice, with the practice's own clock and access to its database."""

    http: httpx.AsyncClient
    practice: Practice
    clock: OfficeClock
    address: str
    """The address of its database, as `open_practice` takes it."""

    async def get(self, path: str, **query: Any) -> httpx.Response:
        """GET."""
        return await self.http.get(path, params=query)

    async def rows(self, path: str, **query: Any) -> Any:
        """The JSON of a successful GET."""
        return good(await self.get(path, **query)).json()

    async def put(self, path: str, **body: Any) -> httpx.Response:
        """PUT."""
        return await self.http.put(path, json=body)

    async def post(self, path: str, **body: Any) -> httpx.Response:
        """POST."""
        return await self.http.post(path, json=body)

    async def delete(self, path: str) -> httpx.Response:
        """DELETE."""
        return await self.http.delete(path)

    def sql(self, command: str, *values: Any) -> list[Any]:
        """Read the database, or change it as another program would."""
        with closing(Look(self.address)) as look:
            return look.sql(command, *values)

    def prefer(self, name: str, text: str) -> None:
        """Set a preference."""
        self.sql("UPDATE preference SET ValueString = ? WHERE PrefName = ?", text, name)


def good(answer: httpx.Response) -> httpx.Response:
    """Assert that an answer is a success; returns its JSON."""
    assert answer.status_code in (200, 201), (answer.status_code, answer.text)
    return answer


def refused(answer: httpx.Response, status: int, *words: str) -> None:
    """Assert that an answer is a refusal with this status and an explanation containing these words."""
    assert answer.status_code == status, (answer.status_code, answer.text)
    assert all(word in answer.text for word in words), answer.text


def client_of(practice: Practice) -> httpx.AsyncClient:
    """A client with the practice's keys."""
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=practice.asgi),
        base_url="http://office/api/v1",
        headers={"Authorization": practice.keys.header, "Content-Type": "application/json"},
    )


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny office, created once and copied for each practice."""
    path = tmp_path_factory.mktemp("office") / "office.db"
    office.build(path)
    return path


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest) -> Iterator[Databases]:
    """Offices in MariaDB."""
    found = Databases(request.getfixturevalue("maria"))
    yield found
    found.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run every practice test on MariaDB too, if requested."""
    in_both = not metafunc.module.__name__.endswith("test_mariadb_methods")
    if in_both and "copies" in metafunc.fixturenames and metafunc.config.getoption("mariadb"):
        marked = pytest.param("mariadb", marks=needs_mariadb)
        metafunc.parametrize("copies", ["sqlite", marked], indirect=True, scope="session")


@pytest.fixture(scope="session")
def copies(
    request: pytest.FixtureRequest, template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Copies:
    """Copies of the tiny office."""
    if getattr(request, "param", "sqlite") == "mariadb":
        found: Databases = request.getfixturevalue("databases")
        return found
    return Files(template, tmp_path_factory.mktemp("copies"))


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[datetime.date], Path]:
    """The file of the made-up practice around a day, to be read or copied."""
    return lambda today: seeded_file(tmp_path_factory, today)


@contextmanager
def reading(path: Path) -> Iterator[sa.Connection]:
    """Read-only access to a practice's file."""
    engine = sa.create_engine(f"sqlite:///file:{path}?mode=ro&uri=true")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


Opener = Callable[..., Desk]
Seeded = Callable[[datetime.date], Path]


def open_at(
    address: str,
    *,
    permissions: frozenset[Permission] = frozenset(Permission),
    version: str = str(NEWEST),
    pace: PaceRule | None = None,
    faults: Faults | None = None,
    clock: OfficeClock | None = None,
    files: Path | None = None,
    **switches: Any,
) -> Desk:
    """Open the practice at an address, with any settings."""
    clock = clock or OfficeClock()
    practice = open_practice(
        address,
        seed=0,
        today=office.TODAY,
        clock=clock,
        pace=pace,
        permissions=permissions,
        version=Version.parse(version),
        switches=Switches(**switches),
        faults=faults,
        files=files,
    )
    return Desk(client_of(practice), practice, clock, address)


async def closed(desk: Desk, copies: Copies) -> None:
    """Close a practice, and return its copy."""
    await desk.http.aclose()
    desk.practice.close()
    copies.give_back(desk.address)


@pytest.fixture
async def open_desk(copies: Copies) -> AsyncIterator[Opener]:
    """Opens practices on copies of the tiny office, and closes them after the test."""
    opened: list[Desk] = []

    def open_(**settings: Any) -> Desk:
        opened.append(open_at(copies.take(), **settings))
        return opened[-1]

    yield open_
    for desk in opened:
        await closed(desk, copies)


@pytest.fixture
async def desk(open_desk: Opener) -> Desk:
    """A practice with all permissions, in the newest version, without a rate limit."""
    return open_desk()
