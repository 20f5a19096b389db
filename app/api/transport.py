"""The interface that sends one request to an office and returns its answer."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from typing import Protocol

from msgspec import Struct

from app.api.errors import OverLimit, Unreachable
from app.api.sending import Sending

CONNECT_SECONDS = 5.0
MOST_BYTES = 32 * 1024 * 1024
"""Of one answer, decompressed. Open Dental's own limit is 16.8 million characters, mostly of one byte."""
KEEP_ALIVE_SECONDS = 4.0
"""Shorter than the 5 s of common servers: a write on a connection that is just being closed would be lost."""


class TransportNotSent(Exception):
    """Nothing of the request was sent: no connection could be made. The text contains only the cause."""

    def __init__(self, reason: str, kind: type[Unreachable] = Unreachable) -> None:
        super().__init__(reason)
        self.kind = kind


class TransportLost(Exception):
    """The request may have been sent, and no complete answer arrived."""

    def __init__(self, reason: str, *, timed_out: bool) -> None:
        super().__init__(reason)
        self.timed_out = timed_out


class TransportOverLimit(Exception):
    """An answer larger than any of an office; it was not read completely."""

    def __init__(self, kind: type[OverLimit], status: int) -> None:
        super().__init__(kind.__name__)
        self.kind = kind
        self.status = status


class TransportRefused(Exception):
    """A stream was asked for, and this came instead."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


class Answer(Struct, frozen=True):
    """An office's raw answer. Header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Transport(Protocol):
    """Sends requests, one or several at a time, without interpreting them."""

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """Send one request and read its whole answer, within `timeout` seconds.

        A large body is sent in parts, and each part that leaves starts the timeout again. `url` includes the
        query, percent-encoded. `sending` follows the body and can stop it. Raises TransportNotSent,
        TransportLost or TransportOverLimit.
        """
        ...

    def drop_connections(self) -> None:
        """Use new connections from now on: an answer on one of them was out of sync."""
        ...

    async def aclose(self) -> None:
        """Close every connection."""
        ...


class StreamingTransport(Transport, Protocol):
    """A transport that can also follow an endless answer."""

    def lines(self, url: str, headers: Mapping[str, str], silence: float) -> AsyncGenerator[bytes]:
        """The lines of an endless answer to a GET, each within `silence` seconds of the one before.

        Raises as `send`, and TransportRefused for any other status than 200.
        """
        ...
