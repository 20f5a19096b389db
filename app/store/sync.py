"""Keeping the office in memory fresh: one request a round, and what is missing behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date

from app.api import errors
from app.api.client import OpenDental
from app.api.modes import Mode, pace
from app.api.status import BrokerStatus
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.store.office import Office

PERIOD_SECONDS = 3.0
"""Between rounds without a pace: a change elsewhere appears within 5 seconds."""
ROUNDS_PER_PAUSE = 6
"""With a pace, a round costs one request of so many."""
READ_WHOLE_EVERY = 12
"""Rounds between two readings of the whole shown days, which find what was deleted."""
READ_LISTS_SECONDS = 1800.0
LONGEST_BACKOFF = 30.0
REFUSED_BACKOFF = 60.0
"""Seconds between rounds while the key is refused: only people can mend that."""

Trouble = Callable[[errors.ApiError | None], None]


def period_of(client: OpenDental) -> float:
    """Seconds between rounds that leave a paced key most of its requests: 3 s without a pace, else 3 s to 30 s."""
    if client.address.mode is not Mode.REMOTE:
        return PERIOD_SECONDS
    interval = pace(client.address.mode, client.capabilities.permissions).interval
    return max(PERIOD_SECONDS, interval * ROUNDS_PER_PAUSE)


class Sync:
    """Refreshes the office for as long as its scope is open. `shown` tells the days that are on the screen.

    A round that fails is tried again after 1, 2, 4, … periods (30 s at most), or as soon as the client
    reports that the office answers again; `trouble` is told of the failure, and None once a round succeeds.
    """

    def __init__(
        self,
        office: Office,
        clock: Clock,
        scope: TaskScope,
        shown: Callable[[], Sequence[date]],
        *,
        period_seconds: float | None = None,
        trouble: Trouble = lambda _: None,
    ) -> None:
        self._office = office
        self._clock = clock
        self._scope = scope
        self._shown = shown
        self._period = period_seconds
        self._trouble = trouble
        self._failures = 0
        self._refused = False
        self._round = 0
        self._lists_at = clock.monotonic()
        self._connected = True
        self._wake = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin. Ends with the scope, or with `stop`."""
        self._tasks = [
            self._scope.start(self._run(), "sync"),
            self._scope.start(self._name_by_name(), "names"),
        ]

    async def stop(self) -> None:
        """End, and wait until the round that is under way has let go."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def hurry(self) -> None:
        """Do the next round now."""
        self._wake.set()

    async def round(self) -> None:
        """One round: what changed, or every 12th time the whole shown days; then what is missing of them."""
        shown = tuple(self._shown())
        self._round += 1
        whole = self._round % READ_WHOLE_EVERY == 0
        if whole:
            await self._office.reread(shown)
        else:
            await self._office.refresh(shown)
        await self._office.complete(shown)
        if whole:
            await self._office.reread_hours(shown)
        if self._clock.monotonic() - self._lists_at > READ_LISTS_SECONDS:
            await self._office.reread_lists()
            self._lists_at = self._clock.monotonic()

    async def _run(self) -> None:
        unwatch = self._office.client.watch(self._follow)
        try:
            while True:
                await self._pause(self._rest())
                await self._try_round()
        finally:
            unwatch()

    async def _try_round(self) -> None:
        try:
            await self.round()
        except errors.ApiError as error:
            self._failures += 1
            self._refused = isinstance(error, errors.Refused)
            self._trouble(error)
        else:
            if self._failures:
                self._trouble(None)
            self._failures = 0

    async def _name_by_name(self) -> None:
        """The names that no query brings, for as long as there are any; after a failure as late as the rounds."""
        while True:
            try:
                await self._office.people.read_one()
            except errors.ApiError:
                await self._clock.sleep(self._rest())

    def _rest(self) -> float:
        period = self._period if self._period is not None else period_of(self._office.client)
        if not self._failures:
            return period
        longest = max(period, REFUSED_BACKOFF if self._refused else LONGEST_BACKOFF)
        return min(period * 2.0 ** min(self._failures - 1, 10), longest)

    async def _pause(self, seconds: float) -> None:
        """Wait, unless something wakes us: the office answers again, or a screen hurries."""
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            pass
        self._wake.clear()

    def _follow(self, status: BrokerStatus) -> None:
        if status.connected and not self._connected and self._failures:
            self._wake.set()
        self._connected = status.connected
