"""A key's rate limit, as numbers and as text."""

from __future__ import annotations

from msgspec import Struct

from app.api.need import Need
from app.core.text import NO_TEXT, Text, msg

MOST_AT_ONCE = 6
"""Concurrent requests without a rate limit: httpx is fastest at 2 to 8, and slower than sequential at 16."""
MARGIN = 1.02
"""The office counts arrivals, we count departures: a small margin allows for network jitter."""


class Pace(Struct, frozen=True):
    """The minimum time between the starts of two requests, in seconds; 0: none.

    It is measured from start to start, because a request's own duration is part of the interval.
    """

    interval: float
    text: Text

    @property
    def at_once(self) -> int:
        """The maximum number of requests in flight."""
        return 1 if self.interval else MOST_AT_ONCE

    def next_start(self, last_start: float | None) -> float:
        """When the next request may start (monotonic seconds), after one that started at `last_start`."""
        return last_start + self.interval * MARGIN if last_start is not None and self.interval else 0.0


NO_PACE = Pace(0.0, NO_TEXT)
READ_ALL_PACE = Pace(5.0, msg("1 request in 5 seconds"))
PAID_PACE = Pace(1.0, msg("1 request a second"))
ENTERPRISE_PACE = Pace(0.5, msg("2 requests a second"))


def seats(need: Need, at_once: int) -> int:
    """How many may be in flight including this one: less urgent requests leave room for the next click."""
    return max(1, at_once - need)
