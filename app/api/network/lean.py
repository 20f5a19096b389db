"""A transport for plain http on the local network that costs a fifth of httpx's time, for hubs and desks alike.

It keeps to what `HttpxTransport` promises. What it can't do better (https, bodies that are sent in parts) goes to that
one. An answer's framing is read by httptools, the parser of Node.js; there are no redirects, no cookies, no proxies.

A request is not sent (`TransportNotSent`) only while no connection could be made for it. As soon as a byte of it was
handed to the network, every failure is `TransportLost`.
"""

from __future__ import annotations

import asyncio
import select
import socket
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import httptools

from app.api.body import stoppable
from app.api.errors import TooManyBytes, UnaskedEncoding
from app.api.modes import OfficeAddress
from app.api.network.heads import head_of, place_of
from app.api.sending import PART, Sending
from app.api.transport import (
    CONNECT_SECONDS,
    KEEP_ALIVE_SECONDS,
    MOST_BYTES,
    Answer,
    Transport,
    TransportLost,
    TransportNotSent,
    TransportOverLimit,
)
from app.core.later import load_name

MOST_IDLE = 8
HTTPX = "app.api.http:over_network"


async def _load() -> None:
    await asyncio.to_thread(load_name, HTTPX)


def to_office(
    address: OfficeAddress,
    find_proxy: Callable[[str], str] | None = None,
    load: Callable[[], Awaitable[None]] = _load,
) -> Transport:
    """What a desk and a hub send by: as `over_network`, but for plain http at a fifth of the cost.

    `load` imports what sends large bodies and https. For https it must have run before this is called.
    """
    proxy = () if find_proxy is None else (find_proxy,)
    if address.base_url.startswith("https:"):
        https: Transport = load_name(HTTPX)(address, *proxy)
        return https

    async def whole() -> Transport:
        await load()
        made: Transport = load_name(HTTPX)(address, *proxy)
        return made

    return LeanTransport(whole)


class LeanTransport:
    """Implements Transport."""

    def __init__(self, make_others: Callable[[], Awaitable[Transport]]) -> None:
        """`make_others`: what sends that which this one doesn't. Made once it is needed: httpx takes long to load."""
        self._make_others = make_others
        self._making = asyncio.Lock()
        self._others: Transport | None = None
        self._idle: dict[tuple[str, int], list[_Connection]] = {}
        self._open: set[_Connection] = set()
        self._generation = 0

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """As Transport."""
        if not url.startswith("http://") or len(body or b"") > PART:
            others = await self._for_others()
            if sending is not None and sending.is_stopped():  # while that was loading: nothing was sent yet
                raise TransportNotSent("Stopped")
            return await others.send(verb, url, headers, body, timeout, sending)
        base, slash, target = url[len("http://") :].partition("/")
        place = place_of(base)
        try:
            async with asyncio.timeout(timeout) as limit:
                with stoppable(sending, limit):
                    request = head_of(verb, slash + target, base, headers, body)
                    connection = self._idle_one(place) or await self._connect(place)
                    return await self._exchange(connection, place, request)
        except TimeoutError:
            stopped = sending is not None and sending.is_stopped()
            raise TransportLost("TimeoutError", timed_out=not stopped) from None

    def drop_connections(self) -> None:
        """As Transport."""
        self._generation += 1
        for idle in self._idle.values():
            for each in idle:
                each.close()
        self._idle.clear()
        if self._others is not None:
            self._others.drop_connections()

    async def aclose(self) -> None:
        """As Transport."""
        for each in tuple(self._open):
            each.close()
        self._idle.clear()
        if self._others is not None:
            await self._others.aclose()

    async def _for_others(self) -> Transport:
        async with self._making:
            if self._others is None:
                self._others = await self._make_others()
            return self._others

    def _idle_one(self, place: tuple[str, int]) -> _Connection | None:
        """A connection that is kept, and that the server hasn't closed as far as the system knows now."""
        idle = self._idle.get(place)
        while idle:
            connection = idle.pop()
            if connection.is_usable():
                return connection
            connection.close()
        return None

    async def _connect(self, place: tuple[str, int]) -> _Connection:
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                try:
                    connection = await self._connect_over(place, socket.AF_INET)
                except OSError:
                    connection = await self._connect_over(place, socket.AF_UNSPEC)
        except (OSError, UnicodeError, OverflowError, TimeoutError) as error:
            raise TransportNotSent(type(error).__name__) from None
        connection.generation = self._generation
        return connection

    async def _connect_over(self, place: tuple[str, int], family: socket.AddressFamily) -> _Connection:
        """IPv4 first: Windows takes two seconds to find out that nothing listens on localhost's other address."""
        loop = asyncio.get_running_loop()
        _, connection = await loop.create_connection(
            lambda: _Connection(loop, self._open), *place, family=family, proto=socket.IPPROTO_TCP
        )
        return connection

    async def _exchange(self, connection: _Connection, place: tuple[str, int], request: bytes) -> Answer:
        try:
            answer = await connection.ask(request)
        except BaseException:
            connection.close()  # also when the caller is canceled: its answer would be the next one's
            raise
        if connection.stays_open and connection.generation == self._generation:
            idle = self._idle.setdefault(place, [])
            idle.append(connection)
            if len(idle) > MOST_IDLE:
                idle.pop(0).close()
        else:
            connection.close()
        return answer


class _Connection(asyncio.Protocol):
    """One connection, which carries one request at a time."""

    def __init__(self, loop: asyncio.AbstractEventLoop, opened: set[_Connection]) -> None:
        self._loop = loop
        self._opened = opened
        self._answered: asyncio.Future[Answer] | None = None
        self._headers: dict[str, str] = {}
        self._body = bytearray()
        self._parser: Any = None
        self._used_at = 0.0
        self._has_head = False
        self.generation = 0
        self.stays_open = False

    def connection_made(self, transport: Any) -> None:
        """Begin."""
        self._transport: asyncio.Transport = transport
        self._socket: socket.socket = transport.get_extra_info("socket")
        self._opened.add(self)

    async def ask(self, request: bytes) -> Answer:
        """Send a request and read its answer. Raises TransportNotSent, TransportLost and TransportOverLimit."""
        if self._transport.is_closing():  # already closed by the other side: nothing can be sent
            raise TransportNotSent("ConnectionResetError")
        self._answered = self._loop.create_future()
        self._parser = httptools.HttpResponseParser(self)
        self._headers, self._body, self._has_head, self.stays_open = {}, bytearray(), False, False
        self._transport.write(request)
        return await self._answered

    def is_usable(self) -> bool:
        """Whether it may carry another request: it is young enough, and nothing has come since the last answer."""
        if self._transport.is_closing() or self._loop.time() - self._used_at > KEEP_ALIVE_SECONDS:
            return False
        return not _is_readable(self._socket)

    def close(self) -> None:
        """Close at once."""
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Part of an answer, or something that nobody asked for."""
        if self._answered is None or self._answered.done():
            self.close()
            return
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError:
            self._fail(TransportLost("HttpParserError", timed_out=False))

    def connection_lost(self, exc: Exception | None) -> None:
        """The end, also of an answer that has no other one."""
        self._opened.discard(self)
        if self._answered is None or self._answered.done():
            return
        if exc is None and self._ends_with_connection():
            self.on_message_complete()
        else:
            self._fail(TransportLost(type(exc).__name__ if exc is not None else "EOFError", timed_out=False))

    # --- called by the parser ------------------------------------------------------------------------

    def on_header(self, name: bytes, value: bytes) -> None:
        """One header; one that comes twice is joined, as HTTP has it."""
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        self._headers[key] = f"{self._headers[key]}, {text}" if key in self._headers else text

    def on_headers_complete(self) -> None:
        """Refuse what wasn't asked for, before its body comes."""
        self._has_head = True
        if self._headers.get("content-encoding", "identity").strip().lower() != "identity":
            self._fail(TransportOverLimit(UnaskedEncoding, self._parser.get_status_code()))

    def on_body(self, body: bytes) -> None:
        """Part of the body."""
        self._body += body
        if len(self._body) > MOST_BYTES:
            self._fail(TransportOverLimit(TooManyBytes, self._parser.get_status_code()))

    def on_message_complete(self) -> None:
        """The answer is whole. One below 200 announces another."""
        status = self._parser.get_status_code()
        if status < 200:
            self._headers, self._has_head = {}, False
        elif self._answered is not None and not self._answered.done():
            self.stays_open = not self._transport.is_closing() and self._parser.should_keep_alive()
            self._used_at = self._loop.time()
            self._answered.set_result(Answer(status, self._headers, bytes(self._body)))

    def _ends_with_connection(self) -> bool:
        """Whether the headers were complete, and named no other end."""
        framed = "content-length" in self._headers or "transfer-encoding" in self._headers
        return self._has_head and not framed

    def _fail(self, error: Exception) -> None:
        if self._answered is not None and not self._answered.done():
            self._answered.set_exception(error)
        self.close()


def _is_readable(opened: socket.socket) -> bool:
    """Whether something has come, or the other side has closed."""
    if not hasattr(select, "poll"):  # Windows, whose select takes any socket
        return bool(select.select((opened,), (), (), 0)[0])
    looked = select.poll()
    looked.register(opened.fileno(), select.POLLIN)
    return bool(looked.poll(0))
