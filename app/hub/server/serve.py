"""Serves an open hub over TLS."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Awaitable, Callable, Iterator

import uvicorn
from starlette.applications import Starlette

from app.hub.hub import Hub
from app.hub.server.app import make_app
from app.hub.server.certificate import Certificate, server_context
from app.hub.server.modules import BEGIN

GRACE_SECONDS = 5


class _Server(uvicorn.Server):
    """Leaves signals to the program that runs it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class HubServer:
    """Listens while started."""

    def __init__(self, hub: Hub, certificate: Certificate, *, host: str, port: int) -> None:
        """`port` 0 picks a free one."""
        self._hub = hub
        self._socket = socket.create_server((host, port))
        self._server = _Server(_config(make_app(hub), certificate))
        self._serving: asyncio.Task[None] | None = None
        self._ends: list[Callable[[], Awaitable[None]]] = []
        self.port: int = self._socket.getsockname()[1]

    async def start(self) -> None:
        """Answer requests from now on."""
        self._ends = [begin(self._hub) for begin in BEGIN]
        self._serving = self._hub.scope.start(self._server.serve(sockets=[self._socket]), "server")

    async def stop(self) -> None:
        """Take no more requests, end the streams, and finish what is in flight."""
        self._server.should_exit = True
        self._hub.stream.hang_up()
        if self._serving is not None:
            await asyncio.wait((self._serving,))
        for end in self._ends:
            await end()
        self._socket.close()


def _config(app: Starlette, certificate: Certificate) -> uvicorn.Config:
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        lifespan="off",
        proxy_headers=False,
        server_header=False,
    )
    config.load()
    config.ssl = server_context(certificate)
    return config
