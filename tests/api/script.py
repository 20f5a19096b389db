"""An in-memory transport with scripted answers that records what was sent and when."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

from app.api.broker import Broker
from app.api.line import Line
from app.api.need import Need
from app.api.pace import NO_PACE, Pace
from app.api.request import Request
from app.api.sending import Sending
from app.api.transport import Answer
from app.wire.permissions import Permission
from tests.support.manual_clock import ManualClock

GOOD = Answer(200, {}, b"[]")


@dataclass(frozen=True)
class Sent:
    """One sent request."""

    at: float
    verb: str
    path: str
    headers: Mapping[str, str]


class Script:
    """Answers each path with its scripted outcomes, in order, then with 200. Each takes `takes` seconds."""

    def __init__(self, clock: ManualClock, *, takes: float = 0.0) -> None:
        self.clock = clock
        self.takes = takes
        self.sent: list[Sent] = []
        self.broken_off: list[str] = []
        self.closed = False
        self.dropped = 0
        self._outcomes: dict[str, deque[Answer | Exception]] = defaultdict(deque)

    def then(self, path: str, *outcomes: Answer | Exception) -> None:
        """The outcomes of a path, request by request."""
        self._outcomes[path].extend(outcomes)

    @property
    def paths(self) -> list[str]:
        """What was sent, in order."""
        return [each.path for each in self.sent]

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """As Transport."""
        path = url.removeprefix("http://office")
        self.sent.append(Sent(round(self.clock.monotonic(), 3), verb, path, headers))
        try:
            await self.clock.sleep(self.takes)
        except asyncio.CancelledError:
            self.broken_off.append(path)
            raise
        outcome = self._outcomes[path].popleft() if self._outcomes[path] else GOOD
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def drop_connections(self) -> None:
        """As Transport."""
        self.dropped += 1

    async def aclose(self) -> None:
        """As Transport."""
        self.closed = True


def read(path: str) -> Request:
    """A GET."""
    return Request(f"Test{path}", "GET", path, None, True, Permission.READ_ALL)


def write(path: str) -> Request:
    """A PUT that changes something."""
    return Request(f"Test{path}", "PUT", path, b"{}", False, Permission.APPOINTMENTS)


class Bench:
    """A broker on a script, and its callers' tasks."""

    def __init__(self, *, pace: Pace = NO_PACE, takes: float = 0.0, need_header: str = "") -> None:
        self.clock = ManualClock()
        self.script = Script(self.clock, takes=takes)
        self.mistakes: list[BaseException] = []
        self.broker = Broker(
            Line(self.script, "http://office", {}, need_header=need_header),
            pace=pace,
            clock=self.clock,
            on_error=self.mistakes.append,
            draw=lambda: 0.5,
        )
        self.asked: list[asyncio.Task[Any]] = []

    def ask(self, request: Request, need: Need = Need.CLICK, owner: int = 0) -> asyncio.Task[Answer]:
        """Send a request without waiting."""
        return self.run(self.broker.send(request, need, owner))

    def run(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run concurrently with the test."""
        task = asyncio.get_running_loop().create_task(work)
        self.asked.append(task)
        return task

    async def close(self) -> None:
        """Stop, and check that nothing was left behind."""
        await self.broker.aclose()
        for task in self.asked:
            task.cancel()
        await asyncio.gather(*self.asked, return_exceptions=True)
        assert self.mistakes == []
