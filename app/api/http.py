"""The transport over HTTP, and `connect` for programs that use this package as a library.

The one module that imports httpx; the program loads it in a thread, after its first paint.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

import httpx

from app.api.client import OpenDental
from app.api.keys import Keys
from app.api.modes import OfficeAddress
from app.api.transport import Answer, TransportLost, TransportNotSent
from app.core.clock import Clock, SystemClock
from app.core.tasks import OnError

Asgi = Callable[
    [
        MutableMapping[str, Any],
        Callable[[], Awaitable[MutableMapping[str, Any]]],
        Callable[[MutableMapping[str, Any]], Awaitable[None]],
    ],
    Awaitable[None],
]

CONNECT_SECONDS = 5.0
MOST_CONNECTIONS = 8
KEEP_ALIVE_SECONDS = 4.0
"""Shorter than the 5 s of common servers: a write on a connection that is just closing would be lost."""

_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
    httpx.ProxyError,
    httpx.InvalidURL,
    ConnectionRefusedError,  # an application in this process that plays dead
)

log = logging.getLogger(__name__)


class HttpxTransport:
    """One httpx client with at most 8 connections, kept alive.

    `secure` says that addresses are https, so certificates are needed; `proxies` that the system's proxies
    are used. `inner` replaces the network.
    """

    def __init__(
        self, *, secure: bool = False, proxies: bool = False, inner: httpx.AsyncBaseTransport | None = None
    ) -> None:
        # httpx logs whole addresses, and a patient search is an address.
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)
        self._client = httpx.AsyncClient(
            transport=inner,
            verify=_trust() if secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            trust_env=proxies,
            limits=httpx.Limits(
                max_connections=MOST_CONNECTIONS,
                max_keepalive_connections=MOST_CONNECTIONS,
                keepalive_expiry=KEEP_ALIVE_SECONDS,
            ),
            # The whole is timed below; only connecting has a limit of its own.
            timeout=httpx.Timeout(None, connect=CONNECT_SECONDS),
            follow_redirects=False,
        )

    async def send(
        self, verb: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> Answer:
        """Send one request and read its whole answer. Raises TransportNotSent or TransportLost."""
        try:
            async with asyncio.timeout(timeout):
                response = await self._client.request(verb, url, headers=headers, content=body)
        except _NOT_SENT as error:
            raise TransportNotSent(type(error).__name__) from None
        except (TimeoutError, httpx.TimeoutException) as error:
            raise TransportLost(type(error).__name__, timed_out=True) from None
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            raise TransportLost(type(error).__name__, timed_out=False) from None
        return Answer(response.status_code, response.headers, response.content)

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()


def in_process(application: Asgi) -> HttpxTransport:
    """A transport to an ASGI application in this process, without a socket.

    A connection error that it raises is one; any other is a mistake of this program and comes out as it is.
    """
    return HttpxTransport(inner=httpx.ASGITransport(application))


def over_network(address: OfficeAddress) -> HttpxTransport:
    """A transport for an office's address. Only https leaves the office and uses the system's proxies."""
    outside = address.base_url.startswith("https:")
    return HttpxTransport(secure=outside, proxies=outside)


def connect(
    address: OfficeAddress, keys: Keys, *, clock: Clock | None = None, on_error: OnError | None = None
) -> OpenDental:
    """Open an office, from inside a running event loop. Nothing is sent before the first method is awaited.

    ```python
    async with connect(OfficeAddress.standard(Mode.LOCAL), Keys(developer, customer)) as office:
        visits = await office.appointments.list(date=date.today())
    ```
    """
    transport = over_network(address)
    return OpenDental(address, keys, transport, clock=clock or SystemClock(), on_error=on_error or _log_error)


def _trust() -> ssl.SSLContext:
    """The public authorities, and those of this computer: an office's virus scanner adds its own."""
    context = httpx.create_ssl_context()
    context.load_default_certs()
    return context


def _log_error(error: BaseException) -> None:
    log.error("a background task failed", exc_info=error)
