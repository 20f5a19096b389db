"""Between the desk and the tour's office: it can lose the answer to one kind of request."""

from __future__ import annotations

import asyncio
from contextlib import suppress

CHUNK = 1 << 16


class Gate:
    """Passes everything on, on one port, while it is open.

    With `loses`, the first request that begins with it reaches the office, but its answer doesn't reach the desk;
    further requests to the same address wait until `release`.
    """

    def __init__(self) -> None:
        self.port = 0
        self.loses = b""
        self.lost = asyncio.Event()
        """Set once an answer was lost."""
        self._free = asyncio.Event()
        self._free.set()
        self._server: asyncio.Server | None = None
        self._office = 0

    async def open(self, office: int) -> None:
        """Listen, on the same port as before; `office` is the port where the office answers."""
        self._office = office
        self._server = await asyncio.start_server(self._pass, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Refuse connections."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def release(self) -> None:
        """Let everything pass again."""
        self.loses = b""
        self._free.set()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            answers, requests = await asyncio.open_connection("127.0.0.1", self._office)
            try:
                await asyncio.gather(self._forward(reader, requests, writer), self._back(answers, writer))
            finally:
                requests.close()
        writer.close()

    async def _forward(
        self, reader: asyncio.StreamReader, office: asyncio.StreamWriter, desk: asyncio.StreamWriter
    ) -> None:
        while data := await reader.read(CHUNK):
            path = self.loses.partition(b" ")[2]
            if self.loses and data.startswith(self.loses) and not self.lost.is_set():
                self._free.clear()
                self.lost.set()
                desk.close()
            elif path and data.split(b" ", 2)[1:2] and data.split(b" ", 2)[1].startswith(path):
                await self._free.wait()
            office.write(data)
            await office.drain()
        office.write_eof()

    async def _back(self, answers: asyncio.StreamReader, desk: asyncio.StreamWriter) -> None:
        while data := await answers.read(CHUNK):
            if desk.is_closing():
                return
            desk.write(data)
            await desk.drain()
        desk.close()
