"""Fault injection for tests: faults planned per method for the next requests.

Works only on a practice that was opened with `faults=Faults()`; the program never does. In process, a broken
connection appears as ConnectionResetError (ConnectionRefusedError while `unreachable`); on a socket, as an
answer that ends in the middle.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from enum import StrEnum

from app.practice.server.messages import Receive, Reply, Send
from app.practice.server.refusals import Refusal, TookTooLong, TooMany, Unauthorized
from app.practice.sql.limits import TOO_LONG

SIGN_IN_PAGE = Reply(200, b"<!doctype html><title>Sign in to continue</title>", b"text/html")
EVERY = "*"
"""Matches any method."""


class Fault(StrEnum):
    """What happens to a request."""

    DROP_BEFORE = "the connection breaks, nothing was done"
    DROP_AFTER = "the connection breaks after the work was done"
    HANG_BEFORE = "no answer comes, nothing was done"
    HANG_AFTER = "no answer comes, the work was done"
    TIMEOUT_BEFORE = "504, nothing was done"
    TIMEOUT_AFTER = "504, the work was done"
    TIMEOUT_LATE = "504, the work is done only at deliver_late()"
    SERVER_ERROR = "500, nothing was done"
    BUSY = "429 with Retry-After 1, nothing was done"
    NO_ROWS = "200 with an empty list instead of the rows"
    GARBAGE = "200 with bytes that are no JSON, the work was done"
    NOT_PERMITTED = "401, the key lacks a permission"
    WEB_PAGE = "200 with a proxy's page, nothing was done"


class Faults:
    """The plan. Methods are named as in the client: `Appointments.confirm`; EVERY matches all."""

    def __init__(self) -> None:
        self.unreachable = False
        """While true, no request gets through, as if the server were switched off."""
        self.sign_in_page = False
        """While true, a network's sign-in page answers every request instead of the office."""
        self.seen: list[str] = []
        """The methods that were requested, in order, with or without a fault."""
        self._planned: dict[str, deque[Fault]] = {}
        self._late: list[Callable[[], Awaitable[object]]] = []

    def plan(self, method: str, fault: Fault, *, times: int = 1) -> None:
        """Let the next `times` requests of this method fail in this way."""
        self._planned.setdefault(method, deque()).extend([fault] * times)

    def take(self, method: str) -> Fault | None:
        """Record a request and take its planned fault."""
        self.seen.append(method)
        for name in (method, EVERY):
            if queue := self._planned.get(name):
                return queue.popleft()
        return None

    def keep_late(self, work: Callable[[], Awaitable[object]]) -> None:
        """Hold work back for deliver_late."""
        self._late.append(work)

    async def deliver_late(self) -> None:
        """Do the work of the requests that met TIMEOUT_LATE."""
        late, self._late = self._late, []
        for work in late:
            await work()


class ServerFailed(Refusal):
    """500 without details."""

    status = 500


_AFTER = frozenset({Fault.DROP_AFTER, Fault.HANG_AFTER, Fault.TIMEOUT_AFTER, Fault.GARBAGE})
"""Faults that occur after the work was done."""
_REPLIES = {
    Fault.NO_ROWS: Reply(200, b"[]"),
    Fault.GARBAGE: Reply(200, b"\x1f\x8b<garbage"),
    Fault.WEB_PAGE: SIGN_IN_PAGE,
}


async def meet(
    faults: Faults, method: str, serve: Callable[[], Awaitable[Reply]], receive: Receive, send: Send
) -> Reply | None:
    """Serve a request with its planned fault; None: no answer at all."""
    fault = faults.take(method)
    if fault is None:
        return await serve()
    if fault in _AFTER:
        await serve()
    match fault:
        case Fault.DROP_BEFORE | Fault.DROP_AFTER:
            await _drop(send)
        case Fault.HANG_BEFORE | Fault.HANG_AFTER:
            await _hang(receive)
        case Fault.TIMEOUT_LATE:
            faults.keep_late(serve)
            raise TookTooLong(TOO_LONG)
        case Fault.TIMEOUT_BEFORE | Fault.TIMEOUT_AFTER:
            raise TookTooLong(TOO_LONG)
        case Fault.SERVER_ERROR:
            raise ServerFailed("The server failed.")
        case Fault.BUSY:
            raise TooMany("Too many requests are queued for this customer key.", retry_after=1)
        case Fault.NOT_PERMITTED:
            raise Unauthorized("The customer key lacks a permission.")
    return _REPLIES.get(fault)


async def _drop(send: Send) -> None:
    """Break the connection in the middle of an answer."""
    length = [(b"content-length", b"1000"), (b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": 200, "headers": length})
    await send({"type": "http.response.body", "body": b"[", "more_body": True})
    raise ConnectionResetError


async def _hang(receive: Receive) -> None:
    """Answer nothing until the caller disconnects."""
    while (await receive())["type"] != "http.disconnect":
        pass
