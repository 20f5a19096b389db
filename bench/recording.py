"""A transport that records its requests."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from app.api.sending import Sending
from app.api.transport import Answer, Transport


class RecordingTransport:
    """Forwards requests and records their verbs and targets, in the order sent."""

    def __init__(self, inner: Transport, *, hold_after: int | None = None, keeps: bool = True) -> None:
        """`hold_after`: after this many requests the others wait until `released` is set.

        `keeps` False: requests are only counted, where memory is measured.
        """
        self._inner = inner
        self._keeps = keeps
        self.count = 0
        self._hold_after = hold_after
        self.released = asyncio.Event()
        self.sent: list[str] = []
        self.bodies: list[bytes] = []
        """What was sent with each of them."""
        self.answered = 0

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """Forward a request."""
        self.count += 1
        if self._keeps:
            self.sent.append(f"{verb} {url.partition('/api/v1')[2]}")
            self.bodies.append(body or b"")
        if self._hold_after is not None and self.count > self._hold_after:
            await self.released.wait()
        answer = await self._inner.send(verb, url, headers, body, timeout, sending)
        self.answered += 1
        return answer

    def drop_connections(self) -> None:
        """As Transport."""
        self._inner.drop_connections()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()
