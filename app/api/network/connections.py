"""httpx's connections over the network, all of which end: httpcore forgets some that are just being made."""

from __future__ import annotations

import asyncio
from typing import Any

import httpcore
import httpx


class Connections(httpx.AsyncHTTPTransport):
    """httpx's transport over the network.

    If a request is canceled just after it got its connection, httpcore keeps that connection as busy forever,
    and after eight of them no request is ever sent again. So a pool that has lost one is replaced.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        pool = self._pool
        self._backend = _ClosingBackend(pool._network_backend)  # noqa: SLF001 # httpx doesn't pass one on
        pool._network_backend = self._backend  # noqa: SLF001 # as above

    @property
    def busy(self) -> int:
        """The number of connections that are neither idle nor closed, lost ones included."""
        return sum(not (each.is_idle() or each.is_closed()) for each in self._pool.connections)

    async def aclose(self) -> None:
        """Close every connection, also if the task is canceled meanwhile: httpcore would forget the open ones.

        One that is just being made is closed as soon as it is.
        """
        self._backend.is_closed = True
        canceled: asyncio.CancelledError | None = None
        for close in (super().aclose, *(each.aclose for each in self._pool.connections)):
            try:
                await close()
            except asyncio.CancelledError as error:
                canceled = error
        if canceled is not None:
            raise canceled


class _ClosingBackend(httpcore.AsyncNetworkBackend):
    """Closes a socket whose request is canceled in the TLS handshake, or whose pool was closed before it was ready.

    httpcore would forget both.
    """

    def __init__(self, inner: httpcore.AsyncNetworkBackend) -> None:
        self._inner = inner
        self.sleep = inner.sleep  # type: ignore[method-assign]
        self.is_closed = False

    async def connect_tcp(self, *args: Any, **options: Any) -> httpcore.AsyncNetworkStream:
        """As AsyncNetworkBackend."""
        return await self.kept(_ClosingStream(await self._inner.connect_tcp(*args, **options), self))

    async def kept(self, stream: httpcore.AsyncNetworkStream) -> httpcore.AsyncNetworkStream:
        """The same connection. Raises ConnectError once the pool is closed: nobody else would close it."""
        if self.is_closed:
            await stream.aclose()
            raise httpcore.ConnectError("closed")
        return stream


class _ClosingStream(httpcore.AsyncNetworkStream):
    """A connection without TLS, or before it."""

    def __init__(self, inner: httpcore.AsyncNetworkStream, backend: _ClosingBackend) -> None:
        self._inner = inner
        self._backend = backend
        self.read = inner.read  # type: ignore[method-assign]
        self.write = inner.write  # type: ignore[method-assign]
        self.aclose = inner.aclose  # type: ignore[method-assign]
        self.get_extra_info = inner.get_extra_info  # type: ignore[method-assign]

    async def start_tls(self, *args: Any, **options: Any) -> httpcore.AsyncNetworkStream:
        """As AsyncNetworkStream."""
        try:
            return await self._backend.kept(await self._inner.start_tls(*args, **options))
        except BaseException:
            await self._inner.aclose()
            raise
