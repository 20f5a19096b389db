"""The time from a key to the end of its paint."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

NOTHING_SECONDS = 0.15
IDLE_TURNS = 20
"""A key that painted nothing within this time and this many loop iterations has no visible effect.

A window that hangs runs no iterations, so its paint is waited for and counted.
"""
SCHEDULER = Path("/proc/thread-self/schedstat")


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds from a key or another action to its paint."""

    elapsed: float
    """Without the time in which the computer gave the core to other programs, where it reports that (Linux)."""
    cpu: float
    """The GUI thread's CPU time, which other programs hardly disturb."""
    action: str = ""
    key: str = ""


class Paints(QObject):
    """Waits for paints anywhere in the program's windows."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._painted: asyncio.Event = asyncio.Event()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: object) -> bool:
        # PySide sometimes passes the wrapper of an object that has been freed at the same address.
        if isinstance(event, QEvent) and event.type() == QEvent.Type.Paint:
            self._painted.set()
        return False

    async def after(self, act: Callable[[], None]) -> Took | None:
        """The time from an action to the end of the first paint after it; None if nothing was painted."""
        self._painted.clear()
        began, cpu = _undisturbed(), time.thread_time()
        act()
        for patience in (NOTHING_SECONDS, *(0,) * IDLE_TURNS):
            if await self._seen(patience):
                return Took((_undisturbed() - began) * 1000, (time.thread_time() - cpu) * 1000)
        return None

    async def _seen(self, patience: float) -> bool:
        try:
            async with asyncio.timeout(patience):
                await self._painted.wait()
        except TimeoutError:
            await asyncio.sleep(0)
        return self._painted.is_set()


def _undisturbed() -> float:
    """Monotonic seconds, without those in which this thread could have run but had no core."""
    try:
        waited = int(SCHEDULER.read_text(encoding="ascii").split()[1]) / 1e9
    except OSError:
        waited = 0.0
    return time.perf_counter() - waited
