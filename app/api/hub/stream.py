"""The device's end of the hub's change stream (`app.wire.hub.stream`): connected again whenever it breaks."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable, Mapping

import msgspec

from app.api import errors
from app.api.retry import Draw, own_share
from app.api.transport import StreamingTransport, TransportLost, TransportNotSent, TransportRefused
from app.core.clock import Clock
from app.core.observers import Observers
from app.wire.hub.actions import STREAM_PATH
from app.wire.hub.stream import BROKEN_SECONDS, Beat, Connected, StreamLine

FIRST_BACKOFF = 0.5
LONGEST_BACKOFF = 10.0
REVOKED_BACKOFF = 60.0
"""Seconds until the next try while the hub refuses this device: only people can change that."""

_decode = msgspec.json.Decoder(StreamLine).decode


async def _nowhere() -> None:
    """Nobody looks for the hub."""


class HubStream:
    """Reads while `run` runs. While it is `standing`, everything that changes is told to the watchers."""

    def __init__(
        self,
        transport: StreamingTransport,
        url: str,
        headers: Mapping[str, str],
        clock: Clock,
        *,
        look: Callable[[], Awaitable[None]] = _nowhere,
        draw: Draw = random.random,
    ) -> None:
        """`url`: the hub's, without a path. `look` looks for the hub where it isn't found at its address any more."""
        self._transport = transport
        self._url = url + STREAM_PATH
        self._headers = headers
        self._clock = clock
        self._look = look
        self._draw = draw
        self._lines = Observers[StreamLine]()
        self._standings = Observers[bool]()
        self._failures = 0
        self._turn: asyncio.Timeout | None = None
        """One connection and the pause after it; `reconnect` ends it."""
        self.standing = False
        self.paced = False
        """Whether the office's key has a rate limit, as the hub said last."""
        self.breaks = 0
        """How often the stream stood and broke: what was told meanwhile is not known here."""
        self.office_online = True
        """Whether the office answers the hub, as it said last."""
        self.trouble: errors.ApiError | None = None
        """Why it doesn't stand; None while it does, and before the first try has ended."""

    @property
    def tells_all(self) -> bool:
        """Whether every change is told: it stands, and the office answers the hub."""
        return self.standing and self.office_online

    def watch(self, watcher: Callable[[StreamLine], object]) -> Callable[[], None]:
        """Call back with each line. Returns a function that unsubscribes."""
        return self._lines.add(watcher)

    def watch_standing(self, watcher: Callable[[bool], object]) -> Callable[[], None]:
        """Call back when it begins to stand (True), and after each failed or ended connection (False)."""
        return self._standings.add(watcher)

    async def run(self) -> None:
        """Stay connected; never ends."""
        try:
            while True:
                try:
                    async with asyncio.timeout(None) as self._turn:
                        await self._follow_once()
                        await self._clock.sleep(self._backoff())
                except TimeoutError:
                    if self._turn is None or not self._turn.expired():
                        raise
                    self._broke(errors.ConnectionLost(STREAM_PATH))  # `reconnect`
                    self._failures = 0
        finally:
            self.standing = False
            self._turn = None

    def reconnect(self) -> None:
        """This PC has slept: connect anew at once, whether it seems to stand or waits for its next try."""
        self._transport.drop_connections()
        if self._turn is not None and not self._turn.expired():
            self._turn.reschedule(asyncio.get_running_loop().time())

    async def aclose(self) -> None:
        """Close its connections; `run` has ended before."""
        await self._transport.aclose()

    async def _follow_once(self) -> None:
        """One connection, from its first line to its last."""
        try:
            async with contextlib.aclosing(
                self._transport.lines(self._url, self._headers, BROKEN_SECONDS)
            ) as lines:
                async for line in lines:
                    self._take(line)
            why: errors.ApiError = errors.ConnectionLost(STREAM_PATH)
        except TransportRefused as refused:
            why = _refusal(refused.answer.status)
        except TransportNotSent as cause:
            why = cause.kind(STREAM_PATH)
        except TransportLost as cause:
            why = (errors.TimedOut if cause.timed_out else errors.ConnectionLost)(STREAM_PATH)
        self._broke(why)
        if isinstance(self.trouble, errors.Unreachable) and not isinstance(
            self.trouble, errors.DeviceRevoked
        ):
            await self._look()

    def _broke(self, why: errors.ApiError) -> None:
        """It doesn't stand any more, or never did."""
        self.trouble = why
        self._failures += 1
        self.breaks += self.standing
        self.standing = False
        self._standings.notify(self.standing)

    def _take(self, text: bytes) -> None:
        try:
            line: StreamLine = _decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return  # a newer hub tells of something that this version doesn't know
        if isinstance(line, Connected | Beat):
            self.office_online = line.office_online
        if isinstance(line, Connected):
            self._failures, self.trouble, self.standing, self.paced = 0, None, True, line.paced
            self._standings.notify(self.standing)
        self._lines.notify(line)

    def _backoff(self) -> float:
        if isinstance(self.trouble, errors.DeviceRevoked):
            return REVOKED_BACKOFF
        longest = min(LONGEST_BACKOFF, FIRST_BACKOFF * 2.0 ** min(max(self._failures - 1, 0), 10))
        return own_share(longest, self._draw)


def _refusal(status: int) -> errors.ApiError:
    if status in (401, 403):
        return errors.DeviceRevoked(STREAM_PATH, status=status)
    return errors.ServerFault(STREAM_PATH, status=status)
