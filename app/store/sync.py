"""Keeps the in-memory office fresh: by events where available, and by one request per round."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Callable, Sequence
from datetime import date

from app.api import errors
from app.api.circuit import LONGEST_REST
from app.api.client import OpenDental
from app.api.events import Event
from app.api.modes import Mode, pace
from app.api.retry import own_share
from app.api.returning import Returning
from app.api.status import BrokerStatus
from app.core.clock import Clock
from app.core.stillness import STILL_FOR, Stillness
from app.core.tasks import TaskScope
from app.store.notifications import EventSource, Notifications
from app.store.office import Office
from app.wire.resources.signalods import Signalod

PERIOD_SECONDS = 3.0
"""Seconds between rounds without a rate limit: a change elsewhere appears within 5 seconds."""
ROUNDS_PER_PAUSE = 6
"""With a rate limit, one in this many requests is used for rounds."""
READ_WHOLE_EVERY = 12
"""Every this many rounds the shown days are read completely, which finds deleted appointments."""
SIGNALS_EVERY = 4
"""Every this many rounds signals are read instead where no events are possible: in Remote mode.

So often changed accounts are told everywhere: at once, each payment would be read a second time."""
EVENTS_LAST_SECONDS = 90.0
"""Seconds after an event during which more are expected."""
ROUNDS_TO_ONE = 5
"""While events arrive, one round replaces this many."""
READ_LISTS_SECONDS = 1800.0
LONGEST_BACKOFF = 30.0
"""Seconds between rounds while the office answers with errors."""
REFUSED_BACKOFF = 60.0
"""Seconds between rounds while the key is refused: only people can fix that."""

Trouble = Callable[[errors.ApiError | None], None]


def period_of(client: OpenDental) -> float:
    """Seconds between rounds, leaving most requests of a rate-limited key: 3 s without a limit, else 3 s to 30 s."""
    if client.address.mode is not Mode.REMOTE:
        return PERIOD_SECONDS
    interval = pace(client.address.mode, client.capabilities.permissions).interval
    return max(PERIOD_SECONDS, interval * ROUNDS_PER_PAUSE)


class Sync:
    """Refreshes the office while its scope is open. `shown` returns the days on the screen.

    A failed round is retried after 1, 2, 4, … periods (30 s at most, 5 s while the office can't be reached),
    or as soon as the client reports that the office answers again; `trouble` is called with the failure, and
    with None once a round succeeds. `events` are stored as they arrive, and rounds are less frequent while
    they do.
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
        is_pushed: Callable[[], bool] = lambda: False,
    ) -> None:
        """`is_pushed`: whether every change is told by itself now; meanwhile nothing is read without a reason."""
        self._office = office
        self._clock = clock
        self._scope = scope
        self._shown = shown
        self._period = period_seconds
        self._trouble = trouble
        self._failures = 0
        self._refused = False
        self._is_pushed = is_pushed
        self.stillness: Stillness | None = None
        """Of an office in this process, which has nothing new meanwhile; None: only asking shows what changed."""
        self._stirred = asyncio.Event()
        """A round is due that may find something: signals are read with it."""
        self._behind = False
        """Whether changes may have been missed: everything on the screen is read anew."""
        self._round = 0
        self._lists_at = clock.monotonic()
        self._returning = Returning(clock, connected=True)
        self._wake = asyncio.Event()
        self._events = events
        self._notifications = Notifications(office)
        self._event_arrived = asyncio.Event()
        self._last_event_at: float | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Start. Ends with the scope, or with `stop`."""
        self._tasks = [
            self._scope.start(self._run(), "sync"),
            self._scope.start(self._name_by_name(), "names"),
        ]
        if not self._is_remote:
            self._tasks.append(self._scope.start(self._hear(), "signals"))
        if self._events is not None:
            self._tasks.append(self._scope.start(self._listen(self._events), "events"))

    async def stop(self) -> None:
        """Stop, and wait until the current round has ended."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def hurry(self) -> None:
        """Run the next round now."""
        self._wake.set()

    def hear(self, signals: Sequence[Signalod]) -> None:
        """The office hub tells of these."""
        self._notifications.take_signals(signals)
        self.hurry()

    def catch_up(self) -> None:
        """Changes may have been missed: read everything that is shown, now."""
        self._behind = True
        self.hurry()

    def confirm(self) -> None:
        """The office hub answers and has told every change: what was read is up to date."""
        if not (self._behind or self._failures or self._wake.is_set()):
            self._office.reader.confirm()

    async def round(self) -> None:
        """One round: the changes, or every 12th time the shown days completely; then what is missing of them.

        In Remote mode every 4th reads signals instead, and what they refer to.
        """
        shown = tuple(self._shown())
        self._round += 1
        behind, self._behind = self._behind, False
        whole = behind or (self._round % READ_WHOLE_EVERY == 0 and not self._is_pushed())
        if behind:
            with contextlib.suppress(errors.Refused):  # an office without them
                await self._notifications.read_signals()
        heard = self._notifications.heard
        if whole:
            await self._office.reader.reread(shown)
        elif self._round % SIGNALS_EVERY == 0 and self._is_remote:
            await self._notifications.read_signals()
            self._notifications.settle_signals(shown, self._notifications.heard, late=False)
        else:
            await self._office.reader.refresh(shown)
        if not self._is_remote:
            self._notifications.settle_signals(shown, heard, late=True)
        if self._round % SIGNALS_EVERY == 0 or self._is_pushed():
            self._notifications.tell_of_accounts()
        await self._notifications.follow(shown)
        await self._office.reader.complete(shown)
        if whole:
            await self._office.reader.reread_hours(shown)
        if self._clock.monotonic() - self._lists_at > READ_LISTS_SECONDS:
            await self._office.office_lists.reread()
            self._lists_at = self._clock.monotonic()

    async def read_signals(self) -> None:
        """Read the signals where somebody follows what only they tell of. Raises the client's errors."""
        office = self._office
        if office.client.status.connected and (office.follows_accounts or office.signals.followed):
            await self._notifications.read_signals()

    @property
    def _is_remote(self) -> bool:
        return self._office.client.address.mode is Mode.REMOTE

    async def _hear(self) -> None:
        """Read signals at their own pace: they are heard within 5 seconds also while events make rounds rare."""
        failures = 0
        while True:
            period = self._period if self._period is not None else PERIOD_SECONDS
            rest = min(period * 2.0**failures, max(period, REFUSED_BACKOFF))
            if self._is_still():
                self._stirred.clear()
                await self._stirred.wait()
            else:
                await asyncio.sleep(own_share(rest, random.random) if failures else rest)
            try:
                if not (self._is_pushed() or self._is_still()):
                    await self.read_signals()
            except errors.ApiError:
                failures = min(failures + 1, 10)  # the rounds report the trouble
            else:
                failures = 0

    async def _run(self) -> None:
        ends = (self._office.client.watch(self._follow), self._office.watch(self._notifications.note))
        try:
            while True:
                is_called = await self._pause(self._rest())
                if self._is_still() and not is_called:
                    self._office.reader.confirm()
                    self._office.signals.told_until(self._office.clock.now() - STILL_FOR)
                else:
                    self._stirred.set()
                    await self._try_round()
        finally:
            for end in ends:
                end()

    async def _listen(self, events: EventSource) -> None:
        """Store events as they arrive, then read what they don't contain."""
        end = events.watch(self._on_event)
        try:
            while True:
                await self._event_arrived.wait()
                self._event_arrived.clear()
                try:
                    await self._notifications.follow(tuple(self._shown()))
                except errors.ApiError:
                    self.hurry()  # the round reads it, or reports the trouble
        finally:
            end()

    def _on_event(self, event: Event) -> None:
        self._last_event_at = self._clock.monotonic()
        self._office.client.part()
        if not self._notifications.process(event):
            self.hurry()
        self._event_arrived.set()

    async def _try_round(self) -> None:
        behind = self._behind
        try:
            await self.round()
        except errors.ApiError as error:
            self._behind = self._behind or behind
            self._failures += 1
            self._refused = isinstance(error, errors.Refused)
            self._trouble(error)
        else:
            if self._failures:
                self._trouble(None)
            self._failures = 0

    async def _name_by_name(self) -> None:
        """Read the names that no query reads, while there are any; after a failure with the rounds' delay."""
        while True:
            try:
                await self._office.people.read_one()
            except errors.ApiError:
                await self._clock.sleep(self._rest() or PERIOD_SECONDS)

    def _rest(self) -> float | None:
        """Seconds until the next round; None: until something is told."""
        period = self._period if self._period is not None else period_of(self._office.client)
        if not self._failures:
            if self._is_pushed():
                return None
            event_at = self._last_event_at
            expects_events = event_at is not None and self._clock.monotonic() - event_at < EVENTS_LAST_SECONDS
            return period * ROUNDS_TO_ONE if expects_events else period
        longest = max(period, REFUSED_BACKOFF if self._refused else LONGEST_BACKOFF)
        if not self._office.client.status.connected:
            longest = (
                LONGEST_REST  # the circuit breaker lets one probe through then: it costs the office nothing
            )
        return own_share(min(period * 2.0 ** min(self._failures - 1, 10), longest), random.random)

    def _is_still(self) -> bool:
        """Whether an office in this process has changed nothing since all of it was read."""
        read = self._round > 0 and not (self._failures or self._behind)
        return bool(self.stillness) and read

    async def _pause(self, seconds: float | None) -> bool:
        """Wait, unless woken: the office answers again, or a screen needs data. Returns whether it was woken."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        woken = self._wake.is_set()
        self._wake.clear()
        return woken

    def _follow(self, status: BrokerStatus) -> None:
        if self._returning.is_back(connected=status.connected) and self._failures:
            self._wake.set()
