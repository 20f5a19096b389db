"""The kiosk's connection to its hub."""

from __future__ import annotations

from typing import Protocol, TypeVar

from app.wire.hub.actions import HubAction, Message, Reply

A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)


class Line(Protocol):
    """Calls the hub. Raises the typed errors of `app.api.errors`."""

    async def call(self, action: HubAction[A, R], message: A) -> R:
        """The hub's answer to one message."""
        ...
