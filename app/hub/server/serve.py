"""Serves the hub's ASGI application on a port, with uvicorn's protocol and a start and stop of its own.

uvicorn's own server cancels or waits for everything alike. The hub lets a write that is on its way to the office end,
whatever it takes, and drops reads and idle connections.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import ssl
from collections.abc import Awaitable, Callable
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from app.core.http_limits import LimitedHttpTools
from app.core.serving import (
    BACKLOG,
    LOOK_SECONDS,
    calm_warnings,
    is_closed,
    listening_socket,
    stop_accepting,
)
from app.core.tasks import OnError, TaskScope
from app.hub.hub import Hub
from app.hub.server.app import make_app
from app.hub.server.certificate import Certificate, server_context
from app.hub.server.corked import Corked
from app.hub.server.modules import BEGIN

HANDSHAKE_SECONDS = 10.0
SHUTDOWN_SECONDS = 2.0
"""For the end of a TLS connection: a device that is switched off answers nothing."""
KEEP_ALIVE_SECONDS = 30
"""Longer than a device keeps an idle connection, so that no request meets one that is just being closed."""
MOST_CONNECTIONS = 4_000
"""One process serves 1,000 devices with up to four connections each; more are told to come back."""
MOST_SILENT = 500
READ_GRACE = 3.0
"""Seconds for reads, streams and answers that are still being sent when the hub stops."""
WRITE_GRACE = 70.0
"""Seconds for writes: longer than the office itself takes to give up."""
_LOOK_SECONDS = 0.02
_READS = frozenset({"GET", "HEAD"})

log = logging.getLogger(__name__)


class _Protocol(LimitedHttpTools, HttpToolsProtocol):  # type: ignore[misc]  # mypy takes LimitedConnection for one on h11
    """On httptools, a parser in C: a request costs half of what h11 takes."""

    most_silent = MOST_SILENT

    def connection_made(self, transport: Any) -> None:
        """Begin."""
        super().connection_made(Corked(transport))


class Listener:
    """Serves an ASGI application on one socket."""

    def __init__(
        self,
        application: Any,
        *,
        host: str,
        port: int,
        context: ssl.SSLContext | None,
        on_error: OnError,
    ) -> None:
        """`port` 0 picks a free one; `context` None: plain http, for this PC only. Raises OSError."""
        self._socket = listening_socket(host, port)
        self._context = context
        self._host = host
        self._looking = TaskScope("listener", on_error)
        config = uvicorn.Config(
            application,
            http=_Protocol,
            ws="none",
            log_config=None,
            access_log=False,
            lifespan="off",
            proxy_headers=False,
            server_header=False,
            date_header=False,
            limit_concurrency=MOST_CONNECTIONS,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
        )
        config.load()
        calm_warnings()
        self._config = config
        self._state = ServerState()
        self._server: asyncio.Server | None = None
        self.port: int = self._socket.getsockname()[1]

    async def start(self) -> None:
        """Answer requests from now on."""
        await self._serve()
        self._look = self._looking.start(self._stay_open(), "port")

    async def _serve(self) -> None:
        limits = {} if self._context is None else _TLS_LIMITS
        self._server = await asyncio.get_running_loop().create_server(
            self._protocol, sock=self._socket, ssl=self._context, backlog=BACKLOG, **limits
        )

    async def _stay_open(self) -> None:
        """Open the port again after Windows has closed it, as `app.core.serving.Server`."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            if is_closed(self._socket):
                with contextlib.suppress(OSError):  # tried again soon
                    self._socket = listening_socket(self._host, self.port)
                    await self._serve()
                    log.warning("the system had closed the port; it was opened again")

    @property
    def connections(self) -> int:
        """How many connections are open."""
        return len(self._state.connections)

    async def stop(self) -> None:
        """Accept no more connections, wait for what is being served, and close."""
        if self._server is None:
            self._socket.close()
            return
        self._look.cancel()
        await stop_accepting(self._server)
        connections = self._state.connections
        served = {each for each in connections if _is_served(each)}
        for connection in tuple(connections):
            connection.shutdown()
        for connection in connections - served:
            connection.transport.abort()
        await _until(lambda: not any(_is_served(each, reads=False) for each in connections), WRITE_GRACE)
        await _until(lambda: not connections & served, READ_GRACE)
        for task in tuple(self._state.tasks):
            task.cancel()
        await asyncio.gather(*self._state.tasks, return_exceptions=True)
        for connection in tuple(connections):
            connection.transport.abort()
        await self._looking.close()
        await asyncio.sleep(0)
        self._server = None

    def _protocol(self) -> asyncio.Protocol:
        return _Protocol(config=self._config, server_state=self._state, app_state={})


def _is_served(connection: Any, *, reads: bool = True) -> bool:
    """Whether a request is being served; without `reads` only one that may write counts."""
    cycle = connection.cycle
    if cycle is None or cycle.response_complete:
        return False
    return reads or cycle.scope["method"] not in _READS


async def _until(holds: Callable[[], bool], seconds: float) -> None:
    """Wait, as long as allowed. uvicorn has no event for the end of a request."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while not holds():  # noqa: ASYNC110 # as above
                await asyncio.sleep(_LOOK_SECONDS)


_TLS_LIMITS: dict[str, Any] = {
    "ssl_handshake_timeout": HANDSHAKE_SECONDS,
    "ssl_shutdown_timeout": SHUTDOWN_SECONDS,
}


class HubServer:
    """The hub on its port, with TLS."""

    def __init__(
        self,
        hub: Hub,
        certificate: Certificate,
        *,
        host: str,
        port: int,
        wrap: Callable[[Any], Any] = lambda application: application,
    ) -> None:
        """`port` 0 picks a free one. `wrap`: what every request goes through. Raises OSError."""
        self._hub = hub
        self._ends: list[Callable[[], Awaitable[None]]] = []
        self._listener = Listener(
            wrap(make_app(hub)),
            host=host,
            port=port,
            context=server_context(certificate),
            on_error=hub.scope.on_error,
        )
        self.port = self._listener.port

    @property
    def connections(self) -> int:
        """How many connections are open."""
        return self._listener.connections

    async def start(self) -> None:
        """Answer requests from now on."""
        self._ends = [begin(self._hub) for begin in BEGIN]
        await self._listener.start()

    async def stop(self) -> None:
        """Take no more requests, end the streams, and let the writes in flight end."""
        self._hub.closing = True
        self._hub.stream.hang_up()
        await self._listener.stop()
        for end in self._ends:
            await end()
