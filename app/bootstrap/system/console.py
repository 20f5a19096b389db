"""Where a command prints without standard streams: in the console it was started from, else in a message box."""
# words: the terminal's

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import Enum
from typing import TextIO

ATTACH_PARENT_PROCESS = -1
MOST_CHARACTERS = 2000
"""As much as a message box may have: a person reads it on one screen."""
CUT = "\n...\nThe rest is shown by front-desk.exe in a terminal."
ENDING = {"set-up", "code", "devices", "revoke", "--help", "-h"}
"""What makes a server's command one that prints something and ends."""


class Box(Enum):
    """What is shown in a message box if there is no terminal."""

    ALL = "all"
    ERRORS = "errors"
    """Of a server: nobody waits for its lines."""
    NOTHING = "nothing"
    """Of `--quit`: a silent installer would wait for the box; the exit code says enough."""


def box_for(arguments: Sequence[str]) -> Box:
    """What a command's person waits for."""
    name, *rest = arguments
    if name == "--quit":
        return Box.NOTHING
    if name in ("practice", "hub") and not ENDING & set(rest):
        return Box.ERRORS
    return Box.ALL


def printing(command: Callable[[], int], arguments: Sequence[str]) -> int:
    """Run a command that prints; `arguments` are the command line's."""
    if sys.stdout is not None and sys.stderr is not None:
        return command()
    if (console := _console()) is not None:
        with console, _typed(), _streams(console, console):
            return command()
    said, box = io.StringIO(), box_for(arguments)
    with _streams(
        said if box is Box.ALL else io.StringIO(), said if box is not Box.NOTHING else io.StringIO()
    ):
        try:
            code = command()
        except SystemExit as left:  # argparse, which has said why
            code = left.code if isinstance(left.code, int) else 1
    if words := said.getvalue().strip():
        from app.bootstrap.startup_error import report

        report(words if len(words) <= MOST_CHARACTERS else words[:MOST_CHARACTERS] + CUT)
    return code


def _console() -> TextIO | None:
    """The console of the terminal that started this process; None if there is none."""
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.AttachConsole(ATTACH_PARENT_PROCESS):
            with suppress(OSError):
                return open("CONOUT$", "w", encoding="utf-8", errors="replace", buffering=1)  # noqa: PTH123 # a device
    return None


@contextmanager
def _typed() -> Iterator[None]:
    """What is typed there, for a command that asks."""
    before: tuple[TextIO | None] = (sys.stdin,)
    if before[0] is not None:
        yield
        return
    try:
        with open("CONIN$", encoding="utf-8") as keyboard:  # noqa: PTH123 # a device
            sys.stdin = keyboard
            yield
    finally:
        vars(sys)["stdin"] = before[0]


@contextmanager
def _streams(out: TextIO, errors: TextIO) -> Iterator[None]:
    """Fill those that are missing."""
    before = sys.stdout, sys.stderr
    missing: tuple[TextIO | None, TextIO | None] = before
    sys.stdout, sys.stderr = missing[0] or out, missing[1] or errors
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
