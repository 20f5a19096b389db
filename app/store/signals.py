"""The office's signals: what another program changed, read once for all that follow them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.api.client import OpenDental
from app.api.need import Need
from app.core.clock import Clock
from app.core.observers import Observers

if TYPE_CHECKING:  # loads with the first request for them
    from app.wire.resources.signalods import Signalod

SECOND = timedelta(seconds=1)
MARGIN = timedelta(seconds=2)
"""How far the office's clock, as this PC knows it, may be ahead of the office's own."""

MOST_KEPT = 5_000
"""Numbers of signals that are remembered as told; more only cost reading something twice."""


class Signals:
    """Reads signals from the moment on when they were first followed, and passes each of them on once."""

    def __init__(self, client: OpenDental, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._observers: Observers[Sequence[Signalod]] = Observers()
        self._since: datetime | None = None
        self._known_at = 0.0
        """Until when everything is known, in monotonic seconds: what `_since` says by the office's clock."""
        self._told: set[int] = set()
        """The signals of the last answer, or those that a hub told."""
        self.read_at: float | None = None
        """When the office answered last, in monotonic seconds; None: it never did."""

    @property
    def followed(self) -> bool:
        """Whether anybody follows them."""
        return bool(self._observers)

    def watch(self, watcher: Callable[[Sequence[Signalod]], object]) -> Callable[[], None]:
        """Call back with the new signals of each reading that found some. Returns a function that unsubscribes.

        Nothing that is signaled from now on is missed, however late the first reading is.
        """
        self._begin()
        return self._observers.add(watcher)

    async def read(self) -> Sequence[Signalod]:
        """Read what is new, in one request. Raises the client's errors."""
        since, asked = self._begin(), self._clock.monotonic()
        rows = await self._client.at(Need.REFRESH).signalods.list(SigDateTime=since)
        self.read_at = self._clock.monotonic()
        times = [row.serverDateTime for row in rows if row.serverDateTime is not None]
        # Times are whole seconds and the office answers what is later: more may come in the second that has begun.
        self._since = max(min(times, default=since + SECOND) - SECOND, since)
        self._known_at = asked
        new = [row for row in rows if row.SignalNum not in self._told]
        if rows:
            self._told = {row.SignalNum for row in rows}
        self._pass_on(new)
        return new

    def take(self, rows: Sequence[Signalod]) -> None:
        """Pass on signals that the office hub has read and told."""
        self.read_at = self._clock.monotonic()
        self._told |= {row.SignalNum for row in rows if row.SignalNum}
        self._pass_on(rows)

    def know(self, numbers: Iterable[int]) -> None:
        """These were told by somebody else: they are not passed on when they are read."""
        self._told.update(each for each in numbers if each)

    def told_until(self, moment: datetime) -> None:
        """The office hub has told everything up to this time of the office: later readings begin there."""
        self.read_at = self._clock.monotonic()
        self._since = max(self._begin(), moment.replace(microsecond=0))
        self._known_at = self._clock.monotonic() - max((self._clock.now() - moment).total_seconds(), 0.0)
        if len(self._told) > MOST_KEPT:
            self._told.clear()

    def _pass_on(self, rows: Sequence[Signalod]) -> None:
        if rows:
            self._client.part()
            self._observers.notify(rows)

    def _begin(self) -> datetime:
        """Since when signals are read.

        Until the office has told its time, this is by the PC's clock. If that was ahead, the same moment is taken by
        the office's clock: else what was signaled since then would be missed.
        """
        now, moment = self._clock.now(), self._clock.monotonic()
        if self._since is None:
            self._known_at = moment
        elif self._since <= now + MARGIN:
            return self._since
        known = now - timedelta(seconds=moment - self._known_at)
        self._since = known.replace(microsecond=0) - MARGIN
        return self._since
