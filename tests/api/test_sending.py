"""Large bodies: their progress, what the timeout covers, and stopping them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager

import pytest

from app.api import errors
from app.api.client import OpenDental
from app.api.modes import Mode
from app.api.need import Need
from app.api.sending import PART, Sending
from app.core.tasks import TaskScope
from tests.api.raw_server import http, office_at

SIZE = 8_000_000
CALL = ("Documents.upload", {"PatNum": 1, "rawBase64": "A" * SIZE, "extension": ".pdf"})
CREATED = http(201, b'{"DocNum": 7}', "Content-Type: application/json")
Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[None, None, None]]


@asynccontextmanager
async def office_with(serve: Serve, patience: float) -> AsyncIterator[OpenDental]:
    """An office on a socket that takes in little ahead of `serve`, which answers one connection."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, PART)
    writers: list[asyncio.StreamWriter] = []
    tasks: list[asyncio.Task[None] | None] = []

    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        tasks.append(asyncio.current_task())
        await serve(reader, writer)
        writer.transport.abort()

    server = await asyncio.start_server(one, sock=listener, limit=PART)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/api/v1"
    try:
        async with office_at(url, patience=patience) as office:
            yield office
    finally:
        server.close()
        for writer in writers:
            writer.transport.abort()
        await asyncio.gather(*(task for task in tasks if task), return_exceptions=True)


async def head(reader: asyncio.StreamReader) -> int:
    """Read a request's head; returns the length of its body, which must be told in advance."""
    lines = (await reader.readuntil(b"\r\n\r\n")).decode().lower().split("\r\n")
    assert not any(line.startswith("transfer-encoding") for line in lines)
    return next(int(line[15:]) for line in lines if line.startswith("content-length:"))


async def test_a_slow_line_is_no_silence() -> None:
    """A body may take longer than the timeout as long as parts of it leave; its progress ends at the whole body."""
    seen: list[int] = []

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        left = await head(reader)
        while left > 0:
            left -= len(await reader.readexactly(min(10 * PART, left)))  # the line's speed
            await asyncio.sleep(0.15)
        writer.write(CREATED)
        await writer.drain()

    sending = Sending(lambda: seen.append(sending.sent))
    async with office_with(slow, 1.5) as office:
        began = asyncio.get_running_loop().time()
        _, answer = await office.send_raw(*CALL, sending)
        assert asyncio.get_running_loop().time() - began > 1.5
    assert answer == {"DocNum": 7}
    assert seen[0] == 0  # it has left the queue
    assert seen == sorted(seen)
    assert len(seen) > 100
    assert seen[-1] == sending.total > SIZE


async def test_an_observer_that_fails_takes_no_seat() -> None:
    """A request whose observer raises when it leaves the queue is sent and answered, and the next ones are too."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in range(2):
            await reader.readexactly(await head(reader))
            writer.write(CREATED)
            await writer.drain()

    def fail() -> None:
        raise LookupError

    small = ("Documents.upload", {"PatNum": 1, "rawBase64": "A", "extension": ".pdf"})
    async with office_with(serve, 5) as office:
        with pytest.raises(LookupError):
            await office.send_raw(*small, Sending(fail))
        async with asyncio.timeout(5):
            while office.status.in_flight:
                await asyncio.sleep(0)
            _, answer = await office.send_raw(*small)
    assert answer == {"DocNum": 7}


async def test_a_line_that_stalls_times_out() -> None:
    """If nothing of the body leaves for the whole timeout, the outcome is unknown."""

    async def stall(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await head(reader)
        await stalled.wait()

    stalled = asyncio.Event()
    async with office_with(stall, 0.3) as office:
        with pytest.raises(errors.TimedOut):
            await office.send_raw(*CALL, Sending(lambda: None))
        stalled.set()


async def test_stopping_cuts_the_connection(tasks: TaskScope) -> None:
    """Stopped in the middle, the rest is not sent, the outcome is unknown, and the office is not thought to be down."""
    got: list[int] = []
    half, ended = asyncio.Event(), asyncio.Event()

    async def take(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await head(reader)
        got.append(len(await reader.readexactly(PART)))
        half.set()
        await stopped.wait()
        while piece := await reader.read(PART):
            got.append(len(piece))
        ended.set()

    stopped, sending = asyncio.Event(), Sending(lambda: None)

    async def stop() -> None:
        await half.wait()
        sending.stop()

    async with office_with(take, 20.0) as office:
        tasks.start(stop(), "stop")
        with pytest.raises(errors.ConnectionLost):
            await office.send_raw(*CALL, sending)
        stopped.set()
        await ended.wait()
        assert sum(got) < SIZE
        assert office.status.connected


async def test_stopping_before_it_is_sent() -> None:
    """Stopped while it waits for its turn, nothing is sent."""
    connections: list[int] = []

    async def count(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        connections.append(1)

    sending = Sending(lambda: None)
    sending.stop()
    async with office_with(count, 5.0) as office:
        with pytest.raises(errors.Canceled):
            await office.send_raw(*CALL, sending)
    assert (connections, sending.sent) == ([], 0)


async def test_a_refusal_before_the_end_is_heard() -> None:
    """An office that refuses a large body before it is whole is heard, and the write was not done."""

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        length = await head(reader)
        writer.write(http(400, b"rawBase64 is invalid.", "Content-Type: text/plain"))
        await writer.drain()
        for _ in range(length // PART):
            if not await reader.read(PART):
                break

    async with office_with(refuse, 5.0) as office:
        with pytest.raises(errors.BadRequest) as caught:
            await office.send_raw(*CALL, Sending(lambda: None))
        assert caught.value.explanation == "rawBase64 is invalid."


@pytest.mark.parametrize(("mode", "held"), [(Mode.SERVICE, 0.0), (Mode.HUB, 60.0)])
async def test_a_hub_may_hold_a_request(mode: Mode, held: float) -> None:
    """A request may wait a minute for its turn in a hub; nothing else between a desk and its office holds one."""
    async with office_at("http://127.0.0.1:1/api/v1", mode=mode) as office:
        assert office.held_seconds == office.at(Need.REFRESH).held_seconds == held
