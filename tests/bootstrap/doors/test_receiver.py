"""The running program's socket, and what anyone may send there."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from app.bootstrap.doors import receiver
from app.bootstrap.doors.protocol import OTHER_VERSION, REFUSED, TAKEN, encode
from app.bootstrap.single_instance import SingleInstance
from app.core.outside import OutsideRequest
from tests.bootstrap.doors.test_protocol import FORGED
from tests.support.qt_loop import until

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the test speaks to a socket; Windows has a pipe")
ROOT = Path(__file__).parents[3]
ASKED = OutsideRequest(pat_num=1234, screen="schedule")


class Running:
    """A running copy, and who called it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls: list[OutsideRequest | None] = []
        self.instance = SingleInstance(folder)
        assert self.instance.take()
        assert self.instance.listen(self.calls.append)

    @property
    def server(self) -> QLocalServer:
        """Its socket."""
        assert self.instance._server is not None
        return self.instance._server

    def caller(self) -> socket.socket:
        """Another program, connected."""
        caller = socket.socket(socket.AF_UNIX)
        caller.settimeout(10)
        caller.connect(str(self.folder / "front-desk.socket"))
        return caller

    async def send(self, *parts: bytes) -> bytes:
        """Send a message in parts; the answer, empty if there is none."""

        def talk() -> bytes:
            with self.caller() as caller:
                try:
                    for part in parts:
                        caller.sendall(part)
                    return caller.recv(100)
                except (BrokenPipeError, ConnectionResetError):
                    return b""

        return await asyncio.to_thread(talk)


@pytest.fixture
def running(qapp: QApplication, tmp_path: Path) -> Iterator[Running]:
    """A running copy."""
    made = Running(tmp_path)
    yield made
    made.instance.release()


LATER = """
import sys, time
from pathlib import Path
from app.bootstrap.single_instance import SingleInstance
from app.core.outside import OutsideRequest
later = SingleInstance(Path(sys.argv[1]))
began = time.monotonic()
print(later.claim(60, OutsideRequest(pat_num=1234, screen="schedule")), later.claim(60))
print("slow" if time.monotonic() - began > 30 else "quick")
"""


async def test_a_request_arrives(running: Running) -> None:
    """A later start's request arrives once, also in small pieces; a start without one only calls."""
    assert await running.send(*(bytes([each]) for each in encode(ASKED))) == TAKEN
    command = [sys.executable, "-c", LATER, str(running.folder)]
    done = await asyncio.to_thread(
        subprocess.run, command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.split() == ["Claim.CALLED", "Claim.CALLED", "quick"]
    await until(lambda: running.calls == [ASKED, ASKED, None])


async def test_forged_messages_do_nothing(running: Running, caplog: pytest.LogCaptureFixture) -> None:
    """Garbage and injected words are refused and change nothing; the log has none of them."""
    caplog.set_level(logging.DEBUG)
    for message in FORGED:
        answer = await running.send(message) if message.endswith(b"end\n") else REFUSED
        assert answer == REFUSED, message
    assert await running.send(b"x" * 1_000_000) in (REFUSED, b"")
    assert await running.send(b"FRONT-DESK 2\npatient 5\nend\n") == OTHER_VERSION
    assert running.calls == []
    assert "drop" not in caplog.text
    assert "calc" not in caplog.text
    assert await running.send(encode(ASKED)) == TAKEN
    assert running.calls == [ASKED]


async def test_half_messages_do_nothing(running: Running) -> None:
    """Whoever leaves in the middle of a message has asked for nothing."""
    message = encode(ASKED)
    for length in (1, 12, len(message) - 1):
        with running.caller() as caller:
            caller.sendall(message[:length])
    assert await running.send(encode(ASKED)) == TAKEN
    assert running.calls == [ASKED]


async def test_silent_callers(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """Callers who say nothing are cut off, and keep a real one out no longer than that; they call nobody."""
    monkeypatch.setattr(receiver, "CALL_MILLISECONDS", 100)
    silent = [running.caller() for _ in range(receiver.MOST_AT_ONCE + 4)]
    for each in silent:
        assert await asyncio.to_thread(each.recv, 10) == b""
        each.close()
    assert await running.send(encode(ASKED)) == TAKEN
    assert running.calls == [ASKED]


async def test_a_program_that_closes(running: Running) -> None:
    """Once the window is closing nothing is taken any more: the caller starts anew when it has ended."""
    with running.caller() as caller:
        await until(lambda: bool(running.server.findChildren(QLocalSocket)))
        running.instance.fall_silent()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            caller.sendall(encode(ASKED))
            assert await asyncio.to_thread(caller.recv, 100) == b""
    assert running.calls == []
