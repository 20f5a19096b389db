"""Serves the change stream of a desk (`app.wire.hub.stream`). Kiosks have no use for it: they send heartbeats.

By hand, without a response object: a group of offices has a thousand streams open at once.
"""

from __future__ import annotations

import asyncio

import msgspec
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from app.hub.handling import Refusal
from app.hub.hub import Hub
from app.hub.server.asking import asker_of
from app.hub.server.gate import KIND, ROUTE, STREAM
from app.hub.stream import Line
from app.wire.hub.actions import STREAM_PATH, Kind
from app.wire.hub.stream import BEAT_SECONDS, Beat, Connected, StreamLine

MOST_AT_ONCE = 32 * 1024
"""Bytes of lines that are sent together."""
_HEADERS = [(b"content-type", b"application/x-ndjson")]


class StreamRoute:
    """An ASGI application for one path."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._encoded: tuple[StreamLine | None, bytes] = (None, b"")
        """The line that was encoded last: the same one goes to every desk."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, until the device leaves or the hub hangs up."""
        if scope["method"] != "GET":
            raise Refusal(405, "not with this verb")
        scope[ROUTE], scope[KIND] = STREAM_PATH, STREAM
        asker = asker_of(self._hub, Request(scope))
        if asker.kind is not Kind.DESK:
            raise Refusal(401 if asker.kind is None else 403, "not for this device")
        line = self._hub.stream.open(asker.device_num, asker.kind)
        leaving = self._hub.scope.start(_hang_up_when_gone(receive, line), "stream")
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            await _write(send, self._line(self._connected()))
            while not line.has_ended:
                await _write(send, await self._next(line))
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            leaving.cancel()
            self._hub.stream.end(line)

    def _connected(self) -> Connected:
        status = self._hub.office.status
        return Connected(self._hub.clock.now(), status.connected, paced=bool(status.pace_text))

    async def _next(self, line: Line) -> bytes:
        """What waits for the device; a beat if nothing comes for a while."""
        try:
            async with asyncio.timeout(BEAT_SECONDS):
                told = await line.queue.get()
        except TimeoutError:
            return self._line(Beat(self._hub.office.status.connected))
        sent = bytearray()
        while told is not None:
            sent += self._line(told)
            if line.queue.empty() or len(sent) > MOST_AT_ONCE:
                return bytes(sent)
            told = line.queue.get_nowait()
        line.has_ended = True
        return bytes(sent)

    def _line(self, line: StreamLine) -> bytes:
        if self._encoded[0] is not line:
            self._encoded = (line, msgspec.json.encode(line) + b"\n")
        return self._encoded[1]


async def _write(send: Send, lines: bytes) -> None:
    if lines:
        await send({"type": "http.response.body", "body": lines, "more_body": True})


async def _hang_up_when_gone(receive: Receive, line: Line) -> None:
    """Wait until the device has closed its connection."""
    while (await receive())["type"] != "http.disconnect":
        pass
    line.put(None)
