"""A write's request while it is sent: how much of its body has left this PC, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

PART = 64 * 1024
"""Bytes of a body that are handed to the network at once; a smaller body has no progress."""


class Sending:
    """`on_sent` is called when the request leaves the queue, and after each part of a large body.

    `sent` and `total` are bytes; 0 until the first part is out. Bytes count as sent when the network has taken them, so
    the last ones may still be on their way.
    """

    def __init__(self, on_sent: Callable[[], None]) -> None:
        self.sent = 0
        self.total = 0
        self.user_num = 0
        """Who made the write; 0: nobody was signed in."""
        self.anyway = False
        """For the hub: the person was asked about an equal payment, and this is another one."""
        self.begun = False
        """Whether the request has left the queue: from then on it may have been sent."""
        self._stopped = False
        self._on_sent = on_sent
        self._cut: Callable[[], None] | None = None

    def stop(self) -> None:
        """Send nothing more, and don't wait for the answer."""
        self._stopped = True
        if self._cut is not None:
            self._cut()

    def withdraw(self) -> None:
        """Don't send it if it isn't on its way now: it may wait for its turn, also for a second time."""
        if self._cut is None:
            self._stopped = True

    def is_stopped(self) -> bool:
        """Whether it was stopped. What was sent before may have arrived."""
        return self._stopped

    def begin(self) -> None:
        """For the broker: it is sent now."""
        self.begun = True
        self._on_sent()

    def attach(self, cut: Callable[[], None] | None) -> None:
        """For the transport: what breaks off the request; None once it has ended."""
        self._cut = cut

    def note(self, sent: int, total: int) -> None:
        """For the transport: this much of the body has been sent."""
        self.sent, self.total = sent, total
        self._on_sent()
