"""What every request goes through: it is counted and timed, and refused while the hub stops or is flooded."""

from __future__ import annotations

import asyncio
import logging
from math import ceil
from typing import Final

from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.hub.handling import Refusal
from app.hub.hub import Hub
from app.hub.server.figures import Figures
from app.hub.server.limits import Limits
from app.wire.hub.passing import TROUBLE, Trouble

ROUTE: Final = "hub_route"
"""In a request's scope: the declared route that serves it; missing: none does."""
KIND: Final = "hub_kind"
"""In a request's scope: what kind of route it is, for the figures."""
DEVICE: Final = "hub_device"
"""In a request's scope: the number of the device that sent it; missing: unknown."""
STREAM: Final = "stream"
OTHER: Final = "other"
SLOW_SECONDS = 2.0

log = logging.getLogger(__name__)

_TROUBLES = {401: Trouble.REVOKED, 429: Trouble.BUSY, 503: Trouble.NOT_SENT, 504: Trouble.UNKNOWN}


class Gate:
    """Wraps the application."""

    def __init__(self, hub: Hub, inner: ASGIApp) -> None:
        self._hub = hub
        self._inner = inner
        self._limits = hub.part(Limits)
        self._figures = hub.part(Figures)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        began, status = self._hub.clock.monotonic(), 500

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            self._check()
        except Refusal as refusal:
            await refusal_response(refusal)(scope, receive, watched)
        else:
            await self._serve(scope, receive, watched)
        finally:
            seconds = self._hub.clock.monotonic() - began
            self._figures.count(scope.get(ROUTE, OTHER), scope.get(KIND, OTHER), status, seconds)
            _log(scope, status, seconds)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve it. What the end of the hub cuts off is answered as what it is: a write may have been done."""
        try:
            await self._inner(scope, receive, send)
        except asyncio.CancelledError:
            if not self._hub.closing:
                raise
            reads = scope["method"] in ("GET", "HEAD")
            refusal = Refusal(503, "closing", retry_after=1) if reads else Refusal(504, "not known")
            await refusal_response(refusal)(scope, receive, send)

    def _check(self) -> None:
        if self._hub.closing:
            raise Refusal(503, "closing", retry_after=1)
        self._limits.count()


def _log(scope: Scope, status: int, seconds: float) -> None:
    """What was refused, failed or slow: the declared route and the device's number, nothing that was sent."""
    slow = seconds > SLOW_SECONDS and scope.get(KIND) != STREAM
    if status == 429 or (status < 400 and not slow):
        return
    route, device = scope.get(ROUTE, OTHER), scope.get(DEVICE, 0)
    log.info("%s: %d after %.1f s, device %d", route, status, seconds, device)


def refusal_response(refusal: Refusal) -> Response:
    """A refusal as JSON; with the header that a desk's API client reads."""
    headers = {}
    if (trouble := _TROUBLES.get(refusal.status)) is not None:
        headers[TROUBLE] = trouble.value
    if refusal.retry_after:
        headers["retry-after"] = str(ceil(refusal.retry_after))
    return JSONResponse({"code": refusal.code}, refusal.status, headers)
