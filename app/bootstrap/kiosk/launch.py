"""Starts this program's own processes, with as little as possible loaded: the kiosk's welcome page waits for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence

COMMAND = "kiosk-screen"
"""The argument of the process that shows the screen."""


def program_command(*arguments: str) -> list[str]:
    """How this program starts itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "app", *arguments]


def launch(command: Sequence[str], environment: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start a process that is supervised through its standard input and output."""
    return subprocess.Popen(  # noqa: S603 # this program itself
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )
