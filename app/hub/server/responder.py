"""Answers devices that look for the hub on the local network (`app.api.hub.discovery`)."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import socket

import msgspec

from app.api.hub.discovery import PACKET_BYTES, DiscoveryAnswer, nonce_of, own_addresses
from app.core.clock import Clock

MOST_ANSWERS = 50
"""In a second; the rest is not answered."""
MOST_ADDRESSES = 8
MOST_NAME = 60

log = logging.getLogger(__name__)


class Responder(asyncio.DatagramProtocol):
    """Answers questions from the local network; nothing that it sends is larger than what it got."""

    def __init__(self, port: int, fingerprint: str, clock: Clock) -> None:
        self._port = port
        self._fingerprint = fingerprint
        self._clock = clock
        self._transport: asyncio.DatagramTransport | None = None
        self._second, self._answered = 0, 0
        self.port = 0
        """The UDP port that it listens on; 0: it doesn't."""

    async def start(self, listen: str, port: int) -> None:
        """Listen. A port that is taken is logged: devices then find the hub by its address only."""
        loop = asyncio.get_running_loop()
        try:
            opened, _ = await loop.create_datagram_endpoint(
                lambda: self, (listen, port), family=socket.AF_INET, allow_broadcast=True
            )
        except OSError as error:
            log.info("not found by itself: UDP port %d: %s", port, error.strerror or type(error).__name__)
            return
        self._transport = opened
        self.port = opened.get_extra_info("sockname")[1]

    def stop(self) -> None:
        """Close the port."""
        if self._transport is not None:
            self._transport.close()
            self._transport = None

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        """Answer a question."""
        nonce = nonce_of(data)
        if not nonce or self._transport is None or not _is_near(addr[0]) or not self._has_time():
            return
        answer = DiscoveryAnswer(
            nonce,
            socket.gethostname()[:MOST_NAME],
            own_addresses()[:MOST_ADDRESSES],
            self._port,
            self._fingerprint,
        )
        packet = msgspec.json.encode(answer)
        if len(packet) <= PACKET_BYTES:
            self._transport.sendto(packet, addr)

    def error_received(self, exc: Exception) -> None:
        """A device has gone before its answer came: nothing to do."""

    def _has_time(self) -> bool:
        second = int(self._clock.monotonic())
        if second != self._second:
            self._second, self._answered = second, 0
        self._answered += 1
        return self._answered <= MOST_ANSWERS


def _is_near(address: str) -> bool:
    """Whether an address belongs to a local network."""
    found = ipaddress.ip_address(address)
    return found.is_private or found.is_link_local or found.is_loopback
