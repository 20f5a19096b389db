"""The made-up practice of the journeys: created once, copied for each test, used in process and over a socket."""

from __future__ import annotations

import asyncio
import datetime
import socket
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from app.api.client import OpenDental
from app.api.http import over_network
from app.api.keys import Credentials, Keys
from app.api.modes import Mode, OfficeAddress
from app.api.network.inside import in_process
from app.api.transport import Transport
from app.bootstrap.hub.door import HubDoor
from app.core.clock import Clock, ShiftedClock
from app.core.serving import Server
from app.practice.server.app import Practice, Switches, open_practice
from app.practice.server.faults import Faults
from app.services.people.secrets import Secrets
from app.wire.permissions import Permission
from app.wire.version import NEWEST, Version
from tests.support.pristine import PristineFiles
from tests.support.seeds import SEED, seeded_file

TODAY = datetime.date(2026, 11, 17)
"""A Tuesday: the days around it are working days in the same week."""
TEN_TWENTY = datetime.datetime.combine(TODAY, datetime.time(10, 20))
ALL = frozenset(Permission)


def practice_files(folders: pytest.TempPathFactory) -> PristineFiles:
    """The practice, in as many files as a test opens."""
    return PristineFiles(seeded_file(folders, TODAY), folders.mktemp("practices"))


@dataclass
class Served:
    """An open practice, simulated failures of its connection, and access to its database."""

    practice: Practice
    path: Path
    clock: Clock
    faults: Faults
    socket: Socket | None
    clients: list[OpenDental] = field(default_factory=list)
    mode: Mode = Mode.SERVICE
    """How desks reach it over a socket; Remote has the key's rate limit."""
    secrets: Secrets | None = None
    """The vault of an office where people sign in; in process Ana is signed in, and Ben is there."""
    hub: HubDoor | None = None
    """The way to the office's hub, for desks in mode Hub."""
    own_keys: Keys | None = None
    """Keys that the desks use instead of the practice's."""

    @property
    def keys(self) -> Keys:
        """The keys that the desks use."""
        return self.own_keys or Keys(self.practice.keys.developer_key, self.practice.keys.customer_key)

    @property
    def credentials(self) -> Credentials:
        """What opens the office for a desk."""
        return self.keys

    @property
    def address(self) -> OfficeAddress:
        """Its address."""
        if self.socket is not None:
            return OfficeAddress(self.mode, self.socket.base_url)
        return OfficeAddress.standard(Mode.TRAINING)

    def transport(self) -> Transport:
        """A connection to it."""
        return over_network(self.address) if self.socket is not None else in_process(self.practice.asgi)

    def elsewhere(self) -> OpenDental:
        """Another program at another desk, with its own connections."""
        client = OpenDental(self.address, self.keys, self.transport(), clock=self.clock, on_error=_raise)
        self.clients.append(client)
        return client

    def sql(self, command: str, *values: Any) -> list[Any]:
        """Read the database, or change it without the API."""
        with sqlite3.connect(self.path, timeout=10) as database:
            rows = database.execute(command, values).fetchall()
        database.close()
        return rows

    def row(self, apt_num: int) -> dict[str, Any]:
        """An appointment in the database."""
        with sqlite3.connect(self.path, timeout=10) as database:
            database.row_factory = sqlite3.Row
            found = database.execute("SELECT * FROM appointment WHERE AptNum = ?", (apt_num,)).fetchone()
        database.close()
        return dict(found)

    def start_of(self, apt_num: int) -> datetime.datetime:
        """An appointment's time in the database."""
        return datetime.datetime.fromisoformat(self.row(apt_num)["AptDateTime"])

    def change(self, apt_num: int, **fields: Any) -> None:
        """Change an appointment as another program would, stamped now."""
        fields |= {"DateTStamp": self.clock.now().isoformat(" ", "seconds")}
        named = ",".join(f"{name} = ?" for name in fields)
        self.sql(f"UPDATE appointment SET {named} WHERE AptNum = ?", *fields.values(), apt_num)

    async def close(self) -> None:
        """Close everything."""
        for client in self.clients:
            await client.aclose()
        if self.socket is not None:
            await asyncio.to_thread(self.socket.stop)
        await asyncio.to_thread(self.practice.close)


class Socket:
    """A server thread that can be killed and restarted on the same port."""

    def __init__(self, asgi: Any) -> None:
        self._asgi = asgi
        self.port = 0
        self._server: Server | None = None
        self._thread: threading.Thread | None = None
        self.start()

    @property
    def base_url(self) -> str:
        """The address of its API."""
        return f"http://127.0.0.1:{self.port}/api/v1"

    def start(self) -> None:
        """Listen: on any free port first, on the same one later."""
        listener = socket.create_server(("127.0.0.1", self.port))
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(
            self._asgi,
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=1,
        )
        self._server = Server(config)
        self._thread = threading.Thread(
            target=self._server.run, args=([listener],), name="practice on a port"
        )
        self._thread.start()

    def stop(self) -> None:
        """Stop abruptly, like a server that is switched off."""
        if self._server is not None and self._thread is not None:
            self._server.force_exit = True
            self._server.should_exit = True
            self._thread.join()
            self._server = self._thread = None


class Practices:
    """Opens practices, each as it was seeded, and closes them all."""

    def __init__(self, files: PristineFiles) -> None:
        self._files = files
        self._open: list[Served] = []

    def __call__(
        self,
        *,
        on_socket: bool = False,
        web_filter: Callable[[Any], Any] = lambda office: office,
        permissions: frozenset[Permission] = ALL,
        version: str = str(NEWEST),
        clock: Clock | None = None,
        **switches: Any,
    ) -> Served:
        """Open one, in process or on a port (behind a web filter), with any settings.

        `clock` None: one that runs from 10:20 on.
        """
        path = self._files.take()
        with sqlite3.connect(path) as database:  # the office's own reports
            database.execute(
                "UPDATE preference SET ValueString = ? WHERE PrefName = 'ProgramVersion'", (f"{version}.0.0",)
            )
        database.close()
        clock, faults = clock or ShiftedClock.starting_at(TEN_TWENTY), Faults()
        practice = open_practice(
            str(path),
            seed=SEED,
            today=TODAY,
            clock=clock,
            pace=None,
            permissions=permissions,
            version=Version.parse(version),
            switches=Switches(**switches),
            faults=faults,
        )
        on_port = Socket(web_filter(practice.asgi)) if on_socket else None
        served = Served(practice, path, clock, faults, on_port)
        self._open.append(served)
        return served

    async def close(self) -> None:
        """Close what was opened."""
        for served in self._open:
            await served.close()
            self._files.give_back(served.path)


def _raise(error: BaseException) -> None:
    raise error
