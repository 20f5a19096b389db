"""A wait that can be ended before its time."""

from __future__ import annotations

import asyncio

from app.core.clock import Clock


class Pause:
    """The wait between one try and the next. `end` begins the next one at once: this PC is back on the network."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._turn: asyncio.Timeout | None = None

    @property
    def lasts(self) -> bool:
        """Whether it is being waited."""
        return self._turn is not None

    async def rest(self, seconds: float) -> None:
        """Wait so long, or until `end` is called."""
        turn = asyncio.timeout(None)
        try:
            async with turn:
                self._turn = turn
                await self._clock.sleep(seconds)
        except TimeoutError:
            if not turn.expired():
                raise
        finally:
            self._turn = None

    def end(self) -> None:
        """End the wait. Without one, nothing happens."""
        if self._turn is not None and not self._turn.expired():
            self._turn.reschedule(asyncio.get_running_loop().time())
