"""A transport that records its requests."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from app.api.sending import Sending
from app.api.transport import Answer, Transport


class RecordingTransport:
    """Forwards requests and records their verbs and targets, in the order sent."""

    def __init__(self, inner: Transport, *, hold_after: int | None = None) -> None:
        """`hold_after`: after this many requests the others wait until `released` is set."""
        self._inner = inner
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
        self.sent.append(f"{verb} {url.partition('/api/v1')[2]}")
        self.bodies.append(body or b"")
        if self._hold_after is not None and len(self.sent) > self._hold_after:
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
