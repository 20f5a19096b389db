"""A transport to an ASGI application in this process: without httpx, which would be a tenth of a start in training."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, MutableMapping
from typing import Any
from urllib.parse import unquote, urlsplit

from app.api.body import content_of, stoppable
from app.api.errors import TooManyBytes, UnaskedEncoding
from app.api.sending import Sending
from app.api.transport import MOST_BYTES, Answer, TransportLost, TransportNotSent, TransportOverLimit

Message = MutableMapping[str, Any]
Asgi = Callable[
    [Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]
]


def in_process(application: Asgi) -> InsideTransport:
    """A transport to an ASGI application in this process, without a socket.

    A connection error that it raises is treated as one; any other exception is a bug and propagates.
    """
    return InsideTransport(application)


class InsideTransport:
    """Implements Transport. Nothing is kept between two requests."""

    def __init__(self, application: Asgi) -> None:
        self._application = application

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
        told = {"Accept": "application/json", "Accept-Encoding": "identity", **headers}
        try:
            async with asyncio.timeout(timeout) as limit:
                content = content_of(body, told, limit, timeout, sending)
                if isinstance(content, bytes) or (body is None and verb in ("POST", "PUT")):
                    told["Content-Length"] = str(len(body or b""))
                exchange = _exchange(verb, url, told, content)
                with stoppable(sending, limit):
                    await self._application(exchange.scope, exchange.receive, exchange.send)
                    return exchange.answer()
        except ConnectionRefusedError as error:  # a dead server that the application simulates
            raise TransportNotSent(type(error).__name__) from None
        except TimeoutError as error:
            stopped = sending is not None and sending.is_stopped()
            raise TransportLost(type(error).__name__, timed_out=not stopped) from None
        except OSError as error:
            raise TransportLost(type(error).__name__, timed_out=False) from None

    def drop_connections(self) -> None:
        """As Transport."""

    async def aclose(self) -> None:
        """As Transport."""


def _exchange(
    verb: str, url: str, headers: Mapping[str, str], content: bytes | AsyncIterator[bytes] | None
) -> _Exchange:
    """Raises TransportNotSent for a header or an address that can't be sent."""
    try:
        return _Exchange(verb, url, headers, content)
    except ValueError as error:
        raise TransportNotSent(type(error).__name__) from None


class _Exchange:
    """One request and its answer, as ASGI has them."""

    def __init__(
        self, verb: str, url: str, headers: Mapping[str, str], content: bytes | AsyncIterator[bytes] | None
    ) -> None:
        parts = urlsplit(url)
        named = {"Host": parts.netloc, **headers}
        self.scope: Message = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": verb,
            "headers": [
                (name.lower().encode("latin-1"), text.encode("latin-1")) for name, text in named.items()
            ],
            "scheme": parts.scheme,
            "path": unquote(parts.path),
            "raw_path": parts.path.encode("latin-1"),
            "query_string": parts.query.encode("latin-1"),
            "server": (parts.hostname, parts.port),
            "client": ("127.0.0.1", 123),
            "root_path": "",
        }
        self._content = content
        self._status = 0
        self._headers: dict[str, str] = {}
        self._body = bytearray()
        self._answered = asyncio.Event()
        self._asked = False

    async def receive(self) -> Message:
        """The next part of the request; after the last one, its end once the answer is complete."""
        if isinstance(self._content, AsyncIterator):
            part = await anext(self._content, None)
            if part is not None:
                return {"type": "http.request", "body": part, "more_body": True}
            self._content = None
        if self._asked:
            await self._answered.wait()
            return {"type": "http.disconnect"}
        self._asked = True
        return {"type": "http.request", "body": self._content or b"", "more_body": False}

    async def send(self, message: Message) -> None:
        """Part of the answer. Raises TransportOverLimit as soon as it is more than was asked for."""
        if message["type"] == "http.response.start":
            self._status = message["status"]
            for name, text in message.get("headers", ()):
                self._headers[name.decode("latin-1").lower()] = text.decode("latin-1")
            if self._headers.get("content-encoding", "identity").strip().lower() != "identity":
                raise TransportOverLimit(UnaskedEncoding, self._status)
            return
        self._body += message.get("body", b"")
        if len(self._body) > MOST_BYTES:
            raise TransportOverLimit(TooManyBytes, self._status)
        if not message.get("more_body", False):
            self._answered.set()

    def answer(self) -> Answer:
        """The whole answer; the application has ended."""
        if not self._answered.is_set():
            raise RuntimeError("the application ended without an answer")
        return Answer(self._status, self._headers, bytes(self._body))
