"""Wrong pairing codes by the address they came from.

A proof doesn't name its code, so a wrong one costs every open code a try. Somebody on the network could so use up each
new code at once; after two codes' worth of tries an address costs no code any more.
"""

from __future__ import annotations

from collections import OrderedDict

from app.core.clock import Clock
from app.wire.hub.devices import CODE_TRIES

MOST_WRONG = 2 * CODE_TRIES
"""A person who mistypes one code three times has all tries of the next one."""
WRONG_SECONDS = 600.0
MOST_ADDRESSES = 1_000


class WrongTries:
    """In memory: at each hub, until it ends."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._tries: OrderedDict[str, list[float]] = OrderedDict()

    def too_many(self, address: str) -> bool:
        """Whether nothing from this address is tried now."""
        since = self._clock.monotonic() - WRONG_SECONDS
        return sum(at > since for at in self._tries.get(address, ())) >= MOST_WRONG

    def count(self, address: str) -> None:
        """A wrong code came from this address."""
        tries = self._tries.setdefault(address, [])
        tries.append(self._clock.monotonic())
        del tries[:-MOST_WRONG]
        self._tries.move_to_end(address)
        if len(self._tries) > MOST_ADDRESSES:
            self._tries.popitem(last=False)
