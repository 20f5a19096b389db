"""A practice on a port and a desk that subscribes to it: the whole path of an event, on real sockets."""

from __future__ import annotations

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.api.client import OpenDental
from app.api.events import Event, EventListener
from app.api.http import over_network
from app.api.keys import Keys
from app.api.listening import KINDS
from app.api.modes import Mode, OfficeAddress
from app.bootstrap.delivery import HttpCourier
from app.bootstrap.listener import EventServer
from app.core.tasks import TaskScope
from app.practice.server.app import Practice, open_practice
from app.practice.server.events import EventEngine
from app.practice.server.serve import serve
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.practice import office as tiny
from tests.practice.conftest import OfficeClock

MACHINE = socket.gethostname()
WAIT_SECONDS = 60.0


@dataclass
class EventPath:
    """A practice on a port that polls on request, and a desk that subscribes to it."""

    practice: Practice
    clock: OfficeClock
    engine: EventEngine
    client: OpenDental
    scope: TaskScope
    listener: EventListener
    server: EventServer
    received: list[Event] = field(default_factory=list)

    async def subscribed(self, count: int = len(KINDS)) -> None:
        """Wait until the desk has all its subscriptions."""
        await until(
            lambda: self.server._subscriptions is not None and len(self.server._subscriptions._held) == count
        )

    async def held(self) -> list[tuple[str, str]]:
        """The office's subscriptions: the watched table, and its start time."""
        rows = await self.client.subscriptions.list()
        return [(row.WatchTable, str(row.DateTimeStart)) for row in rows if row.Workstation == MACHINE]

    async def note(self, text: str) -> None:
        """Change an appointment from another desk."""
        await self.client.appointments.append_note(tiny.VISIT, Note=text)

    async def pass_(self, seconds: float = 3) -> None:
        """Advance the practice's time and let it poll."""
        self.clock.pass_(seconds=seconds)
        await self.engine.poll()


async def until(there: Callable[[], bool]) -> None:
    """Wait for the work of another task."""
    async with asyncio.timeout(WAIT_SECONDS):
        while not there():
            await asyncio.sleep(0.002)


@pytest.fixture
async def event_path(tiny_database: Path, tmp_path: Path, tasks: TaskScope) -> AsyncIterator[EventPath]:
    """A practice in Local mode, and a desk whose listener is not started yet."""
    path = tmp_path / "office.db"
    shutil.copyfile(tiny_database, path)
    clock = OfficeClock()
    practice = open_practice(
        str(path), seed=0, today=tiny.TODAY, clock=clock, pace=None, permissions=frozenset(Permission),
        version=NEWEST,
    )  # fmt: skip
    listening: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    tasks.start(serve(practice, port=0, announce=listening.set_result), "practice")
    address = OfficeAddress(Mode.LOCAL, await listening)
    courier = HttpCourier()
    keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
    client = OpenDental(address, keys, over_network(address), on_error=tasks.on_error)
    listener = EventListener(keys.customer, clock)
    scope = TaskScope("desk", tasks.on_error)
    server = EventServer(listener, client, scope, StoppedClock(clock), user="mo")
    engine = EventEngine(practice, courier, workstation=MACHINE)
    found = EventPath(practice, clock, engine, client, scope, listener, server)
    listener.watch(found.received.append)
    yield found
    await server.stop()
    await scope.close()
    await client.aclose()
    await courier.aclose()
    await tasks.close()
    practice.close()


class StoppedClock:
    """The practice's time; waits last until the test is over."""

    def __init__(self, clock: OfficeClock) -> None:
        self._clock = clock

    def now(self) -> datetime:
        """The office's time."""
        return self._clock.now()

    def utc(self) -> datetime:
        """The same moment in UTC."""
        return self.now().astimezone(UTC)

    def monotonic(self) -> float:
        """Seconds since noon."""
        return self._clock.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait until canceled."""
        await asyncio.Event().wait()
