"""A client that costs next to nothing, so that a measurement is one of the servers."""

from __future__ import annotations

import asyncio
import ssl
from typing import Any, Self

import msgspec

from app.wire.hub.actions import HubAction, Message

HOST = "127.0.0.1"


def bearer(token: str) -> str:
    """The Authorization header of a paired device."""
    return f"Bearer {token}"


class HubClient:
    """One keep-alive connection, with TLS if a context is given."""

    def __init__(self, port: int, authorization: str, context: ssl.SSLContext | None = None) -> None:
        self._port = port
        self._context = context
        self.authorize(authorization)

    def authorize(self, authorization: str) -> None:
        """Send as this device from now on."""
        self._head = (
            f"Host: {HOST}\r\nAuthorization: {authorization}\r\nContent-Type: application/json\r\n".encode()
        )

    async def __aenter__(self) -> Self:
        self._reader, self._writer = await asyncio.open_connection(HOST, self._port, ssl=self._context)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.transport.abort()

    async def get(self, target: str) -> tuple[int, bytes]:
        """One GET."""
        return await self._send(b"GET %b HTTP/1.1\r\n%b\r\n" % (target.encode(), self._head))

    async def call(self, action: HubAction[Any, Any], asked: Message) -> tuple[int, bytes]:
        """One action."""
        body = msgspec.json.encode(asked)
        head = b"POST %b HTTP/1.1\r\n%bContent-Length: %d\r\n\r\n" % (
            action.path.encode(),
            self._head,
            len(body),
        )
        return await self._send(head + body)

    async def open_stream(self, path: str) -> bytes:
        """Begin a stream; returns its first line."""
        self._writer.write(b"GET %b HTTP/1.1\r\n%b\r\n" % (path.encode(), self._head))
        await self._reader.readuntil(b"\r\n\r\n")
        await self._reader.readline()  # the length of the chunk
        return await self._reader.readline()

    async def _send(self, request: bytes) -> tuple[int, bytes]:
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        status = int(head[9:12])
        lower = head.lower()
        at = lower.find(b"content-length:")
        if at >= 0:
            length = int(lower[at + 15 : lower.index(b"\r\n", at)])
            return status, await self._reader.readexactly(length)
        return status, await self._chunks() if b"transfer-encoding: chunked" in lower else b""

    async def _chunks(self) -> bytes:
        body = b""
        while length := int(await self._reader.readline(), 16):
            body += await self._reader.readexactly(length)
            await self._reader.readline()
        await self._reader.readline()
        return body
