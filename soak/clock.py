"""A fast time for desks in other processes, which never overtakes what the office has still to do.

One process advances it in small ticks and writes it to a file of eight bytes; desks read it from there. A tick is
left out while it would pass the latest moment at which a request may still be executed: however busy the computer
is, "the office writes at most 90 seconds after it was asked" holds.
"""

from __future__ import annotations

import asyncio
import mmap
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

TICK = 0.004
"""Seconds between two ticks."""
RATE = 40.0
"""Seconds of the fast time in one second.

A desk gives an answer up after a minute of the fast time: with 80, a busy computer lost reads that nobody had cut.
"""
BEGINS = datetime(2026, 11, 23, 9, 0)
_SECONDS = struct.Struct("d")


class Ticker:
    """Advances the time of the desks that read this file."""

    def __init__(self, path: Path) -> None:
        path.write_bytes(_SECONDS.pack(0.0))
        self._file = path.open("r+b")
        self._shared = mmap.mmap(self._file.fileno(), _SECONDS.size)
        self._limits: list[float] = []
        self.seconds = 0.0

    @contextmanager
    def held_before(self, moment: float) -> Iterator[None]:
        """The time doesn't pass this moment (in its seconds) before the block has ended."""
        self._limits.append(moment)
        try:
            yield
        finally:
            self._limits.remove(moment)

    def tick(self) -> None:
        """Let one tick pass, unless something has to happen first."""
        wanted = self.seconds + TICK * RATE
        if not self._limits or wanted < min(self._limits):
            self.seconds = wanted
            _SECONDS.pack_into(self._shared, 0, wanted)

    async def wait(self, seconds: float) -> None:
        """Wait until so much of its time has passed."""
        until = self.seconds + seconds
        while self.seconds < until:
            await asyncio.sleep(max((until - self.seconds) / RATE, TICK))

    def close(self) -> None:
        """Let go of the file."""
        self._shared.close()
        self._file.close()


class FastClock:
    """A desk's clock: its waits follow the shared time; the time of day advances as the PC's."""

    def __init__(self, path: Path) -> None:
        with path.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), _SECONDS.size)

    def now(self) -> datetime:
        """Local date and time: all of a soak is one day."""
        return BEGINS + timedelta(seconds=self.monotonic() / RATE)

    def utc(self) -> datetime:
        """The same moment in UTC."""
        return self.now().astimezone(UTC)

    def monotonic(self) -> float:
        """Seconds of the fast time."""
        seconds: float = _SECONDS.unpack_from(self._shared)[0]
        return seconds

    async def sleep(self, seconds: float) -> None:
        """Wait until so much of the fast time has passed."""
        until = self.monotonic() + seconds
        while (left := until - self.monotonic()) > 0:
            await asyncio.sleep(max(left / RATE, TICK))
        await asyncio.sleep(0)
