"""A transport that remembers what passed it."""

from __future__ import annotations

from collections.abc import Mapping

from app.api.transport import Answer, Transport


class Counting:
    """Carries requests on and keeps their verbs and targets, in the order of leaving."""

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self.sent: list[str] = []
        self.answered = 0

    async def send(
        self, verb: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> Answer:
        """Pass a request on."""
        self.sent.append(f"{verb} {url.partition('/api/v1')[2]}")
        answer = await self._inner.send(verb, url, headers, body, timeout)
        self.answered += 1
        return answer

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()
