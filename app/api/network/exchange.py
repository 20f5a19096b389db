"""Sends requests with httpx, over a pool of connections. `app.api.http` makes the transports."""

from __future__ import annotations

import asyncio
import logging
import ssl
import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from types import MappingProxyType
from typing import cast

import httpx

from app.api.body import content_of, plain, stoppable, unpacked
from app.api.errors import (
    NoHttps,
    TooManyBytes,
    UnaskedEncoding,
    Unreachable,
    UntrustedServer,
    UnusableProxy,
)
from app.api.network.connections import Connections
from app.api.network.proxies import ByProxy
from app.api.sending import Sending
from app.api.transport import (
    CONNECT_SECONDS,
    MOST_BYTES,
    Answer,
    TransportLost,
    TransportNotSent,
    TransportOverLimit,
    TransportRefused,
)

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
    OverflowError,  # an invalid port
    UnicodeError,  # a host name that can't be looked up
)

_NO_TLS_SPOKEN = ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG")
"""OpenSSL's reasons for an answer that is not TLS, in its various versions."""


class HttpxTransport:
    """Sends requests over one pool of at most 8 keep-alive connections.

    It uses httpx's transport without its client: no cookies, no redirects, and 1.5 times the requests per
    second.
    """

    def __init__(
        self,
        open_pool: Callable[[], httpx.AsyncBaseTransport],
        *,
        compressed: bool = False,
        named: Mapping[type[Unreachable], type[Unreachable]] = MappingProxyType({}),
    ) -> None:
        """`compressed` requests compressed answers, for slow connections.

        There, compressing takes less time than sending. `named`: more exact errors for what is at the other end.
        """
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)  # they would log keys and searched names
        self._open_pool = open_pool
        self._named = named
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
        except Exception as error:
            stopped = sending is not None and sending.is_stopped()
            if (failure := self._failure(error, stopped=stopped)) is None:
                raise
            raise failure from None

    async def lines(self, url: str, headers: Mapping[str, str], silence: float) -> AsyncGenerator[bytes]:
        """The lines of an endless answer to a GET, each within `silence` seconds of the one before.

        Raises as `send`, and TransportRefused for any other status than 200.
        """
        request = httpx.Request("GET", url, headers=headers, extensions=_LIMITS)
        pool = self._pool
        pool.users += 1
        try:
            async with asyncio.timeout(silence):
                response = await pool.inner.handle_async_request(request)
            try:
                if response.status_code != 200:
                    async with asyncio.timeout(silence):
                        body = await self._read(response)
                    raise TransportRefused(Answer(response.status_code, response.headers, body))
                async for line in _lines(cast(httpx.AsyncByteStream, response.stream), silence):
                    yield line
            finally:
                await response.aclose()
        except (TransportRefused, TransportOverLimit, GeneratorExit):
            raise
        except Exception as error:
            if (failure := self._failure(error)) is None:
                raise
            raise failure from None
        finally:
            pool.users -= 1
            await self._close_dropped()

    def _failure(self, error: Exception, *, stopped: bool = False) -> TransportNotSent | TransportLost | None:
        """What an exception means for a request; None: it is a bug."""
        if isinstance(error, ExceptionGroup):  # one error per address of the host that was tried
            if error.split((OSError, OverflowError))[1] is not None:
                return None
            return self._not_sent(error.exceptions[0], Unreachable)
        if isinstance(error, _NOT_SENT):
            return self._not_sent(error, _why_not(error))
        if isinstance(error, TimeoutError | httpx.TimeoutException):
            return TransportLost(type(error).__name__, timed_out=not stopped)
        if isinstance(error, httpx.HTTPError | httpx.StreamError | OSError | zlib.error):
            return TransportLost(type(error).__name__, timed_out=False)
        return None

    def _not_sent(self, error: Exception, kind: type[Unreachable]) -> TransportNotSent:
        return TransportNotSent(type(error).__name__, self._named.get(kind, kind))

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
            if (
                pool is self._pool
                and isinstance(pool.inner, Connections | ByProxy)
                and pool.inner.busy > pool.users
            ):
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


async def _lines(stream: httpx.AsyncByteStream, silence: float) -> AsyncIterator[bytes]:
    """Its complete lines, without their ends. Raises TimeoutError, and TransportOverLimit for a line without end."""
    parts, kept = aiter(stream), bytearray()
    while True:
        async with asyncio.timeout(silence):
            part = await anext(parts, None)
        if part is None:
            return
        kept += part
        *lines, rest = bytes(kept).split(b"\n")
        kept = bytearray(rest)
        if len(kept) > MOST_BYTES:
            raise TransportOverLimit(TooManyBytes, 200)
        for line in lines:
            yield line


class _Pool:
    """The connection pool, and how many requests it has in flight."""

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self.inner = inner
        self.users = 0


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
