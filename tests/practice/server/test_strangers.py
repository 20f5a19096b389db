"""The practice as a server that anybody can reach: it answers or closes, and serves the others meanwhile."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import httpx
import pytest

from app.core import http_limits
from app.core.tasks import TaskScope
from app.practice.server import load
from app.practice.server.serve import Protocol, serve
from tests.practice import office
from tests.practice.conftest import Desk, good, refused

VISIT = f"/api/v1/appointments/{office.VISIT}"
BODY = '{"Note":"x"}'
READ, WRITE = f"GET {VISIT} HTTP/1.1", f"PUT {VISIT} HTTP/1.1"
MANY = "&".join(f"a{number}={number}" for number in range(10_000))
LARGE = 16_000_000
"""Bytes of an answer: more than the system takes on its way."""
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

    def ask_for_much(self, desk: Desk) -> None:
        """Send a query with a large answer, and read nothing until `resume`."""
        self.writer.transport.pause_reading()  # type: ignore[attr-defined]
        columns = ", ".join(f"REPEAT('long ', 200000) AS a{number}" for number in range(LARGE // 1_000_000))
        body = json.dumps({"SqlCommand": f"SELECT {columns}"})
        head = f"PUT /api/v1/queries/ShortQuery HTTP/1.1\r\nAuthorization: {desk.practice.keys.header}\r\nHost: office"
        self.writer.write(
            f"{head}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
        )

    def resume(self) -> None:
        """Read again."""
        self.writer.transport.resume_reading()  # type: ignore[attr-defined]

    async def is_cut_off(self) -> bool:
        """Send a header's bytes until the other side has closed."""
        try:
            while True:
                self.writer.write(b"x")
                await self.writer.drain()
                await asyncio.sleep(0)
        except ConnectionError:
            return True

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
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2 * LARGE)
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


def caller(desk: Desk, port: int) -> httpx.AsyncClient:
    """A well-behaved one, with keys."""
    headers = {"Authorization": desk.practice.keys.header, "Content-Type": "application/json"}
    return httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers=headers)


async def expect_served(desk: Desk, port: int) -> None:
    """Somebody else is served."""
    async with caller(desk, port) as http:
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
    monkeypatch.setattr(http_limits, "HEAD_SECONDS", 0.05)
    async with opened(port) as silent, opened(port) as slow:
        slow.writer.write(READ[:20].encode())
        assert await silent.is_closed()
        assert await slow.is_closed()
    monkeypatch.undo()
    await expect_served(desk, port)


async def test_a_head_has_an_end(desk: Desk, port: int) -> None:
    """Headers without an end are refused and not kept: who has no keys could fill the memory with them."""
    async with opened(port) as line:
        line.writer.write(f"{READ}\r\nX: ".encode())
        for _ in range(64):
            line.writer.write(b"x" * (Protocol.most_head // 16))
            await line.writer.drain()
        answer = await line.reader.read()
        assert answer.startswith(b"HTTP/1.1 431 ")
        assert answer.endswith(b"\r\n\r\nThe headers are too long.")
    await expect_served(desk, port)


async def test_whoever_goes_on_after_a_head_that_is_too_long_is_cut_off(
    desk: Desk, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes after the refusal is discarded for a while, then the connection is closed."""
    monkeypatch.setattr(http_limits, "HEAD_SECONDS", 0.05)
    async with opened(port) as line:
        line.writer.write(f"{READ}\r\nX: ".encode() + b"x" * 2 * Protocol.most_head)
        assert await line.is_cut_off()
    monkeypatch.undo()
    await expect_served(desk, port)


ENDLESS = {
    "trailers": f"Transfer-Encoding: chunked\r\n\r\nc\r\n{BODY}\r\n0\r\nX: ",
    "what a chunk has beside its data": "Transfer-Encoding: chunked\r\n\r\nc;x=",
    "headers behind another request": f"Content-Length: 12\r\n\r\n{BODY}{READ}\r\nX: ",
}


@pytest.mark.parametrize("rest", ENDLESS.values(), ids=ENDLESS)
async def test_nothing_but_a_body_may_be_large(desk: Desk, port: int, rest: str) -> None:
    """Nor may headers behind a request that is refused before its body has come."""
    async with opened(port) as line:
        line.writer.write(f"{WRITE}\r\nHost: office\r\n{rest}".encode())
        for _ in range(64):
            line.writer.write(b"x" * (Protocol.most_head // 16))
        answers = await line.reader.read()
        assert [each[:3] for each in answers.split(b"HTTP/1.1 ")[1:]] == [b"400", b"431"]
    await expect_served(desk, port)


async def test_what_a_key_leaves_unread_has_an_end(
    desk: Desk, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Answers stay in memory until they are read; while they are too much, the key gets no more."""
    monkeypatch.setattr(load, "MOST_BYTES", LARGE // 2)
    async with opened(port) as line, caller(desk, port) as http:
        line.ask_for_much(desk)
        while (await http.get(VISIT)).status_code != 429:
            pass
        refused(await http.get(VISIT), 429, load.TOO_MUCH)
        line.resume()
        await line.reader.readuntil(b"\r\n\r\n")
        assert len(await line.reader.readuntil(b"}]")) > LARGE
        while (await http.get(VISIT)).status_code != 200:
            pass


async def test_an_answer_that_nobody_reads_is_given_up(
    desk: Desk, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who doesn't read on for a minute is cut off: the answer would stay in memory for as long as he likes."""
    monkeypatch.setattr(http_limits, "UNREAD_SECONDS", 0.05)
    async with opened(port) as line:
        line.ask_for_much(desk)
        line.writer.write(f"{READ}\r\nX: ".encode())
        assert await line.is_cut_off()
    await expect_served(desk, port)


async def test_silent_connections_give_way(desk: Desk, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more connections than may be silent, the one that has waited longest is closed."""
    monkeypatch.setattr(Protocol, "most_silent", 3)
    async with AsyncExitStack() as stack:
        lines = [await stack.enter_async_context(opened(port)) for _ in range(6)]
        for each in lines[:3]:
            assert await each.is_closed()
        await expect_served(desk, port)
