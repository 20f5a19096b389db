"""HTTP connections with limits, for servers that others can reach: the event listener, the hub and the practice.

Loads uvicorn, so only those import it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:  # at run time it is one of uvicorn's two protocols, which have the same attributes
    _Protocol = H11Protocol
else:
    _Protocol = object

HEAD_SECONDS = 10.0
"""For a request's headers, from the connection or from their first byte on."""
BODY_PAUSE_SECONDS = 15.0
"""Between two parts of a body."""


class Hurried(_Protocol):
    """Mixed into a protocol of uvicorn, closes connections that send nothing, or their headers or bodies too slowly."""

    most_silent = 32
    """Connections that have sent no request yet; the one that has waited longest gives way."""

    most_head = 64 * 1024
    """Bytes of a request's headers. h11 has the same limit; httptools has none, and would fill the memory."""

    _deadline: asyncio.TimerHandle | None = None
    _head = 0
    """Bytes of a request that came before its headers were complete."""

    def connection_made(self, transport: Any) -> None:
        """Wait for headers from now on."""
        super().connection_made(transport)
        self.access_log = False  # it would write query strings, which may contain names
        self._wait(HEAD_SECONDS)
        silent = self._silent()
        silent[self] = None
        if len(silent) > self.most_silent:
            next(iter(silent)).transport.abort()

    def data_received(self, data: bytes) -> None:
        """Process data. The time for headers isn't extended by a part of them; that for a body is by each part."""
        super().data_received(data)
        if self.cycle is not None:
            self._silent().pop(self, None)
        self._head = self._head + len(data) if self._awaits_head() else 0
        if self._head > self.most_head:
            self.transport.abort()
            return
        if not self._is_busy():
            if self._deadline is None:
                self._wait(HEAD_SECONDS)
        elif self.cycle.more_body:
            self._wait(BODY_PAUSE_SECONDS)
        else:
            self._stop_waiting()

    def on_response_complete(self) -> None:
        """Leave an idle connection to uvicorn's time-out, and a half-sent request to the time for headers."""
        self._stop_waiting()
        super().on_response_complete()
        if self._is_busy() and self.cycle.more_body:
            self._wait(BODY_PAUSE_SECONDS)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._stop_waiting()
        self._silent().pop(self, None)
        super().connection_lost(exc)

    def _is_busy(self) -> bool:
        return bool(self.cycle) and not self.cycle.response_complete

    def _awaits_head(self) -> bool:
        """Whether what comes belongs to headers: not to the body of a request, also of one that is answered already."""
        return not (bool(self.cycle) and (self.cycle.more_body or not self.cycle.response_complete))

    def _silent(self) -> dict[Hurried, None]:
        """The server's connections that have sent no request yet, the one that has waited longest first."""
        silent: dict[Hurried, None] = vars(self.server_state).setdefault("silent", {})
        return silent

    def _wait(self, seconds: float) -> None:
        self._stop_waiting()
        self._deadline = self.loop.call_later(seconds, self._give_up)

    def _give_up(self) -> None:
        """Close, unless it is this side that doesn't read on."""
        self._deadline = None
        if self._is_busy() and self.flow.read_paused:
            self._wait(BODY_PAUSE_SECONDS)
        else:
            self.transport.abort()

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


class HurriedProtocol(Hurried, H11Protocol):
    """On h11, which the program has loaded anyway."""
