"""What carries one request to an office and one answer back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct

from app.api.errors import OverLimit, Unreachable


class TransportNotSent(Exception):
    """Nothing of the request left: no connection could be made. The text names the cause only."""

    def __init__(self, reason: str, kind: type[Unreachable] = Unreachable) -> None:
        super().__init__(reason)
        self.kind = kind


class TransportLost(Exception):
    """The request may have left, and no whole answer came back."""

    def __init__(self, reason: str, *, timed_out: bool) -> None:
        super().__init__(reason)
        self.timed_out = timed_out


class TransportOverLimit(Exception):
    """An answer came that is larger than any of an office; it was not read whole."""

    def __init__(self, kind: type[OverLimit], status: int) -> None:
        super().__init__(kind.__name__)
        self.kind = kind
        self.status = status


class Answer(Struct, frozen=True):
    """An office's answer as it came. Header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Transport(Protocol):
    """Sends requests one by one or several at once; knows nothing of their meaning."""

    async def send(
        self, verb: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> Answer:
        """Send one request and read its whole answer, within `timeout` seconds.

        `url` bears the query, percent-encoded. Raises TransportNotSent, TransportLost or TransportOverLimit.
        """
        ...

    def drop_connections(self) -> None:
        """Use new connections from now on: an answer on one of them was out of step."""
        ...

    async def aclose(self) -> None:
        """Close every connection."""
        ...
