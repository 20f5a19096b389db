"""How often a key may ask, as numbers and as words."""

from __future__ import annotations

from msgspec import Struct

from app.api.need import Need
from app.core.text import NO_TEXT, Text, msg

MOST_AT_ONCE = 6
"""Requests in flight without a pace: httpx is fastest at 2 to 8, and is slower than one by one at 16."""
MARGIN = 1.02
"""The office counts arrivals, we count departures: a little more allows for a jittery network."""


class Pace(Struct, frozen=True):
    """The least time between the starts of two requests, in seconds; 0: none.

    The time that a request itself takes is part of the interval, so it is counted from start to start.
    """

    interval: float
    text: Text

    @property
    def at_once(self) -> int:
        """How many requests may be in flight."""
        return 1 if self.interval else MOST_AT_ONCE

    def next_start(self, last_start: float | None) -> float:
        """When the next request may start (monotonic seconds), after one that started at `last_start`."""
        return last_start + self.interval * MARGIN if last_start is not None and self.interval else 0.0


NO_PACE = Pace(0.0, NO_TEXT)
READ_ALL_PACE = Pace(5.0, msg("1 request in 5 seconds"))
PAID_PACE = Pace(1.0, msg("1 request a second"))
ENTERPRISE_PACE = Pace(0.5, msg("2 requests a second"))


def seats(need: Need, at_once: int) -> int:
    """How many may be in flight once this one has started: the less urgent leave room for the next click."""
    return max(1, at_once - need)
