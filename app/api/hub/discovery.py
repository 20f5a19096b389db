"""Finds hubs on the local network by a UDP broadcast. Used when a hub doesn't answer at its known address.

An answer proves nothing: whoever connects to a found hub compares its certificate with the one pinned at pairing.

A question has the size of the longest answer, so that a hub can't be misused to flood others with larger packets.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import socket
import time
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from app.wire.hub.actions import HUB_PORT

MARK = b"Front Desk hub? 1 "  # words: a packet
NONCE_BYTES = 16
PACKET_BYTES = 512
FIND_SECONDS = 1.5
ASKS = 3
"""Datagrams get lost: the question is repeated within the time."""
EVERYWHERE = "255.255.255.255"
LOOPBACK = "127.0.0.1"

Target = tuple[str, int]


class FoundHub(Struct, frozen=True):
    """A hub that answered. `fingerprint`: SHA-256 of its certificate, in hexadecimal."""

    name: str
    """Of its PC."""
    addresses: tuple[str, ...]
    """The one that answered comes first."""
    port: int
    fingerprint: str


class DiscoveryAnswer(Struct, frozen=True):
    """What a hub answers. It contains nothing that a port scan wouldn't tell."""

    nonce: str
    name: str
    addresses: tuple[str, ...]
    port: int
    fingerprint: str


async def find_hubs(
    seconds: float = FIND_SECONDS, *, targets: Sequence[Target] = (), fingerprint: str = ""
) -> tuple[FoundHub, ...]:
    """The hubs that answer within the time. `targets`: where to ask; default: everywhere on this PC's networks.

    With a `fingerprint` it returns as soon as this hub answers, and only that one.
    """
    return await asyncio.to_thread(_find, seconds, tuple(targets), fingerprint)


def question(nonce: bytes) -> bytes:
    """The packet that asks."""
    return (MARK + nonce.hex().encode("ascii")).ljust(PACKET_BYTES, b"\0")


def nonce_of(packet: bytes) -> str:
    """The nonce of a question in hexadecimal; empty if the packet is none."""
    if len(packet) != PACKET_BYTES or not packet.startswith(MARK):
        return ""
    nonce = packet[len(MARK) :].rstrip(b"\0")
    try:
        return nonce.decode("ascii") if len(bytes.fromhex(nonce.decode("ascii"))) == NONCE_BYTES else ""
    except ValueError:
        return ""


def own_addresses() -> tuple[str, ...]:
    """This PC's IPv4 addresses on its networks, as far as the system tells; without loopback."""
    found: list[str] = []
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # a datagram socket: nothing is sent
        found.append(str(probe.getsockname()[0]))
    with contextlib.suppress(OSError):
        for *_, address in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET, socket.SOCK_DGRAM):
            found.append(str(address[0]))
    return tuple(each for each in dict.fromkeys(found) if not each.startswith(("127.", "0.")))


def _find(seconds: float, targets: tuple[Target, ...], fingerprint: str) -> tuple[FoundHub, ...]:
    """Blocking, in a thread: an event loop on Qt has no datagrams on Windows."""
    nonce = os.urandom(NONCE_BYTES)
    found: dict[tuple[str, int], FoundHub] = {}
    with contextlib.ExitStack() as opened:
        sockets = [opened.enter_context(each) for each in _sockets()]
        for _ in range(ASKS):
            _ask(sockets, question(nonce), targets or _everywhere())
            for hub in _answers(sockets, nonce.hex(), seconds / ASKS):
                if not fingerprint or hub.fingerprint == fingerprint:
                    found.setdefault((hub.fingerprint, hub.port), hub)
            if fingerprint and found:
                break
    return tuple(found.values())


def _sockets() -> Iterator[socket.socket]:
    """One socket for each network of this PC: Windows sends a broadcast to one network only."""
    for address in ("", *own_addresses()):
        with contextlib.suppress(OSError):
            opened = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            opened.settimeout(0)
            try:
                opened.bind((address, 0))
            except OSError:
                opened.close()
                continue
            yield opened


def _everywhere() -> tuple[Target, ...]:
    return ((EVERYWHERE, HUB_PORT), (LOOPBACK, HUB_PORT))


def _ask(sockets: Iterable[socket.socket], packet: bytes, targets: Iterable[Target]) -> None:
    for opened in sockets:
        for target in targets:
            with contextlib.suppress(OSError):  # a network that is down
                opened.sendto(packet, target)


def _answers(sockets: Sequence[socket.socket], nonce: str, seconds: float) -> Iterator[FoundHub]:
    until = time.monotonic() + seconds
    while sockets and (left := until - time.monotonic()) > 0:
        for opened in select.select(sockets, (), (), left)[0]:
            with contextlib.suppress(OSError, msgspec.MsgspecError):
                packet, sender = opened.recvfrom(PACKET_BYTES)
                answer = msgspec.json.decode(packet, type=DiscoveryAnswer)
                if answer.nonce == nonce:
                    yield _found(answer, str(sender[0]))


def _found(answer: DiscoveryAnswer, sender: str) -> FoundHub:
    addresses = tuple(dict.fromkeys((sender, *answer.addresses)))
    return FoundHub(answer.name, addresses, answer.port, answer.fingerprint)
