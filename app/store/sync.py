"""Keeping the office in memory fresh: by its events where they come, and by one request a round."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date

from app.api import errors
from app.api.circuit import LONGEST_REST
from app.api.client import OpenDental
from app.api.events import Event
from app.api.modes import Mode, pace
from app.api.status import BrokerStatus
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.store.news import EventSource, News
from app.store.office import Office

PERIOD_SECONDS = 3.0
"""Between rounds without a pace: a change elsewhere appears within 5 seconds."""
ROUNDS_PER_PAUSE = 6
"""With a pace, a round costs one request of so many."""
READ_WHOLE_EVERY = 12
"""Rounds between two readings of the whole shown days, which find what was deleted."""
SIGNALS_EVERY = 4
"""Rounds between two that ask for signals instead, where no event can come: in Remote mode."""
EVENTS_LAST_SECONDS = 90.0
"""For how long after an event the rounds may trust that the next one comes."""
ROUNDS_TO_ONE = 5
"""While events come, one round takes the place of so many."""
READ_LISTS_SECONDS = 1800.0
LONGEST_BACKOFF = 30.0
"""Seconds between rounds while the office answers, but fails."""
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

    A round that fails is tried again after 1, 2, 4, … periods (30 s at most, 5 s while the office cannot be
    reached), or as soon as the client reports that the office answers again; `trouble` is told of the
    failure, and None once a round succeeds. `events` are taken over as they come, and rounds are fewer
    while they do.
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
        events: EventSource | None = None,
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
        self._events = events
        self._news = News(office)
        self._told = asyncio.Event()
        self._heard_at: float | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin. Ends with the scope, or with `stop`."""
        self._tasks = [
            self._scope.start(self._run(), "sync"),
            self._scope.start(self._name_by_name(), "names"),
        ]
        if self._events is not None:
            self._tasks.append(self._scope.start(self._listen(self._events), "events"))

    async def stop(self) -> None:
        """End, and wait until the round that is under way has let go."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def hurry(self) -> None:
        """Do the next round now."""
        self._wake.set()

    async def round(self) -> None:
        """One round: what changed, or every 12th time the whole shown days; then what is missing of them.

        In Remote mode every 4th asks for signals instead, and reads what they tell of.
        """
        shown = tuple(self._shown())
        self._round += 1
        whole = self._round % READ_WHOLE_EVERY == 0
        if whole:
            await self._office.reader.reread(shown)
        elif self._round % SIGNALS_EVERY == 0 and self._office.client.address.mode is Mode.REMOTE:
            await self._news.read_signals(shown, self._clock.now())
        else:
            await self._office.reader.refresh(shown)
        await self._news.follow(shown)
        await self._office.reader.complete(shown)
        if whole:
            await self._office.reader.reread_hours(shown)
        if self._clock.monotonic() - self._lists_at > READ_LISTS_SECONDS:
            await self._office.office_lists.reread()
            self._lists_at = self._clock.monotonic()

    async def _run(self) -> None:
        ends = (self._office.client.watch(self._follow), self._office.watch(self._news.note))
        try:
            while True:
                await self._pause(self._rest())
                await self._try_round()
        finally:
            for end in ends:
                end()

    async def _listen(self, events: EventSource) -> None:
        """Take events over as they come, and read behind them what they do not say themselves."""
        end = events.watch(self._hear)
        try:
            while True:
                await self._told.wait()
                self._told.clear()
                try:
                    await self._news.follow(tuple(self._shown()))
                except errors.ApiError:
                    self.hurry()  # the round reads it, or tells of the trouble
        finally:
            end()

    def _hear(self, event: Event) -> None:
        self._heard_at = self._clock.monotonic()
        if not self._news.take(event):
            self.hurry()
        self._told.set()

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
            return period * ROUNDS_TO_ONE if self._events_come() else period
        longest = max(period, REFUSED_BACKOFF if self._refused else LONGEST_BACKOFF)
        if not self._office.client.status.connected:
            longest = LONGEST_REST  # the circuit lets one probe through then: it costs the office nothing
        return min(period * 2.0 ** min(self._failures - 1, 10), longest)

    def _events_come(self) -> bool:
        at = self._heard_at
        return at is not None and self._clock.monotonic() - at < EVENTS_LAST_SECONDS

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
