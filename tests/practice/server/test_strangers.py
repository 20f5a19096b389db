"""The practice as a server that anybody can reach: it answers or closes, and serves the others meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import httpx
import pytest

from app.core import hurried
from app.core.tasks import TaskScope
from app.practice.server.serve import Protocol, serve
from tests.practice import office
from tests.practice.conftest import Desk, good

VISIT = f"/api/v1/appointments/{office.VISIT}"
BODY = '{"Note":"x"}'
READ, WRITE = f"GET {VISIT} HTTP/1.1", f"PUT {VISIT} HTTP/1.1"
MANY = "&".join(f"a{number}={number}" for number in range(10_000))
ODD = {
    "HTTP/1.0": (READ.replace("1.1", "1.0"), "", 200),
    "absolute": (f"GET http://office{VISIT} HTTP/1.1", "", 200),
    "absolute elsewhere": ("GET http://elsewhere/x HTTP/1.1", "", 404),
    "one length twice": (WRITE, f"Content-Length: 12\r\nContent-Length: 12\r\n\r\n{BODY}", 400),
    "two lengths": (WRITE, f"Content-Length: 12\r\nContent-Length: 13\r\n\r\n{BODY}", 400),
    "length and chunks": (WRITE, "Content-Length: 12\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    "an immense length": (WRITE, f"Content-Length: {'9' * 30}\r\n\r\n{BODY}", 400),
    "odd chunks": (
        WRITE,
        'Transfer-Encoding: chunked\r\n\r\n0001\r\n{\r\nb;e="x"\r\n"Note":"x"}\r\n0\r\n\r\n',
        200,
    ),
    "a chunk below zero": (WRITE, "Transfer-Encoding: chunked\r\n\r\n-1\r\n{\r\n0\r\n\r\n", 400),
    "an immense chunk": (WRITE, "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{\r\n", 400),
    "a websocket": (
        READ,
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n",
        200,
    ),
    "continue": (WRITE, "Expect: 100-continue\r\nContent-Length: 12\r\n\r\n", 100),
    "HEAD": (READ.replace("GET", "HEAD"), "", 400),
    "OPTIONS": ("OPTIONS * HTTP/1.1", "", 404),
    "TRACE": (READ.replace("GET", "TRACE"), "", 400),
    "an unknown verb": (READ.replace("GET", "FOO"), "", 400),
    "an encoded slash": ("GET /api/v1/appointments%2F1 HTTP/1.1", "", 200),
    "folders above": ("GET /api/v1/%2e%2e/%2e%2e/x HTTP/1.1", "", 404),
    "NUL": ("GET /api/v1/appointments/%00 HTTP/1.1", "", 400),
    "half an escape": ("GET /api/v1/appointments/%f HTTP/1.1", "", 400),
    "many parameters": (f"GET /api/v1/appointments?{MANY} HTTP/1.1", "", 400),
    "no HTTP": ("\x16\x03\x01\x02\x00\x01", "", 400),
}
"""The first line, the rest and what is answered."""


@dataclass(frozen=True)
class Line:
    """A connection to the served practice."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def is_closed(self) -> bool:
        """Wait until the other side closes it, whatever it answers before."""
        try:
            while await self.reader.read(1 << 16):
                pass
        except ConnectionError:
            pass
        return True


@asynccontextmanager
async def opened(port: int) -> AsyncIterator[Line]:
    """A connection, closed afterwards."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield Line(reader, writer)
    finally:
        writer.transport.abort()


@pytest.fixture
async def port(desk: Desk, tasks: TaskScope) -> int:
    """The port of the practice."""
    listening: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    tasks.start(serve(desk.practice, port=0, announce=listening.set_result), "serve")
    return httpx.URL(await listening).port or 0


async def expect_served(desk: Desk, port: int) -> None:
    """Somebody else is served."""
    headers = {"Authorization": desk.practice.keys.header, "Content-Type": "application/json"}
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers=headers) as http:
        good(await http.get(VISIT))


@pytest.mark.logs("uvicorn.error")
@pytest.mark.parametrize(("first", "rest", "status"), ODD.values(), ids=ODD)
async def test_odd_requests_are_answered(desk: Desk, port: int, first: str, rest: str, status: int) -> None:
    """What HTTP has beside plain requests gets a documented status, and what is no HTTP a 400."""
    headers = (
        f"Authorization: {desk.practice.keys.header}\r\nContent-Type: application/json\r\nHost: office\r\n"
    )
    async with opened(port) as line:
        line.writer.write(f"{first}\r\n{headers}{rest or chr(13) + chr(10)}".encode("latin-1"))
        answer = await line.reader.readuntil(b"\r\n")
    assert answer.split()[1] == str(status).encode()
    await expect_served(desk, port)


async def test_a_head_has_little_time(desk: Desk, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that sends nothing, or a part of its headers, is closed after a while."""
    monkeypatch.setattr(hurried, "HEAD_SECONDS", 0.05)
    async with opened(port) as silent, opened(port) as slow:
        slow.writer.write(READ[:20].encode())
        assert await silent.is_closed()
        assert await slow.is_closed()
    monkeypatch.undo()
    await expect_served(desk, port)


async def test_a_head_has_an_end(desk: Desk, port: int) -> None:
    """Headers without an end are not kept: who has no keys could fill the memory with them."""
    async with opened(port) as line:
        line.writer.write(f"{READ}\r\nX: ".encode() + b"x" * 4 * Protocol.most_head)
        assert await line.is_closed()
    await expect_served(desk, port)


async def test_silent_connections_give_way(desk: Desk, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more connections than may be silent, the one that has waited longest is closed."""
    monkeypatch.setattr(Protocol, "most_silent", 3)
    async with AsyncExitStack() as stack:
        lines = [await stack.enter_async_context(opened(port)) for _ in range(6)]
        for each in lines[:3]:
            assert await each.is_closed()
        await expect_served(desk, port)
