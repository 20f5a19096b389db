"""Ports: nobody else takes them, a canceled server leaves none open, and one that the system closed is opened again."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
import warnings
from typing import Any

import pytest
import uvicorn

from app.core.serving import REST_SECONDS, RareWarnings, Server, listening_socket, stop_accepting
from app.core.tasks import TaskScope
from app.hub.server.serve import Listener

LOOPBACK = "127.0.0.1"


async def _answer(scope: Any, receive: Any, send: Any) -> None:
    """An application that answers 200 without a body."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})


@pytest.fixture(autouse=True)
def _looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("app.core.serving", "app.hub.server.serve"):
        monkeypatch.setattr(f"{module}.LOOK_SECONDS", 0.05)


def _server() -> Server:
    return Server(uvicorn.Config(_answer, log_config=None, access_log=False, lifespan="off"))


async def _answers(port: int) -> bool:
    """Whether a new connection gets an answer."""
    try:
        reader, writer = await asyncio.open_connection(LOOPBACK, port)
    except OSError:
        return False
    try:
        writer.write(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        return (await reader.readline()).startswith(b"HTTP/1.1 200")
    except OSError:
        return False
    finally:
        writer.close()


async def _until_answers(port: int) -> None:
    async with asyncio.timeout(60):
        while not await _answers(port):
            await asyncio.sleep(0.01)


def _close_silently(opened: socket.socket) -> None:
    """What asyncio does on Windows after an accept has failed: it closes the socket, and the server isn't told."""
    asyncio.get_running_loop()._stop_serving(opened)  # type: ignore[attr-defined]


def test_a_port_belongs_to_one_program() -> None:
    """A second one is refused it; on Windows too, where SO_REUSEADDR would let it take the port over."""
    with listening_socket(LOOPBACK, 0) as first, pytest.raises(OSError):
        listening_socket(LOOPBACK, first.getsockname()[1])


def test_a_port_is_free_at_once_after_it_was_closed() -> None:
    """A program that is started again gets its port back."""
    with listening_socket(LOOPBACK, 0) as first:
        port = first.getsockname()[1]
    with listening_socket(LOOPBACK, port) as again:
        assert again.getsockname()[1] == port


@pytest.mark.parametrize("connected", [False, True])
async def test_a_canceled_server_leaves_nothing_open(tasks: TaskScope, connected: bool) -> None:
    """Neither its port nor a connection, and Python warns of nothing that was not closed."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        opened, server = listening_socket(LOOPBACK, 0), _server()
        port = opened.getsockname()[1]
        serving = tasks.start(server.serve([opened]), "serving")
        await _until_answers(port)
        writer = (await asyncio.open_connection(LOOPBACK, port))[1] if connected else None
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        assert opened.fileno() == -1
        assert not await _answers(port)
        if writer is not None:
            writer.close()
        del opened, server
        gc.collect()
    with listening_socket(LOOPBACK, port):
        """The port is free."""


async def test_a_server_ends_at_once(tasks: TaskScope, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends when it is told to, not when it looks at its port the next time."""
    monkeypatch.setattr("app.core.serving.LOOK_SECONDS", 1e6)
    opened, server = listening_socket(LOOPBACK, 0), _server()
    serving = tasks.start(server.serve([opened]), "serving")
    await _until_answers(opened.getsockname()[1])
    server.should_exit = True
    await serving
    assert opened.fileno() == -1


async def test_a_connection_that_comes_at_the_end_is_no_mistake() -> None:
    """It is closed, and the loop, which reports what fails in it, has nothing to report. Windows' had."""
    loop = asyncio.get_running_loop()
    failed: list[object] = []
    loop.set_exception_handler(lambda _, context: failed.append(context))
    made: list[asyncio.BaseTransport] = []

    class Kept(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            made.append(transport)

    opened = listening_socket(LOOPBACK, 0)
    server = await loop.create_server(Kept, sock=opened)
    await asyncio.sleep(0)
    with socket.create_connection(opened.getsockname()):
        await asyncio.sleep(0)  # the loop knows of it, and goes on here first
        await stop_accepting(server)
        for _ in range(5):
            await asyncio.sleep(0)
    for each in made:
        each.close()
    await asyncio.sleep(0)
    del server
    gc.collect()
    assert failed == []


@pytest.mark.logs("app.core.serving")
async def test_a_port_that_the_system_closed_is_opened_again(tasks: TaskScope) -> None:
    """On the same number, with the next look: whoever knew the address reaches the program again."""
    opened, server = listening_socket(LOOPBACK, 0), _server()
    port = opened.getsockname()[1]
    serving = tasks.start(server.serve([opened]), "serving")
    await _until_answers(port)
    _close_silently(opened)
    await _until_answers(port)
    server.should_exit = True
    await serving
    assert not await _answers(port)


@pytest.mark.logs("app.hub.server.serve")
async def test_the_hubs_port_is_opened_again(tasks: TaskScope) -> None:
    """As every port; and it is closed when the hub stops."""
    listener = Listener(_answer, host=LOOPBACK, port=0, context=None, on_error=tasks.on_error)
    await listener.start()
    await _until_answers(listener.port)
    _close_silently(listener._socket)
    await _until_answers(listener.port)
    await listener.stop()
    assert not await _answers(listener.port)


def test_a_flood_of_warnings_is_one_line_a_minute() -> None:
    """The next line after a minute says how many were left out; errors and other warnings aren't."""
    now = [0.0]
    rare = RareWarnings(lambda: now[0])

    def line(words: str, level: int = logging.WARNING) -> str:
        """What is written of a record; empty: nothing."""
        record = logging.makeLogRecord({"msg": words, "levelno": level})
        return record.getMessage() if rare.filter(record) else ""

    assert [line("no HTTP") for _ in range(500)] == ["no HTTP", *[""] * 499]
    assert line("an upgrade")
    assert line("broken", logging.ERROR)
    assert line("broken", logging.ERROR)
    now[0] = REST_SECONDS
    assert line("no HTTP") == "no HTTP (499 more since the last line)"
    assert line("no HTTP") == ""


@pytest.mark.logs("uvicorn.error")
async def test_a_server_warns_rarely(tasks: TaskScope, caplog: pytest.LogCaptureFixture) -> None:
    """Requests that are no HTTP are answered with 400, and fill no log."""
    logger = logging.getLogger("uvicorn.error")
    for each in [each for each in logger.filters if isinstance(each, RareWarnings)]:
        logger.removeFilter(each)  # another test's
    server = _server()
    opened = listening_socket("127.0.0.1", 0)
    port = opened.getsockname()[1]
    tasks.start(server.serve(sockets=[opened]), "server")
    await _until_answers(port)
    for _ in range(5):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"no request\r\n\r\n")
        assert (await reader.readline()).startswith(b"HTTP/1.1 400")
        writer.close()
    server.should_exit = True
    assert len([each for each in caplog.records if "Invalid HTTP" in each.getMessage()]) == 1
