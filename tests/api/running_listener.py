"""A listener on a real socket, and the events it received."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import uvicorn

from app.api.events import Event, EventListener
from app.core.serving import Server
from app.core.tasks import TaskScope
from tests.support.manual_clock import ManualClock

KEY = "customer-key-of-the-office"
APPOINTMENT = "WatchTable: Appointment"
SELECTED = "UiEventType: PatientSelected"


class _Server(Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@dataclass
class RunningListener:
    """A listener, its received events, and a caller who knows the key."""

    url: str
    http: httpx.AsyncClient
    clock: ManualClock
    received: list[Event] = field(default_factory=list)

    async def send(
        self,
        body: Any,
        kind: str = APPOINTMENT,
        *,
        key: str | None = KEY,
        path: str = "/events/Appointment",
        **headers: str,
    ) -> int:
        """Send an event, its body as JSON unless it is bytes; returns the answer's status."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {"Workstation": "FRONT1", **({"Event-Type": kind} if kind else {}), **headers}
        if key is not None:
            sent["Authorization"] = key
        return (await self.http.post(f"{self.url}{path}", content=content, headers=sent)).status_code


@contextlib.asynccontextmanager
async def listening(tasks: TaskScope, key: str = KEY) -> AsyncIterator[RunningListener]:
    """Serve a listener for a while."""
    clock = ManualClock()
    listener = EventListener(key, clock)
    opened = socket.create_server(("127.0.0.1", 0))
    server = _Server(uvicorn.Config(listener, lifespan="off", log_config=None, access_log=False))
    serving = tasks.start(server.serve(sockets=[opened]), "listener")
    async with httpx.AsyncClient(trust_env=False) as http:
        running = RunningListener(f"http://127.0.0.1:{opened.getsockname()[1]}", http, clock)
        end = listener.watch(running.received.append)
        yield running
        end()
    server.should_exit = True
    await asyncio.gather(serving)
    opened.close()
