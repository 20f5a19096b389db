"""The kiosk's real process under its supervisor: killed, hung, and started again."""

from __future__ import annotations

import os
import queue
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap.kiosk.launch import COMMAND, program_command
from app.bootstrap.kiosk.supervisor import Patience, Supervisor
from tests.support.systems.other_processes import KILL

ROOT = Path(__file__).resolve().parents[3]
SECONDS = 50.0


class Watched(Supervisor):
    """Tells when the window of a process answers."""

    def __init__(self, home: Path) -> None:
        self.pids: queue.SimpleQueue[int] = queue.SimpleQueue()
        environment = {**os.environ, "FRONT_DESK_HOME": str(home), "PYTHONPATH": str(ROOT)}
        super().__init__(
            program_command(COMMAND),
            patience=Patience(start=SECONDS, hang=16.0),
            on_start=self.pids.put,
            environment=environment,
        )
        self.beats: queue.SimpleQueue[int] = queue.SimpleQueue()
        self.on_beat = lambda: self.beats.put(1)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """A supervisor that runs the real program in a thread."""
    supervisor = Watched(tmp_path)
    thread = threading.Thread(target=supervisor.run)
    thread.start()
    yield supervisor
    supervisor.stop()
    thread.join(SECONDS)


@pytest.mark.logs("app.bootstrap.kiosk")
def test_a_real_kiosk_comes_back_after_a_kill_and_a_hang(watched: Watched) -> None:
    """`kill -9` and a process that is stopped: each time another process shows the first page.

    No signal of Windows stops a process, so there it is killed twice.
    """
    seen = []
    for harm in (KILL, getattr(signal, "SIGSTOP", KILL)):
        seen.append(watched.pids.get(timeout=SECONDS))
        watched.beats.get(timeout=SECONDS)
        os.kill(seen[-1], harm)
    seen.append(watched.pids.get(timeout=SECONDS))
    watched.beats.get(timeout=SECONDS)
    assert len(set(seen)) == len(seen)
    assert watched.crashes == 2
