"""The circuit breaker: whether the office answers, and which requests may probe it when it doesn't."""

from __future__ import annotations

import random

from app.api.need import Need
from app.api.retry import Draw, own_share

FIRST_REST = 1.0
LONGEST_REST = 5.0


class Circuit:
    """Open (`up` is False) from the first failure to reach the office until any answer from it.

    While it is open, a click is always tried; visible reads are tried when nothing else is; refresh and
    prefetch fail immediately, except for one probe after each pause of 1 to 5 seconds. So no requests pile up
    when the server is down.
    """

    def __init__(self, draw: Draw = random.random) -> None:
        self._draw = draw
        self.up = True
        self._failures = 0
        self._rest_until = 0.0

    def answered(self) -> None:
        """The office answered, with whatever status."""
        self.up = True
        self._failures = 0

    def failed(self, now: float) -> None:
        """The office could not be reached at `now` (monotonic seconds)."""
        self.up = False
        self._rest_until = now + own_share(min(LONGEST_REST, FIRST_REST * 2**self._failures), self._draw)
        self._failures = min(self._failures + 1, 10)

    def hurry(self) -> None:
        """The next request may probe at once: this PC has slept, and what failed before says nothing."""
        self._failures = 0
        self._rest_until = 0.0

    def admits(self, need: Need, now: float, *, busy: bool) -> bool:
        """Whether a request may be queued at all; `busy`: another one is queued or in flight."""
        if self.up or need <= Need.SCREEN:
            return True
        return not busy and now >= self._rest_until

    def lets_out(self, need: Need, in_flight: int) -> bool:
        """Whether a queued request may be sent now, beside `in_flight` others."""
        return self.up or need is Need.CLICK or in_flight == 0
