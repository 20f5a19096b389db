from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from app.bootstrap.kiosk.restarting import Restarting
from tests.support.systems.other_processes import kill

SECONDS = 120.0
WAITS = "import sys; sys.stdin.read()"
"""Ends with its standard input, as hub and desk do."""
TOLD = "import ctypes; ctypes.windll.kernel32.ExitProcess(0xC000013A)" if sys.platform == "win32" else WAITS
"""Told to end: on Windows by Ctrl+C, elsewhere by the signal that the test sends."""


class Run:
    """Processes of which each is started when the one before has crashed."""

    def __init__(self, code: str, steady: float = 0.0) -> None:
        self._code = code
        self.pids: queue.SimpleQueue[int] = queue.SimpleQueue()
        self.ended: queue.SimpleQueue[int] = queue.SimpleQueue()
        self.process = Restarting(self._start, self.ended.put, steady=steady)

    def _start(self) -> subprocess.Popen[bytes]:
        child = subprocess.Popen([sys.executable, "-c", self._code], stdin=subprocess.PIPE)
        self.pids.put(child.pid)
        return child


@pytest.fixture
def run() -> Iterator[type[Run]]:
    """Makes runs, and closes them."""
    made: list[Run] = []

    def make(code: str, steady: float = 0.0) -> Run:
        made.append(Run(code, steady))
        return made[-1]

    yield make
    for each in made:
        each.process.close()


def test_a_killed_process_is_started_again(run) -> None:
    """Until it is closed: that ends it for good, and nobody is told."""
    started = run(WAITS)
    first = started.pids.get(timeout=SECONDS)
    kill(first)
    assert started.pids.get(timeout=SECONDS) != first
    started.process.close()
    assert started.process.child.returncode == 0
    assert started.pids.empty()
    assert started.ended.empty()


def test_a_process_that_was_closed_or_told_to_end_is_not_started_again(run) -> None:
    """Its window was closed, or Ctrl+C reached it: its code is passed on."""
    assert run("").ended.get(timeout=SECONDS) == 0
    told = run(TOLD)
    pid, code = told.pids.get(timeout=SECONDS), 0xC000013A
    if sys.platform != "win32":
        os.kill(pid, signal.SIGTERM)
        code = -signal.SIGTERM
    assert told.ended.get(timeout=SECONDS) == code
    assert told.pids.empty()


def test_a_process_that_crashes_at_its_start_is_not_started_again(run) -> None:
    """It would crash again."""
    started = run("import sys; sys.exit(3)", steady=SECONDS)
    assert started.ended.get(timeout=SECONDS) == 3
