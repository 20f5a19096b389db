from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap.kiosk.protocol import BEAT, CLOSED, RESTART, Start
from app.bootstrap.kiosk.supervisor import LONGEST_WAIT_SECONDS, Patience, Supervisor, pause_after
from tests.support.systems.other_processes import kill

SECONDS = 120.0
KIOSK = """
import os, sys, threading
line = os.read(0, 65536)
notes = open(sys.argv[1], "ab", buffering=0)
notes.write(line)
action = sys.argv[2]
runs = len(open(sys.argv[1]).readlines())
if action == "close" or runs > 2:
    sys.exit(0)
if action == "crash":
    os.abort()
if action == "restart":
    sys.exit(75)
os.write(1, b".")
if action == "hang":
    threading.Event().wait()
while os.read(0, 1):
    pass
notes.write(b"alone\\n")
"""
"""Stands for the kiosk's process: notes its first line, and ends, crashes, hangs, or waits for its supervisor's end."""


class Run:
    """A supervisor in a thread."""

    def __init__(self, notes: Path, action: str, patience: Patience) -> None:
        self.notes = notes
        self.pids: queue.SimpleQueue[int] = queue.SimpleQueue()
        self.supervisor = Supervisor(
            [sys.executable, "-c", KIOSK, str(notes), action], patience=patience, on_start=self.pids.put
        )
        self.beaten: queue.SimpleQueue[int] = queue.SimpleQueue()
        self.supervisor.on_beat = lambda: self.beaten.put(1)
        self.codes: queue.SimpleQueue[int] = queue.SimpleQueue()
        self.thread = threading.Thread(target=lambda: self.codes.put(self.supervisor.run()))
        self.thread.start()

    @property
    def starts(self) -> list[Start]:
        """The first lines that the processes got."""
        return [Start.read(line) for line in self.notes.read_bytes().splitlines() if line.startswith(b"{")]

    def ended(self) -> int:
        """The supervisor's exit code, once it has ended."""
        code = self.codes.get(timeout=SECONDS)
        self.thread.join(SECONDS)
        return code


@pytest.fixture
def start(tmp_path: Path) -> Iterator[object]:
    """Starts supervisors."""
    runs: list[Run] = []

    def run(action: str, patience: Patience | None = None) -> Run:
        runs.append(Run(tmp_path / "notes", action, patience or Patience()))
        return runs[-1]

    yield run
    for each in runs:
        each.supervisor.stop()
        each.thread.join(SECONDS)


def test_a_kiosk_that_staff_closed_ends_the_supervisor(start) -> None:
    """Exit code 0 ends both."""
    run = start("close")
    assert run.ended() == CLOSED
    assert run.starts == [Start()]


@pytest.mark.logs("app.bootstrap.kiosk")
def test_a_crashed_kiosk_is_started_again_and_learns_of_the_crash(start) -> None:
    """An abort is a crash: the next process is told how the last one ended, and how many crashes there were."""
    run = start("crash")
    assert run.ended() == CLOSED
    assert [each.crashes for each in run.starts] == [0, 1, 2]
    assert run.starts[1].ended.startswith("crashed (")


@pytest.mark.logs("app.bootstrap.kiosk")
def test_a_killed_kiosk_is_started_again(start) -> None:
    """`kill -9` from outside is a crash like any other."""
    run = start("wait")
    killed = run.pids.get(timeout=SECONDS)
    kill(killed)
    assert run.pids.get(timeout=SECONDS) != killed
    assert run.supervisor.crashes == 1


@pytest.mark.logs("app.bootstrap.kiosk")
def test_a_kiosk_that_hangs_is_killed_and_started_again(start) -> None:
    """Without beats for the time limit, the process is ended by force."""
    run = start("hang", Patience(hang=0.2))
    assert run.ended() == CLOSED
    assert [each.ended for each in run.starts[:2]] == ["", "hung"]


@pytest.mark.skipif(sys.platform == "win32", reason="no signal of Windows halts a process")
@pytest.mark.logs("app.bootstrap.kiosk")
def test_a_kiosk_that_never_shows_a_page_is_killed_and_started_again(start) -> None:
    """A start has a time limit of its own."""
    run = start("wait", Patience(start=0.5, hang=0.5))
    stopped = run.pids.get(timeout=SECONDS)
    os.kill(stopped, signal.SIGSTOP)  # it may have beaten once before
    assert run.pids.get(timeout=SECONDS) != stopped


def test_a_restart_by_staff_is_no_crash(start) -> None:
    """The next process starts at once, and hears of no crash."""
    run = start("restart")
    assert run.ended() == CLOSED
    assert [each.crashes for each in run.starts] == [0, 0, 0]


def test_a_kiosk_learns_when_its_supervisor_ends(start) -> None:
    """Its standard input ends: a kiosk without a supervisor must not stay."""
    run = start("wait")
    run.pids.get(timeout=SECONDS)
    run.supervisor._child.stdin.close()
    run.supervisor._child.wait(SECONDS)
    assert run.notes.read_bytes().endswith(b"alone\n")


def test_a_stopped_supervisor_lets_the_kiosk_end_by_itself(start) -> None:
    """On Windows too, where nothing but the end of its input tells it."""
    run = start("wait")
    run.pids.get(timeout=SECONDS)
    run.beaten.get(timeout=SECONDS)
    run.supervisor.stop()
    assert run.ended() == CLOSED
    if sys.platform == "win32":
        assert run.notes.read_bytes().endswith(b"alone\n")


def test_pauses_grow_from_nothing_to_a_limit() -> None:
    """The first restart is immediate, a crash loop slows down, and a patient never waits longer than the limit."""
    pauses = [pause_after(crashes) for crashes in range(1, 10)]
    assert pauses[0] == 0
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_WAIT_SECONDS


def test_a_first_line_that_cannot_be_read_is_an_empty_start() -> None:
    """A kiosk that is started by hand has no supervisor, and starts anyway."""
    told = Start(2, "hung", {"hub": "x"})
    assert Start.read(told.line()) == told
    for line in (b"", b"[]", b"{}", BEAT, str(RESTART).encode()):
        assert Start.read(line) == Start()
