"""Listening sockets, and uvicorn's server around them as this program needs it.

Loads uvicorn, so only servers import it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import socket
import time
from collections.abc import Callable

import uvicorn

BACKLOG = 2_048
LOOK_SECONDS = 3.0
"""Between two looks whether a port is still open. uvicorn's own loop wakes an idle PC ten times a second."""

MOST_TURNS = 20
"""Turns of the loop in which connections that keep coming are handed over before a port is closed."""

REST_SECONDS = 60.0
"""Between two lines of the log with the same warning of uvicorn's."""

log = logging.getLogger(__name__)


class RareWarnings(logging.Filter):
    """Passes a warning once a minute, with the number of those left out since the last one.

    uvicorn warns of each request that is no HTTP: whoever can connect could fill the log.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._now = now
        self._passed: dict[str, tuple[float, int]] = {}
        """By warning: when it was passed last, and how many were left out since."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is written."""
        if record.levelno != logging.WARNING:
            return True
        words, now = str(record.msg), self._now()
        at, left_out = self._passed.get(words, (-math.inf, 0))
        if now - at < REST_SECONDS:
            self._passed[words] = (at, left_out + 1)
            return False
        self._passed[words] = (now, 0)
        if left_out:
            record.msg, record.args = f"{record.getMessage()} ({left_out} more since the last line)", None
        return True


def calm_warnings() -> None:
    """Let uvicorn's warnings into the log once a minute each."""
    logger = logging.getLogger("uvicorn.error")
    if not any(isinstance(each, RareWarnings) for each in logger.filters):
        logger.addFilter(RareWarnings())


def listening_socket(host: str, port: int, backlog: int = BACKLOG) -> socket.socket:
    """A socket that listens; `port` 0 picks a free one. Raises OSError.

    With the protocol named, asyncio sets TCP_NODELAY; else every short answer waits 40 ms. On Windows SO_REUSEADDR
    would let any other program take over the port, so nobody else may have it.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((host, port))
        opened.listen(backlog)
    except OSError:
        opened.close()
        raise
    return opened


def is_closed(opened: socket.socket) -> bool:
    """Whether the system, or asyncio after its accept failed, has closed a socket that nobody here has closed."""
    return opened.fileno() == -1


async def stop_accepting(server: asyncio.Server) -> None:
    """Close a server.

    On Windows asyncio fails on a connection that came just before and that it has not handed over yet: it would stay
    open and without an answer, and be reported as a mistake of the program. So it is handed over first.
    """
    accepts = getattr(asyncio.get_running_loop(), "_accept_futures", {})
    try:
        for _ in range(MOST_TURNS):
            waiting = (accepts.get(each.fileno()) for each in server.sockets)
            if not any(each is not None and each.done() for each in waiting):
                break
            await asyncio.sleep(0)
    finally:
        server.close()


class Server(uvicorn.Server):
    """Leaves nothing open if it is canceled, and opens its port again after Windows has closed it.

    On Windows an accept fails if the peer is gone already (WinError 64); asyncio then closes the listening socket
    and says nothing more (cpython 93821).
    """

    def __init__(self, config: uvicorn.Config) -> None:
        self._ending = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._sockets: list[socket.socket] = []
        self._refused = False
        calm_warnings()
        super().__init__(config)

    @property
    def should_exit(self) -> bool:
        """As uvicorn's, but it ends at once; it may be set in a signal's handler."""
        return self._ends

    @should_exit.setter
    def should_exit(self, ends: bool) -> None:
        self._ends = ends
        if ends and self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._ending.set)

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve on listening sockets until told to end. They are closed then, also if it is canceled."""
        self._loop = asyncio.get_running_loop()
        self._sockets = list(sockets or ())
        try:
            await super().serve(self._sockets)
        finally:
            try:
                await self._stop_accepting()  # first: it takes back the accept that Windows waits in
            finally:
                for connection in tuple(self.server_state.connections):
                    connection.transport.abort()
                for opened in self._sockets:
                    opened.close()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn's."""
        await self._stop_accepting()
        await super().shutdown(sockets)

    async def _stop_accepting(self) -> None:
        for server in getattr(self, "servers", ()):
            await stop_accepting(server)

    async def main_loop(self) -> None:
        """Wait for the end; look now and then whether the ports are still open."""
        addresses = [each.getsockname() for each in self._sockets]
        while not await self.on_tick(0):
            for number, opened in enumerate(self._sockets):
                if is_closed(opened):
                    await self._open_again(number, *addresses[number][:2])
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._ending.wait()

    async def _open_again(self, number: int, host: str, port: int) -> None:
        try:
            self._sockets[number] = listening_socket(host, port)
        except OSError as error:
            if not self._refused:
                log.warning("a closed port can't be opened again: %s", error.strerror or type(error).__name__)
            self._refused = True
        else:
            self._refused = False
            log.warning("the system had closed a port; it was opened again")
            await uvicorn.Server.startup(self, self._sockets)
