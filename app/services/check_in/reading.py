"""Reads one list of the hub whenever it has changed."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from app.api.retry import own_share
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.services.check_in.hub import HubTrouble

AGAIN_SECONDS = 5.0
"""Until a failed read is tried again."""

T = TypeVar("T")


class HubReading(Generic[T]):
    """`value` is what was read last, None before that; `why` is the error of the last try, None if it succeeded.

    Changes that arrive while a read is under way lead to one more read. A failed read is repeated until it succeeds.
    """

    def __init__(
        self, read: Callable[[], Awaitable[T]], clock: Clock, scope: TaskScope, tell: Callable[[], None]
    ) -> None:
        """`tell` is called after each read that changed something."""
        self._read = read
        self._clock = clock
        self._scope = scope
        self._tell = tell
        self._wanted = False
        self._running = False
        self.value: T | None = None
        self.why: HubTrouble | None = None

    def want(self) -> None:
        """Read it, now or after the read that is under way."""
        self._wanted = True
        if not self._running:
            self._running = True
            self._scope.start(self._run(), "hub reading")

    def put(self, value: T) -> None:
        """Show what an action has just changed; the hub's own answer follows."""
        if value != self.value:
            self.value = value
            self._tell()

    async def _run(self) -> None:
        try:
            while self._wanted:
                self._wanted = False
                await self._try()
        finally:
            self._running = False

    async def _try(self) -> None:
        before = self.value, self.why
        try:
            self.value, self.why = await self._read(), None
        except HubTrouble as error:
            self.why = error
            self._wanted = True
        if (self.value, self.why) != before:
            self._tell()
        if self.why is not None:
            await self._clock.sleep(own_share(AGAIN_SECONDS, random.random))
