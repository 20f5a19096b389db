"""The broker's status, for the status line."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from app.core.text import Text


class BrokerStatus(Struct, frozen=True):
    """The broker at one moment."""

    waiting: int
    """Requests not yet sent."""
    in_flight: int
    next_in: float
    """Seconds until the next one may be sent; 0 if nothing is queued or limited."""
    clear_in: float
    """Seconds until the last queued one may be sent, by the rate limit alone."""
    pace_text: Text
    """"1 request a second"; empty without a rate limit."""
    connected: bool
    """Whether the office answered the last attempt."""
    intercepted: bool
    """Whether a proxy or a sign-in page answered the last attempt instead; then `connected` is False."""
    last_answer: float | None
    """When it last answered, in the clock's monotonic seconds."""


Watcher = Callable[[BrokerStatus], None]
