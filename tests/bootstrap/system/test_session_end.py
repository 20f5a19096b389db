"""The end of the session and SIGTERM: closed in three seconds, whatever waits."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap.single_instance import SingleInstance

ROOT = Path(__file__).parents[3]
PROGRAM = """
import asyncio, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.bootstrap.loop import qt_loop
from app.bootstrap.single_instance import SingleInstance
from app.bootstrap.system.session_end import SessionEnd, ended_by_signal
folder, how = Path(sys.argv[1]), sys.argv[2]
app = QApplication([])
instance = SingleInstance(folder)
assert instance.take()
with qt_loop(app) as loop:
    closing = asyncio.Event()
    async def life():
        print("runs", flush=True)
        if "session" in how:
            QTimer.singleShot(0, app.aboutToQuit.emit)
        await closing.wait()
        (folder / "settling").touch()
        if "hangs" in how:
            await asyncio.sleep(60)
        (folder / "settled").touch()
    end = SessionEnd(app, (folder / "kept").touch, closing.set, instance.release)
    with ended_by_signal(end.stop):
        loop.run_until_complete(end.watch(life()))
instance.release()
"""


def run(folder: Path, how: str, by: int = signal.SIGTERM) -> tuple[float, set[str]]:
    """Run the program above to its end; the seconds that took, and what it left in its folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), how], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "runs\n"
        began = time.monotonic()
        if "session" not in how:
            process.send_signal(by)
        if how == "session hangs":
            later = SingleInstance(folder)
            while not later.take():
                with pytest.raises(subprocess.TimeoutExpired):
                    process.wait(0.05)
            later.release()
        else:
            assert process.wait(50) == 0
        return time.monotonic() - began, {each.name for each in folder.iterdir()}
    finally:
        process.kill()
        process.communicate()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM that a program could hear")
@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes(tmp_path: Path, by: int) -> None:
    """SIGTERM, and Ctrl+C in a terminal, let the program settle what it is at, and the settings are kept."""
    assert run(tmp_path, "", by)[1] == {"kept", "settling", "settled"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM that a program could hear")
def test_sigterm_while_something_hangs(tmp_path: Path) -> None:
    """Nothing is waited for longer than three seconds: what isn't settled then is in the journal."""
    took, left = run(tmp_path, "hangs")
    assert left == {"kept", "settling"}
    assert took < 40  # three, and what a busy PC does meanwhile; it hangs for sixty


def test_the_end_of_the_session(tmp_path: Path) -> None:
    """When Windows ends the session, everything is closed before Qt answers it."""
    assert run(tmp_path, "session")[1] == {"settling", "settled"}


def test_the_end_of_the_session_while_something_hangs(tmp_path: Path, qapp: QApplication) -> None:
    """The lock is released in time even if closing hangs: Windows kills the process soon after."""
    took, left = run(tmp_path, "session hangs")
    assert "settled" not in left
    assert took < 40  # as above
