"""The HTTP transport, and `connect` for programs that use this package as a library.

The only module that imports httpx; the program loads it in a thread after its first paint.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import socket
import ssl
import zlib
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any, cast

import httpx
import truststore

from app.api.body import content_of, plain, stoppable, unpacked
from app.api.client import OpenDental
from app.api.errors import (
    NoHttps,
    TooManyBytes,
    UnaskedEncoding,
    Unreachable,
    UntrustedServer,
    UnusableProxy,
)
from app.api.keys import Credentials
from app.api.modes import OfficeAddress
from app.api.sending import Sending
from app.api.transport import Answer, TransportLost, TransportNotSent, TransportOverLimit
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
"""Shorter than the 5 s of common servers: a write on a connection that is just being closed would be lost."""
KEEP_ALIVE_SECONDS_OUTSIDE = 30.0
"""Over the internet a new connection costs several round trips, and front-end servers keep theirs for a minute."""

SEND_BUFFER = [(socket.SOL_SOCKET, socket.SO_SNDBUF, 256 * 1024)]
"""What the system takes ahead of the line counts as sent: little, so that progress and silence are real."""

MOST_BYTES = 32 * 1024 * 1024
"""Of one answer, decompressed. Open Dental's own limit is 16.8 million characters, mostly of one byte."""

_LIMITS = {"timeout": {"connect": CONNECT_SECONDS, "read": None, "write": None, "pool": CONNECT_SECONDS}}
"""The sender limits the total time. Fewer requests are sent at once than the pool allows, so none waits for long."""
_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
    httpx.ProxyError,
    httpx.InvalidURL,
    ConnectionRefusedError,  # an application in this process that simulates a dead server
    OverflowError,  # an invalid port
    UnicodeError,  # a host name that can't be looked up
)

_UNUSED = cast(ssl.SSLContext, None)
"""For plain http, which needs no certificates: loading them takes time. httpcore makes its own if asked for https."""

_NO_TLS_SPOKEN = ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG")
"""OpenSSL's reasons for an answer that is not TLS, in its various versions."""

log = logging.getLogger(__name__)


class HttpxTransport:
    """Sends requests over one pool of at most 8 keep-alive connections.

    It uses httpx's transport without its client: no cookies, no redirects, and 1.5 times the requests per
    second.
    """

    def __init__(
        self, open_pool: Callable[[], httpx.AsyncBaseTransport], *, compressed: bool = False
    ) -> None:
        """`compressed` requests compressed answers, for slow connections.

        There, compressing takes less time than sending.
        """
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)  # they would log keys and searched names
        self._open_pool = open_pool
        self._pool = _Pool(open_pool())
        self._dropped: list[_Pool] = []
        self._encodings = ("identity", "gzip") if compressed else ("identity",)
        self._own_headers = {"Accept": "application/json", "Accept-Encoding": self._encodings[-1]}

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """Send one request and read its whole answer. Raises TransportNotSent, TransportLost or TransportOverLimit."""
        headers = {**self._own_headers, **headers}
        try:
            async with asyncio.timeout(timeout) as limit:
                content = content_of(body, headers, limit, timeout, sending)
                request = httpx.Request(verb, url, headers=headers, content=content, extensions=_LIMITS)
                with stoppable(sending, limit):
                    return await self._exchange(request)
        except _NOT_SENT as error:
            raise TransportNotSent(type(error).__name__, _why_not(error)) from None
        except ExceptionGroup as group:  # one error per address of the host that was tried
            if group.split((OSError, OverflowError))[1] is not None:
                raise
            raise TransportNotSent(type(group.exceptions[0]).__name__) from None
        except (TimeoutError, httpx.TimeoutException) as error:
            stopped = sending is not None and sending.is_stopped()
            raise TransportLost(type(error).__name__, timed_out=not stopped) from None
        except (httpx.HTTPError, httpx.StreamError, OSError, zlib.error) as error:
            raise TransportLost(type(error).__name__, timed_out=False) from None

    async def _exchange(self, request: httpx.Request) -> Answer:
        pool = self._pool
        pool.users += 1
        try:
            response = await pool.inner.handle_async_request(request)
            try:
                return Answer(response.status_code, response.headers, await self._read(response))
            finally:
                await response.aclose()
        finally:
            pool.users -= 1
            if pool is self._pool and isinstance(pool.inner, _Connections) and pool.inner.busy > pool.users:
                self.drop_connections()
            await self._close_dropped()

    async def _read(self, response: httpx.Response) -> bytes:
        """The whole decompressed body, unless it is too large. Leaving it partly read closes the connection."""
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in self._encodings:
            raise TransportOverLimit(UnaskedEncoding, response.status_code)
        unpack = unpacked if encoding == "gzip" else plain
        body = bytearray()
        async for part in unpack(cast(httpx.AsyncByteStream, response.stream), MOST_BYTES):
            body += part
            if len(body) > MOST_BYTES:
                raise TransportOverLimit(TooManyBytes, response.status_code)
        return bytes(body)

    def drop_connections(self) -> None:
        """Use new connections from now on; requests on the old ones are completed there."""
        self._dropped.append(self._pool)
        self._pool = _Pool(self._open_pool())

    async def _close_dropped(self) -> None:
        for pool in [each for each in self._dropped if not each.users]:
            self._dropped.remove(pool)
            await pool.inner.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        for pool in (*self._dropped, self._pool):
            await pool.inner.aclose()


class _Pool:
    """The connection pool, and how many requests it has in flight."""

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self.inner = inner
        self.users = 0


class _Connections(httpx.AsyncHTTPTransport):
    """httpx's transport over the network.

    If a request is canceled just after it got its connection, httpcore keeps that connection as busy forever,
    and after eight of them no request is ever sent again. So a pool that has lost one is replaced.
    """

    @property
    def busy(self) -> int:
        """The number of connections that are neither idle nor closed, lost ones included."""
        return sum(not (each.is_idle() or each.is_closed()) for each in self._pool.connections)

    async def aclose(self) -> None:
        """Close every connection, also if the task is canceled meanwhile: httpcore would forget the open ones."""
        canceled: asyncio.CancelledError | None = None
        for close in (super().aclose, *(each.aclose for each in self._pool.connections)):
            try:
                await close()
            except asyncio.CancelledError as error:
                canceled = error
        if canceled is not None:
            raise canceled


def in_process(application: Asgi) -> HttpxTransport:
    """A transport to an ASGI application in this process, without a socket.

    A connection error that it raises is treated as one; any other exception is a bug and propagates.
    """
    return HttpxTransport(lambda: httpx.ASGITransport(application))


def over_network(address: OfficeAddress) -> HttpxTransport:
    """A transport for an office's address. Only https leaves the local network: it uses certificates and proxies."""
    outside = address.base_url.startswith("https:")
    trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if outside else _UNUSED
    try:
        proxy = _proxy(address.base_url) if outside else None
    except ValueError:
        return HttpxTransport(_NoWay)
    seconds = KEEP_ALIVE_SECONDS_OUTSIDE if outside else KEEP_ALIVE_SECONDS
    return HttpxTransport(lambda: _connections(trust, seconds, proxy), compressed=outside)


def to_hub(certificate: str) -> HttpxTransport:
    """A transport to the office's hub, whose certificate (PEM) was pinned at pairing: no other is accepted.

    The hub's name isn't checked, because its address may change; no proxy is used inside the office.
    """
    pinned = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    pinned.check_hostname = False
    pinned.load_verify_locations(cadata=certificate)
    return HttpxTransport(lambda: _connections(pinned, KEEP_ALIVE_SECONDS))


def _connections(trust: ssl.SSLContext, seconds: float, proxy: httpx.Proxy | None = None) -> _Connections:
    most = MOST_CONNECTIONS
    limits = httpx.Limits(max_connections=most, max_keepalive_connections=most, keepalive_expiry=seconds)
    return _Connections(verify=trust, trust_env=False, proxy=proxy, limits=limits, socket_options=SEND_BUFFER)


def connect(
    address: OfficeAddress, keys: Credentials, *, clock: Clock | None = None, on_error: OnError | None = None
) -> OpenDental:
    """Open an office, inside a running event loop. Nothing is sent before the first method is awaited.

    ```python
    async with connect(OfficeAddress.standard(Mode.LOCAL), Keys(developer, customer)) as office:
        appointments = await office.appointments.list(date=date.today())
    ```
    """
    transport = over_network(address)
    return OpenDental(address, keys, transport, clock=clock or SystemClock(), on_error=on_error or _log_error)


def _proxy(base_url: str) -> httpx.Proxy | None:
    """The proxy for an address from this PC's settings. Raises ValueError for an unsupported one."""
    settings = importlib.import_module("urllib.request")  # lazy: as long as httpx, for https only
    found = settings.getproxies().get("https")
    if not found or settings.proxy_bypass(httpx.URL(base_url).host):
        return None
    url = found if "://" in found else f"http://{found}"
    if not url.lower().startswith(("http://", "https://")):
        raise ValueError("a proxy of another kind than HTTP")
    try:
        return httpx.Proxy(url)
    except httpx.InvalidURL:
        raise ValueError("a proxy without an address") from None


class _NoWay(httpx.AsyncBaseTransport):
    """Used when the proxy is unsupported: every request fails with that error."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raise the error without sending."""
        raise TransportNotSent("SOCKS", UnusableProxy)


def _why_not(error: BaseException) -> type[Unreachable]:
    """The setting that prevents a connection, as far as the error and its causes show."""
    if isinstance(error, httpx.ProxyError) and str(error).startswith("407"):
        return UnusableProxy
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return UntrustedServer
        if isinstance(cause, ssl.SSLError) and cause.reason in _NO_TLS_SPOKEN:
            return NoHttps
        cause = cause.__cause__ or cause.__context__
    return Unreachable


def _log_error(error: BaseException) -> None:
    log.error("a background task failed", exc_info=error)
