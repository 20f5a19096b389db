"""How many requests a device may send, and all devices together. A refused one costs next to nothing."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from msgspec import Struct

from app.hub.handling import Refusal
from app.hub.hub import Hub
from app.wire.hub.actions import Kind

MOST_REMEMBERED: Final = 10_000
"""Devices and addresses whose recent requests are counted; then those that are quiet are forgotten."""


class Rate(Struct, frozen=True):
    """`burst` requests at once, and `per_second` in the long run."""

    per_second: float
    burst: float


DESK_RATE = Rate(400, 1_500)
"""A desk whose office has no rate limit reads days ahead as fast as it is answered: some hundred requests a second."""
KIOSK_RATE = Rate(10, 60)
"""A patient causes some twenty requests in two minutes, heartbeats included."""
STRANGER_RATE = Rate(2, 20)
"""For one network address without a valid token: enough to pair, too little to flood."""
TOTAL_RATE = Rate(3_000, 6_000)
"""For all together: about what one process can serve."""


class _Bucket:
    """A token bucket."""

    __slots__ = ("_at", "_left")

    def __init__(self, rate: Rate, now: float) -> None:
        self._left = rate.burst
        self._at = now

    def take(self, rate: Rate, now: float) -> float:
        """Take one; returns 0, or the seconds until there is one again."""
        self._left = min(rate.burst, self._left + (now - self._at) * rate.per_second)
        self._at = now
        if self._left >= 1:
            self._left -= 1
            return 0.0
        return (1 - self._left) / rate.per_second

    def give_back(self) -> None:
        """One that was taken for a request that is refused all the same."""
        self._left += 1

    def is_full(self, rate: Rate, now: float) -> bool:
        """Whether it has been unused for so long that it can be forgotten."""
        return self._left + (now - self._at) * rate.per_second >= rate.burst


class Limits:
    """Counts requests. Every method raises Refusal 429 "too fast", which says when to come back."""

    def __init__(self, hub: Hub) -> None:
        self._clock = hub.clock
        self._buckets: dict[Hashable, tuple[Rate, _Bucket]] = {}
        self._total = _Bucket(TOTAL_RATE, hub.clock.monotonic())
        self.total_rate = TOTAL_RATE
        self.rates = {Kind.DESK: DESK_RATE, Kind.KIOSK: KIOSK_RATE, None: STRANGER_RATE}

    def count(self) -> None:
        """One more request of anyone."""
        _check(self._total.take(self.total_rate, self._clock.monotonic()))

    def count_device(self, device_num: int, kind: Kind) -> None:
        """One more request of a device."""
        self._take(device_num, self.rates[kind])

    def count_stranger(self, address: str) -> None:
        """One more request without a valid token."""
        self._take(address, self.rates[None])

    def _take(self, who: Hashable, rate: Rate) -> None:
        now = self._clock.monotonic()
        found = self._buckets.get(who)
        if found is None:
            if len(self._buckets) >= MOST_REMEMBERED:
                self._forget_quiet(now)
            found = self._buckets[who] = (rate, _Bucket(rate, now))
        wait = found[1].take(rate, now)
        if wait:
            self._total.give_back()  # whoever sends too much takes nothing from the others
        _check(wait)

    def _forget_quiet(self, now: float) -> None:
        kept = {who: each for who, each in self._buckets.items() if not each[1].is_full(each[0], now)}
        self._buckets = kept if len(kept) < MOST_REMEMBERED else {}


def _check(wait: float) -> None:
    if wait:
        raise Refusal(429, "too fast", retry_after=wait)
