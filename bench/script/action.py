"""One kind of action of the scripted day."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bench.script.hands import Hands


@dataclass(frozen=True, slots=True)
class Action:
    """Something a receptionist does several times a day, with the keyboard."""

    name: str
    times: int
    """How often it occurs in a day."""
    act: Callable[[Hands], Awaitable[None]]
    writes: str = ""
    """The kind of write that the day must contain because of it: keys without effect would measure nothing."""
    last: bool = False
    """Done when everything else is: the rest of the day is shuffled."""
