"""A proxy on a real socket between a desk and its office, which cuts one kind of request at a chosen point."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from enum import StrEnum

from app.core.serving import stop_accepting

PAGE = b"<!doctype html><html><body>This page was blocked by your network.</body></html>"
PIECE = 16 * 1024
SMALL_BUFFER = 64 * 1024
"""Bytes that a connection takes in ahead of the proxy."""


class Cut(StrEnum):
    """Where it cuts. Only the first three keep the request from the office."""

    WHILE_SENDING = "half of the body has passed"
    BEFORE_FORWARDING = "the whole body arrived, and nothing of it is passed on"
    PAGE_INSTEAD = "its own page, with status 200, and nothing is passed on"
    AFTER_COMMIT = "the office has answered, and nothing of it is passed on"
    IN_THE_ANSWER = "half of the answer has passed"
    SILENCE = "the office has answered, and no answer and no end comes"
    PAGE_AFTER = "the office has answered, and its own page is passed on instead"

    @property
    def arrives(self) -> bool:
        """Whether the office gets the request."""
        return self not in (Cut.WHILE_SENDING, Cut.BEFORE_FORWARDING, Cut.PAGE_INSTEAD)


class CuttingProxy:
    """Passes everything on, but the next request whose path ends with `path`, if a cut is planned."""

    def __init__(self, path: str, port: int) -> None:
        """`port` is the office's, on this computer."""
        self._path = path
        self._office = port
        self._serving: set[asyncio.Task[None] | None] = set()
        self._open: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self.port = 0
        self.cut: Cut | None = None
        self.seen = 0
        """How many such requests came, cut or not."""
        self.held = asyncio.Event()
        """Set once half of such a body has passed; with `pause`, it goes no further until that is set."""
        self.pause: asyncio.Event | None = None

    async def listen(self) -> None:
        """Listen: on any free port first, on the same one later."""
        listener = socket.create_server(("127.0.0.1", self.port))
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER)
        self._server = await asyncio.start_server(self._serve, sock=listener, limit=SMALL_BUFFER)
        self.port = listener.getsockname()[1]

    async def deafen(self) -> None:
        """Refuse connections, and end those that are open."""
        if self._server is not None:
            await stop_accepting(self._server)
        for writer in list(self._open):
            writer.transport.abort()
        if self.pause is not None:
            self.pause.set()
        await asyncio.gather(*(task for task in self._serving if task), return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        self._serving.add(task)
        self._open.add(writer)
        try:
            while await self._pass_on(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self._serving.discard(task)
            self._open.discard(writer)
            writer.transport.abort()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer; returns whether the connection stays open."""
        head = await reader.readuntil(b"\r\n\r\n")
        is_cut = head.split(b" ", 2)[1].endswith(self._path.encode())
        self.seen += is_cut
        cut, self.cut = (self.cut, None) if is_cut else (None, self.cut)
        office, to_office = await asyncio.open_connection("127.0.0.1", self._office)
        try:
            to_office.write(head)
            if not await self._pass_body(reader, to_office, _length(head), cut, is_cut=is_cut):
                if cut is Cut.PAGE_INSTEAD:
                    writer.write(_page())
                    await writer.drain()
                return False
            answer = await _whole_answer(office)
        finally:
            to_office.transport.abort()
        if cut is Cut.SILENCE:
            await reader.read()
        if cut is Cut.PAGE_AFTER:
            answer = _page()
        if cut is Cut.IN_THE_ANSWER:
            answer = answer[: len(answer) // 2]
        if cut not in (Cut.AFTER_COMMIT, Cut.SILENCE):
            writer.write(answer)
            await writer.drain()
        return cut is None

    async def _pass_body(
        self,
        reader: asyncio.StreamReader,
        office: asyncio.StreamWriter,
        length: int,
        cut: Cut | None,
        *,
        is_cut: bool,
    ) -> bool:
        """Returns whether the office got all of it."""
        passed = 0
        while passed < length:
            piece = await reader.read(min(PIECE, length - passed))
            if not piece:
                return False
            passed += len(piece)
            if cut is None or cut.arrives or (cut is Cut.WHILE_SENDING and passed < length // 2):
                office.write(piece)
                await office.drain()
            if cut is Cut.WHILE_SENDING and passed >= length // 2:
                return False
            if is_cut and passed >= length // 2:
                self.held.set()
                if self.pause is not None:
                    await self.pause.wait()
        return cut is None or cut.arrives


def _length(head: bytes) -> int:
    lines = head.decode().lower().split("\r\n")
    return next((int(line[15:]) for line in lines if line.startswith("content-length:")), 0)


async def _whole_answer(office: asyncio.StreamReader) -> bytes:
    head = await office.readuntil(b"\r\n\r\n")
    return head + await office.readexactly(_length(head))


def _page() -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(PAGE) + PAGE


@asynccontextmanager
async def cutting_proxy(path: str, port: int) -> AsyncIterator[CuttingProxy]:
    """A proxy in front of the office on this port."""
    proxy = CuttingProxy(path, port)
    await proxy.listen()
    try:
        yield proxy
    finally:
        with suppress(ConnectionError):
            await proxy.deafen()
