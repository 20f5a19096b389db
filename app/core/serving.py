"""Listening sockets, and uvicorn's server around them as this program needs it.

Loads uvicorn, so only servers import it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket

import uvicorn

BACKLOG = 2_048
LOOK_SECONDS = 3.0
"""Between two looks whether a port is still open. uvicorn's own loop wakes an idle PC ten times a second."""

MOST_TURNS = 20
"""Turns of the loop in which connections that keep coming are handed over before a port is closed."""

log = logging.getLogger(__name__)


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
