"""A clock that runs faster than time, or stands still: a rate limit of seconds takes a test milliseconds."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta


class FastClock:
    """Starts at a moment, and runs `times` as fast as the PC's clock."""

    def __init__(self, start: datetime, times: float) -> None:
        self._start = start
        self._times = times
        self._began = time.monotonic()
        self._skipped = 0.0
        self._set = asyncio.Event()

    def now(self) -> datetime:
        """Local date and time."""
        return self._start + timedelta(seconds=self.monotonic())

    def utc(self) -> datetime:
        """The same moment in UTC."""
        return self.now().astimezone(UTC)

    def monotonic(self) -> float:
        """Seconds of this clock since its start."""
        return (time.monotonic() - self._began) * self._times + self._skipped

    async def sleep(self, seconds: float) -> None:
        """Wait so many of its seconds, also if it is set while somebody waits."""
        until = self.monotonic() + seconds
        while (left := until - self.monotonic()) > 0:
            changed = self._set
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(changed.wait(), left / self._times if self._times else None)

    def run(self, times: float) -> None:
        """Run so many times as fast from now on; 0: stand still."""
        self._skipped, self._began, self._times = self.monotonic(), time.monotonic(), times
        self._wake()

    @contextlib.contextmanager
    def hurrying(self, times: float = 20.0) -> Iterator[None]:
        """Run fast meanwhile: for what waits on this clock, also if it only begins to wait later than a skip."""
        before = self._times
        self.run(times)
        try:
            yield
        finally:
            self.run(before)

    def skip(self, seconds: float) -> None:
        """Let so much of its time pass at once."""
        self._skipped += seconds
        self._wake()

    def _wake(self) -> None:
        changed, self._set = self._set, asyncio.Event()
        changed.set()
