"""The event listener on a port of this PC, with its subscriptions: served by uvicorn, loaded late."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import socket
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import uvicorn

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.events import LISTENING_PATH, EventListener
from app.api.listening import LEASE, RENEW_SECONDS, EventSubscriptions, note_of, workstation_of
from app.api.modes import OfficeAddress
from app.api.retry import own_share
from app.core.clock import Clock
from app.core.http_limits import LimitedH11
from app.core.pause import Pause
from app.core.routes import own_address
from app.core.serving import Server, listening_socket
from app.core.tasks import TaskScope

LOOPBACK = "127.0.0.1"
MOST_AT_ONCE = 64
"""Maximum concurrent keep-alive connections; more are told to retry."""
UNSUBSCRIBE_SECONDS = 3.0
"""Timeout in seconds for unsubscribing when leaving; what isn't answered by then expires by itself."""
FIRST_RETRY_SECONDS = 15.0

log = logging.getLogger(__name__)


class _Server(Server):
    """Leaves handling of Ctrl+C and of the window's end to the program."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class EventServer:
    """Listens while started, and keeps the subscriptions alive. Nothing here blocks the desk.

    If subscribing fails it is retried; until then the store polls as it does without events.
    """

    def __init__(
        self,
        listener: EventListener,
        client: OpenDental,
        scope: TaskScope,
        clock: Clock,
        *,
        user: str,
        find_host: Callable[[OfficeAddress], str] | None = None,
        follows_all: bool = False,
    ) -> None:
        """`find_host` returns this PC's address as the office reaches it: loopback, or one on its network.

        `follows_all`: the patients that users select at every computer, not only at this one.
        """
        self._client = client
        self._scope = scope
        self._clock = clock
        self._user = user
        self._find_host = find_host or host_towards
        self._follows_all = follows_all
        self._config = _config(listener)
        self._server = _Server(self._config)
        self._pause = Pause(clock)
        self._moving = asyncio.Lock()
        self._ended = False
        self._host = ""
        self._subscribed = False
        self._living: asyncio.Task[None] | None = None
        self._serving: asyncio.Task[None] | None = None
        self._opened: socket.socket | None = None
        self._subscriptions: EventSubscriptions | None = None
        self.endpoint = ""
        """The address that events are sent to; empty while there is none."""

    async def start(self) -> None:
        """Start in the background: find this PC's address, open a port there, subscribe."""
        self._living = self._scope.start(self._live(), "events")

    async def move(self) -> None:
        """This PC is back: with another address listen there, and subscribe anew; else only try again at once."""
        async with self._moving:
            if self._ended or self._living is None:
                return
            host = await asyncio.to_thread(self._find_host, self._client.address)
            if host not in (self._host, LOOPBACK):  # loopback: the office can't be found yet
                await self._close()
                await self.start()
            elif not self._subscribed:
                self._pause.end()

    async def stop(self) -> None:
        """Remove the subscriptions, as far as the office answers, and close the port."""
        self._ended = True
        async with self._moving:
            await self._close()

    async def _close(self) -> None:
        if self._living is not None:
            self._living.cancel()
            await asyncio.gather(self._living, return_exceptions=True)
        if self._subscriptions is not None:
            with contextlib.suppress(ApiError, TimeoutError):
                async with asyncio.timeout(UNSUBSCRIBE_SECONDS):
                    await self._subscriptions.unsubscribe()
        if self._serving is not None:
            self._server.should_exit = True
            await asyncio.gather(self._serving, return_exceptions=True)
        if self._opened is not None:
            self._opened.close()  # it may have been stopped before it began to serve
        self._subscriptions = self._serving = self._opened = None
        self._subscribed = False
        self.endpoint = ""

    async def _live(self) -> None:
        host = self._host = await asyncio.to_thread(self._find_host, self._client.address)
        try:
            opened = self._opened = listening_socket(host, 0)
        except OSError as error:
            log.info("no port for events: %s", error.strerror or type(error).__name__)
            return
        name = "localhost" if host == LOOPBACK else host
        self.endpoint = f"http://{name}:{opened.getsockname()[1]}{LISTENING_PATH}"
        self._server = _Server(self._config)  # each serves once
        self._serving = self._scope.start(self._server.serve([opened]), "listener")
        machine = socket.gethostname()
        self._subscriptions = EventSubscriptions(
            self._client,
            self.endpoint,
            workstation=workstation_of(self._client.address, machine),
            machine=None if self._follows_all else machine,
            note=note_of(machine, self._user),
            clock=self._clock,
        )
        await self._keep_subscribed(self._subscriptions)

    async def _keep_subscribed(self, subscriptions: EventSubscriptions) -> None:
        wait = FIRST_RETRY_SECONDS
        while True:
            try:
                if self._subscribed:
                    await subscriptions.renew()
                else:
                    log.info("subscribed to %d kinds of events", await subscriptions.subscribe())
            except ApiError as error:
                log.info("events could not be subscribed to: %s", error)
                wait = min(wait * 2, LEASE.total_seconds() / 2)
            else:
                self._subscribed, wait = True, RENEW_SECONDS
            await self._pause.rest(own_share(wait, random.random))


def _config(listener: EventListener) -> uvicorn.Config:
    return uvicorn.Config(
        listener,
        http=LimitedH11,
        log_config=None,
        access_log=False,
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        limit_concurrency=MOST_AT_ONCE,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=1,
    )


def host_towards(address: OfficeAddress) -> str:
    """This PC's own address on the route to an office; loopback if the office is on it or can't be found."""
    parts = urlsplit(address.base_url)
    return own_address(parts.hostname or LOOPBACK, parts.port or 80) or LOOPBACK
