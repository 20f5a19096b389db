"""The kiosk's connection to its hub."""

from __future__ import annotations

from typing import Protocol, TypeVar

from app.api.errors import ApiError
from app.api.hub.link import HubRefused
from app.wire.hub.actions import HubAction, Message, Reply

A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)

NoAnswer = ApiError | HubRefused
"""Why there is no answer that can be used; `except NO_ANSWER` takes both."""
NO_ANSWER = (ApiError, HubRefused)


class Line(Protocol):
    """Calls the hub (`app.api.hub.link`). Raises NO_ANSWER."""

    async def call(self, action: HubAction[A, R], message: A) -> R:
        """The hub's answer to one message."""
        ...
