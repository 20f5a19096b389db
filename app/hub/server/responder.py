"""Answers devices that look for the hub on the local network (`app.api.hub.discovery`)."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import logging
import socket
import sys

import msgspec

from app.api.hub.discovery import PACKET_BYTES, DiscoveryAnswer, nonce_of, own_addresses
from app.core.clock import Clock

MOST_ANSWERS = 50
"""In a second; the rest is not answered."""
AGAIN_SECONDS = 1.0
"""Before the port is opened again after an error, and before the next try."""
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
        self._at = "", 0
        self._failed, self._closed = asyncio.Event(), asyncio.Event()
        self._second, self._answered = 0, 0
        self.port = 0
        """The UDP port that it listens on; 0: it doesn't."""

    async def start(self, listen: str, port: int) -> None:
        """Listen. A port that is taken is logged: devices then find the hub by its address only."""
        try:
            await self._open(listen, port)
        except OSError as error:
            log.info("not found by itself: UDP port %d: %s", port, error.strerror or type(error).__name__)

    async def stay_open(self) -> None:
        """Open the port again after each error, until it is stopped."""
        while True:
            await self._failed.wait()
            await self._clock.sleep(AGAIN_SECONDS)
            if self._transport is None:  # stopped
                return
            self._transport.close()
            await self._closed.wait()
            with contextlib.suppress(OSError):  # tried again in a second
                await self._open(*self._at)

    async def _open(self, listen: str, port: int) -> None:
        bound = _socket(listen, port)
        self._at = listen, bound.getsockname()[1]
        opened, _ = await asyncio.get_running_loop().create_datagram_endpoint(lambda: self, sock=bound)
        self._transport, self.port = opened, self._at[1]
        self._failed.clear()
        self._closed.clear()

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
        """A device has gone before its answer came. On Windows asyncio may read nothing more from this port."""
        if sys.platform == "win32":
            self.reopen()

    def reopen(self) -> None:
        """Have `stay_open` open the port again."""
        self._failed.set()

    def connection_lost(self, exc: Exception | None) -> None:
        """The port is closed."""
        self._closed.set()

    def _has_time(self) -> bool:
        second = int(self._clock.monotonic())
        if second != self._second:
            self._second, self._answered = second, 0
        self._answered += 1
        return self._answered <= MOST_ANSWERS


def _socket(listen: str, port: int) -> socket.socket:
    """Bound, for questions and answers. On Windows nobody else may have the port too. Raises OSError."""
    opened = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        opened.setblocking(False)  # noqa: FBT003 # its only argument
        opened.bind((listen, port))
    except OSError:
        opened.close()
        raise
    return opened


def _is_near(address: str) -> bool:
    """Whether an address belongs to a local network."""
    found = ipaddress.ip_address(address)
    return found.is_private or found.is_link_local or found.is_loopback
