"""Sends the declared actions to the hub."""

from __future__ import annotations

from typing import TypeVar

import msgspec
from msgspec import Struct

from app.api.errors import ConnectionLost, NotTheOffice, ServerFault, TimedOut
from app.api.hub.persons import PersonTokens
from app.api.transport import Transport, TransportLost, TransportNotSent, TransportOverLimit
from app.wire.hub.actions import NO_DATABASE, HubAction, Message, Reply
from app.wire.hub.people import PERSON_HEADER

A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)
D = TypeVar("D")

PATIENCE = 20.0
"""Seconds for one action and its answer."""


class HubRefused(Exception):
    """The hub answered and refused. `code` is its word for why ("unknown device"), `status` the HTTP status."""

    def __init__(self, code: str, status: int) -> None:
        super().__init__(f"{status}: {code}")
        self.code = code
        self.status = status


class OtherKind(ValueError):
    """The code was for a device of another kind: a desk's was typed at a kiosk, or a kiosk's at a desk."""


class _Code(Struct):
    code: str


class HubLink:
    """One paired device's way to the hub. Closing it closes its connections."""

    def __init__(
        self, transport: Transport, base_url: str, token: str = "", persons: PersonTokens | None = None
    ) -> None:
        """`base_url` without a path or trailing slash; `token` empty: not paired yet."""
        self._transport = transport
        self._base_url = base_url
        self._headers = {"Content-Type": "application/json"}
        if token:
            self._headers["Authorization"] = f"Bearer {token}"  # words: a header
        self.persons = persons or PersonTokens()
        """Who has signed in at this desk."""

    def __repr__(self) -> str:
        return "HubLink(hidden)"

    async def call(
        self, action: HubAction[A, R], asked: A, *, timeout: float = PATIENCE, person: str | None = None
    ) -> R:
        """Send one action. Raises HubRefused, and of `app.api.errors`: Unreachable, Lost, NotTheOffice.

        ServerFault: the hub can't reach its database.

        `person`: the token of another person than the one who is signed in.
        """
        body = msgspec.json.encode(asked)
        who = self.persons.headers() if person is None else {PERSON_HEADER: person}
        headers = {**self._headers, **who}
        try:
            answer = await self._transport.send("POST", self._base_url + action.path, headers, body, timeout)
        except TransportNotSent as cause:
            raise cause.kind(action.path) from cause
        except TransportLost as cause:
            raise (TimedOut if cause.timed_out else ConnectionLost)(action.path) from cause
        except TransportOverLimit as cause:
            raise cause.kind(action.path, status=cause.status) from cause
        if answer.status == 200:
            return _decoded(answer.body, action.answers, action.path)
        code = _decoded(answer.body, _Code, action.path).code
        if code == NO_DATABASE:
            raise ServerFault(action.path, status=answer.status)
        raise HubRefused(code, answer.status)

    def reconnect(self) -> None:
        """Use new connections from now on; actions on the old ones are completed there."""
        self._transport.drop_connections()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._transport.aclose()


def _decoded(body: bytes, kind: type[D], path: str) -> D:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError:
        raise NotTheOffice(path) from None
