"""Small servers on a real socket, each with one kind of misbehavior."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from app.api.client import OpenDental
from app.api.http import over_network
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.transport import Transport
from app.core.serving import stop_accepting

KEYS = Keys("developer-secret", "customer-secret")
TRANSPORTS: list[Callable[[OfficeAddress], Transport]] = [over_network]
"""The last one is how an office is reached."""


@dataclass
class Heard:
    """What was received: whole request heads, bodies, and the numbers of connections and of closed ones."""

    heads: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    connections: int = 0
    closed: int = 0
    at_once: int = 0


Reply = Callable[[asyncio.StreamReader, asyncio.StreamWriter, int], Awaitable[bool]]
"""Answers the n-th request (from 0); returns whether the connection stays open."""


class _RawServer:
    """Reads and records requests and lets `reply` answer."""

    def __init__(self, reply: Reply) -> None:
        self.heard = Heard()
        self._reply = reply
        self._open: set[asyncio.StreamWriter] = set()
        self._serving: set[asyncio.Task[None] | None] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, until either side closes it."""
        self._serving.add(asyncio.current_task())
        self._open.add(writer)
        self.heard.connections += 1
        self.heard.at_once = max(self.heard.at_once, len(self._open))
        try:
            while await self._answer_one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self._open.discard(writer)
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
            self.heard.closed += 1

    async def _answer_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(
            (int(line[15:]) for line in head.split("\r\n") if line.lower().startswith("content-length:")), 0
        )
        body = await reader.readexactly(length)
        self.heard.heads.append(head)
        self.heard.bodies.append(body)
        stays = await self._reply(reader, writer, len(self.heard.heads) - 1)
        await writer.drain()
        return stays

    async def close(self) -> None:
        """Close every connection and wait until each has ended."""
        for writer in list(self._open):
            writer.transport.abort()
        await asyncio.gather(*(task for task in self._serving if task), return_exceptions=True)


@asynccontextmanager
async def raw_server(reply: Reply) -> AsyncIterator[tuple[str, Heard]]:
    """Serve on a free port of this computer; returns the base address and what was received."""
    raw = _RawServer(reply)
    server = await asyncio.start_server(raw.serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/v1", raw.heard
    finally:
        await stop_accepting(server)
        await raw.close()
        await server.wait_closed()


def http(status: int, body: bytes, *headers: str) -> bytes:
    """A whole answer."""
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def always(data: bytes, *, stays: bool = False) -> Reply:
    """The same bytes for every request."""

    async def reply(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bool:
        writer.write(data)
        return stays

    return reply


async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bool:
    """Answer nothing until the caller disconnects."""
    await reader.read()
    return False


async def trickle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bool:
    """Start an answer and send a little of it repeatedly, until the caller disconnects."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while not reader.at_eof():
        writer.write(b" ")
        with suppress(TimeoutError):
            await asyncio.wait_for(reader.read(1), 0.02)
    return False


def in_turn(*answers: bytes) -> Reply:
    """One answer after the other, the last one repeatedly."""

    async def reply(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bool:
        writer.write(answers[min(number, len(answers) - 1)])
        return True

    return reply


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@asynccontextmanager
async def office_at(
    base_url: str, *, mode: Mode = Mode.SERVICE, patience: float = 20.0
) -> AsyncIterator[OpenDental]:
    """An office over a real socket; a bug of ours fails the test."""
    mistakes: list[BaseException] = []
    address = OfficeAddress(mode, base_url)
    transport = TRANSPORTS[-1](address)
    async with OpenDental(address, KEYS, transport, on_error=mistakes.append, patience=patience) as office:
        yield office
    assert mistakes == []
