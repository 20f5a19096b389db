"""Whether the office answers, and who may find out when it does not."""

from __future__ import annotations

from app.api.need import Need

FIRST_REST = 1.0
LONGEST_REST = 5.0


class Circuit:
    """Open (`up` is False) from the first failure to reach the office until any answer from it.

    While it is open a click always tries; what is on a screen tries when nothing else does; refresh and
    prefetch fail at once, but for one probe each time a rest of 1 to 5 seconds is over. So nothing piles up
    before a dead server.
    """

    def __init__(self) -> None:
        self.up = True
        self._failures = 0
        self._rest_until = 0.0

    def answered(self) -> None:
        """The office answered, whatever it said."""
        self.up = True
        self._failures = 0

    def failed(self, now: float) -> None:
        """The office could not be reached at `now` (monotonic seconds)."""
        self.up = False
        self._rest_until = now + min(LONGEST_REST, FIRST_REST * 2**self._failures)
        self._failures = min(self._failures + 1, 10)

    def admits(self, need: Need, now: float, *, busy: bool) -> bool:
        """Whether a request may wait for its turn at all; `busy`: another waits or is in flight."""
        if self.up or need <= Need.SCREEN:
            return True
        return not busy and now >= self._rest_until

    def lets_out(self, need: Need, in_flight: int) -> bool:
        """Whether a waiting request may leave now, beside `in_flight` others."""
        return self.up or need is Need.CLICK or in_flight == 0
