"""Limits for one customer key: requests at once, bytes at once, and time of queries.

In Local and Service mode there is no pace. These limits are far above what programs need, and keep one of them from
blocking the practice.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self, TypeVar

from msgspec import Struct

from app.core.clock import Clock
from app.practice.server.database import DatabaseThread
from app.practice.server.refusals import TookTooLong, TooMany
from app.practice.sql.limits import MOST_SECONDS, TOO_LONG
from app.practice.sql.queries import QueryDesk

MOST_REQUESTS = 1_000
"""Requests that are being read or served; more get 429."""
MOST_BYTES = 256_000_000
"""Bytes of bodies that are being read or served, and of answers that the caller has not read yet. More get 429."""
QUERY_SECONDS = 120.0
"""Seconds that queries may take at a stretch; above it they get 429."""
QUERY_SHARE = 0.5
"""The share of the time that queries may take in the long run."""
ROOM_SECONDS = 1.0
"""Seconds of a request's time that are reserved for sending its answer, so that it arrives before the deadline."""
_WORTH_STARTING = 1.0
TOO_MUCH = "Too much is being sent or waits to be read at once with this customer key."

T = TypeVar("T")


class Deadline(Struct, frozen=True):
    """When the time of a request is over: it counts from its arrival, and whatever the request waits for is in it."""

    clock: Clock
    at: float

    @classmethod
    def of_arrival(cls, clock: Clock) -> Self:
        """The deadline of a request that arrives now."""
        return cls(clock, clock.monotonic() + MOST_SECONDS - ROOM_SECONDS)

    def left(self) -> float:
        """Seconds that are left. Raises TookTooLong when there are none."""
        seconds = self.at - self.clock.monotonic()
        if seconds <= 0:
            raise TookTooLong(TOO_LONG)
        return seconds

    async def run(self, thread: DatabaseThread, work: Callable[[], T]) -> T:
        """Run work in a thread. TookTooLong at the deadline: work whose turn has not come by then is not done."""

        def in_turn() -> T:
            self.left()
            return work()

        try:
            return await thread.run(in_turn, self.left())
        except TimeoutError:
            raise TookTooLong(TOO_LONG) from None


class Load:
    """The requests of a key that are being served, until their answers are read."""

    def __init__(self) -> None:
        self._requests = 0
        self._bytes = 0

    @contextmanager
    def entered(self) -> Iterator[Callable[[int], None]]:
        """One request; call what it yields with the size of each part of its body. TooMany when it is too much."""
        if self._requests >= MOST_REQUESTS:
            raise TooMany("Too many requests are queued for this customer key.", retry_after=1)
        taken = 0

        def take(size: int) -> None:
            nonlocal taken
            taken += size
            self._bytes += size
            self.check()

        self._requests += 1
        try:
            yield take
        finally:
            self._requests -= 1
            self._bytes -= taken

    @contextmanager
    def unread(self, size: int) -> Iterator[None]:
        """An answer of so many bytes, while it is sent. It is never refused: the work of its request is done."""
        self._bytes += size
        try:
            yield
        finally:
            self._bytes -= size

    def check(self) -> None:
        """TooMany when bodies and unread answers take too much memory."""
        if self._bytes > MOST_BYTES:
            raise TooMany(TOO_MUCH, retry_after=1)


class QueryTime:
    """The time that a key's queries may take: saved up to two minutes, half of the time in the long run."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._saved = QUERY_SECONDS
        self._at = clock.monotonic()

    def left(self) -> float:
        """Seconds that are left. Raises TooMany below one second, with the seconds until the next query may start."""
        now = self._clock.monotonic()
        self._saved = min(QUERY_SECONDS, self._saved + (now - self._at) * QUERY_SHARE)
        self._at = now
        if self._saved < _WORTH_STARTING:
            after = math.ceil((_WORTH_STARTING - self._saved) / QUERY_SHARE)
            raise TooMany("The queries of this customer key take too much time.", retry_after=after)
        return self._saved

    def spend(self, seconds: float) -> None:
        """Subtract the seconds that a query took."""
        self._saved -= seconds


class QueryLine:
    """Runs queries one after another, beside the practice's other work, which need not wait for them."""

    def __init__(self, queries: QueryDesk, clock: Clock) -> None:
        self._queries = queries
        self._clock = clock
        self._time = QueryTime(clock)
        self._thread = DatabaseThread("practice-queries")

    async def run(self, ask: Callable[[QueryDesk, float], T], deadline: Deadline) -> T:
        """Run a query with the seconds that it may take. Raises TooMany or TookTooLong."""
        return await deadline.run(self._thread, lambda: self._run(ask, deadline))

    def _run(self, ask: Callable[[QueryDesk, float], T], deadline: Deadline) -> T:
        began = self._clock.monotonic()
        seconds = min(deadline.left(), self._time.left())
        try:
            return ask(self._queries, seconds)
        finally:
            # No more than it was given: a PC that slept meanwhile has not worked for so long.
            self._time.spend(min(self._clock.monotonic() - began, seconds))

    def close(self) -> None:
        """End the running query and close the database's connection."""
        self._queries.stop()
        self._thread.run_now(self._queries.close)
        self._thread.close()
