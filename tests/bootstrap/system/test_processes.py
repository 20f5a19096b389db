"""Other processes of this PC."""

from __future__ import annotations

import os
import subprocess
import sys

from app.bootstrap.system.processes import SERVICES, parent, session_of, wait_for_end

WAITS = "input()"


def test_the_end_of_a_process_is_waited_for() -> None:
    """One that runs is waited for, for as long as asked; one that has ended, or never was, isn't."""
    process = subprocess.Popen([sys.executable, "-c", WAITS], stdin=subprocess.PIPE)
    assert not wait_for_end(process.pid, 0.1)
    process.communicate(b"\n")
    assert wait_for_end(process.pid, 10)


def test_sessions() -> None:
    """Programs that a person sees are in one session; a process that has ended counts as one of it."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert session_of(os.getpid()) == session_of(parent()) == session_of(ended.pid) != SERVICES


def test_a_process_knows_which_one_started_it() -> None:
    """This one, or on Windows the .venv's starter in between, which is the process that we started."""
    code = "from app.bootstrap.system.processes import parent; print(parent())"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    told, _ = process.communicate()
    assert int(told) in ({os.getpid(), process.pid} if sys.platform == "win32" else {os.getpid()})
