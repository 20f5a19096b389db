"""Keeps the kiosk running: starts its process, and starts it again when it crashes or hangs.

It loads neither Qt nor anything that could crash with it. It ends when staff close the kiosk.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from app.bootstrap.kiosk.launch import launch
from app.bootstrap.kiosk.protocol import CLOSED, RESTART, Start
from app.core.present import present

START_SECONDS = 90.0
"""A slow PC that has just been switched on may take this long to show the first page."""
HANG_SECONDS = 10.0
"""Without a beat for this long, the window hangs."""
STEADY_SECONDS = 300.0
"""A process that ran this long was not in a crash loop."""
LONGEST_WAIT_SECONDS = 30.0
END_SECONDS = 5.0
"""A process that was told to end may take this long."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """Time limits in seconds."""

    start: float = START_SECONDS
    hang: float = HANG_SECONDS
    steady: float = STEADY_SECONDS


def pause_after(crashes: int) -> float:
    """Seconds before the next start, after so many crashes in a row: the first restart is immediate."""
    return 0.0 if crashes <= 1 else min(2.0 ** (crashes - 2), LONGEST_WAIT_SECONDS)


class Supervisor:
    """Runs one kiosk process after the other."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        patience: Patience | None = None,
        on_start: Callable[[int], None] = lambda _: None,
        training: Mapping[str, Any] = MappingProxyType({}),
        environment: Mapping[str, str] | None = None,
        started: subprocess.Popen[bytes] | None = None,
    ) -> None:
        """`on_start` is told the id of each process; `training` is that of each start, and empty otherwise.

        `started`: the first process, which waits for its first line.
        """
        self._command = list(command)
        self._patience = patience or Patience()
        self._on_start = on_start
        self._training = training
        self._environment = environment
        self._stopped = threading.Event()
        self._started = self._child = started
        self.crashes = 0
        """Since the supervisor was started."""
        self.on_beat: Callable[[], object] = lambda: None
        """Called whenever the window of the process has answered."""

    def run(self) -> int:
        """Keep the kiosk running until it is closed; returns the exit code."""
        ended, in_a_row = "", 0
        while not self._stopped.is_set():
            began = time.monotonic()
            ended = self._run_once(Start(self.crashes, ended, self._training))
            if ended == "closed" or self._stopped.is_set():
                break
            if ended == "restarted":
                in_a_row = 0
                continue
            log.warning("the kiosk %s after %d s", ended, time.monotonic() - began)
            self.crashes += 1
            in_a_row = 1 if time.monotonic() - began > self._patience.steady else in_a_row + 1
            self._stopped.wait(pause_after(in_a_row))
        return CLOSED

    def stop(self) -> None:
        """End both; may be called from another thread or a signal handler."""
        self._stopped.set()
        if self._started is not None:  # it waits for its first line, and has nothing to end
            self._started.terminate()
        elif self._child is not None:
            _tell_to_end(self._child)

    def _run_once(self, start: Start) -> str:
        """Run one process to its end; returns how it ended."""
        child = self._started or launch(self._command, self._environment)
        self._started, self._child = None, child
        if child.stdin is None or child.stdout is None:
            raise RuntimeError("no pipes")
        beats: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        reader = threading.Thread(
            target=_read, args=(child.stdout.fileno(), beats), name="beats", daemon=True
        )
        reader.start()
        self._on_start(child.pid)
        with contextlib.suppress(OSError, ValueError):  # it has ended already, or was told to
            child.stdin.write(start.line())
            child.stdin.flush()
        try:
            hung = self._hangs(beats)
            if hung:
                child.kill()
            code = child.wait()
        finally:
            with contextlib.suppress(OSError):
                child.stdin.close()
            _end(child)
            reader.join(END_SECONDS)  # the pipe has ended with the process
            child.stdout.close()
        if hung:
            return "hung"
        return {CLOSED: "closed", RESTART: "restarted"}.get(code, f"crashed ({code})")

    def _hangs(self, beats: queue.SimpleQueue[bytes]) -> bool:
        """Watch the beats until the process ends (False) or stops beating (True)."""
        limit = self._patience.start
        while True:
            try:
                beat = beats.get(timeout=limit)
            except queue.Empty:
                return True
            if not beat:
                return False
            self.on_beat()
            limit = self._patience.hang


def _tell_to_end(child: subprocess.Popen[bytes]) -> None:
    """By a signal; a program hears none on Windows, so there its input ends, as if this process had ended."""
    if sys.platform == "win32":
        with contextlib.suppress(OSError):
            present(child.stdin).close()
    else:
        child.terminate()


def _end(child: subprocess.Popen[bytes]) -> None:
    """Make sure that a process has ended."""
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _read(descriptor: int, beats: queue.SimpleQueue[bytes]) -> None:
    """Pass on what a process writes; an empty text at its end."""
    found = b"."
    while found:
        try:
            found = os.read(descriptor, 64)
        except OSError:  # the pipe was closed on this side
            found = b""
        beats.put(found)
