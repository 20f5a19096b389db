"""What the broker is doing, for the status line."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class BrokerStatus(Struct, frozen=True):
    """The broker at one moment."""

    waiting: int
    """Requests that have not left."""
    in_flight: int
    next_in: float
    """Seconds until the next one may leave; 0 when nothing waits or nothing holds it."""
    clear_in: float
    """Seconds until the last of those waiting may leave, by the pace alone."""
    pace_text: str
    """"1 request a second"; empty without a pace."""
    connected: bool
    """Whether the office answered the last time it was tried."""
    last_answer: float | None
    """When it last answered, in the clock's monotonic seconds."""

    @property
    def line(self) -> str:
        """All of it for people: "1 request a second, 3 waiting, 2 s"."""
        return describe(self.pace_text, self.waiting, self.clear_in, connected=self.connected)


Watcher = Callable[[BrokerStatus], None]


def describe(pace_text: str, waiting: int, clear_in: float, *, connected: bool = True) -> str:
    """The broker's line. Empty when there is nothing to say: no pace, nothing waiting, office answering."""
    parts = ["" if connected else "server not reached", pace_text]
    if waiting:
        parts.append(f"{waiting} waiting")
        parts.append(duration(clear_in) if clear_in >= 1 else "")
    return ", ".join(part for part in parts if part)


def duration(seconds: float) -> str:
    """Whole seconds, or minutes and seconds: "2 s", "1 min 5 s"."""
    minutes, rest = divmod(int(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"
