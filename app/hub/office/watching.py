"""Watches the office once for all desks: its signals, and its events where it can reach the hub.

While a desk's stream stands it asks for nothing: what changed is told there.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta

import msgspec
from sqlalchemy.exc import SQLAlchemyError

from app.api import errors
from app.api.events import Event, EventListener
from app.api.modes import pace
from app.core.pause import Pause
from app.core.stillness import STILL_FOR, Stillness
from app.hub.hub import Hub
from app.hub.office.look_turns import is_our_turn
from app.hub.office.office_reads import reads_of
from app.store.signals import Signals
from app.wire.codec import decode_any, wire_row
from app.wire.hub.stream import OfficeEvent, SignalRows, StreamLine
from app.wire.resources.signalods import Signalod

PERIOD_SECONDS = 3.0
REQUESTS_PER_LOOK = 6
"""With a rate limit, one in this many requests looks for changes."""
LONGEST_BACKOFF = 30.0
PERIODS_READ_AGAIN = 3
IDLE_SECONDS = 60.0
"""So long after the last read of a device that doesn't follow, nothing is looked for: an office at night."""


class _Number(msgspec.Struct):
    SignalNum: int = 0


_number_of = msgspec.json.Decoder(_Number).decode

log = logging.getLogger(__name__)


class OfficeWatch:
    """`hub.part(OfficeWatch)`; `run` it as a task of the hub."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._reads = hub.part(reads_of)
        self._signals = Signals(hub.office, hub.clock)
        self._pause = Pause(hub.clock)
        self._failures = 0
        self._watching = False
        self.stillness: Stillness | None = None
        """Of an office in this process; None: it is elsewhere, and only asking shows what changed."""
        self._reads.on_wake = self._wake
        hub.stream.watch(self._hear)

    async def run(self) -> None:
        """Look until canceled, while somebody needs it."""
        while True:
            await self._pause.rest(self._rest())
            if self._is_wanted():
                self._wake()
                await self.look_in_turn()
            elif self._watching:
                self._watching = False
                self._reads.changed(lists=True)

    def hurry(self) -> None:
        """This PC is back on its network: look now."""
        self._pause.end()

    def _wake(self) -> None:
        """Begin with the first read, so that all that is kept was read while signals are looked for."""
        if not self._watching:
            self._watching = True
            self.begin()

    def begin(self) -> None:
        """Look for what is signaled from now on; what was read while nobody looked is read again."""
        self._reads.changed(lists=True)
        self._signals = Signals(self._hub.office, self._hub.clock)
        self._signals.watch(self._tell)

    async def look_in_turn(self) -> None:
        """Look, unless another hub of this office has just looked for all: it tells what it found."""
        if not self._takes_turns or await self._is_our_turn():
            await self.look()
            return
        # Also what a hub read that was killed before it told it is read with our next turn.
        known = timedelta(seconds=PERIODS_READ_AGAIN * self._period)
        self._signals.told_until(self._hub.clock.now() - known)

    async def look(self) -> None:
        """One look for signals; whatever fails is looked for again later."""
        if self.stillness:
            self._signals.told_until(self._hub.clock.now() - STILL_FOR)
            return
        try:
            await self._signals.read()
        except errors.ApiError as error:
            self._failures += 1
            if self._failures == 1:
                log.info("signals can't be read: %s", type(error).__name__)
        else:
            self._failures = 0

    def listen(self, listener: EventListener) -> None:
        """Tell what Open Dental itself reports to this hub."""
        listener.watch(self._tell_event)

    def _is_wanted(self) -> bool:
        """Whether a device follows, or lately asked for something that is kept."""
        idle = self._hub.clock.monotonic() - self._reads.asked_at
        return bool(self._hub.stream.count) or idle < IDLE_SECONDS

    @property
    def _takes_turns(self) -> bool:
        """Whether other hubs use this key too, and each request counts."""
        return self._hub.stream.relay is not None and self._interval > 0

    async def _is_our_turn(self) -> bool:
        try:
            return await is_our_turn(self._hub, self._period)
        except SQLAlchemyError:  # nobody knows what the others do
            return True

    def _tell(self, rows: Sequence[Signalod]) -> None:
        encoded = tuple(msgspec.Raw(msgspec.json.encode(wire_row(row))) for row in rows)
        self._hub.stream.tell(SignalRows(encoded), here=not self._takes_turns)

    def _hear(self, line: StreamLine) -> None:
        """What another hub told is not told again after a look of our own."""
        if isinstance(line, SignalRows) and self._takes_turns:
            self._signals.know(_number_of(row).SignalNum for row in line.rows)

    def _tell_event(self, event: Event) -> None:
        body = msgspec.Raw(msgspec.json.encode(decode_any(event.body)))  # on one line, as all of the stream
        self._hub.stream.tell(OfficeEvent(event.kind.value, event.workstation, body), here=True)

    @property
    def _interval(self) -> float:
        """Seconds between two requests of the key; 0 but in Remote mode."""
        office = self._hub.office
        return pace(office.address.mode, office.capabilities.permissions).interval

    @property
    def _period(self) -> float:
        return max(PERIOD_SECONDS, self._interval * REQUESTS_PER_LOOK)

    def _rest(self) -> float:
        period = self._period
        return min(max(period, LONGEST_BACKOFF), period * 2.0 ** min(self._failures, 10))
