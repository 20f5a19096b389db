"""What the broker is doing, for the status line."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from app.core.text import Text


class BrokerStatus(Struct, frozen=True):
    """The broker at one moment."""

    waiting: int
    """Requests that have not left."""
    in_flight: int
    next_in: float
    """Seconds until the next one may leave; 0 when nothing waits or nothing holds it."""
    clear_in: float
    """Seconds until the last of those waiting may leave, by the pace alone."""
    pace_text: Text
    """"1 request a second"; empty without a pace."""
    connected: bool
    """Whether the office answered the last time it was tried."""
    last_answer: float | None
    """When it last answered, in the clock's monotonic seconds."""


Watcher = Callable[[BrokerStatus], None]
