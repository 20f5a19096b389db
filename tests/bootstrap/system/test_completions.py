"""The thread that waits for what has ended, and the program's loop with it: sockets, threads and processes."""

from __future__ import annotations

import asyncio
import queue
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap.loop import QtEventLoop, qt_loop
from app.bootstrap.system.completions import Poller, Unregistered


class Completions:
    """What ends when a test says so; counts how often it was asked for."""

    def __init__(self) -> None:
        self.asked = threading.Semaphore(0)
        self.handed_on: queue.Queue[list[str]] = queue.Queue()
        self._ended: queue.Queue[list[str]] = queue.Queue()
        self.poller = Poller(self._select, lambda: self._ended.put([]), self.handed_on.put)

    def end(self, name: str) -> None:
        """Something has ended."""
        self._ended.put([name])

    def _select(self) -> list[str]:
        self.asked.release()
        return self._ended.get(timeout=20)


@pytest.fixture
def completions() -> Iterator[Completions]:
    """Started, and stopped."""
    made = Completions()
    made.poller.start()
    yield made
    made.poller.stop()


def test_what_ended_is_handed_on_and_nothing_runs_meanwhile(completions: Completions) -> None:
    """It asks once, and again only after something has ended: an idle PC is woken for nothing."""
    assert completions.asked.acquire(timeout=20)
    assert not completions.asked.acquire(timeout=0.05)
    completions.end("a read")
    assert completions.handed_on.get(timeout=20) == ["a read"]
    assert completions.asked.acquire(timeout=20)
    assert not completions.asked.acquire(timeout=0.05)


def test_stopping_ends_a_wait_that_would_not_end(completions: Completions) -> None:
    """At once, and it can be started again."""
    completions.poller.stop()
    completions.poller.start()
    completions.end("a write")
    assert completions.handed_on.get(timeout=20) == ["a write"]


def test_what_is_unregistered_meanwhile_is_not_lost() -> None:
    """Added by one thread while the other goes through the list and clears it: it is there the next time."""
    found = Unregistered([1, 2])
    assert list(found) == [1, 2]
    found.append(3)
    found.clear()
    assert list(found) == [3]
    assert not found


async def _serve_and_ask() -> int:
    """200 answers over sockets, 20 at once, with waits that are canceled in between."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await reader.readline())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]

    async def ask(number: int) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            async with asyncio.timeout(0.001):
                await reader.readline()
        except TimeoutError:
            """Nothing was asked yet."""
        writer.write(b"%d\n" % number)
        said = await reader.readline()
        writer.close()
        return said

    answered = 0
    async with server:
        for start in range(0, 200, 20):
            said = await asyncio.gather(*map(ask, range(start, start + 20)))
            answered += said == [b"%d\n" % number for number in range(start, start + 20)]
    return answered


async def _all() -> tuple[int, str, int]:
    process: Any = await asyncio.create_subprocess_exec(sys.executable, "-c", "raise SystemExit(3)")
    return await _serve_and_ask(), await asyncio.to_thread(lambda: "thread"), await process.wait()


def test_the_programs_loop() -> None:
    """Sockets, threads and processes end on it, on Windows and elsewhere, and it can be run twice."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with qt_loop(app) as loop:
        assert isinstance(loop, QtEventLoop)
        for _ in range(2):
            assert loop.run_until_complete(asyncio.wait_for(_all(), 60)) == (10, "thread", 3)
