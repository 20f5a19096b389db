"""Practices in process and over a real socket."""

from __future__ import annotations

import shutil
import socket
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from app.api.client import OpenDental
from app.api.http import over_network
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.network.inside import in_process
from app.core.clock import ShiftedClock
from app.core.serving import Server
from app.practice.server.app import Practice, open_practice
from app.practice.server.faults import Faults
from app.practice.server.pace import PaceRule
from app.wire.permissions import Permission
from app.wire.version import NEWEST, Version
from tests.practice import office as tiny

ALL = frozenset(Permission)
PATIENCE = 60.0
"""Seconds for an answer: the first one loads most of the practice."""


@dataclass(frozen=True)
class LinkedOffice:
    """An office, its practice, and simulated failures of the connection."""

    office: OpenDental
    practice: Practice
    faults: Faults
    path: Path

    def sql(self, command: str, *values: Any) -> list[Any]:
        """Read the database, or change it."""
        with sqlite3.connect(self.path) as connection:
            rows = connection.execute(command, values).fetchall()
        connection.close()
        return rows


@asynccontextmanager
async def on_a_socket(practice: Practice) -> AsyncIterator[str]:
    """Serve a practice from a thread with its own loop; returns its base address."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        practice.asgi, lifespan="off", log_config=None, access_log=False, timeout_graceful_shutdown=1
    )
    server = Server(config)
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/api/v1"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


Connect = Callable[..., Any]


class Switchboard:
    """Opens connections to practices of its own, in process or on a socket."""

    def __init__(self, template: Path, folder: Path, *, socket: bool) -> None:
        self._template = template
        self._folder = folder
        self.socket = socket

    @asynccontextmanager
    async def __call__(
        self,
        *,
        permissions: frozenset[Permission] = ALL,
        version: str = str(NEWEST),
        pace: PaceRule | None = None,
        mode: Mode = Mode.SERVICE,
        keys: Keys | None = None,
        patience: float = PATIENCE,
    ) -> AsyncIterator[LinkedOffice]:
        """A connection to a practice on the tiny office. `keys` replaces the practice's own."""
        path = self._folder / "office.db"
        shutil.copyfile(self._template, path)
        faults = Faults()
        practice = open_practice(
            str(path),
            seed=0,
            today=tiny.TODAY,
            clock=ShiftedClock.on_day(tiny.TODAY),
            pace=pace,
            permissions=permissions,
            version=Version.parse(version),
            faults=faults,
        )
        keys = keys or Keys(practice.keys.developer_key, practice.keys.customer_key)
        try:
            if self.socket:
                async with (
                    on_a_socket(practice) as url,
                    self._office(mode, url, keys, None, patience) as office,
                ):
                    yield LinkedOffice(office, practice, faults, path)
            else:
                url = "http://office.invalid/api/v1"
                async with self._office(mode, url, keys, practice, patience) as office:
                    yield LinkedOffice(office, practice, faults, path)
        finally:
            practice.close()

    @asynccontextmanager
    async def _office(
        self, mode: Mode, url: str, keys: Keys, practice: Practice | None, patience: float
    ) -> AsyncIterator[OpenDental]:
        mistakes: list[BaseException] = []
        address = OfficeAddress(mode, url)
        transport = over_network(address) if practice is None else in_process(practice.asgi)
        async with OpenDental(
            address, keys, transport, on_error=mistakes.append, patience=patience
        ) as office:
            yield office
        assert mistakes == []


@pytest.fixture(scope="session")
def tiny_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny office's file, to be copied."""
    path = tmp_path_factory.mktemp("tiny") / "office.db"
    tiny.build(path)
    return path


@pytest.fixture(params=["in process", "socket"])
def connect(request: pytest.FixtureRequest, tiny_office: Path, tmp_path: Path) -> Switchboard:
    """Connections to practices, both ways."""
    return Switchboard(tiny_office, tmp_path, socket=request.param == "socket")


@pytest.fixture
def connect_directly(tiny_office: Path, tmp_path: Path) -> Switchboard:
    """Connections to practices in process."""
    return Switchboard(tiny_office, tmp_path, socket=False)
