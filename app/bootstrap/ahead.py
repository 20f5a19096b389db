"""Reading today's schedule in a second process, while this one loads the window.

Python runs on one core at a time. What stands between a start and the first schedule is half the window's (Qt, the
painting) and half the office's (the vault, HTTP, or the whole practice in training); each half has a process of its
own. The second one runs `forerunner.py`, hands over what it has read through a pipe, and ends. Whatever becomes of
it, the program goes on without it.

This module is loaded before the first paint, which waits for every import: so it takes what `os` has, no more.
"""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import Self

COMMAND = "read-ahead"
PATIENCE_SECONDS = 3.0
"""How long the window waits, once it could show a schedule; the other process has ended by then."""

# Windows hands on handles, not descriptors, and makes one line of a command's words.
if sys.platform == "win32":
    import msvcrt

    def _to_inherit(pipe: int) -> int:
        return msvcrt.get_osfhandle(pipe)

    def inherited(number: int) -> int:
        """The end of the pipe that this process was started with."""
        return msvcrt.open_osfhandle(number, os.O_WRONLY)

    def _word(path: str) -> str:
        return f'"{path}"'

else:

    def _to_inherit(pipe: int) -> int:
        return pipe

    def inherited(number: int) -> int:
        """The end of the pipe that this process was started with."""
        return number

    def _word(path: str) -> str:
        return path


class ReadingAhead:
    """The process that reads ahead. To be begun before anything that takes time, and ended with the program."""

    def __init__(self, *, training: bool, patience: float = PATIENCE_SECONDS) -> None:
        """Start it; nothing is waited for. `patience` is in seconds, for both processes."""
        self.patience = patience
        self._pipe, theirs = os.pipe()
        os.set_inheritable(theirs, True)  # noqa: FBT003  # takes no names
        self._process: int | None = None
        try:
            program = command(_to_inherit(theirs), patience, training=training)
            self._process = os.spawnv(os.P_NOWAIT, sys.executable, program)  # noqa: S606  # this program
        except OSError:
            pass  # no process to be had: the window reads for itself
        finally:
            os.close(theirs)

    def read(self) -> bytes:
        """What it hands over, once that is whole: blocks until it ends, soon. Empty when there is nothing."""
        with os.fdopen(self._pipe, "rb", closefd=False) as pipe:
            return pipe.read()

    def end(self) -> None:
        """Let go of it: it ends by itself, if it has not."""
        os.close(self._pipe)
        if self._process is not None:
            os.waitpid(self._process, 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()


def give_way() -> None:
    """Where the two processes meet on one core, the window goes first. To be called by the one that reads."""
    if sys.platform != "win32":
        os.nice(10)


def command(pipe: int, patience: float, *, training: bool) -> list[str]:
    """How this program is started to read ahead: the bundle by itself, a checkout by its interpreter."""
    itself = _word(sys.executable)
    program = [itself] if getattr(sys, "frozen", False) else [itself, "-m", "app"]
    return [*program, COMMAND, str(pipe), str(patience), *(["--training"] if training else [])]
