"""A socket to a practice that sends any bytes and reads the answer."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass

MOST_SECONDS = 90.0
"""After which an answer is given up."""


@dataclass(frozen=True)
class Answer:
    """What came back; status 0: the connection was closed without an answer."""

    status: int
    body: bytes
    is_json: bool
    seconds: float


class Line:
    """One connection, opened again when it was closed."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, sent: bytes, *, has_body: bool = True) -> Answer:
        """Send a request and read its answer. TimeoutError when there is none."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        is_fresh = self._writer is None
        async with asyncio.timeout(MOST_SECONDS):
            try:
                status, body, is_json = await self._exchange(sent, has_body)
            except (ConnectionError, asyncio.IncompleteReadError, EOFError):
                self.close()
                if not is_fresh:  # an idle connection may be closed at any time
                    return await self.ask(sent, has_body=has_body)
                status, body, is_json = 0, b"", False
        return Answer(status, body, is_json, loop.time() - began)

    async def _exchange(self, sent: bytes, has_body: bool) -> tuple[int, bytes, bool]:
        if self._writer is None or self._reader is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 20)
        reader, writer = self._reader, self._writer
        writer.write(sent)
        with contextlib.suppress(ConnectionError):  # it may have answered and closed already
            await writer.drain()
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
        if headers.get("transfer-encoding") == "chunked":
            body = await _chunks(reader)
        else:
            body = await reader.readexactly(int(headers.get("content-length", "0")) if has_body else 0)
        if headers.get("connection") == "close":
            self.close()
        return int(first.split(" ")[1]), body, "json" in headers.get("content-type", "")

    def close(self) -> None:
        """Close the connection."""
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    parts: list[bytes] = []
    while size := int(await reader.readline(), 16):
        parts.append(await reader.readexactly(size + 2))
    await reader.readline()
    return b"".join(parts)
