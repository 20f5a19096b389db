"""Answers that another process of this program has read already, while the window was still loading.

They are answered once each, to the very requests that brought them; everything else goes the usual way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import msgspec

from app.api.keys import Keys
from app.api.modes import OfficeAddress
from app.api.transport import Answer, Transport, TransportLost, TransportNotSent
from app.core.clock import Clock

FRESH_SECONDS = 5.0
"""How long an answer may stand for a new one: a start takes less, and a refresh must never meet it."""


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A request as it left, without its headers, and the office's last answer to it."""

    verb: str
    url: str
    body: bytes | None
    answer: Answer


class ReadAhead(msgspec.Struct, frozen=True, array_like=True):
    """What the process that runs ahead hands over: the way to the office, and what the office said.

    It bears secrets and patients' names, and is never printed nor kept.
    """

    address: OfficeAddress
    developer: str
    customer: str
    seal_key: bytes | None
    kept: list[Kept]

    @property
    def keys(self) -> Keys:
        """The keys that opened the office."""
        return Keys(self.developer, self.customer)

    def transport(self, open_way: Callable[[], Awaitable[Transport]], clock: Clock) -> AheadTransport:
        """A transport that answers what was read here, and opens the way to the office for the rest."""
        return AheadTransport(self.kept, open_way, clock)

    def __repr__(self) -> str:
        return "ReadAhead(hidden)"

    def packed(self) -> bytes:
        """As it goes from one process to the other."""
        return msgspec.msgpack.encode(self)

    @classmethod
    def unpacked(cls, data: bytes) -> ReadAhead | None:
        """What came; None when it is not whole, as of a process that has ended early."""
        try:
            return msgspec.msgpack.decode(data, type=cls)
        except msgspec.MsgspecError:
            return None


class Recorder:
    """A transport that keeps what passes through it."""

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self._kept: dict[tuple[str, str, bytes | None], Answer] = {}
        self.failed = asyncio.Event()
        """Set when a request had no answer."""

    @property
    def kept(self) -> list[Kept]:
        """Every request that was answered, with its last answer."""
        return [Kept(verb, url, body, answer) for (verb, url, body), answer in self._kept.items()]

    async def send(
        self, verb: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> Answer:
        """As the transport inside."""
        try:
            answer = await self._inner.send(verb, url, headers, body, timeout)
        except (TransportNotSent, TransportLost):
            self.failed.set()
            raise
        self._kept[verb, url, body] = Answer(answer.status, dict(answer.headers), answer.body)
        return answer

    async def aclose(self) -> None:
        """Close the transport inside."""
        await self._inner.aclose()


class AheadTransport:
    """A transport that answers first what was read ahead, and opens the way to the office for the rest."""

    def __init__(self, kept: list[Kept], open_way: Callable[[], Awaitable[Transport]], clock: Clock) -> None:
        self._kept = {(each.verb, each.url, each.body): each.answer for each in kept}
        self._clock = clock
        self._fresh_until = clock.monotonic() + FRESH_SECONDS
        self._open_way = open_way
        self._one_opens = asyncio.Lock()
        self._way: Transport | None = None

    async def opened(self) -> Transport:
        """The way to the office itself; opened at the first call. Raises what opening it raises."""
        async with self._one_opens:
            if self._way is None:
                self._way = await self._open_way()
            return self._way

    async def send(
        self, verb: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> Answer:
        """Answer at once what is kept and fresh, else send. Raises TransportNotSent or TransportLost."""
        kept = self._kept.pop((verb, url, body), None)
        if kept is not None and self._clock.monotonic() < self._fresh_until:
            return kept
        way = self._way or await self.opened()
        return await way.send(verb, url, headers, body, timeout)

    async def aclose(self) -> None:
        """Close the way, where it was opened."""
        if self._way is not None:
            await self._way.aclose()
