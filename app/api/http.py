"""The transport over HTTP, and `connect` for programs that use this package as a library.

The one module that imports httpx; the program loads it in a thread, after its first paint.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import urllib.request
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
KEEP_ALIVE_SECONDS_OUTSIDE = 30.0
"""Over the internet a new connection costs several round trips, and front servers keep theirs for a minute."""

_LIMITS = {"timeout": {"connect": CONNECT_SECONDS, "read": None, "write": None, "pool": None}}
"""The whole is timed by who sends; only connecting has a limit of its own."""
_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
    httpx.ProxyError,
    httpx.InvalidURL,
    ConnectionRefusedError,  # an application in this process that plays dead
    OverflowError,  # a port that there is none of
    UnicodeError,  # a host's name that no name server is asked for
)

log = logging.getLogger(__name__)


class HttpxTransport:
    """Requests on one pool of at most 8 connections, kept alive.

    httpx's transport is used without its client: no cookies, no redirects, and half as much again a second.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport, *, compressed: bool = False) -> None:
        """`compressed` asks for packed answers: for a slow way, where packing takes less time than sending."""
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)  # they would log keys and searched names
        self._inner = inner
        self._own_headers = {"Accept": "application/json"} | (
            {"Accept-Encoding": "gzip, deflate"} if compressed else {}
        )

    async def send(
        self, verb: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> Answer:
        """Send one request and read its whole answer. Raises TransportNotSent or TransportLost."""
        try:
            request = httpx.Request(
                verb, url, headers={**self._own_headers, **headers}, content=body, extensions=_LIMITS
            )
            async with asyncio.timeout(timeout):
                response = await self._inner.handle_async_request(request)
                try:
                    content = await response.aread()
                finally:
                    await response.aclose()
        except _NOT_SENT as error:
            raise TransportNotSent(type(error).__name__) from None
        except ExceptionGroup as group:  # one error for each address of the host that was tried
            if group.split((OSError, OverflowError))[1] is not None:
                raise
            raise TransportNotSent(type(group.exceptions[0]).__name__) from None
        except (TimeoutError, httpx.TimeoutException) as error:
            raise TransportLost(type(error).__name__, timed_out=True) from None
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            raise TransportLost(type(error).__name__, timed_out=False) from None
        return Answer(response.status_code, response.headers, content)

    async def aclose(self) -> None:
        """Close every connection."""
        await self._inner.aclose()


def in_process(application: Asgi) -> HttpxTransport:
    """A transport to an ASGI application in this process, without a socket.

    A connection error that it raises is one; any other is a mistake of this program and comes out as it is.
    """
    return HttpxTransport(httpx.ASGITransport(application))


def over_network(address: OfficeAddress) -> HttpxTransport:
    """A transport for an office's address. Only https leaves the office: it has certificates and proxies."""
    outside = address.base_url.startswith("https:")
    inner = httpx.AsyncHTTPTransport(
        verify=_trust() if outside else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        trust_env=False,
        proxy=_proxy(address.base_url) if outside else None,
        limits=httpx.Limits(
            max_connections=MOST_CONNECTIONS,
            max_keepalive_connections=MOST_CONNECTIONS,
            keepalive_expiry=KEEP_ALIVE_SECONDS_OUTSIDE if outside else KEEP_ALIVE_SECONDS,
        ),
    )
    return HttpxTransport(inner, compressed=outside)


def connect(
    address: OfficeAddress, keys: Keys, *, clock: Clock | None = None, on_error: OnError | None = None
) -> OpenDental:
    """Open an office, from inside a running event loop. Nothing is sent before the first method is awaited.

    ```python
    async with connect(OfficeAddress.standard(Mode.LOCAL), Keys(developer, customer)) as office:
        appointments = await office.appointments.list(date=date.today())
    ```
    """
    transport = over_network(address)
    return OpenDental(address, keys, transport, clock=clock or SystemClock(), on_error=on_error or _log_error)


def _trust() -> ssl.SSLContext:
    """The public authorities, and those of this computer: an office's virus scanner adds its own."""
    context = httpx.create_ssl_context()
    context.load_default_certs()
    return context


def _proxy(base_url: str) -> httpx.Proxy | None:
    """The proxy that this computer's settings name for an address."""
    found = urllib.request.getproxies().get("https")
    if not found or urllib.request.proxy_bypass(httpx.URL(base_url).host):
        return None
    return httpx.Proxy(found if "://" in found else f"http://{found}")


def _log_error(error: BaseException) -> None:
    log.error("a background task failed", exc_info=error)
