"""The kiosk's end of the pipes to its supervisor."""

from __future__ import annotations

import contextlib
import os
import stat
import threading
from collections.abc import Callable

from app.bootstrap.kiosk.protocol import BEAT, MOST_BYTES, Start

STANDARD_INPUT, STANDARD_OUTPUT = 0, 1


class SupervisorPipe:
    """Reads the first line, writes beats, and notices when the supervisor ends. By hand there is none of it."""

    def __init__(self, *, is_there: bool = False) -> None:
        self.is_there = is_there

    @classmethod
    def found(cls) -> SupervisorPipe:
        """That of this process: both ends are pipes if it has a supervisor."""
        return cls(is_there=_is_pipe(STANDARD_INPUT) and _is_pipe(STANDARD_OUTPUT))

    def read_start(self) -> Start:
        """The first line; blocks until the supervisor has written it, which it does at once."""
        if not self.is_there:
            return Start()
        return Start.read(read_line())

    def beat(self) -> None:
        """The window answers."""
        if self.is_there:
            with contextlib.suppress(OSError):  # the supervisor has ended: `watch` tells
                os.write(STANDARD_OUTPUT, BEAT)

    def watch(self, ended: Callable[[], None]) -> None:
        """Call `ended` from a thread when the supervisor has ended."""
        if self.is_there:
            threading.Thread(target=_wait, args=(ended,), name="supervisor", daemon=True).start()


def read_line() -> bytes:
    """The first line of standard input, and nothing after it."""
    line = b""
    while not line.endswith(b"\n") and len(line) < MOST_BYTES:
        found = os.read(STANDARD_INPUT, 1)
        if not found:
            break
        line += found
    return line


def wait_for_end(descriptor: int) -> None:
    """Block until the other end of a pipe is closed."""
    with contextlib.suppress(OSError):
        while os.read(descriptor, 64):
            pass


def _wait(ended: Callable[[], None]) -> None:
    wait_for_end(STANDARD_INPUT)
    ended()


def _is_pipe(descriptor: int) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(descriptor).st_mode)
    except OSError:  # a windowed program on Windows that was started by hand has none
        return False
