"""Delivers the practice's events over the network: httpx, kept out of the practice."""

from __future__ import annotations

import httpx

from app.api.http import HttpxTransport
from app.api.transport import TransportLost, TransportNotSent, TransportOverLimit
from app.practice.server.events import Delivery

DELIVERY_SECONDS = 10.0
"""An address that takes longer counts as failed."""


class HttpCourier:
    """Posts events. Bypasses this PC's proxies: most addresses are in the office."""

    def __init__(self) -> None:
        self._transport = HttpxTransport(lambda: httpx.AsyncHTTPTransport(trust_env=False))

    async def deliver(self, delivery: Delivery) -> bool:
        """Whether the address accepted the event."""
        try:
            answer = await self._transport.send(
                "POST", delivery.url, delivery.headers, delivery.body, DELIVERY_SECONDS
            )
        except (TransportNotSent, TransportLost, TransportOverLimit):
            return False
        return 200 <= answer.status < 300

    async def aclose(self) -> None:
        """Close the connections."""
        await self._transport.aclose()
