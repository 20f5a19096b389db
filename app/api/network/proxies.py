"""The proxy of what leaves the office, as this PC's settings say. Found out with the first request, in a thread.

A proxy script (PAC) that can't be reached may block for half a minute.
"""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable

import httpx

from app.api.errors import UnusableProxy
from app.api.network.connections import Connections
from app.api.transport import TransportNotSent

FindProxy = Callable[[str], str]
"""The system's proxy for a URL, as a URL; empty: none. May block. Raises ValueError for an unsupported one."""

FIND_SECONDS = 20.0
"""Less than a request may take: so the user reads what is wrong, and not that the office doesn't answer."""


class ByProxy(httpx.AsyncBaseTransport):
    """Connections through the proxy that the first request finds out; new ones find it out anew."""

    def __init__(
        self, find: Callable[[], httpx.Proxy | None], make: Callable[[httpx.Proxy | None], Connections]
    ) -> None:
        self._find = find
        self._make = make
        self._finding: asyncio.Future[httpx.Proxy | None] | None = None
        self._connections: Connections | None = None
        self._closed = False

    @property
    def busy(self) -> int:
        """As Connections."""
        return self._connections.busy if self._connections is not None else 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """As httpx. Raises TransportNotSent if the proxy is unsupported, or not found out in time."""
        return await (self._connections or await self._opened()).handle_async_request(request)

    async def aclose(self) -> None:
        """As Connections. A script that blocks ends by itself."""
        self._closed = True
        if self._finding is not None:
            self._finding.cancel()
        if self._connections is not None:
            await self._connections.aclose()

    async def _opened(self) -> Connections:
        if self._finding is None:
            self._finding = asyncio.get_running_loop().run_in_executor(None, self._find)
            self._finding.add_done_callback(_heard)
        finding = self._finding
        try:
            async with asyncio.timeout(FIND_SECONDS):
                proxy = await asyncio.shield(finding)
        except (ValueError, TimeoutError) as error:
            if self._finding is finding and finding.done():
                self._finding = None  # the settings may be other ones next time
            raise TransportNotSent(type(error).__name__, UnusableProxy) from None
        if self._closed:
            raise httpx.ConnectError("closed")
        if self._connections is None:
            self._connections = self._make(proxy)
        return self._connections


def proxy_for(base_url: str, find: FindProxy) -> httpx.Proxy | None:
    """The proxy for an address: from the environment, else the system's. Raises ValueError for an unsupported one."""
    settings = importlib.import_module("urllib.request")  # lazy: as long as httpx, for https only
    if found := settings.getproxies_environment().get("https", ""):
        url = "" if settings.proxy_bypass_environment(httpx.URL(base_url).host) else found
    else:
        url = find(base_url)
    if not url:
        return None
    url = url if "://" in url else f"http://{url}"
    if not url.lower().startswith(("http://", "https://")):
        raise ValueError("a proxy of another kind than HTTP")
    try:
        proxy = httpx.Proxy(url)
    except httpx.InvalidURL:
        raise ValueError("a proxy whose address can't be read") from None
    if not proxy.url.host:
        raise ValueError("a proxy without an address")
    return proxy


def _heard(finding: asyncio.Future[httpx.Proxy | None]) -> None:
    """Nobody may wait any more; else asyncio would report a failure that nobody asked for."""
    if not finding.cancelled():
        finding.exception()


def settings_proxy(base_url: str) -> str:
    """The proxy that the system's settings name, without scripts: for programs that have nothing better."""
    settings = importlib.import_module("urllib.request")  # lazy: as above
    found: str = settings.getproxies().get("https", "")
    return "" if settings.proxy_bypass(httpx.URL(base_url).host) else found
