"""Ending and watching other processes, on every system."""

from __future__ import annotations

import os
import signal
import sys

from app.bootstrap.system.processes import wait_for_end

KILL = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL
"""On Windows a process ends at once by any signal, with its number as the exit code."""


def kill(pid: int) -> None:
    """End a process at once; it can do nothing about it."""
    os.kill(pid, KILL)


def is_running(pid: int) -> bool:
    """Whether there is a process with this number. `os.kill(pid, 0)` would be Ctrl+C on Windows."""
    return not wait_for_end(pid, 0)
