"""The pages' actions through the kiosk's connection, with one kind of error."""

from __future__ import annotations

from typing import TypeVar

from app.api.errors import KeyRefused, Refused, ServerFault
from app.api.hub.link import HubRefused
from app.services.kiosk.line import Line
from app.wire.hub.actions import HubAction, Message, Reply

UNKNOWN_DEVICE, FAULT = 401, 500
A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)


class PatientLine:
    """A Line whose refusals are ApiErrors: to a patient they all mean "please see the desk"."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def call(self, action: HubAction[A, R], message: A) -> R:
        """As Line. Raises ApiError only."""
        try:
            return await self._line.call(action, message)
        except HubRefused as refusal:
            if refusal.status == UNKNOWN_DEVICE:
                kind: type[Refused | ServerFault] = KeyRefused
            else:
                kind = ServerFault if refusal.status >= FAULT else Refused
            raise kind(action.path, status=refusal.status) from None
