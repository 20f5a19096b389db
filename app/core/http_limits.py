"""HTTP connections with limits, for servers that others can reach: the event listener, the hub and the practice.

Loads uvicorn, so only those import it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:  # at run time it is one of uvicorn's two protocols, which have the same attributes
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

    _Protocol = H11Protocol
    _HttpTools = HttpToolsProtocol
else:
    _Protocol = _HttpTools = object

HEAD_SECONDS = 10.0
"""For a request's headers, from the connection or from their first byte on."""
BODY_PAUSE_SECONDS = 15.0
"""Between two parts of a body."""
UNREAD_SECONDS = 60.0
"""For the other side to read what was written, before more is."""
_TOO_LONG = b"The headers are too long."
_REFUSED_HEAD = b"\r\n".join(
    (
        b"HTTP/1.1 431 Request Header Fields Too Large",
        b"content-type: text/plain; charset=utf-8",
        b"content-length: %d" % len(_TOO_LONG),
        b"connection: close",
        b"",
        _TOO_LONG,
    )
)


class LimitedConnection(_Protocol):
    """Mixed into a protocol of uvicorn, closes connections that send or read nothing, or too slowly."""

    most_silent = 32
    """Connections that have sent no request yet; the one that has waited longest gives way."""

    _deadline: asyncio.TimerHandle | None = None
    _unread: asyncio.TimerHandle | None = None

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

    def pause_writing(self) -> None:
        """Close if nobody reads: what was written stays in memory until then."""
        super().pause_writing()
        self._unread = self.loop.call_later(UNREAD_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """Write on."""
        self._stop_expecting_reads()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._stop_waiting()
        self._stop_expecting_reads()
        self._silent().pop(self, None)
        super().connection_lost(exc)

    def _is_busy(self) -> bool:
        return bool(self.cycle) and not self.cycle.response_complete

    def _silent(self) -> dict[LimitedConnection, None]:
        """The server's connections that have sent no request yet, the one that has waited longest first."""
        silent: dict[LimitedConnection, None] = vars(self.server_state).setdefault("silent", {})
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

    def _stop_expecting_reads(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None


class LimitedHttpTools(LimitedConnection, _HttpTools):  # type: ignore[misc]  # mypy takes LimitedConnection for one on h11
    """Mixed into the protocol on httptools, which has no limit of its own: headers would fill the memory."""

    most_head = 64 * 1024
    """Bytes of a request that belong to no body: its headers, and what chunks have beside their data."""

    _head = 0
    """So many have come at a stretch."""
    _refused = False
    """They were too many: what still comes is discarded."""

    def data_received(self, data: bytes) -> None:
        """Process data, unless it belongs to headers without an end."""
        if self._refused:
            return
        self._head += len(data)
        super().data_received(data)
        if self._head > self.most_head:
            self._refuse()

    def on_headers_complete(self) -> None:
        """Begin a body."""
        self._head = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Take a part of it, also of a request that is answered already."""
        self._head = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """Expect the next headers."""
        self._head = 0
        super().on_message_complete()

    def _refuse(self) -> None:
        """Answer, and wait for the other side to close: closed by this side while data comes, its answer is lost."""
        self._refused = True
        if self._is_busy():  # with a request before it
            self.transport.abort()
        elif not self.transport.is_closing():
            self.transport.write(_REFUSED_HEAD)
            if self.transport.can_write_eof():
                self.transport.write_eof()
            self._wait(HEAD_SECONDS)


class LimitedH11(LimitedConnection, H11Protocol):
    """On h11, which the program has loaded anyway."""
