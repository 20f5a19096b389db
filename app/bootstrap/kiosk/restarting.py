"""Starts a process of the training again when it crashes."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import threading
import time
from collections.abc import Callable

from app.bootstrap.kiosk.supervisor import END_SECONDS
from app.bootstrap.kiosk.training_line import NotStarted

STEADY_SECONDS = 5.0
"""A process that crashes sooner would crash again."""
TOLD = (0, 130, -signal.SIGINT, -signal.SIGTERM, 0xC000_013A)
"""Exit codes of a process that was closed or told to end: Ctrl+C reaches all of them. The last one is Windows' own."""


class Restarting:
    """One process after the other, each ended by closing its standard input."""

    def __init__(
        self,
        start: Callable[[], subprocess.Popen[bytes]],
        ended: Callable[[int], None],
        *,
        steady: float = STEADY_SECONDS,
    ) -> None:
        """`start` raises NotStarted. `ended` gets the exit code of one that isn't started again, in a thread."""
        self._start = start
        self._ended = ended
        self._steady = steady
        self._changing = threading.Lock()
        self._closed = False
        self.child = start()
        threading.Thread(target=self._follow, name="restarting", daemon=True).start()

    @property
    def pid(self) -> int:
        """The id of the current process."""
        return self.child.pid

    def close(self) -> None:
        """End it, by force if it takes too long; it is not started again."""
        with self._changing:
            self._closed = True
            _close(self.child)

    def _follow(self) -> None:
        while True:
            began = time.monotonic()
            code = self.child.wait()
            with self._changing:
                if self._closed:
                    return
                if code in TOLD or time.monotonic() - began < self._steady or not self._again():
                    break
        self._ended(code)

    def _again(self) -> bool:
        """Whether another one has started."""
        _close(self.child)
        try:
            self.child = self._start()
        except NotStarted:
            return False
        return True


def _close(process: subprocess.Popen[bytes]) -> None:
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
    try:
        process.wait(2 * END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
