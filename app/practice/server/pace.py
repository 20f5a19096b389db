"""The pace of a customer key in Remote mode: requests are delayed, and refused when too many wait."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from app.core.clock import Clock
from app.practice.server.load import Deadline
from app.practice.server.refusals import TookTooLong, TooMany
from app.practice.sql.limits import TOO_LONG


class PaceRule(Struct, frozen=True):
    """One request per `interval` seconds, including its own time; `depth` more may wait."""

    interval: float
    depth: int = 5


PACES: Mapping[str, PaceRule | None] = MappingProxyType(
    {"none": None, "read-all": PaceRule(5.0), "paid": PaceRule(1.0), "enterprise": PaceRule(0.5)}
)
"""The paces by their names on the command line."""


class Gate:
    """Serves the requests of one key one at a time."""

    def __init__(self, rule: PaceRule | None, clock: Clock, *, refuses: bool) -> None:
        self._rule = rule
        self._clock = clock
        self._refuses = refuses
        self._free_at = -math.inf

    async def enter(self, deadline: Deadline) -> None:
        """Wait for this request's turn. TooMany, with the seconds to wait, when the queue is full.

        TookTooLong at the deadline when the turn would come later; then it is another request's.
        """
        if (rule := self._rule) is None:
            return
        now = self._clock.monotonic()
        start = max(now, self._free_at)
        wait = start - now
        if self._refuses and wait > rule.depth * rule.interval:
            seconds = math.ceil(wait - rule.depth * rule.interval)
            raise TooMany("Too many requests are queued for this customer key.", retry_after=seconds)
        left = deadline.left()
        if wait >= left:
            await self._clock.sleep(left)
            raise TookTooLong(TOO_LONG)
        self._free_at = start + rule.interval
        if wait > 0:
            await self._clock.sleep(wait)
