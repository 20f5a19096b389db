"""Whose turn it is, where one key serves several devices: each device that waits gets an equal share.

This is start-time fair queuing. A request gets a turn when it is asked: one more than the device's last one, and
not less than the turn that is served now. So ten requests of one desk and one of another are sent as one, one, and
then the nine. Turns are counted for each need by itself: a desk's prefetches don't cost it its next click.
"""

from __future__ import annotations

from app.api.need import Need

Owner = int
"""A device's number; 0 where one desk has the office for itself."""


class Turns:
    """The turns given out, and those being served."""

    def __init__(self) -> None:
        self._served: dict[Need, float] = {}
        self._next: dict[tuple[Owner, Need], float] = {}

    def ahead(self, owner: Owner, need: Need) -> float:
        """The turn that a request of this device would get now."""
        return max(self._served.get(need, 0.0), self._next.get((owner, need), 0.0))

    def give(self, owner: Owner, need: Need) -> float:
        """Give it that turn."""
        turn = self.ahead(owner, need)
        self._next[owner, need] = turn + 1.0
        return turn

    def serve(self, need: Need, turn: float) -> None:
        """A request with this turn is sent: who comes now doesn't overtake those who waited."""
        self._served[need] = max(turn, self._served.get(need, 0.0))

    def clear(self) -> None:
        """Nobody waits any more, so nobody is owed anything."""
        self._served.clear()
        self._next.clear()
