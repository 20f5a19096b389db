"""What check-in needs of the way to the office hub."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from app.wire.hub.actions import HubAction, Message, Reply
from app.wire.hub.stream import StreamLine

A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)


class HubCalls(Protocol):
    """Sends actions to the hub."""

    async def call(self, action: HubAction[A, R], message: A) -> R:
        """The hub's answer. Raises the errors of `app.api.errors`."""
        ...


class HubLines(Protocol):
    """The hub's change stream."""

    def watch(self, callback: Callable[[StreamLine], object]) -> Callable[[], None]:
        """Call back with each line. Returns a function that unsubscribes."""
        ...
