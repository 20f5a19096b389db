"""The longest gaps of a 1 ms timer in the GUI thread, when idle and while 10,000 appointments load.

Arguments: address, rounds.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from app.api.keys import Keys
from app.api.modes import service_address
from app.api.network.lean import to_office
from app.bootstrap.workspace import Workspace
from app.core.clock import SystemClock
from bench.desks import is_complete, new_loop, open_desk, until
from bench.environment import KEYS

VISITS = 10_000
SPAN_DAYS = 450
"""Days that contain this many."""
BACK = timedelta(days=SPAN_DAYS + 30)
OTHER_DAYS = 45
"""More than memory holds: opening them drops all others."""


class Heart:
    """Ticks every millisecond and records the longest gap between two ticks, in milliseconds."""

    def __init__(self) -> None:
        self._last = 0.0
        self._longest = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Restart."""
        self._last, self._longest = time.perf_counter(), 0.0
        self._timer.start(1)

    def stop(self) -> float:
        """The longest gap since the start."""
        self._beat()
        self._timer.stop()
        return self._longest * 1000

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now


async def load(desk: Workspace, first: date) -> int:
    """Open days with 10,000 appointments; returns how many were read."""
    office = desk.schedule.model.parts.office
    days = [first + timedelta(days=each) for each in range(SPAN_DAYS)]
    await office.reader.open_days(days)
    return sum(len(rows.appointments) for day in days if (rows := office.day(day)) is not None)


async def main(address: str, rounds: int) -> dict[str, list[float]]:
    """Both gaps by round."""
    keys = json.loads(os.environ[KEYS])
    where = service_address(address)
    found: dict[str, list[float]] = {"idle": [], "loading": [], "visits": []}
    heart = Heart()
    with tempfile.TemporaryDirectory() as folder:
        async with open_desk(
            Path(folder),
            where,
            Keys(keys["developer"], keys["customer"]),
            lambda: to_office(where),
            SystemClock(),
        ) as desk:
            await until(lambda: is_complete(desk))
            await asyncio.sleep(1)
            gc.collect()
            gc.freeze()
            today, office = desk.schedule.model.schedule.day, desk.schedule.model.parts.office
            for number in range(rounds + 1):
                await office.reader.open_days(
                    [today + timedelta(days=each) for each in range(1, OTHER_DAYS + 1)]
                )
                began = time.perf_counter()
                heart.start()
                visits = await load(desk, today - BACK)
                loading = heart.stop()
                seconds = time.perf_counter() - began
                heart.start()
                await asyncio.sleep(seconds)
                idle = heart.stop()
                if visits < VISITS:
                    raise RuntimeError(f"only {visits} appointments have come")
                if number:
                    found["idle"].append(idle)
                    found["loading"].append(loading)
                    found["visits"].append(visits)
    return found


if __name__ == "__main__":
    with new_loop() as loop:
        print(json.dumps(loop.run_until_complete(main(sys.argv[1], int(sys.argv[2])))))
