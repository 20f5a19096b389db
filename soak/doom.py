"""Ends the process between two steps: before and after each use of the journal's disk, and of the line."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Mapping
from typing import TypeVar

from app.api.sending import Sending
from app.api.transport import Answer, Transport, TransportNotSent
from app.core.clock import Clock
from app.sealed.sealed_file import SealedFile
from app.sealed.store import LocalStore

R = TypeVar("R")
LEFT = "soak-left"
"""A request's header: when the desk sent it, in seconds of the fast time."""
DIED = 70
"""The exit code of a process that came to its step."""


class Doom:
    """Counts the steps. At the given one the process ends as if it were killed: nothing is closed or written."""

    def __init__(self, die_at: int) -> None:
        """`die_at` 0: never."""
        self._die_at = die_at
        self._count = itertools.count(1)
        self.steps = 0

    def step(self) -> None:
        """One step."""
        self.steps = next(self._count)
        if self.steps == self._die_at:
            os._exit(DIED)


class DoomedStore(LocalStore):
    """The real store; each use of its file is two steps."""

    doom = Doom(0)
    """One for the process: it has one store."""

    def _attempt(self, work: Callable[[SealedFile], R]) -> R:
        self.doom.step()
        done = super()._attempt(work)
        self.doom.step()
        return done


class DoomedTransport:
    """A real transport; each exchange is two steps. Counts those for which there was no connection."""

    def __init__(self, inner: Transport, doom: Doom, clock: Clock) -> None:
        self._inner = inner
        self._doom = doom
        self._clock = clock
        self.not_connected = 0

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """As the real one; the request says when it left."""
        self._doom.step()
        headers = {**headers, LEFT: str(self._clock.monotonic())}
        try:
            answer = await self._inner.send(verb, url, headers, body, timeout, sending)
        except TransportNotSent:
            self.not_connected += 1
            raise
        self._doom.step()
        return answer

    def drop_connections(self) -> None:
        """As the real one."""
        self._inner.drop_connections()

    async def aclose(self) -> None:
        """As the real one."""
        await self._inner.aclose()
