"""How an action of the office hub is declared: its path, its two messages, and who may call it.

Client and hub both work from the declaration, as both work from the declared methods of the Open Dental API. An
action is a POST with one JSON message; the answer is one JSON message. Everything that changes the API's own data
goes through the API's own routes instead, which the hub passes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

HUB_PATH = "/hub"
"""Path prefix of all actions."""
PROTOCOL = 1
"""The version of these messages. It changes when a device and a hub of different versions can't work together."""
HUB_PORT = 30224
"""Next to the ports of Open Dental's own API Service."""
STREAM_PATH = f"{HUB_PATH}/stream"
"""GET: the change stream of a desk, one JSON message per line (`app.wire.hub.stream`)."""
HEALTH_PATH = "/health"
"""GET, without a token: whether the hub works."""
MOST_BYTES = 16_384
"""Of one message, unless its action says more."""


NO_DATABASE = "database"
"""The code of an answer 503: the hub can't reach its database. Whether it did what was asked isn't known."""


class Kind(StrEnum):
    """What a paired device is."""

    DESK = "desk"
    KIOSK = "kiosk"


class Message(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a device sends: unknown fields are refused."""


class Reply(Struct, frozen=True, kw_only=True):
    """What the hub answers: unknown fields of a newer hub are ignored."""


class Nothing(Message, frozen=True, kw_only=True):
    """An empty message."""


class Done(Reply, frozen=True, kw_only=True):
    """An empty answer."""


A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)


@dataclass(frozen=True)
class HubAction(Generic[A, R]):
    """One action. `kinds` empty: for devices that are not paired yet."""

    path: str
    asks: type[A]
    answers: type[R]
    kinds: frozenset[Kind]
    most_bytes: int = MOST_BYTES


NOBODY_YET: frozenset[Kind] = frozenset()
DESKS = frozenset({Kind.DESK})
KIOSKS = frozenset({Kind.KIOSK})
EVERYONE = frozenset(Kind)
